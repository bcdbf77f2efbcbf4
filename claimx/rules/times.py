"""Expressions of time in a parsed Doc, with their values in the calendar.

The words come from the grammar of :mod:`claimx.timex` and from the entities DATE and TIME; the
parse says which "May" is a verb, which "2010" a number of things, and whether a clause looks back
or ahead.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from claimx.doc import Doc, Span, Token
from claimx.records import Tense
from claimx.timex.calendar import Value
from claimx.timex.reading import Found, Surroundings, read_times
from claimx.timex.words import context_words

_AHEAD = {"to", "until", "till", "for", "by"}
_COUNTED = {"nummod", "nummod:entity"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression: TIMEX3 value, EDTF form, first and last day; None where not known."""

    span: Span
    timex: str | None
    edtf: str | None
    earliest: str | None
    latest: str | None


def find_times(doc: Doc, published: date | None) -> list[TimeExpression]:
    """Return every expression of time in ``doc``, in text order, without overlaps.

    Relative ones are resolved against ``published``; without it they have no dates.  Leading
    prepositions are left out ("since 2005" gives "2005"; see :func:`bound`).
    """
    starts = [sent.start_char for sent in doc.sents]
    around = Surroundings(
        read_tense=lambda start, end: _read_tense(_span(doc, start, end)),
        number_sentence=lambda at: bisect_right(starts, at),
        is_other=lambda kind, start, end: _is_other(kind, doc, start, end),
    )
    found = read_times(doc.text, published, around)
    expressions = [_express(_trim(_span(doc, item.start, item.end)), item) for item in found]
    taken = {token.i for expression in expressions for token in expression.span}
    for entity in doc.ents:
        if entity.label_ not in ("DATE", "TIME") or any(token.i in taken for token in entity):
            continue
        # What "2014" counts, the parse has said; "a three-year-old" is no time.
        if not (all(token.like_num for token in entity) or entity[-1].lower_ == "old"):
            expressions.append(
                TimeExpression(span=entity, timex=None, edtf=None, earliest=None, latest=None)
            )
    return sorted(expressions, key=lambda expression: expression.span.start)


def bound(expression: TimeExpression, preposition: str) -> TimeExpression:
    """Return ``expression`` with the dates that a preposition before it gives it.

    "since 2005" is open to the end, "until" and "by" to the beginning; "before" and "after" leave
    the named time itself out.  Any other preposition changes nothing, nor does any before a
    duration.
    """
    first, last, edtf = expression.earliest, expression.latest, expression.edtf or ""
    word = preposition.lower()
    if first is None and last is None:
        return expression
    plain = edtf if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", edtf) and edtf[5:7] <= "12" else None
    if word in ("since", "from") and first:
        return replace(expression, edtf=f"{plain or first}/..", latest=None)
    if word in ("until", "till", "til", "by") and last:
        return replace(expression, edtf=f"../{plain or last}", earliest=None)
    if word in ("after", "following") and last and last < date.max.isoformat():
        start = date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat()
        return replace(expression, edtf=f"{start}/..", earliest=start, latest=None)
    if word in ("before", "prior") and first and first > date.min.isoformat():
        end = date.fromordinal(date.fromisoformat(first).toordinal() - 1).isoformat()
        return replace(expression, edtf=f"../{end}", earliest=None, latest=end)
    return expression


def _express(span: Span, found: Found) -> TimeExpression:
    value: Value = found.value
    return TimeExpression(
        span=span,
        timex=value.timex,
        edtf=value.edtf,
        earliest=value.first.isoformat() if value.first else None,
        latest=value.last.isoformat() if value.last else None,
    )


def _span(doc: Doc, start: int, end: int) -> Span:
    span = doc.char_span(start, end)
    return span if span is not None else doc.span(0, 0)


def _trim(span: Span) -> Span:
    """Return ``span`` without the white space and clitics that widening may have caught."""
    start, end = span.start, span.end
    while start < end - 1 and (span.doc[start].is_space or span.doc[start].is_bracket):
        start += 1
    while end - 1 > start and (span.doc[end - 1].is_space or span.doc[end - 1].tag_ == "POS"):
        end -= 1
    return span.doc.span(start, end)


def _is_other(kind: str, doc: Doc, start: int, end: int) -> bool:
    """Say whether the words are no expression of time here, as far as the parse can tell."""
    span = _span(doc, start, end)
    if not span or any(token.like_url or token.like_email for token in span):
        return True
    return kind in _CHECKS and _CHECKS[kind](span)


def _is_no_month(span: Span) -> bool:
    """A bare month is a name of its own: no verb, no part of a person's name."""
    token = span[-1]
    if token.tag_ == "MD" or token.pos_ in ("VERB", "AUX", "ADJ"):
        return True
    return token.ent_type_ in ("PERSON", "ORG", "GPE", "LOC", "FAC")


def _beside(span: Span) -> tuple[str, str]:
    """Return two characters before and three after, joined from the tokens next to the span."""
    doc = span.doc
    before = "".join(token.text_with_ws for token in doc[max(0, span.start - 2) : span.start])
    after = "".join(token.text_with_ws for token in doc[span.end : span.end + 3])
    return before[-2:], (span[-1].whitespace_ + after)[:3]


def _is_no_year(span: Span) -> bool:
    """A bare figure counts things when the parse says so and the things are many: "2010 people"."""
    token = span[-1]
    previous, after = _beside(span)
    if after[:1] in ("%", "°") or previous[-1:] in ("-", "/"):
        return after[:1] in ("%", "°") or previous[-2:-1].isalpha()
    head = token.head
    counts = token.dep_ in _COUNTED and head.i > token.i and head.tag_ in ("NNS", "NNPS")
    early = int(token.text[-4:]) < 1700 if token.text[-4:].isdigit() else False
    if early and not counts:
        before = token.nbor(-1).lower_ if token.i else ""
        return before not in _YEAR_BEFORE and not (span.start < token.i)
    return counts and not _is_event(head)


def _is_no_ancient_year(span: Span) -> bool:
    """Three figures are a year only as "in 348", "c. 314", "(314 – 368)" have them."""
    token = span[-1]
    before = token.nbor(-1).lower_ if token.i else ""
    named = before in ("in", "since", "until", "c.", "ca.", "circa", "–")
    loose = before in ("around", "about", "(", "-", "by", "from", "to", "or", "and", "when")
    if token.dep_.startswith(("nummod", "compound")) or not (named or loose):
        return True
    if token.dep_ == "obl":
        return False
    rest = _beside(span)[1].lstrip()
    return loose and rest[:1] not in tuple(").,;-–") and rest != ""


def _is_no_season(span: Span) -> bool:
    """A bare season is a noun that describes no other; "spring" and "fall" need a preposition too.

    "a fall in prices", "the fall of Rome", "a hot spring" are none.
    """
    token = span[-1]
    if token.pos_ not in ("NOUN", "PROPN", "X", "") or token.dep_ in ("compound", "amod"):
        return True
    if token.ent_type_ in ("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT"):
        return True
    if token.lower_ in ("summer", "winter", "autumn"):
        return not token.doc.is_parsed
    before = span[0].nbor(-1).lower_ if span[0].i else ""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return before not in _SEASON_BEFORE or after in ("of", "in")


def _is_no_period(span: Span) -> bool:
    """A war inside a longer name is none: "Daughters of the American Revolution"."""
    if span.root.ent_type_ in ("ORG", "FAC", "PERSON", "GPE", "LOC"):
        return True
    before = span[0].nbor(-2) if span[0].i > 1 else None
    return before is not None and before.pos_ == "PROPN" and span[0].nbor(-1).lower_ == "of"


def _is_no_holiday(span: Span) -> bool:
    """A holiday that only describes is none: "Christmas trees", "an Easter parade"."""
    return span.root.dep_ in ("compound", "amod") or span.root.ent_type_ in ("PERSON", "ORG")


def _is_event(token: Token) -> bool:
    """Say whether a plural stands for an event that years tell apart: "the 2014 protests"."""
    return token.lemma_ in context_words("yearly")


_SEASON_BEFORE = {"in", "during", "by", "since", "until", "over", "throughout"}
_YEAR_BEFORE = set(
    "in since until till from to by of around about circa c. ca. between after before during and "
    "or ( – - — , early late year ;".split()
)


def _is_no_adverb(span: Span) -> bool:
    """An adverb of time hangs on a predicate; "the later bridge" and "daily paper" have none."""
    token = span.root
    if not token.doc.is_parsed:
        return False
    if token.pos_ in ("ADJ", "NOUN") and len(span) == 1:
        return True
    if len(span) == 1:
        return token.dep_ not in ("advmod", "root", "obl", "obl:unmarked") or token.head.pos_ in (
            "NOUN", "ADV", "NUM", "PROPN",
        ) and not any(child.dep_ == "cop" for child in token.head.children)  # fmt: skip
    return False


def _is_no_plural(span: Span) -> bool:
    return span[-1].tag_ == "POS"


_CHECKS: dict[str, Callable[[Span], bool]] = {
    "month": _is_no_month,
    "year": _is_no_year,
    "ancient": _is_no_ancient_year,
    "season": _is_no_season,
    "period": _is_no_period,
    "holiday": _is_no_holiday,
    "dated season": lambda span: any(token.pos_ == "VERB" for token in span),
    "adverb": _is_no_adverb,
    "plural": _is_no_plural,
}


def _read_tense(span: Span) -> Tense | None:
    """Return the tense of the clause around ``span``; None where there is no verb to ask."""
    if not span or not span.doc.is_parsed:
        return None
    token = span.root
    prepositions = {
        child.lower_ for child in token.children if child.dep_ == "case" and child.tag_ != "POS"
    }
    if "since" in prepositions:
        return "past"
    if any(child.lower_ == "ahead" for part in (token, token.head) for child in part.lefts):
        return "future"  # "fell ahead of Friday's vote"
    if token.dep_ != "obl" and any(
        child.lower_ in ("after", "following", "since") for child in token.head.lefts
    ):
        return "past"  # "to help after the June 22 earthquake"
    if token.head.lemma_ in context_words("moved") and prepositions & _AHEAD:
        return "future"
    before = next((t for t in reversed(span.doc[: span.start]) if t.dep_ != "case"), None)
    if before is not None and before.tag_ == "VBD" and before.i >= span.start - 2:
        return "past"  # "the bank said Monday", wherever the parse hangs it
    tense = _governing_tense(token)
    if tense == "present" and not prepositions and token.dep_.startswith(("nmod", "compound")):
        return "past"  # "Friday's vote leaves the party split"
    if tense == "present" and prepositions & _AHEAD:
        return "future"  # "is sold out until the summer"
    return tense


def _governing_tense(token: Token) -> Tense | None:
    for _ in range(25):  # no clause is deeper; a broken tree may be a circle
        tense = _tense_of(token)
        if tense or token.head == token:
            return tense
        token = token.head
    return None


def _tense_of(token: Token) -> Tense | None:
    """Return the tense of a predicate, None for a word that has none of its own."""
    helpers = [
        child
        for child in token.children
        if child.dep_.startswith(("aux", "cop")) or child.tag_ == "TO"
    ]
    forms = {helper.tag_ for helper in helpers}
    lemmas = {helper.lower_ for helper in helpers}
    if lemmas & {"will", "'ll", "’ll", "wo", "shall"}:
        return "future"
    if token.dep_ in ("xcomp", "acl", "advcl") and "to" in lemmas:
        head = token.head
        if head.lemma_ in context_words("ahead") or token.dep_ != "xcomp":
            return "future"
        return _tense_of(head)
    if "to" in lemmas and forms & {"VBZ", "VBP"}:
        return "future"  # "is to be held"
    if "VBD" in forms or token.tag_ == "VBD" or lemmas & {"have", "has", "'ve", "’ve"}:
        return "past"
    if forms & {"VBZ", "VBP"}:
        if token.lemma_ in context_words("ahead"):
            return "future"  # "Friday's vote is expected to be close"
        if token.tag_ == "VBG" and lemmas & {"am", "is", "are", "'s", "’s", "'re", "’re", "'m"}:
            return "future"  # "is meeting them on Friday"
        return "present"
    if token.tag_ in ("VBZ", "VBP"):
        return "present"
    if token.tag_ == "VBN" and not helpers and token.dep_ in ("acl", "advcl"):
        return "past"  # "a treaty signed in March"
    if forms & {"MD"}:
        return "future" if lemmas & {"may", "might", "can", "must", "should"} else None
    return None
