"""Who is cited for a clause: the innermost attribution whose content it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.doc import Span, Token
from claimx.records import Certainty
from claimx.rules.arguments import find_actor, find_who
from claimx.rules.assertion import complement_cue
from claimx.rules.attributed import Attributed
from claimx.rules.certainty import adverbs, weakest
from claimx.rules.clauses import Clause
from claimx.rules.cues import cue_adverbs, cue_of, lemma_of
from claimx.rules.frames import speakers
from claimx.rules.grammar import is_frame
from claimx.rules.predicates import helpers, is_finite, voice
from claimx.rules.quotations import is_mark
from claimx.rules.tree import (
    ancestors,
    first_child,
    first_conjunct,
    governing,
    has_to,
    is_within,
    mark,
    phrase,
)
from claimx.rules.wordlists import complement_verbs

_ASPECTS = frozenset({"use", "have"})
_REPORTS = frozenset({"say", "think", "show", "know", "rule"})


@dataclass(frozen=True, slots=True)
class Sourced:
    """The attribution of a clause: who, by which word, how sure that word leaves it."""

    speaker: Span | None
    cue: Span | None
    lemma: str
    certainty: Certainty
    attribution: int | None


class Sources:
    """The attributions of one Doc with clausal content, looked up by clause."""

    def __init__(self, attributions: Sequence[Attributed], clauses: Sequence[Clause]):
        self._clausal = [
            (n, a, _positions(a)) for n, a in enumerate(attributions) if a.clausal and a.trigger
        ]
        heads = {clause.head.i for clause in clauses}
        self._holding: dict[int, list[tuple[int, int, Attributed]]] = {}
        for n, a, inside in self._clausal:
            for i in heads & inside:
                self._holding.setdefault(i, []).append((len(inside), n, a))
        self._sayings = {
            token.i
            for _, a, inside in self._clausal
            if a.trigger is not None and (_is_spoken(a) or (heads & inside) - _tokens(a))
            for token in a.trigger
        }

    def is_saying(self, clause: Clause) -> bool:
        """Tell whether the clause only says what another one tells, and so is no claim."""
        if clause.head.i in self._sayings:
            return True
        if clause.verbs[-1].i in self._sayings and _leads_to(clause):
            return True
        return bool(clause.contents) and _can_speak(clause.head, clause.who)

    def find(self, clause: Clause) -> Sourced | None:
        """Return who is cited for ``clause``, or None for the article's own voice."""
        own = _raised(clause)
        if own is not None:
            return own
        holding = [
            one
            for one in self._holding.get(clause.head.i, ())
            if _speaks(one[2]) and not _frames(one[2], clause.head)
        ]
        # "he was told", "the court heard": whoever said so, it was not the hearer
        holding = [one for one in holding if not _is_heard(one[2])] or holding
        governor = _governor(clause.head)
        if not holding:
            return _of_governor(governor, self._number(governor)) if governor is not None else None
        _, n, found = min(holding, key=lambda one: one[:2])
        assert found.trigger is not None
        if not found.listed:  # the records hold the outermost attribution only
            n = next((k for _, k, one in sorted(holding, key=lambda o: -o[0]) if one.listed), n)
        if governor is not None and not (_hears(governor) and found.speaker is not None):
            same = _has(found.trigger, governor)
            if (same and found.speaker is None) or (not same and governor.i in _positions(found)):
                return _of_governor(governor, self._number(governor) or n)
        word = found.trigger.root
        if word.lower_ in cue_adverbs():  # "reportedly" names nobody
            return Sourced(None, found.trigger, lemma_of(found.trigger), _grade(word), n)
        speaker = None if _hears(word) else found.speaker
        return Sourced(speaker, found.trigger, lemma_of(found.trigger), _grade(word), n)

    def _number(self, governor: Token) -> int | None:
        """Return which attribution has ``governor`` as its cue."""
        return next(
            (n for n, a, _ in self._clausal if a.trigger and _has(a.trigger, governor)), None
        )


def _leads_to(clause: Clause) -> bool:
    """Tell whether the verbs before the cue only bring it about: "used to say", "had to admit"."""
    return all(
        verb.lemma_ in complement_verbs("implicative") or verb.lemma_ in _ASPECTS
        for verb in clause.verbs[:-1]
    )


def _is_heard(attributed: Attributed) -> bool:
    return attributed.trigger is not None and _hears(attributed.trigger.root)


def _hears(verb: Token) -> bool:
    """Tell whether the subject of a cue is told what follows: "heard", "was told", "Court told"."""
    entry = cue_of(verb)
    if entry is None or verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.lemma_ == "hear":
        return True
    if not entry.recipient or first_child(verb, "obl:agent") is not None:
        return False
    if voice(verb) == "passive":
        return True
    # a headline leaves out "was"
    return verb.lemma_ == "tell" and verb.tag_ == "VBD" and verb.right_edge is verb


def _is_spoken(attributed: Attributed) -> bool:
    """Tell whether somebody's own words follow, even with no claim in them: "Help us!" he said."""
    return attributed.quote == "direct" and attributed.kind == "say"


def _speaks(attributed: Attributed) -> bool:
    """Tell whether somebody says or thinks the content: not "as seen in", not "to show that"."""
    word = attributed.trigger.root if attributed.trigger is not None else None
    if attributed.rule.endswith("citing") and not _is_somebody(attributed.speaker):
        return False  # "Citing high costs, the firm closed"
    if word is not None and word.lower_ in cue_adverbs():
        return cue_adverbs()[word.lower_].report  # "presumably": nobody has said so
    entry = cue_of(word) if word is not None else None
    if word is None or entry is None:
        return True
    if not _can_speak(word, attributed.speaker):
        return False
    return attributed.speaker is not None or entry.kind not in ("show", "know", "feel")


def _is_beyond(adverb: Token, head: Token) -> bool:
    """Tell whether ``head`` is joined to the adverb's clause with a subject of its own.

    "The firm reportedly cheated, but the court was kind": nobody doubts the court.
    """
    home = governing(adverb)
    for token in ancestors(head):
        if home is not None and token.i == home.i:
            return False
        if token.dep_ == "conj" and first_child(token, "nsubj") is not None:
            return home is None or not is_within(home, token)
    return False


def _is_somebody(speaker: Span | None) -> bool:
    if speaker is None:
        return False
    head = speaker.root
    return head.pos_ in ("PROPN", "PRON") or bool({head.lemma_, head.lower_} & speakers())


def _can_speak(word: Token, speaker: Span | None) -> bool:
    """Tell whether the cue ``word`` attributes: what shows something must be somebody or a paper.

    "The report shows that costs rose" cites the report; "the rise means that costs grow" nobody.
    """
    entry = cue_of(word)
    if entry is None or entry.kind != "show":
        return True
    return not has_to(word) and is_finite(word) and _is_somebody(speaker)


def _frames(attributed: Attributed, head: Token) -> bool:
    """Tell whether the clause of ``head`` only leads up to the saying, or is it.

    "While the letter remains closed, sources suggest that ...": nobody is cited for the letter.
    """
    if attributed.trigger is None or _has(attributed.trigger, head):
        return attributed.trigger is not None
    word = attributed.trigger.root
    if word.lower_ in cue_adverbs():
        return _is_beyond(word, head)
    for token in ancestors(head):
        if token.relation == "advcl" and token.right_edge.i < word.i < token.head.i:
            return not any(is_mark(part) for part in token.doc[token.left_edge.i : word.i])
        if token.head.i == word.i and token.i != word.i:
            fronted = token.relation == "advcl" and token.right_edge.i < word.i
            quoted = any(is_mark(part) for part in token.doc[token.left_edge.i : word.i])
            return fronted and not quoted and word.dep_ != "parataxis"
    return False


def _positions(attributed: Attributed) -> frozenset[int]:
    said = (
        i for span in attributed.scope or attributed.content for i in range(span.start, span.end)
    )
    return frozenset(said) - _introduction(attributed)


def _introduction(attributed: Attributed) -> frozenset[int]:
    """Return the words that only say who speaks: "who asked not to be named"."""
    speaker, cue = attributed.speaker, attributed.trigger
    if speaker is None or cue is None:
        return frozenset()
    return frozenset(
        token.i
        for child in speaker.root.rights
        if child.dep_ == "acl:relcl" and not is_within(cue.root, child)
        for token in child.subtree
    )


def _tokens(attributed: Attributed) -> frozenset[int]:
    cue = attributed.trigger
    return frozenset(range(cue.start, cue.end)) if cue is not None else frozenset()


def _has(span: Span, token: Token) -> bool:
    return span.start <= token.i < span.end


def _grade(word: Token) -> Certainty:
    if word.lower_ in cue_adverbs():
        return cue_adverbs()[word.lower_].certainty
    entry = cue_of(word)
    own = adverbs(word) if word.pos_ in ("VERB", "AUX") else []  # "allegedly show that"
    return weakest(entry.certainty if entry is not None else "certain", *own)


def _raised(clause: Clause) -> Sourced | None:
    """Return the cue of "is thought to have left": the reporting verb of the claim itself."""
    head = clause.head
    entry = cue_of(head)
    if entry is None or len(clause.verbs) < 2 or clause.voice != "passive":
        return None
    if entry.kind not in _REPORTS or "clause" not in entry.complements or entry.recipient:
        return None
    if head.tag_ not in ("VBN", "VBD") or head.lemma_ in ("expect", "require", "allow"):
        return None
    return Sourced(clause.actor, head.doc.span(head.i, head.i + 1), head.lemma_, "probable", None)


def _governor(head: Token) -> Token | None:
    """Return the nearest cue above ``head`` whose content clause it stands in, read off the tree.

    A clause that only frames the saying ("as he left, he said that ...") is none of its content.
    """
    clause = head
    while True:
        top = first_conjunct(clause)
        above = governing(top)
        if above is None:
            return None
        entry = complement_cue(above, top)
        takes = entry is not None and "clause" in entry.complements and entry.asserted
        if takes and entry is not None:
            if top.relation in ("ccomp", "csubj") and not _is_gerund(top):
                who = find_who(above) if entry.kind == "show" else None
                speaks = _can_speak(above, who.span if who is not None else None)
                led = _leads_up(head, above, top) or _trails(head, above, top)
                if speaks and not has_to(above) and not led:
                    return above
            if top.dep_ == "acl" and mark(top) == "that":
                return top.head
        clause = above


def _is_gerund(clause: Token) -> bool:
    """Tell whether a participle is taken for a content: "..., she says, wiping the lens"."""
    return clause.tag_ == "VBG" and not helpers(clause)


def _leads_up(head: Token, cue: Token, content: Token) -> bool:
    """Tell whether ``head`` stands before the cue and the content, unquoted, after it."""
    if not head.i < cue.i < content.i:
        return False
    return not any(is_mark(token) for token in head.doc[head.i : cue.i])


def _trails(head: Token, cue: Token, content: Token) -> bool:
    """Tell whether ``head`` stands, unquoted, in a frame behind the cue that follows the content.

    "“Stay,” she said as she left", whatever the parse hangs the leaving on.
    """
    if not content.i < cue.i < head.i or any(map(is_mark, head.doc[cue.i : head.i])):
        return False
    for token in ancestors(head):
        if token is content:
            return False
        if token.left_edge.i > cue.i and is_frame(token):
            return True
    return False


def _of_governor(governor: Token, number: int | None) -> Sourced:
    """Return the source that a governing verb, adjective or noun names."""
    if governor.pos_ == "NOUN":
        owner = first_child(governor, "nmod:poss")
        above = governing(governor)
        who = find_who(above) if above is not None else None
        if who is not None and who.head.i == governor.i:
            who = None  # "the claim that he lied spread": no claim speaks
        speaker = phrase(owner) if owner is not None else who.span if who else None
    elif voice(governor) == "passive" and governor.pos_ == "VERB":
        agent = find_actor((governor,))
        speaker = agent.span if agent is not None else None
    else:
        who = None if _hears(governor) else find_who(governor)
        speaker = who.span if who is not None else None
    cue = governor.doc.span(governor.i, governor.i + 1)
    return Sourced(speaker, cue, governor.lemma_.lower(), _grade(governor), number)
