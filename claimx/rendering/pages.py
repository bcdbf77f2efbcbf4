"""Pages that need nothing but a browser: templates that escape every value, with style and script.

Their parts are files of ``page/``.  A content security policy names style and script by hash, so
that no article can run anything.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from claimx.rendering.phrases import days, hidden_name
from claimx.rendering.visible import one_line


def template(name: str) -> Template:
    """Return a template of ``page/``; its filters are ``line``, ``days`` and ``named``."""
    return _environment().get_template(name)


def dress(style: str, script: str | None = None) -> dict[str, str | None]:
    """Return what ``head.html`` needs, of two files of ``page/``: their text and their hashes."""
    code = None if script is None else _read(script)
    return {
        "style": Markup(_read(style)),  # ours, and no value of an article goes into it
        "style_hash": _hash(_read(style)),
        "script": None if code is None else Markup(code),
        "script_hash": None if code is None else _hash(code),
    }


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["line"] = one_line
    environment.filters["days"] = days
    environment.filters["named"] = hidden_name
    return environment


@cache
def _read(name: str) -> str:
    return files("claimx.rendering").joinpath("page", name).read_text(encoding="utf-8")


def _hash(code: str) -> str:
    """Return the hash by which a content security policy allows inline code."""
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
