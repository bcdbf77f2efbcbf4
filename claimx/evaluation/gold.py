"""Annotated articles: NAME.txt, its numbered sentences NAME.num, and its claims NAME.jsonl.

Each line of NAME.num is a sentence as "S1", a tab, and its words as they stand in the text.  Each
line of NAME.jsonl is a claim; its strings are words of its sentence, "words#2" their second
occurrence there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, StringConstraints, TypeAdapter, ValidationError

from claimx.article import MAX_BYTES
from claimx.errors import InputError
from claimx.reading.files import reason
from claimx.records import Claim, Document

Span: TypeAlias = tuple[int, int]
Words: TypeAlias = Annotated[str, StringConstraints(min_length=1)]

SLOTS = ("who", "what", "target", "where", "when", "source", "cue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A line of NAME.jsonl.

    ``s`` and ``source_s`` are numbers of sentences.  ``who_name``, ``source_name`` and ``actor``
    are for readers and not scored.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")  # a misspelt key would go unscored

    s: int
    pred: Words
    what: Words
    who: Words | None = None
    who_name: str | None = None
    target: Words | None = None
    actor: str | None = None
    where: tuple[Words, ...] = ()
    when: tuple[Words, ...] = ()
    source: Words | None = None
    source_s: int | None = None
    source_name: str | None = None
    cue: Words | None = None
    quote: Literal["direct", "mixed", "indirect"] | None = None
    polarity: Literal["+", "-"] = "+"
    certainty: Literal["certain", "probable", "possible"] = "certain"
    optional: bool = False
    key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A claim as it is compared: the spans of each slot, and its values."""

    predicate: Span
    slots: dict[str, tuple[Span, ...]]
    negative: bool
    certainty: str
    quote: str | None
    optional: bool = False
    key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """An article with its annotated claims."""

    name: str
    text: str
    claims: tuple[Scored, ...]


def read_gold(folder: Path) -> Iterator[GoldArticle]:
    """Yield the annotated articles of a folder, in order of their names.

    Raises:
        InputError: there are none, a file is missing, or annotated words are not in their sentence.
    """
    try:
        folder.stat()  # glob keeps to itself what is wrong with the folder, from Python 3.13 on
        annotated = sorted(folder.glob("*.jsonl"))
    except OSError as error:
        raise InputError(f"{folder}: {reason(error)}") from error
    if not annotated:
        raise InputError(f"{folder}: no annotated article; each is NAME.txt, .num and .jsonl")
    for path in annotated:
        text = _read(path.with_suffix(".txt"))
        sentences = _find_sentences(path.with_suffix(".num"), text)
        claims = _read_claims(path, text, sentences)
        yield GoldArticle(name=path.stem, text=text, claims=tuple(claims))


def as_scored(document: Document) -> tuple[Scored, ...]:
    """Return the claims of a document in the form in which they are compared."""
    cited = {claim for line in document.summary[:5] for claim in line.claims}
    return tuple(_from_record(claim, key=claim.id in cited) for claim in document.claims)


def _from_record(claim: Claim, *, key: bool) -> Scored:
    one = {name: getattr(claim, name) for name in ("who", "what", "target", "source", "cue")}
    slots: dict[str, tuple[Span, ...]] = {
        name: ((part.start, part.end),) if part else () for name, part in one.items()
    }
    slots["where"] = tuple((place.start, place.end) for place in claim.where)
    slots["when"] = tuple((time.start, time.end) for time in claim.when)
    return Scored(
        predicate=(claim.predicate.start, claim.predicate.end),
        slots=slots,
        negative=claim.polarity == "negative",
        certainty=claim.certainty,
        quote=claim.quote,
        key=key,
    )


def _read(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():  # a pipe would block for ever
            raise InputError(f"{path}: not a file")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise InputError(f"{path}: more than {MAX_BYTES:,} bytes")
        return data.decode("utf-8")
    except OSError as error:
        raise InputError(f"{path}: {reason(error)}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}") from error


def _lines(path: Path) -> list[str]:
    return _read(path).removeprefix("\ufeff").splitlines()  # some editors write such a mark


def _find_sentences(path: Path, text: str) -> dict[int, Span]:
    found: dict[int, Span] = {}
    at = 0
    for line in _lines(path):
        number, _, sentence = line.partition("\t")
        start = text.find(sentence, at)
        if not re.fullmatch(r"S\d{1,9}", number) or start < 0:
            raise InputError(f"{path}: {number[:20]}: not in the article, or out of order")
        at = start + len(sentence)
        found[int(number[1:])] = (start, at)
    return found


def _read_claims(path: Path, text: str, sentences: dict[int, Span]) -> Iterator[Scored]:
    adapter = TypeAdapter(Annotation)
    for n, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            annotation = adapter.validate_json(line)
            here = sentences[annotation.s]
            there = sentences[annotation.source_s or annotation.s]
        except ValidationError as error:
            raise InputError(f"{path}:{n}: {_problem(error)}") from error
        except KeyError as error:
            raise InputError(f"{path}:{n}: no sentence S{error.args[0]}") from error
        try:
            yield _locate_all(annotation, text, here, there)
        except LookupError as error:
            raise InputError(f"{path}:{n}: {error.args[0]!r} is not in its sentence") from error


def _problem(error: ValidationError) -> str:
    first = error.errors()[0]
    if first["type"] == "unexpected_keyword_argument":
        return f"unknown key {first['loc'][0]!r}"
    if first["type"] == "json_invalid":  # its line is always the first, of one
        return first["msg"].lower().replace(" line 1 column", " column")
    return ": ".join(map(str, (*first["loc"], first["msg"].lower())))


def _locate_all(annotation: Annotation, text: str, here: Span, there: Span) -> Scored:
    predicate = _locate(text, here, annotation.pred, None)
    slots: dict[str, tuple[Span, ...]] = {}
    for name in ("who", "what", "target"):
        value = getattr(annotation, name)
        slots[name] = (_locate(text, here, value, predicate[0]),) if value else ()
    for name in ("where", "when"):
        values = getattr(annotation, name)
        slots[name] = tuple(_locate(text, here, value, predicate[1]) for value in values)
    for name in ("source", "cue"):
        value = getattr(annotation, name)
        slots[name] = (_locate_either(text, there, here, value, predicate[0]),) if value else ()
    return Scored(
        predicate=predicate,
        slots=slots,
        negative=annotation.polarity == "-",
        certainty=annotation.certainty,
        quote=annotation.quote,
        optional=annotation.optional,
        key=annotation.key,
    )


def _locate_either(text: str, first: Span, second: Span, words: str, anchor: int) -> Span:
    try:
        return _locate(text, first, words, anchor)
    except LookupError:
        return _locate(text, second, words, anchor)


def _locate(text: str, sentence: Span, words: str, anchor: int | None) -> Span:
    """Return where ``words`` stand in their sentence: of several places the nearest to ``anchor``.

    Raises:
        LookupError: they are not there.
    """
    start, end = sentence
    numbered = re.fullmatch(r"(.+)#([1-9]\d{0,8})", words, re.DOTALL)
    if numbered and words not in text[start:end]:
        sought, nth = numbered.group(1), int(numbered.group(2))
    else:
        sought, nth = words, 0 if anchor is not None else 1
    places = [match.start() + start for match in re.finditer(re.escape(sought), text[start:end])]
    if len(places) < max(nth, 1):
        raise LookupError(words)
    if nth or anchor is None:
        at = places[nth - 1]
    else:
        whole = [at for at in places if not (at and text[at - 1].isalnum() and sought[0].isalnum())]
        at = min(whole or places, key=lambda at: abs(at - anchor))
    return at, at + len(sought)
