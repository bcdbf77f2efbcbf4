"""Base forms of words from their form and tags: "were" AUX → "be", "cities" NOUN → "city".

A table of endings, the longest that fits decides; a whole word, written with a leading "^", is the
longest ending of all, so irregular forms need no list of their own. These are the ripple-down
rules of LemmaGen (Jursic et al. 2010) without their exceptions to exceptions. The table
``lemmas.tsv`` is derived from treebanks by ``python -m claimx.model.lemma_table``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Token

TABLE = "lemmas.tsv"
WHOLE = "^"
PREFIXES = (
    "counter",
    "inter",
    "under",
    "over",
    "fore",
    "with",
    "out",
    "mis",
    "pre",
    "up",
    "re",
    "un",
)
SHORT_SYLLABLE = re.compile(r"(?:qu|[^aeiou])+[aeiouy][bcdfgklmnpstvz](?:ed|ing)")
Case = Literal["lower", "keep"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Take ``cut`` letters off the end and put ``add`` there; ``case`` is that of the result."""

    cut: int
    add: str
    case: Case

    def apply(self, form: str) -> str:
        """Return the base form of ``form``."""
        stem = form[: len(form) - self.cut] if self.cut else form
        return (stem.lower() if self.case == "lower" else stem) + self.add


Endings = Mapping[str, Mapping[str, Edit]]
AS_IS = Edit(0, "", "lower")
VERB_FORMS = {"VB": "base", "VBP": "base", "MD": "base", "VBD": "ed", "VBN": "ed"}


def word_class(form: str, upos: str, xpos: str) -> str:
    """Return the part of the table that a word is looked up in.

    Past tense and participle are one class, since nearly every verb treats them alike. Case tells
    "Polish" from "polish", so classes that may keep a capital are parted by the shape of the word.
    """
    if upos in ("VERB", "AUX"):
        return f"{upos} {VERB_FORMS.get(xpos, xpos)}"
    shape = "a" if form.islower() else "Aa" if form[1:].islower() or len(form) == 1 else "AA"
    return f"{upos} {xpos} {shape}"


@lru_cache(maxsize=1 << 12)
def lemmatise(form: str, upos: str, xpos: str) -> str:
    """Return the base form; names keep their capitals, everything else is lower-case.

    A word that no ending fits comes back as it is, in lower case.
    """
    form = form.replace("’", "'")
    name = word_class(form, upos, xpos)
    endings = _table().get(name, {})
    word = form.lower()
    if WHOLE + word not in endings and name in ("VERB ed", "VERB base"):
        for prefix in PREFIXES:  # "overthrew" goes like "threw"
            if word.startswith(prefix) and WHOLE + word[len(prefix) :] in endings:
                word = word[len(prefix) :]
                break
    return find_edit(word, name, endings).apply(form) or form


def find_edit(word: str, name: str, endings: Mapping[str, Edit]) -> Edit:
    """Return the edit of the longest ending that ``word``, in lower case, has.

    A verb of one short syllable whose consonant is not doubled has lost an "e": "faded" is from
    "fade", since "fad" would give "fadded". Only a whole word in the table overrules that.
    """
    whole = endings.get(WHOLE + word)
    if whole:
        return whole
    if name in ("VERB ed", "VERB VBG") and SHORT_SYLLABLE.fullmatch(word):
        return Edit(1, "", "lower") if name == "VERB ed" else Edit(3, "e", "lower")
    for start in range(len(word)):
        edit = endings.get(word[start:])
        if edit:
            return edit
    return endings.get("", AS_IS)


def read_lemma(token: Token) -> str:
    """Return the base form of a token; "'s" is "have" before a past participle, else "be"."""
    lemma = lemmatise(token.text, token.pos_, token.tag_)
    if token.text.lower() in ("'s", "’s") and token.pos_ == "AUX":
        has_participle = token.dep_ == "aux" and token.head.tag_ == "VBN"
        return "have" if has_participle else "be"
    return lemma


@cache
def _table() -> Endings:
    table: dict[str, dict[str, Edit]] = {}
    text = files("claimx.language").joinpath(TABLE).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            name, ending, cut, add, case = line.split("\t")
            table.setdefault(name, {})[ending] = Edit(
                int(cut), add, "keep" if case == "keep" else "lower"
            )
    return table


class Lemmatiser:
    """Set ``token.lemma_`` of every token from its tags."""

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with lemmas; white space is its own."""
        for token in doc:
            token.lemma_ = token.text if token.is_space else read_lemma(token)
        return doc


@Language.factory("claimx_lemmas", requires=["token.tag", "token.pos"], assigns=["token.lemma"])
def make_lemmatiser(nlp: Language, name: str) -> Lemmatiser:
    """Return the component ``claimx_lemmas``."""
    return Lemmatiser()
