"""The word lists as files: what is checked when they are read, and that rules read all of them."""

import ast
import re
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from claimx.errors import LexiconError
from claimx.gazetteer.rows import City, Country
from claimx.lexicon import Row, read_lexicon
from claimx.rules.wordlists import CircumstanceWords

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PACKAGE = Path(str(files("claimx")))
LEXICONS = sorted((PACKAGE / "lexicons").glob("*.toml"))
# The keys that part the rows of a list into classes which rules ask for by name.
CLASSES = ("kind", "cls", "group", "family")


@pytest.mark.parametrize(
    ("name", "table", "row", "problem"),
    [
        pytest.param("cities", "city", Country, "code", id="a key is missing"),
        pytest.param("countries", "country", City, "latitude", id="a key is unknown"),
        pytest.param("people", "noun", CircumstanceWords, "kind", id="a value is none of these"),
    ],
)
def test_a_row_that_does_not_fit_is_named(
    name: str, table: str, row: type[Row], problem: str
) -> None:
    with pytest.raises(LexiconError, match=rf"lexicons/{name}\.toml: (?s:.*){problem}"):
        read_lexicon(name, table, row)


def test_a_table_that_is_not_there_has_no_rows() -> None:
    assert read_lexicon("cities", "town", City) == ()


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_a_list_says_where_it_comes_from(path: Path) -> None:
    head = path.read_text("utf-8").partition("[[")[0]
    said = re.sub(r"\n# ?", " ", head)
    assert "Source: " in said or "Fitted by " in said
    assert "Licence: " in said


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_rules_read_all_of_a_list(path: Path) -> None:
    asked = _strings()
    unread = []
    for table, rows in tomllib.loads(path.read_text("utf-8")).items():
        named = {row[key] for row in rows for key in CLASSES if key in row}
        unread += sorted(name for name in {table, *named} if name not in asked)
    assert path.stem in asked
    assert unread == []


@cache
def _strings() -> set[str]:
    """Return the strings that the code uses, those that only spell out a type left out."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        types = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal"
            for part in ast.walk(node)
        }
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in types
        }
    return found
