"""Which OntoNotes type a name has, from the model's label and the words in it."""

import re

from spacy.tokens import Span

from claimx.language.entity_words import is_at, words_of

FIGURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
ROAD = re.compile(r"[A-Z]{1,2}-?\d{1,4}")
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
HOLIDAYS = frozenset({"day", "eve"})
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central north-east "
    "north-west south-east south-west northeast northwest southeast southwest upper "
    "lower greater sub-saharan".split()
)


def read_label(ent: Span) -> str:
    """Return the OntoNotes type of a name from its model label and its words."""
    words = [token.lower_ for token in ent if not token.is_space]
    text = " ".join(words)
    if text in words_of("org_name") and ent.label_ not in FIGURES:
        return "ORG"
    if text in words_of("people") and ent.label_ not in FIGURES:
        return "NORP"
    if ent.label_ == "MISC" and len(words) > 1 and any(c.isdigit() for c in words[-1]):
        return "FAC" if words[0] in words_of("fac_head") | words_of("road") else "PRODUCT"
    if ROAD.fullmatch(ent.text) and is_at(ent.doc, ent.end, words_of("road")):
        return "FAC"
    if ent.label_ == "MISC" and (set(words) <= DAYS or words[-1] in HOLIDAYS):
        return "DATE"  # "Monday", "Labour Day"
    if ent.label_ == "MISC" and words[0] == "model" and len(words) > 1:
        return "PRODUCT"
    if ent.label_ == "LOC" or ent.label_ == "FAC" and words[0] == "port":
        return _place_label(text, words)
    if ent.label_ == "PERSON" and len(words) > 1 and words[-1] in words_of("firm_end"):
        return "ORG"
    if ent.label_ in ("MISC", "FAC") and _is_event(text, words):
        return "EVENT"
    if ent.label_ == "ORG" and words[-1] in ("olympics", "games", "war") and len(words) > 1:
        return "EVENT"
    if ent.label_ == "DATE" and _is_clock(words):
        return "TIME"
    return ent.label_


def _place_label(text: str, words: list[str]) -> str:
    if text in words_of("gpe_name"):
        return "GPE"
    if text in words_of("loc_name"):
        return "LOC"
    heads = {words[0], words[-1]} | {
        words[i] for i in range(len(words) - 1) if words[i + 1] == "of"
    }
    if words[0] == "port" and "of" not in words:
        return "GPE"  # "Port Sudan"
    if len(words) > 1 and heads & words_of("fac_head"):
        return "FAC"
    if len(words) > 1 and heads & words_of("loc_head"):
        return "LOC"
    rest = list(words)
    while rest and rest[0] in DIRECTIONS:
        rest.pop(0)
    is_region = " ".join(rest) in words_of("loc_name") and len(rest) < len(words)
    return "LOC" if is_region else "GPE"


def _is_event(text: str, words: list[str]) -> bool:
    if text in words_of("event_head") and text not in ("open", "spring", "league", "cup"):
        return True
    heads = {words[-1], words[0]} | {
        words[i] for i in range(len(words) - 1) if words[i + 1] == "of"
    }
    return len(words) > 1 and bool(heads & words_of("event_head"))


def _is_clock(words: list[str]) -> bool:
    clock = words_of("clock_unit") | words_of("day_part") | {"am", "pm", "a.m.", "p.m."}
    return words[-1] in clock and words[-1] != "second"
