"""Whose words: the noun phrase that a cue attributes its content to.

The subject of the cue verb, the agent of a passive, or, when the verb has no subject of its own,
the subject that it shares: "the mayor left, saying that ...", "a letter warning that ...", "she
hopes to persuade them that ...".  After Pareti et al. (2013), with the control and coordination
that UD leaves to its reader.
"""

from claimx.doc import Span, Token
from claimx.rules.tree import RELATIVES, first_child, has_to, phrase, set_off

_EMPTY = frozenset({"expl", "expl:pass"})
_KEEP_OFF = frozenset({"case", "cc", "mark", "punct"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LIMIT = 8  # how far a shared subject may be up the tree


def source_head(verb: Token) -> Token | None:
    """Return the head of the phrase that speaks through ``verb``, or None when nobody is named."""
    here = verb
    for _ in range(_LIMIT):
        if here.i == verb.i and is_passive(verb):
            return agent(verb)
        subject = own_subject(here)
        if subject is not None:
            return subject
        if first_child(here, "expl") is not None or here.head == here:
            return None
        relation, above = here.dep_, here.head
        if relation in ("acl", "acl:relcl"):
            return None if has_to(here) and here.i == verb.i else above
        if here.relation == "xcomp":
            # "asked him to say": the object speaks, and without an object the subject.
            controller = first_child(above, "obj", "iobj")
            if controller is not None and controller.i < here.i:
                return controller
        elif relation == "ccomp" or here.relation in ("csubj", "parataxis", "dislocated"):
            return None
        elif relation == "advcl" and here.i == verb.i and has_finite_mark(here):
            return None
        here = above
        if here.pos_ not in ("VERB", "AUX") and first_child(here, "cop", "nsubj") is None:
            return None
    return None


def own_subject(verb: Token) -> Token | None:
    """Return the subject of ``verb`` itself, no dummy "it" or "there" and no clause."""
    for child in verb.children:
        if child.relation == "nsubj" and child.dep_ not in _EMPTY:
            return child
    return None


def agent(verb: Token) -> Token | None:
    """Return the head of the by-phrase of a passive, or None."""
    for child in verb.children:
        if child.relation == "obl" and any(
            part.dep_ == "case" and part.lower_ == "by" for part in child.children
        ):
            return child
    return None


def is_passive(verb: Token) -> bool:
    """Say whether ``verb`` is a passive: "was told", "a man accused of"."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    if any(child.dep_ in ("aux:pass", "nsubj:pass", "csubj:pass") for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.relation == "conj" and own_subject(verb) is None and first_child(verb, "aux") is None:
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl") and first_child(verb, "aux") is None


def has_finite_mark(verb: Token) -> bool:
    """Say whether a conjunction other than "to" opens the clause of ``verb``."""
    mark = first_child(verb, "mark")
    return mark is not None and mark.lower_ != "to" and verb.tag_ not in ("VBG", "VBN")


def source_span(head: Token, *, stop: int | None = None) -> Span:
    """Return the source as PolNeAR marks it: with appositions, without loose relative clauses.

    "Ann Lee, a baker in Leeds, said": the apposition says why she is quoted and stays, with the
    comma that closes it; "Ann Lee, who had come by train, said" keeps the name alone.  ``stop``
    is where the cue stands: "a letter" in "a letter warning that ...".
    """
    doc = head.doc
    start, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ not in _KEEP_OFF or child.lower_ in _POSSESSIVE:
            start = min(start, child.left_edge.i)
    closed_by_comma = False
    for child in head.rights:
        if child.dep_ in ("punct", "parataxis", "advcl", "discourse") or child.is_space:
            continue
        if child.dep_ in ("acl:relcl", "acl") and set_off(child):
            break
        if child.dep_ == "case" or (stop is not None and child.right_edge.i >= stop > head.i):
            continue
        end = max(end, child.right_edge.i + 1)
        closed_by_comma = child.relation in ("appos", "nmod") and set_off(child)
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].text in (",", ".", ";", ":")):
        if doc[end - 1].text == "." and doc[end - 2].is_alpha and len(doc[end - 2]) < 3:
            break
        end -= 1
    following = doc[end] if end < len(doc) else None
    if closed_by_comma and following is not None and following.text == ",":
        after = doc[end + 1] if end + 1 < len(doc) else None
        if after is not None and after.pos_ in ("VERB", "AUX", "ADV"):
            end += 1
    return doc.span(start, end)


def speaker_span(head: Token, *, stop: int | None = None) -> Span:
    """Return the phrase that a claim cites: the antecedent of "who", no loose modifiers.

    It ends before the cue at ``stop``: "a letter" in "a letter warning that ...".
    """
    antecedent = antecedent_of(head)
    if antecedent is not None:
        clause = next((c.left_edge.i for c in antecedent.children if c.dep_ == "acl:relcl"), None)
        return phrase(antecedent, stop=clause)
    if any(child.lower_ in _POSSESSIVE and child.dep_ == "case" for child in head.children):
        span = phrase(head)
        bare = len(span) > 1 and span[-1].lower_ in _POSSESSIVE
        return span.doc.span(span.start, span.end - 1) if bare else span
    if head.tag_ == "PRP$":
        return head.doc.span(head.i, head.i + 1)
    if stop is not None and stop > head.i:
        for child in head.rights:
            if child.left_edge.i <= stop <= child.right_edge.i:
                return phrase(head, stop=child.left_edge.i)
    return phrase(head)


def antecedent_of(head: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for, or None when ``head`` is none."""
    if head.lower_ not in RELATIVES or head.tag_ not in ("WP", "WDT", "WP$"):
        return None
    here = head
    while here.head != here:
        if here.dep_ == "acl:relcl":
            return here.head
        here = here.head
    return None
