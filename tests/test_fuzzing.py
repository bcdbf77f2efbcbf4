"""The fuzzers' targets on their seeds and on every input that once broke one of them."""

import gzip

import pytest

from tests.fuzz.seeds import archive, seeds
from tests.fuzz.targets import TARGETS

WRONG_SUM = bytearray(gzip.compress(archive(), mtime=0))
WRONG_SUM[-5] ^= 1

FOUND = [
    pytest.param("archive", b"\x14" + WRONG_SUM, id="an archive whose last record's sum is wrong"),
    pytest.param("text", b"\x00a\n# #\n# }\nb", id="a heading without words"),
    pytest.param("stored", b'\x00{"text": "A.", "title": "\\ud800"}', id="half a pair in a title"),
    pytest.param("stored", b'\x00{"text": "A.", "url": "\\udfff"}', id="half a pair in a url"),
    pytest.param(
        "stored", b'\x00{"text":"A.","date":"1 May 2025 1:1 +%s"}' % (b"9" * 20), id="date"
    ),
]


@pytest.mark.parametrize("target", TARGETS)
def test_seeds(target: str) -> None:
    found = seeds(target)
    assert found
    for seed in found:
        TARGETS[target](seed)


@pytest.mark.parametrize(("target", "data"), FOUND)
def test_found(target: str, data: bytes) -> None:
    TARGETS[target](data)
