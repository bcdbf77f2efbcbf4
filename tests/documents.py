"""Documents made by hand, so that formats are tested without a language model.

``write_claims`` finds the words of each row in the article, which keeps the offsets honest.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from claimx.article import Article
from claimx.records import (
    Answer,
    Attribution,
    Brief,
    Citation,
    Claim,
    Cue,
    Document,
    Entity,
    Mention,
    Model,
    Party,
    Place,
    Predicate,
    Relation,
    Source,
    Stretch,
    SummaryLine,
    When,
    Where,
)
from claimx.rendering import Reading

SAMPLES = Path(__file__).parent.parent / "samples"

GENEVA = Place(
    name="Geneva", country="CH", geonameid=2660646, latitude=46.2, longitude=6.15, kind="city"
)

TRUCE = (
    "Velmar and Norvenia Extend Truce\n\n"
    "GENEVA, March 14 (Agency) – Velmar and Norvenia have agreed to extend a ceasefire for two"
    " weeks, the Omani foreign ministry said on Friday.\n\n"
    "Irina Kostova flew to Geneva on Wednesday. “We are not walking away from this table,” she"
    " said. Reyl accused Norvenia of moving artillery because the truce “is a cover”.\n\n"
    "A Turkish official said Ankara might host a second round in April. Velmar is unlikely to"
    " accept observers.\n"
)

TRUCE_ROWS: tuple[Mapping[str, Any], ...] = (
    {
        "in": "GENEVA, March",
        "who": "Velmar and Norvenia",
        "what": "have agreed to extend a ceasefire for two weeks",
        "predicate": "have agreed to extend",
        "lemma": "extend",
        "target": "a ceasefire",
        "source": "the Omani foreign ministry",
        "cue": "said",
        "quote": "indirect",
        "salience": 0.9,
    },
    {
        "in": "Irina Kostova flew",
        "who": "Irina Kostova",
        "what": "flew to Geneva",
        "predicate": "flew",
        "where": [("Geneva", GENEVA)],
        "when": [("Wednesday", "2025-03-12")],
        "salience": 0.5,
    },
    {
        "in": "“We are not",
        "who": ("We", "Norvenia"),
        "what": "are not walking away from this table",
        "predicate": "are not walking away",
        "lemma": "walk",
        "source": ("she", "Irina Kostova"),
        "cue": "said",
        "quote": "direct",
        "polarity": "negative",
        "salience": 0.6,
    },
    {
        "in": "Reyl accused",
        "who": "Reyl",
        "what": "accused Norvenia of moving artillery",
        "predicate": "accused",
        "target": "Norvenia",
        "why": ["because the truce “is a cover”"],
        "salience": 0.55,
    },
    {
        "in": "Reyl accused",
        "who": "the truce",
        "what": "“is a cover”",
        "predicate": "is",
        "lemma": "be",
        "source": "Reyl",
        "cue": "accused",
        "quote": "mixed",
        "salience": 0.3,
    },
    {
        "in": "A Turkish official",
        "who": "Ankara",
        "what": "might host a second round",
        "predicate": "might host",
        "lemma": "host",
        "target": "a second round",
        "when": [("April", "2025-04")],
        "source": "A Turkish official",
        "cue": "said",
        "quote": "indirect",
        "certainty": "possible",
        "salience": 0.7,
    },
    {
        "in": "Velmar is unlikely",
        "who": "Velmar",
        "what": "is unlikely to accept observers",
        "predicate": "is unlikely to accept",
        "lemma": "accept",
        "target": "observers",
        "polarity": "negative",
        "certainty": "probable",
        "salience": 0.4,
    },
)


def sentence_at(text: str, words: str) -> tuple[int, int]:
    """Return the stretch from ``words`` to the end of its sentence, as simple as tests need it."""
    start = text.index(words)
    ends = [at + 1 for mark in ".!?" if (at := text.find(f"{mark}\n", start)) >= 0]
    ends += [at + 1 for mark in ".!?" if (at := text.find(f"{mark} ", start)) >= 0]
    ends += [at] if (at := text.find("\n\n", start)) >= 0 else []
    return start, min(ends, default=len(text))


def cite(text: str, start: int, end: int, sentence: int) -> Citation:
    """Return the citation of ``text[start:end]``."""
    head = text[:start]
    return Citation(
        line=head.count("\n") + 1,
        column=start - head.rfind("\n"),
        paragraph=head.count("\n\n") + 1,
        sentence=sentence,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
    )


def write_claims(
    article: Article, document_id: str, rows: Iterable[Mapping[str, Any]]
) -> tuple[Claim, ...]:
    """Return the claims that ``rows`` describe, each word list found in its sentence."""
    text, claims, sentences = article.text, [], []
    for n, row in enumerate(rows, 1):
        start, end = sentence_at(text, row["in"])
        sentences += [start] if start not in sentences else []

        def find(words: str, start: int = start) -> dict[str, Any]:
            at = text.index(words, start)
            return {"exact": words, "start": at, "end": at + len(words)}

        def party(value: Any, find: Any = find) -> Party | None:
            if value is None:
                return None
            words, name = value if isinstance(value, tuple) else (value, value)
            return Party(**find(words), name=name, entity=_entity_id(document_id, name))

        predicate = Predicate(
            **find(row["predicate"]),
            lemma=row.get("lemma", row["predicate"]),
            voice="active",
            tense="past",
        )
        what = Stretch(**find(row["what"]))
        who, source = party(row.get("who")), party(row.get("source"))
        cue = row.get("cue")
        certainty, polarity = row.get("certainty", "certain"), row.get("polarity", "positive")
        claims.append(
            Claim(
                n=n,
                id=_digest(f"{document_id} {start} {end} {predicate.start}"),
                text=f"{who.exact} {what.exact}" if who else what.exact,
                standalone=f"{who.name} {what.exact}." if who else f"{what.exact}.",
                who=who,
                what=what,
                predicate=predicate,
                target=party(row.get("target")),
                actor=party(row.get("actor")),
                where=tuple(Where(**find(w), place=p) for w, p in row.get("where", ())),
                when=tuple(_when(find(w), t) for w, t in row.get("when", ())),
                why=tuple(Stretch(**find(w)) for w in row.get("why", ())),
                source=source,
                cue=Cue(**find(cue), lemma=cue) if cue else None,
                quote=row.get("quote"),
                attribution=f"a{n}" if cue else None,
                finite=row.get("finite", True),
                polarity=polarity,
                certainty=certainty,
                factuality=("CT" if certainty == "certain" else "PS")
                + ("+" if polarity == "positive" else "-"),
                citation=cite(text, start, end, sentences.index(start) + 1),
                salience=row.get("salience", 0.0),
                rule="hand",
            )
        )
    return tuple(claims)


def write_document(article: Article, rows: Iterable[Mapping[str, Any]]) -> Document:
    """Return a whole document over ``rows``; all the rest of it follows from its claims."""
    document_id = _digest(article.text)
    claims = write_claims(article, document_id, rows)
    best = sorted(claims, key=lambda claim: -claim.salience)[:3]
    first = claims[0] if claims else None
    return Document(
        schema="claimx/1",
        document=Source(
            id=document_id,
            path=article.path,
            url=article.url,
            title=article.title,
            published=article.published,
            date_source=article.date_source,
            author=article.author,
            language="en",
            words=len(article.text.split()),
            sentences=len({claim.citation.start for claim in claims}),
            model=Model(name="by hand", version="0"),
            claimx="0.1.0",
        ),
        brief=Brief(
            who=first and first.who and _answer(first.who),
            what=first and _answer(first.what),
        ),
        summary=tuple(
            SummaryLine(text=claim.standalone, claims=(claim.id,), citation=claim.citation)
            for claim in best
        ),
        claims=claims,
        attributions=tuple(
            Attribution(
                id=claim.attribution,
                source=claim.source,
                cue=claim.cue,
                content=(claim.what,),
                quote=claim.quote or "indirect",
                entity=claim.source.entity if claim.source else None,
            )
            for claim in claims
            if claim.attribution
        ),
        entities=tuple(_entities(claims)),
        relations=tuple(
            Relation(
                claim=claim.id,
                subject=claim.who.exact,
                relation=claim.predicate.exact,
                object=claim.target.exact,
            )
            for claim in claims
            if claim.who and claim.target
        ),
    )


def truce() -> Reading:
    """Return the document that most tests use, with its article."""
    article = Article(
        text=TRUCE,
        path="truce.txt",
        title="Velmar and Norvenia Extend Truce",
        published="2025-03-14",
        date_source="option",
        url="https://news.example/truce",
    )
    return article, write_document(article, TRUCE_ROWS)


def one_claim(who: str, what: str, source: str = "Ana Ruiz") -> Reading:
    """Return a document of one sentence, for text that must not break a format."""
    article = Article(text=f"{who} {what}, {source} said.\n", path="odd.txt", title=f"{who} {what}")
    row = {
        "in": who,
        "who": who,
        "what": what,
        "predicate": what.split()[0],
        "source": source,
        "cue": "said",
        "quote": "indirect",
    }
    return article, write_document(article, [row])


def _when(found: dict[str, Any], value: str) -> When:
    day = value if len(value) == len("2025-03-12") else None
    return When(**found, timex=value, edtf=value, earliest=day, latest=day)


def _answer(value: Stretch | Party) -> Answer:
    return Answer(text=value.exact, start=value.start, end=value.end)


def _entities(claims: Iterable[Claim]) -> Iterable[Entity]:
    found: dict[str, tuple[str, list[Mention]]] = {}
    for claim in claims:
        for party in (claim.who, claim.target, claim.source):
            if party is not None and party.entity is not None:
                mention = Mention(
                    exact=party.exact,
                    start=party.start,
                    end=party.end,
                    kind="name" if party.exact == party.name else "pronoun",
                )
                mentions = found.setdefault(party.entity, (party.name or party.exact, []))[1]
                if mention not in mentions:
                    mentions.append(mention)
    for identifier, (name, mentions) in found.items():
        yield Entity(id=identifier, name=name, label="PERSON", mentions=tuple(mentions), place=None)


def _entity_id(document_id: str, name: str) -> str:
    return "e" + _digest(f"{document_id} {name}")[:6]


def _digest(value: str) -> str:
    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()[:16]
