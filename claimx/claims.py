"""From spans to records: clauses, attributions, entities, places and times become claims."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimx.article import Article
from claimx.doc import Doc, Span, Token
from claimx.records import (
    Attribution,
    Claim,
    Cue,
    Entity,
    Place,
    Predicate,
    QuoteKind,
    Relation,
    Stretch,
    When,
    Where,
)
from claimx.rules.attributed import Attributed
from claimx.rules.certainty import factuality, weakest
from claimx.rules.citation import Citer
from claimx.rules.clauses import Clause
from claimx.rules.cues import lemma_of
from claimx.rules.mentions import Cluster
from claimx.rules.naming import Names
from claimx.rules.quotations import find_quoted, quote_kind
from claimx.rules.sourcing import Sourced, Sources
from claimx.rules.standalone import write_standalone
from claimx.rules.time_phrases import fit, read_phrase
from claimx.rules.times import TimeExpression
from claimx.rules.triples import find_triples


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one article says, as records in text order."""

    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]


def document_id(text: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of ``text`` in UTF-8."""
    return _digest(text)


def claim_id(document: str, claim: Claim) -> str:
    """Return an id made of that of the document and of where the claim's words stand in it."""
    start = min(claim.predicate.start, claim.what.start)
    end = max(claim.predicate.end, claim.what.end)
    if claim.who is not None and claim.who.end <= claim.predicate.start:
        start = min(start, claim.who.start)
    return _digest(f"{document} {start} {end} {claim.predicate.start}")


def read_claims(
    doc: Doc,
    article: Article,
    *,
    clauses: Sequence[Clause],
    attributions: Sequence[Attributed],
    clusters: Sequence[Cluster],
    places: Sequence[tuple[Span, Place | None]],
    times: Sequence[TimeExpression],
) -> Read:
    """Return the claims of ``doc`` and what they refer to, in text order.

    A clause that only says or thinks what its content clause or quotation tells is no claim; its
    subject becomes the source of the content's claims.
    """
    names = Names(clusters, places)
    sources = Sources(attributions, clauses)
    listed = {n: f"a{n + 1}" for n, one in enumerate(attributions) if one.listed}
    records = _Records(doc, document_id(article.text), names, places, times, listed)
    kept = [clause for clause in clauses if not sources.is_saying(clause)]
    claims = tuple(
        records.claim(n, clause, sources.find(clause)) for n, clause in enumerate(kept, 1)
    )
    by_head = {clause.head.i: claim.id for clause, claim in zip(kept, claims, strict=True)}
    return Read(
        claims=claims,
        attributions=tuple(
            _attribution(name, attributions[n], names) for n, name in listed.items()
        ),
        entities=names.entities,
        relations=tuple(
            Relation(
                claim=by_head.get(triple.head.i),
                subject=triple.subject,
                relation=triple.relation,
                object=triple.object,
            )
            for triple in find_triples(doc)
        ),
    )


class _Records:
    """Makes the claim records of one Doc."""

    def __init__(
        self,
        doc: Doc,
        document: str,
        names: Names,
        places: Sequence[tuple[Span, Place | None]],
        times: Sequence[TimeExpression],
        listed: Mapping[int, str],
    ) -> None:
        self._doc = doc
        self._document = document
        self._names = names
        self._places = places
        self._times = times
        self._listed = listed
        self._citer = Citer(doc)
        self._quoted = find_quoted(doc)

    def claim(self, n: int, clause: Clause, sourced: Sourced | None) -> Claim:
        """Return ``clause`` as the ``n``-th claim, cited for ``sourced``."""
        grade = weakest(clause.certainty, *([sourced.certainty] if sourced else []))
        where = tuple(self._where(span) for span in clause.where)
        when = tuple(self._when(span) for span in clause.when)
        claim = Claim(
            n=n,
            id="",
            text=_wording(clause),
            standalone=write_standalone(clause, self._names, when),
            who=self._names.party(clause.who_head, clause.who),
            what=_stretch(clause.what),
            predicate=Predicate(
                exact=clause.predicate.text,
                start=clause.predicate.start_char,
                end=clause.predicate.end_char,
                lemma=clause.lemma,
                voice=clause.voice,
                tense=clause.tense,
            ),
            target=self._names.party(clause.target_head, clause.target),
            actor=self._names.party(clause.actor_head, clause.actor),
            where=where,
            when=when,
            why=tuple(_stretch(span) for span in clause.why),
            source=self._names.party(None, sourced.speaker) if sourced else None,
            cue=_cue(sourced.cue, sourced.lemma) if sourced and sourced.cue else None,
            quote=self._quote(clause) if sourced else None,
            attribution=_listed_id(sourced, self._listed),
            finite=clause.finite,
            polarity=clause.polarity,
            certainty=grade,
            factuality=factuality(grade, clause.polarity),
            citation=self._citer.cite(clause.head.idx),
            salience=0.0,
            rule=clause.rule,
        )
        return replace(claim, id=claim_id(self._document, claim))

    def _quote(self, clause: Clause) -> QuoteKind:
        spans = [clause.predicate, clause.what]
        if clause.who is not None and clause.rule in ("main", "content", "headline"):
            spans.append(clause.who)
        words: list[Token] = [token for span in spans for token in span]
        return quote_kind(words, self._quoted)

    def _where(self, span: Span) -> Where:
        inside = [
            (name, place)
            for name, place in self._places
            if span.start <= name.start and name.end <= span.end
        ]
        place = next((place for name, place in inside if name.root.i == span.root.i), None)
        if place is None:
            place = next((place for _, place in inside if place is not None), None)
        return as_where(span, place)

    def _when(self, span: Span) -> When:
        span = fit(span, self._times)
        return as_when(span, read_phrase(span, self._times))


def as_where(span: Span, place: Place | None) -> Where:
    """Return a place phrase as a record."""
    return Where(exact=span.text, start=span.start_char, end=span.end_char, place=place)


def as_when(span: Span, time: TimeExpression | None) -> When:
    """Return a time phrase as a record, with the value of ``time`` where it has one."""
    return When(
        exact=span.text,
        start=span.start_char,
        end=span.end_char,
        timex=time.timex if time else None,
        edtf=time.edtf if time else None,
        earliest=time.earliest if time else None,
        latest=time.latest if time else None,
    )


def _wording(clause: Clause) -> str:
    """Return subject and verb phrase in the article's own words."""
    who, what = clause.who, clause.what
    if who is None or what.start <= who.start < what.end:
        return what.text
    if who.end == what.start:
        return who.doc.span(who.start, what.end).text
    return f"{who.text} {what.text}"


def _stretch(span: Span) -> Stretch:
    return Stretch(exact=span.text, start=span.start_char, end=span.end_char)


def _cue(span: Span, lemma: str) -> Cue:
    return Cue(exact=span.text, start=span.start_char, end=span.end_char, lemma=lemma)


def _attribution(name: str, one: Attributed, names: Names) -> Attribution:
    cue = _cue(one.cue, lemma_of(one.cue)) if one.cue is not None else None
    source = names.party(None, one.source)
    return Attribution(
        id=name,
        source=source,
        cue=cue,
        content=tuple(_stretch(span) for span in one.content),
        quote=one.quote,
        entity=source.entity if source else None,
    )


def _listed_id(sourced: Sourced | None, listed: Mapping[int, str]) -> str | None:
    """Return the id of the attribution that a claim rests on, if it is among those listed."""
    if sourced is None or sourced.attribution is None:
        return None
    return listed.get(sourced.attribution)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
