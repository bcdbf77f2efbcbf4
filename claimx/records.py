"""The record types, schema ``claimx/1``: what an article comes to, as frozen values without spaCy.

Every ``start`` and ``end`` counts code points into the article's text as read and is half-open:
``text[start:end] == exact``.  Field order is the key order of the JSON; every key is always there,
``None`` or an empty tuple when there is nothing to say.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA = "claimx/1"

Voice = Literal["active", "passive"]
Tense = Literal["past", "present", "future"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
MentionKind = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the article: ``text[start:end] == exact``."""

    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody or something in a claim; ``name`` is the fullest name known, ``entity`` its id."""

    exact: str
    start: int
    end: int
    name: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """The verb group, with the lemma of its main verb; ``tense`` is None for a non-finite one."""

    exact: str
    start: int
    end: int
    lemma: str
    voice: Voice
    tense: Tense | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that attribute a claim to its source: "said", "according to", "reportedly"."""

    exact: str
    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the map: ISO 3166-1 alpha-2 country, GeoNames id, degrees (WGS 84), kind."""

    name: str
    country: str | None
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place phrase and, where it can be told, the place on the map."""

    exact: str
    start: int
    end: int
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time phrase with its TIMEX3 value, EDTF form and first and last day (ISO 8601)."""

    exact: str
    start: int
    end: int
    timex: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where the claim stands, as W3C text-position and text-quote selectors.

    ``line``, ``column``, ``paragraph`` and ``sentence`` count from 1; the span is that of the
    claim's sentence; ``prefix`` and ``suffix`` are up to 32 code points on either side.
    """

    line: int
    column: int
    paragraph: int
    sentence: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One predication that the article, or a source it cites, presents as information."""

    n: int
    id: str
    text: str
    standalone: str
    who: Party | None
    what: Stretch
    predicate: Predicate
    target: Party | None
    actor: Party | None
    where: tuple[Where, ...]
    when: tuple[When, ...]
    why: tuple[Stretch, ...]
    source: Party | None
    cue: Cue | None
    quote: QuoteKind | None
    attribution: str | None
    finite: bool
    polarity: Polarity
    certainty: Certainty
    factuality: str
    citation: Citation
    salience: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody's saying, thinking or feeling: source, cue and content (PARC 3.0, PolNeAR)."""

    id: str
    source: Party | None
    cue: Cue | None
    content: tuple[Stretch, ...]
    quote: QuoteKind
    entity: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention; ``metonym`` where a place's name stands for its people: "Moscow said"."""

    exact: str
    start: int
    end: int
    kind: MentionKind
    metonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Everything the article calls by one name; ``label`` is a spaCy entity type."""

    id: str
    name: str
    label: str
    mentions: tuple[Mention, ...]
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One fact of a claim as subject, relation and object, in the sense of BenchIE's triples."""

    claim: str | None
    subject: str
    relation: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A phrase of the article that answers one question about its main event."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Who, what, when, where, why and how of the article's main event."""

    who: Answer | None = None
    what: Answer | None = None
    when: Answer | None = None
    where: Answer | None = None
    why: Answer | None = None
    how: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """A sentence that stands alone, the ids of the claims it rests on, and where they stand."""

    text: str
    claims: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The language model that read the article."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article: ``id`` is the first 16 hex digits of the SHA-256 of its text in UTF-8.

    ``language`` is "en" if the text reads so, else what the article states, else "und".
    """

    id: str
    path: str | None
    url: str | None
    title: str | None
    published: str | None
    date_source: str | None
    author: str | None
    language: str
    words: int
    sentences: int
    model: Model
    claimx: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything found in one article."""

    schema: str
    document: Source
    brief: Brief
    summary: tuple[SummaryLine, ...]
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]

    def triples(self) -> list[tuple[str, str, str]]:
        """Return the facts as (subject, relation, object), in text order."""
        return [(fact.subject, fact.relation, fact.object) for fact in self.relations]

    def to_dict(self) -> dict[str, Any]:
        """Return the document as JSON-ready values, keys in schema order."""
        result: dict[str, Any] = _adapter().dump_python(self, mode="json")
        return result

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the document as JSON text, UTF-8 kept as it is."""
        return _adapter().dump_json(self, indent=indent).decode()

    @classmethod
    def from_json(cls, data: str | bytes) -> "Document":
        """Read what :meth:`to_json` wrote; raises ``pydantic.ValidationError`` on anything else."""
        return _adapter().validate_json(data)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **_adapter().json_schema(mode="serialization"),
    }


@cache
def _adapter() -> "TypeAdapter[Document]":
    from pydantic import TypeAdapter  # the half of what ``claimx --help`` would import

    return TypeAdapter(Document)
