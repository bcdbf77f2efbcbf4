"""A claim as a sentence that can be quoted alone.

Pronouns and vague subjects give way to the name in [brackets], a relative clause gets its
antecedent, a missing "be" is put in, and a relative time gets its date.  What makes the clause less
certain stays in it: "Perhaps the mill closed" is "The mill closed, perhaps."
"""

from collections.abc import Iterator, Sequence

from claimx.doc import Span, Token
from claimx.records import When
from claimx.rules.certainty import hedging_adverbs
from claimx.rules.clauses import Clause
from claimx.rules.naming import Names
from claimx.rules.predicates import helpers, is_headline, is_verbal, tense
from claimx.rules.tree import first_child, governing, mark

_POSSESSIVES = frozenset({"his", "her", "its", "their", "my"})
_THIRD = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
_FIRST = {
    "am": "is",
    "have": "has",
    "'m": "is",
    "’m": "is",
    "'ve": "has",
    "’ve": "has",
    "do": "does",
}
_PARTICIPLES = frozenset({"participle", "gerund"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def write_standalone(clause: Clause, names: Names, when: Sequence[When]) -> str:
    """Return the clause as one sentence with a capital and a full stop."""
    what = _inside(_what(clause, names, when), clause.what[0])
    if clause.head.lemma_ == "be" and _there(clause) is not None:
        words = f"There {what}"
    elif clause.who is None and clause.head.tag_ == "VBG" and not clause.finite:
        words = f"[This {'was' if _is_past(clause) else 'is'}] {what}"
    elif clause.who is None:
        words = what
    else:
        words = f"{_who(clause, names)} {_be(clause)}{what}"
    if _is_gap(clause) and clause.target is not None:
        words = f"{words} {_inside(_replace(clause.target, names, when), clause.target[0])}"
    framed = [
        text for span in (*clause.where, *clause.when) if (text := _frame(clause, span, when))
    ]
    words = ", ".join([" ".join([words, *framed]).strip(" ,;:"), *_hedges(clause)])
    if words[:1].islower():
        words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?", ".”", '."')) else f"{words}."


def _hedges(clause: Clause) -> Iterator[str]:
    """Yield the hedging adverbs of a clause that stand outside its ``what``."""
    for verb in clause.verbs:
        for word in hedging_adverbs(verb):
            if not clause.what.start <= word.i < clause.what.end:
                yield word.lower_


def _inside(text: str, first: Token) -> str:
    """Return words that ``first`` begins, without the capital that it has as a sentence opens."""
    before = first.doc[first.sent.start : first.i]
    opens = all(token.is_punct or token.is_space for token in before)
    named = first.pos_ == "PROPN" or first.ent_type_ or first.text == "I"
    if not opens or named or not first.is_title:
        return text
    return text[:1].lower() + text[1:]


def _is_gap(clause: Clause) -> bool:
    """Tell whether a relative clause has its antecedent as object: "the line (that) it signed"."""
    target = clause.target
    if clause.rule != "relative" or target is None or clause.voice == "passive":
        return False
    return target.end <= clause.predicate.start and target != clause.who


def _there(clause: Clause) -> Token | None:
    there = first_child(clause.head, "expl")
    return there if there is not None and there.lower_ == "there" else None


def _who(clause: Clause, names: Names) -> str:
    assert clause.who is not None
    head = clause.who_head if clause.who_head is not None else clause.who.root
    name, _ = names.find(head, clause.who)
    vague = head.pos_ == "PRON" or (head.pos_ == "NOUN" and len(clause.who) <= 3)
    if name is not None and vague and not any(t.pos_ == "PROPN" for t in clause.who):
        return f"[{name}]"
    return _replace(clause.who, names, ())


def _what(clause: Clause, names: Names, when: Sequence[When]) -> str:
    text = _replace(clause.what, names, when)
    head = clause.who_head
    if head is None or head.lower_ != "i" or head.i not in names.pronouns:
        return text
    first, _, rest = text.partition(" ")
    if first.lower() in _FIRST:
        return f"[{_FIRST[first.lower()]}] {rest}".strip()
    if clause.head.tag_ == "VBP" and clause.predicate[0].i == clause.head.i:
        return f"[{_third_person(clause.head.lemma_)}] {rest}".strip()
    return text


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


def _be(clause: Clause) -> str:
    """Return the "be" that a headline or a participle leaves out, in brackets, or ""."""
    head = clause.head
    bare = not helpers(head) and (clause.rule in _PARTICIPLES or is_headline(head))
    if not bare:
        return "[sought] " if clause.rule in ("purpose",) and clause.who is not None else ""
    if clause.rule not in _PARTICIPLES and is_verbal(head) and head.tag_ not in ("VBN", "VBG"):
        return ""
    if clause.rule == "headline":
        return "[are] " if _is_plural(clause) else "[is] "
    past = _is_past(clause)
    if _is_plural(clause):
        be = "were" if past else "are"
    else:
        be = "was" if past else "is"
    return f"[{be} not] " if mark(head) == "without" else f"[{be}] "


def _is_past(clause: Clause) -> bool:
    """Tell whether the verb above a clause without one of its own is in the past."""
    above = governing(clause.head)
    return above is not None and tense(above) == "past"


def _is_plural(clause: Clause) -> bool:
    head = clause.who_head
    if head is None:
        return False
    if head.tag_ == "CD" and head.lower_ not in ("one", "1"):
        return True
    if head.tag_ in _PLURAL_TAGS or head.lower_ in ("they", "we", "you", "these", "those"):
        return True
    return any(child.dep_ == "conj" for child in head.children)


def _replace(span: Span, names: Names, when: Sequence[When]) -> str:
    """Return the words of ``span``, resolved pronouns and relative times in brackets."""
    dates = {one.end: one for one in when}
    parts: list[str] = []
    for token in span:
        if token.is_space:
            continue
        text = token.text
        name = names.pronouns.get(token.i)
        if name is not None and token.lower_ in _THIRD and not _is_own(token, span):
            possessive = token.lower_ in _POSSESSIVES and token.tag_ == "PRP$"
            text = f"[{name}’s]" if possessive else f"[{name}]"
        parts.append(text + (" " if token.whitespace_ else ""))
        at = token.idx + len(token)
        if at in dates and (date := _date(dates[at])):
            parts[-1] = f"{parts[-1].rstrip()} {date}" + (" " if token.whitespace_ else "")
        following = token.i + 1 < len(token.doc) and token.doc[token.i + 1].is_space
        if following and not token.whitespace_:
            parts[-1] += " "
    return _unquote("".join(parts).strip())


def _is_own(token: Token, span: Span) -> bool:
    """Tell whether "its" points back inside the same span, where it can be understood."""
    return token.tag_ == "PRP$" and any(
        other.i < token.i and other.pos_ in ("PROPN", "NOUN") and other.dep_.startswith("nsubj")
        for other in span
    )


def _date(one: When) -> str | None:
    """Return the date of a relative time, in brackets; None when the words tell it themselves."""
    if one.earliest is None or any(char.isdigit() for char in one.exact):
        return None
    if one.earliest == one.latest:
        return f"[{one.earliest}]"
    return f"[{one.edtf}]" if one.edtf else None


def _frame(clause: Clause, span: Span, when: Sequence[When]) -> str | None:
    """Return a place or time that stands outside ``what``, with its preposition."""
    inside = clause.what.start <= span.start and span.end <= clause.what.end
    if inside or (clause.who is not None and clause.who.start <= span.start < clause.who.end):
        return None
    if abs(span.start - clause.predicate.start) > 60:
        return None
    doc = span.doc
    start = span.start
    edge = span.root.left_edge.i
    if start - 4 <= edge < start:
        start = edge
    while start < span.start and (doc[start].is_punct or doc[start].is_space):
        start += 1
    dates = {one.start: one for one in when}
    one = dates.get(span.start_char)
    end = max(span.end_char, one.end if one is not None else 0)
    words = str(doc.char_span(doc[start].idx, end))
    lead = _inside(words, doc[start])
    date = _date(one) if one is not None else None
    return " ".join(f"{lead} {date}".split()) if date else " ".join(lead.split())


def _unquote(text: str) -> str:
    """Return ``text`` without quotation marks that have lost their partner."""
    for opening, closing in (("“", "”"), ('"', '"'), ("‘", "’")):
        if opening == closing:
            if text.count(opening) % 2:
                text = text.replace(opening, "")
        elif opening != "‘" and text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text
