"""Near-equal texts: MinHash sketches of their word runs (Broder 1997), compared by bands."""

import hashlib
import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
_RUN = 5
_SIZE, _BANDS = 64, 16
_PRIME = np.uint64(2**61 - 1)
_SIMILAR = 0.8


def sketch(text: str) -> str:
    """Return a sketch of ``text`` as hexadecimal digits: 64 minima of 32 bits."""
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
    digests = (hashlib.blake2b(run.encode(), digest_size=4).digest() for run in runs)
    hashes = np.frombuffer(b"".join(digests), dtype=">u4").astype(np.uint64)
    factors, terms = _permutations()
    minima = ((hashes[:, None] * factors + terms) % _PRIME & np.uint64(2**32 - 1)).min(axis=0)
    data: bytes = minima.astype(">u4").tobytes()
    return data.hex()


def group(sketches: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield (number, number of an earlier and near-equal one) for each sketch that has one.

    Two texts are near-equal when at least four fifths of their sketches agree, which says that
    about as many of their word runs are the same.
    """
    bands: dict[tuple[int, bytes], int] = {}
    firsts: dict[int, NDArray[np.uint32]] = {}
    width = _SIZE // _BANDS * 4
    for n, text in sketches:
        data = bytes.fromhex(text)
        mine = np.frombuffer(data, dtype=">u4")
        keys = [(band, data[band * width : (band + 1) * width]) for band in range(_BANDS)]
        for first in sorted({bands[key] for key in keys if key in bands}):
            if (firsts[first] == mine).mean() >= _SIMILAR:
                yield n, first
                break
        else:
            firsts[n] = mine
            for key in keys:
                bands.setdefault(key, n)


def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    random = np.random.default_rng(19970611)
    factors = random.integers(1, 2**29, size=_SIZE, dtype=np.uint64)  # times 32 bits: below 2**61
    return factors, random.integers(0, 2**60, size=_SIZE, dtype=np.uint64)
