"""Attribution without a cue word in the verb's place: phrases, adverbs, headlines, transcripts.

"according to X", "in X's view", "reportedly"; "Minister: ...", "... - report"; "SMITH: ..." and
"Q: ..." at the head of a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claimx.doc import Doc, Token
from claimx.lexicon import Evidenced, read_lexicon
from claimx.rules.contents import subtree
from claimx.rules.cues import CuePhrase, cue_adverbs, cue_phrases
from claimx.rules.predicates import is_finite
from claimx.rules.quotations import paragraphs

_DASHES = frozenset({"-", "–", "—", "--"})
_CLAUSES = frozenset(
    {"root", "ccomp", "advcl", "acl", "parataxis", "conj", "csubj", "xcomp", "appos", "list"}
)
_LABEL = re.compile(r"(?:Q|A|Question|Answer)[.:]?|[A-Z][A-Z.'’-]+")
_OPEN = frozenset({"advcl", "acl", "xcomp", "conj"})
_INNER = frozenset(
    {"det", "det:predet", "compound", "amod", "nummod", "nmod:poss", "nmod:desc", "advmod"}
)
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers(Evidenced):
    """Nouns that can be a headline's source; see ``lexicons/cue_speakers.toml``."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A source, a cue and a content as token positions; ``source`` may be empty."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: frozenset[int]
    rule: str


@cache
def speakers() -> frozenset[str]:
    """Return the nouns that can stand alone as the source of a headline."""
    rows = read_lexicon("cue_speakers", "speakers", Speakers)
    return frozenset(word for row in rows for word in row.words)


def find_frames(doc: Doc) -> Iterator[Frame]:
    """Yield every attribution by phrase, adverb, headline colon or speaker label."""
    for token in doc:
        yield from _phrases(token)
        if token.lower_ in cue_adverbs() and token.dep_ == "advmod" and not _is_inside_noun(token):
            yield from _adverb(token)
    turns = list(_turns(doc))
    yield from turns
    if not turns:
        for start, end in paragraphs(doc):
            yield from _headline(doc, start, end)


def _is_inside_noun(adverb: Token) -> bool:
    """Say whether the adverb is about a figure or an adjective only: "seemingly endless plans"."""
    return adverb.head.dep_ in ("nummod", "amod", "advmod", "det")


def clause_of(token: Token) -> Token:
    """Return the head of the clause that ``token`` stands in."""
    here = token
    while here.relation not in _CLAUSES and here.head != here:
        here = here.head
    return here


def _phrases(token: Token) -> Iterator[Frame]:
    for phrase in _phrases_by_first_word().get(token.lower_, ()):
        frame = _phrase(token, phrase)
        if frame is not None:
            yield frame
            return


@cache
def _phrases_by_first_word() -> dict[str, tuple[CuePhrase, ...]]:
    table: dict[str, list[CuePhrase]] = {}
    for phrase in cue_phrases():
        table.setdefault(phrase.words.split()[0], []).append(phrase)
    return {word: tuple(rows) for word, rows in table.items()}


def _phrase(token: Token, phrase: CuePhrase) -> Frame | None:
    doc = token.doc
    before, _, after = phrase.words.partition("X")
    left, right = before.split(), after.split()
    if [t.lower_ for t in doc[token.i : token.i + len(left)]] != left:
        return None
    first = token.i + len(left)
    if first >= len(doc):
        return None
    if right:
        return _owned(doc, token, first, right[0])
    head = _phrase_head(doc, first)
    if head is None or not _can_speak(head, phrase):
        return None
    end = _phrase_end(head)
    if left[-1] in ("citing", "quoting"):
        return _citing(token, head, first, end)
    return _frame(doc, token, head, (first, end), (token.i, first))


def _frame(
    doc: Doc, token: Token, head: Token, source: tuple[int, int], cue: tuple[int, int]
) -> Frame | None:
    top = head
    while token.i <= top.i < source[1]:
        if top.head == top:
            return None
        top = top.head
    host = clause_of(top)
    while host.relation in _OPEN and host.head != host and not is_finite(host):
        host = clause_of(host.head)  # "A wall fell, killing two, according to X": all of it
    content = subtree(host) - set(range(cue[0], cue[1])) - set(range(*source))
    content -= {t.i for t in head.subtree}
    return Frame(source=source, cue=cue, content=frozenset(content), rule="phrase")


def _owned(doc: Doc, token: Token, first: int, noun: str) -> Frame | None:
    """ "in his view", "in the bank's opinion", "by his own account"."""
    for head in doc[first : first + 8]:
        if head.lower_ != noun:
            continue
        owner = next((c for c in head.children if c.dep_ == "nmod:poss"), None)
        if owner is None or owner.i < first:
            return None
        frame = _frame(doc, token, head, (owner.left_edge.i, head.i + 1), (token.i, head.i + 1))
        if frame is None:
            return None
        return replace(frame, source=(owner.left_edge.i, owner.i + 1), cue=(head.i, head.i + 1))
    return None


def _citing(token: Token, head: Token, first: int, end: int) -> Frame | None:
    """ "..., citing the mayor": what the main clause says comes from the mayor."""
    if token.tag_ != "VBG" or token.relation not in ("advcl", "acl", "parataxis", "xcomp"):
        return None
    host = token.head if token.head.pos_ in ("VERB", "AUX") else clause_of(token.head)
    said = next((c for c in host.children if c.dep_ in ("ccomp", "parataxis") and c != token), None)
    content = subtree(said or host, without=[token])
    return Frame(
        source=(first, end), cue=(token.i, first), content=frozenset(content), rule="phrase:citing"
    )


def _phrase_head(doc: Doc, first: int) -> Token | None:
    """Return the head of the noun phrase that begins at ``first``."""
    here = doc[first]
    while here.dep_ in _INNER and here.head != here and here.head.i > first:
        here = here.head
    return here if here.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ") else None


def _phrase_end(head: Token) -> int:
    end = head.i + 1
    for child in head.rights:
        loose = child.dep_ in ("acl:relcl", "parataxis", "punct", "conj") and _comma_before(child)
        if child.is_space or child.dep_ == "punct" or loose:
            continue
        end = max(end, child.right_edge.i + 1)
    while end > head.i + 1 and (head.doc[end - 1].is_punct and head.doc[end - 1].text != ")"):
        end -= 1
    return end


def _comma_before(child: Token) -> bool:
    left = child.left_edge.i
    return left > 0 and child.doc[left - 1].text in (",", ";") or child.left_edge.text in (",", ";")


def _can_speak(head: Token, phrase: CuePhrase) -> bool:
    """A bare common noun after "per" or "according to" is a measure: "per head", "to size"."""
    determined = any(
        c.dep_ in ("det", "nmod:poss", "amod", "nummod", "nmod")
        or (c.dep_ == "compound" and c.ent_type_ in _NAMES)
        for c in head.children
    )
    named = head.ent_type_ in _NAMES or head.pos_ in ("PROPN", "PRON")
    if phrase.words.startswith(("per ", "as per")):
        return named and head.pos_ != "PRON" or head.lower_ in speakers()
    plural = head.tag_ in ("NNS", "NNPS")
    return named or determined or plural or head.lower_ in speakers()


def _adverb(token: Token) -> Iterator[Frame]:
    """ "The chief has reportedly left": the clause, without a source."""
    host = token.head if token.head.pos_ in ("VERB", "AUX") else clause_of(token)
    content = subtree(host, without=[token])
    content -= {t.i for c in host.children if c.dep_ in ("mark", "cc") for t in c.subtree}
    yield Frame(source=None, cue=(token.i, token.i + 1), content=frozenset(content), rule="adverb")


def _headline(doc: Doc, start: int, end: int) -> Iterator[Frame]:
    """ "Minister: Bridge will stay closed", "Bridge will stay closed - report"."""
    words = [i for i in range(start, end) if not doc[i].is_space]
    if not 4 <= len(words) <= 25 or doc[words[-1]].text in (".", "!", "”", '"'):
        return
    colon = next((n for n, i in enumerate(words[:7]) if doc[i].text == ":"), None)
    if colon and _is_speaker(doc, words[0], words[colon]) and _has_verb(doc, words[colon + 1 :]):
        yield Frame(
            source=(words[0], words[colon]),
            cue=(words[colon], words[colon] + 1),
            content=frozenset(words[colon + 1 :]),
            rule="headline",
        )
    dash = next((n for n in range(len(words) - 2, 2, -1) if doc[words[n]].text in _DASHES), None)
    if dash and len(words) - dash < 7 and _is_speaker(doc, words[dash] + 1, words[-1] + 1):
        spaced = bool(doc[words[dash] - 1].whitespace_)
        if spaced and _has_verb(doc, words[:dash]):
            yield Frame(
                source=(words[dash + 1], words[-1] + 1),
                cue=(words[dash], words[dash] + 1),
                content=frozenset(words[:dash]),
                rule="headline",
            )


def _is_speaker(doc: Doc, start: int, end: int) -> bool:
    words = [t for t in doc[start:end] if not t.is_space]
    if not words or any(t.pos_ in ("VERB", "AUX") or t.is_punct and t.text != "." for t in words):
        return False
    return words[-1].lower_ in speakers() or words[-1].ent_type_ in _NAMES


def _has_verb(doc: Doc, words: list[int]) -> bool:
    return any(doc[i].pos_ in ("VERB", "AUX") for i in words)


def _turns(doc: Doc) -> Iterator[Frame]:
    """Transcripts and interviews: paragraphs that open with a speaker's label and a colon.

    One labelled paragraph proves nothing ("WASHINGTON: ..."); two or more do, and then paragraphs
    without a label go on with the last speaker's words.
    """
    blocks = [[i for i in range(*block) if not doc[i].is_space] for block in paragraphs(doc)]
    labels = [_label(doc, words) for words in blocks]
    if sum(end is not None for end in labels) < 2:
        return
    last: tuple[tuple[int, int], tuple[int, int]] | None = None
    content: list[int] = []
    for words, end in zip(blocks, labels, strict=True):
        if end is None:
            content += words if last is not None else []
            continue
        if last is not None and content:
            yield Frame(source=last[0], cue=last[1], content=frozenset(content), rule="turn")
        last = ((words[0], words[end]), (words[end], words[end] + 1))
        content = words[end + 1 :]
    if last is not None and content:
        yield Frame(source=last[0], cue=last[1], content=frozenset(content), rule="turn")


def _label(doc: Doc, words: list[int]) -> int | None:
    """Return where in ``words`` the colon of a speaker's label stands, or None without a label."""
    for n, i in enumerate(words[:6]):
        if doc[i].text == ":" or (n == 1 and doc[i].text == "." and doc[words[0]].text in "QA"):
            label = [doc[k].text for k in words[:n]]
            if n and all(_LABEL.fullmatch(text) or text == "." for text in label):
                return n
            return None
    return None
