"""The architecture page is true: who imports whom, and what every module answers."""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "claimx" / "docs" / "architecture.md"
TOOLS = ("claimx.model", "claimx.gazetteer.build", "claimx.gazetteer.evaluate")
TOOLS += ("claimx.gazetteer.sources",)
# Distributions are written as their makers write them, modules as Python does.
SPELT = {"spaCy": "spacy"}

STANDARD = sys.stdlib_module_names | {"tomllib"}  # from Python 3.11 on


class Import(NamedTuple):
    """A module that another one imports: at once or in a function, for its types only or not."""

    name: str
    at_once: bool
    for_types: bool


@cache
def modules() -> dict[str, Path]:
    """Return the files of the package by the names of their modules."""
    found = {}
    for path in sorted((ROOT / "claimx").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(module: str) -> tuple[Import, ...]:
    """Return what a module imports, in the order of its text."""
    tree = ast.parse(modules()[module].read_text("utf-8"))
    return tuple(_imports(tree, at_once=True, for_types=False))


def _imports(node: ast.AST, *, at_once: bool, for_types: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield Import(alias.name, at_once, for_types)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0 and node.module is not None, "imports are absolute"
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            yield Import(inner if inner in modules() else node.module, at_once, for_types)
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    for child in ast.iter_child_nodes(node):
        yield from _imports(
            child, at_once=at_once and not is_function, for_types=for_types or types
        )


def part(module: str) -> str:
    """Return the part that a module belongs to: its folder or its own name, or the tools."""
    if any(module == tool or module.startswith(f"{tool}.") for tool in TOOLS):
        return "tools"
    return module.split(".")[1]


def tables() -> list[dict[str, set[str]]]:
    """Return the two tables of the page: parts by part, parts by package."""
    found: list[dict[str, set[str]]] = []
    for block in re.findall(r"^\|---\|---\|\n((?:\|.*\n)+)", PAGE.read_text("utf-8"), re.M):
        rows = [
            re.findall(r"`([\w]+)`|(?<![\w`])(\w[\w-]*)(?!`)", line) for line in block.split("\n")
        ]
        names = [[code or plain for code, plain in row] for row in rows if row]
        found.append({row[0]: set(row[1:]) for row in names})
    return found[:2]


def test_parts_import_what_the_page_says() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for module in modules():
        if module in ("claimx", "claimx.__main__"):
            continue
        named = {one.name for one in imports(module) if one.name.startswith("claimx.")}
        found[part(module)] |= {part(name) for name in named} - {part(module)}
    assert dict(found) == tables()[0]


def test_no_part_imports_one_below_it() -> None:
    above: list[str] = []
    for name, named in tables()[0].items():
        assert named - set(above) == set(), f"{name} imports upwards"
        above.append(name)


def test_packages_are_known_where_the_page_says() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for module in modules():
        for one in imports(module):
            package = one.name.split(".")[0]
            is_ours = package == "claimx" or package in STANDARD
            if not is_ours and not one.for_types:
                found[package].add(part(module))
    assert dict(found) == {SPELT.get(name, name): parts for name, parts in tables()[1].items()}


def test_the_command_line_begins_light() -> None:
    """What it imports at once, and what that imports at once, and so on."""
    reached, left = set[str](), ["claimx.cli", "claimx"]
    packages = set()
    while left:
        module = left.pop()
        if module in reached:
            continue
        reached.add(module)
        for one in imports(module):
            if not one.at_once or one.for_types:
                continue
            if not one.name.startswith("claimx"):
                packages.add(one.name.split(".")[0])
                continue
            names = one.name.split(".")
            left += [".".join(names[:n]) for n in range(1, len(names) + 1)]
    assert packages - set(sys.stdlib_module_names) == {"typer"}
    assert "claimx.cli.extract" in reached and "claimx.language" not in reached


def test_every_module_is_on_the_page(pytestconfig: pytest.Config) -> None:
    text = PAGE.read_text("utf-8")
    start, end = "<!-- modules -->\n", "<!-- end -->\n"
    before, _, rest = text.partition(start)
    shown, _, after = rest.partition(end)
    if pytestconfig.getoption("--update"):
        PAGE.write_text(f"{before}{start}{module_list()}{end}{after}", "utf-8")
    else:
        assert shown == module_list(), "write it anew: pytest tests/test_architecture.py --update"


def module_list() -> str:
    """Return a table a folder, its modules with what they answer."""
    folders: dict[Path, list[str]] = defaultdict(list)
    for path in modules().values():
        name = path.relative_to(ROOT)
        if name.name != "__init__.py":
            folders[name.parent].append(f"| `{name.name}` | {_first_sentence(path)} |\n")
    found = []
    for folder, rows in sorted(folders.items()):
        said = _first_sentence(ROOT / folder / "__init__.py")
        found.append(f"\n### {folder}/\n\n{said}\n\n| module | |\n|---|---|\n{''.join(rows)}")
    return "".join(found)


def _first_sentence(path: Path) -> str:
    paragraph = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n\n")[0]
    sentence = re.split(r"(?<=[.])\s(?=[A-Z])", " ".join(paragraph.split()), maxsplit=1)[0]
    return sentence.replace("``", "`").replace("|", "\\|")
