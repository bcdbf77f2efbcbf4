"""``claimx info``: what would read your articles, for a report or a methods section."""

import platform
from collections.abc import Iterator
from typing import Annotated

import typer

from claimx.cli.console import user_errors
from claimx.cli.output import open_output


def info(
    model: Annotated[
        str | None, typer.Option(help="Another spaCy pipeline, by name or folder.", metavar="NAME")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of errors.")] = False,
) -> None:
    """Print versions, the language model and its scores; fails (3) when the model does not load."""
    with user_errors(debug=debug), open_output(None) as stream:
        for key, value in _facts(model):
            stream.write(f"{key:<24} {value}\n")


def _facts(model: str | None) -> Iterator[tuple[str, str]]:
    from importlib.metadata import version

    import claimx
    from claimx.gazetteer import CREDIT
    from claimx.language import identify, scores
    from claimx.records import SCHEMA

    nlp = claimx.load(model)
    yield "claimx", claimx.__version__
    yield "schema", SCHEMA
    yield "python", platform.python_version()
    for package in ("spacy", "onnxruntime", "tokenizers"):
        yield package, version(package)
    made = identify(nlp)
    yield "model", f"{made.name} {made.version}"
    yield "components", ", ".join(nlp.pipe_names)
    for name, score in scores(nlp).items():
        yield name, f"{score:.1f}"
    yield "places", CREDIT
