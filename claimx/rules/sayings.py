"""Cue verbs, nouns and adjectives with what they attribute, read from the tree.

Each function returns :class:`Saying` values: positions, not yet spans, so that quotation marks and
punctuation are settled in one place (``contents.py``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimx.doc import Doc, Token
from claimx.rules.contents import subtree
from claimx.rules.cues import Cue, cue_adjectives, cue_of
from claimx.rules.sources import agent, is_passive, own_subject, source_head
from claimx.rules.tree import first_child, has_to, preposition

_GROUP = frozenset({"aux", "aux:pass", "cop", "advmod", "mark", "compound:prt"})
_LIGHT = frozenset(
    "make issue give have raise express voice offer reiterate release send put hold take share"
    " repeat publish deliver face".split()
)
_QUESTION = frozenset("whether if how why what who when where which whose".split())
_HANDLES = _LIGHT | frozenset(
    "hear read see get receive win lose bring drop file ignore find say tell use write".split()
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "PART", "ADP", "NUM"})
_COMMAS = frozenset({",", "”", '"', "''", "’", "--", "–", "—"})
_SAID_SO = frozenset({"say", "ask", "think", "know", "show"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A cue word with the positions of its cue phrase and content and the head of its source."""

    word: Token
    entry: Cue
    source: Token | None
    cue: tuple[int, int]
    content: frozenset[int]
    clausal: bool  # the content is a clause or quoted speech, no noun phrase and no infinitive
    rule: str


def find_sayings(doc: Doc) -> Iterator[Saying]:
    """Yield every cue word of ``doc`` that has a content in its own sentence, in text order."""
    for token in doc:
        if token.is_space or token.dep_ in ("aux", "aux:pass", "compound", "fixed"):
            continue
        entry = cue_of(token)
        if entry is None:
            continue
        if token.pos_ == "NOUN":
            found = _noun(token, entry)
        elif entry.lemma in cue_adjectives():
            found = _adjective(token, entry)
        else:
            found = _verb(token, entry)
        if found is not None:
            yield found


def _verb(verb: Token, entry: Cue) -> Saying | None:
    content, clausal, prep, rule = _clause_content(verb, entry)
    if not content:
        content, prep = _phrase_content(verb, entry)
        clausal, rule = False, "verb:phrase"
    if not content:
        return None
    return Saying(
        word=verb,
        entry=entry,
        source=_subject_of_aside(verb) if rule == "verb:aside" else source_head(verb),
        cue=verb_group(verb, prep),
        content=frozenset(content),
        clausal=clausal,
        rule=rule,
    )


def _clause_content(verb: Token, entry: Cue) -> tuple[set[int], bool, Token | None, str]:
    """Return the positions of a content clause or infinitive and whether it is a claim's clause."""
    takes = frozenset(entry.complements)
    finite = takes & {"clause", "quote", "question"}
    for child in verb.children:
        if child.dep_ in ("ccomp", "csubj:pass") and finite and not is_imperative_aside(verb):
            return subtree(child), not is_question(child), None, "verb:clause"
    stray = _that_clause(verb)
    if stray is not None and "clause" in takes:
        return _after(verb, stray), True, None, "verb:clause"
    for child in verb.children:
        if child.relation != "xcomp":
            continue
        if has_to(child) and "infinitive" in takes:
            return _infinitive(verb, child, entry), False, None, "verb:infinitive"
        if child.tag_ == "VBG" and "gerund" in takes:
            return subtree(child), False, None, "verb:gerund"
    if not finite:
        return set(), False, None, ""
    for child in verb.children:
        # "He said: We shall go on." and "“Go,” he said" when the parser sees two clauses
        if child.dep_ == "parataxis" and child.i > verb.i and _introduced(child):
            return subtree(child), True, None, "verb:parataxis"
    inserted = verb.dep_ == "parataxis" or (verb.relation == "advcl" and _has_as(verb))
    inserted = inserted and (own_subject(verb) is not None or agent(verb) is not None)
    if inserted and entry.kind in _SAID_SO and not any(c.relation == "obj" for c in verb.children):
        host = verb.head
        return subtree(host, without=[verb]), True, None, "verb:inserted"
    return _aside(verb, entry), True, None, "verb:aside"


def _aside(verb: Token, entry: Cue) -> set[int]:
    """Return the rest of the sentence around "..., the ministry said ..." between two commas.

    Parsers hang such a clause anywhere: as a relative clause of the last noun, for one.
    """
    subject = _subject_of_aside(verb)
    if subject is None or entry.kind not in _SAID_SO or subject.tag_ in ("WP", "WDT"):
        return set()
    if verb.tag_ in ("VBN", "VBG", "VB") and not any(c.dep_ == "aux" for c in verb.children):
        return set()
    if any(child.relation in ("obj", "xcomp", "ccomp", "cop") for child in verb.children):
        return set()
    if is_passive(verb):  # "Without them, these people would not have been found," he said
        return set()
    doc, sentence = verb.doc, verb.sent
    start = verb_group(verb)[0]
    if subject.i < verb.i:
        start = _phrase_start(doc, start)
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ != "punct" and not child.is_space:
            end = max(end, child.right_edge.i + 1)
    while end > verb.i + 1 and doc[end - 1].is_punct:
        end -= 1
    opens = start > sentence.start and doc[start - 1].text in _COMMAS
    closes = end >= sentence.end or doc[end].text in _COMMAS | {".", "!", "?"}
    if not opens or not closes:
        return set()
    return {i for i in range(sentence.start, sentence.end) if not start - 1 <= i < end}


def _subject_of_aside(verb: Token) -> Token | None:
    subject = own_subject(verb)
    before = verb.doc[verb_group(verb)[0] - 1] if verb.i else None
    if before is not None and before.pos_ in ("NOUN", "PROPN", "PRON"):
        return subject if subject is not None and subject.i < verb.i else before
    return subject if subject is not None and subject.i > verb.i else None


def _phrase_start(doc: Doc, end: int) -> int:
    """Return where the noun phrase that ends at ``end`` starts, by parts of speech alone."""
    start = end
    while start > 0 and doc[start - 1].pos_ in _NOMINAL and not doc[start].is_sent_start:
        start -= 1
    return start


def _that_clause(word: Token) -> Token | None:
    """Return the clause that follows ``word`` with "that", though the parser hung it elsewhere."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if after is None or after.lower_ != "that" or after.dep_ != "mark" or after.is_sent_start:
        return None
    clause = after.head
    return clause if clause.i > after.i and own_subject(clause) is not None else None


def _after(word: Token, clause: Token) -> set[int]:
    """Return the positions of ``clause`` that follow ``word``."""
    return {i for i in subtree(clause) if i > word.i}


def _infinitive(verb: Token, child: Token, entry: Cue) -> set[int]:
    content = subtree(child)
    person = first_child(verb, "obj", "iobj")
    if person is not None and not entry.recipient:
        content |= subtree(person)  # "wants him to leave"
    elif is_passive(verb) and not entry.recipient:
        subject = own_subject(verb)
        if subject is not None and verb.dep_ not in ("acl", "acl:relcl"):
            content |= subtree(subject)  # "the bank is said to have failed"
    return content


def _phrase_content(verb: Token, entry: Cue) -> tuple[set[int], Token | None]:
    """Return the positions of a noun phrase, or of what follows a preposition of the cue."""
    thing = first_child(verb, "obj") or (own_subject(verb) if is_passive(verb) else None)
    if thing is not None and thing.tag_ not in ("WDT", "WP") and not _is_reflexive(thing):
        said_of = _said_of(verb)
        if "object" in entry.complements or ("predicate" in entry.complements and said_of):
            return subtree(thing).union(*map(subtree, said_of)), None
    told = first_child(verb, "obj") if entry.recipient else None  # "accused [the firm of fraud]"
    for child in [*verb.children, *(told.children if told is not None else ())]:
        opening = _opening(child, entry.prepositions)
        if opening is not None and child.i > verb.i:
            return subtree(child) - {opening.i}, opening
    return set(), None


def _is_reflexive(word: Token) -> bool:
    return word.pos_ == "PRON" and word.lower_.endswith(("self", "selves"))


def _said_of(verb: Token) -> list[Token]:
    """Return what is said of the object: "called him a liar", "described it as useful"."""
    return [
        child
        for child in verb.children
        if (child.relation == "xcomp" and not has_to(child))
        or (child.relation in ("obl", "advcl") and preposition(child) == "as")
    ]


def _opening(child: Token, prepositions: tuple[str, ...]) -> Token | None:
    if child.relation not in ("obl", "advcl", "nmod", "acl", "ccomp"):
        return None
    for part in child.children:
        if part.dep_ in ("case", "mark") and part.lower_ in prepositions and part.i < child.i:
            return part
    return None


def _noun(noun: Token, entry: Cue) -> Saying | None:
    """ "the claim that X", "made a claim that X", "his hope is that X", "calls by Y for X"."""
    content: set[int] = set()
    clausal = False
    prep: Token | None = None
    takes = frozenset(entry.complements)
    for child in noun.children:
        opened = first_child(child, "mark")
        if child.dep_ in ("acl", "ccomp") and opened is not None and opened.lower_ == "that":
            if "clause" in takes:
                content, clausal = subtree(child), True
        elif child.dep_ in ("acl", "xcomp") and has_to(child) and "infinitive" in takes:
            content = subtree(child)
        elif not content and child.i > noun.i:
            opening = _opening(child, entry.prepositions)
            if opening is not None:
                content, prep = subtree(child) - {opening.i}, opening
    stray = _that_clause(noun) or _false_relative(noun)
    if not clausal and stray is not None and "clause" in takes:
        content, clausal, prep = _after(noun, stray), True, None
    if not content and noun.dep_ == "nsubj:outer" and "clause" in takes:
        content, clausal = subtree(noun.head, without=[noun]), True
        content -= {child.i for child in noun.head.children if child.dep_ == "cop"}
    elif not content and noun.relation == "nsubj":
        clause = first_child(noun.head, "ccomp")
        if noun.head.lemma_ == "be" and clause is not None and "clause" in takes:
            content, clausal = subtree(clause), True
    if not content:
        return None
    source, start = _noun_source(noun)
    end = prep.i + 1 if prep is not None and prep.i - noun.i < 2 else noun.i + 1
    return Saying(
        word=noun,
        entry=entry,
        source=source,
        cue=(start, end),
        content=frozenset(content),
        clausal=clausal,
        rule="noun",
    )


def _false_relative(noun: Token) -> Token | None:
    """Return the content clause of ``noun`` that the parser took for a relative clause.

    "the claim that he lied" against "the claim that he made": in the relative clause the claim is
    subject or object, and its verb is one of those that handle claims.
    """
    for child in noun.children:
        opening = child.left_edge
        if child.dep_ != "acl:relcl" or opening.lower_ != "that" or opening.i - noun.i > 5:
            continue
        subject = own_subject(child)
        if subject is None or subject == opening:
            continue
        own_object = first_child(child, "obj", "cop", "aux:pass", "ccomp", "xcomp")
        complete = own_object is not None and own_object != opening
        entry = cue_of(child)
        handles = child.lemma_ in _HANDLES or (entry is not None and "object" in entry.complements)
        if complete or not handles:
            return child
    return None


def _noun_source(noun: Token) -> tuple[Token | None, int]:
    """Return who holds the view: "his", "by X", "from X", or the subject of "made a claim"."""
    owner = first_child(noun, "nmod:poss")
    if owner is not None:
        return owner, noun.i
    for child in noun.children:
        if child.relation == "nmod" and preposition(child) in ("by", "from", "among"):
            return child, noun.i
    verb = noun.head
    if noun.relation == "obj" and verb.lemma_ in _LIGHT:
        return source_head(verb), verb_group(verb, None)[0]
    if noun.relation == "obl" and preposition(noun) in ("under", "in", "on", "with"):
        return source_head(verb), noun.i  # "they left in the belief that X"
    return None, noun.i


def _adjective(word: Token, entry: Cue) -> Saying | None:
    """ "is confident that X", "was critical of X", "confident that X, the mayor left"."""
    content: set[int] = set()
    clausal = False
    prep: Token | None = None
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep_ in ("ccomp", "advcl") and "clause" in entry.complements:
            opened = first_child(child, "mark")
            if child.dep_ == "ccomp" or (opened is not None and opened.lower_ == "that"):
                content, clausal = subtree(child), not is_question(child)
                break
        if child.relation in ("xcomp", "advcl", "ccomp") and has_to(child):
            if "infinitive" in entry.complements:
                content = subtree(child)
                break
        opening = _opening(child, entry.prepositions)
        if opening is not None:
            content, prep = subtree(child) - {opening.i}, opening
            break
    if not content or word.dep_ == "amod" and first_child(word, "cop") is None and not clausal:
        return None
    return Saying(
        word=word,
        entry=entry,
        source=source_head(word),
        cue=verb_group(word, prep),
        content=frozenset(content),
        clausal=clausal,
        rule="adjective",
    )


def is_question(clause: Token) -> bool:
    """Say whether a content clause asks: "whether X", "how X"."""
    first = next((t for t in clause.subtree if not t.is_punct and not t.is_space), clause)
    if first.lower_ in ("whether", "if"):
        return first.dep_ == "mark"
    return first.lower_ in _QUESTION and first.tag_ in ("WP", "WRB", "WDT", "WP$")


def is_imperative_aside(verb: Token) -> bool:
    """Say whether ``verb`` is an aside without a speaker: "say, for the evening"."""
    return verb.tag_ == "VB" and verb.dep_ == "discourse"


def _has_as(verb: Token) -> bool:
    mark = first_child(verb, "mark")
    return mark is not None and mark.lower_ == "as"


def _introduced(child: Token) -> bool:
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else None
    first = child.left_edge
    return (before is not None and before.text in (":", "“", '"', "``", "‘", "'")) or (
        first.text in (":", "“", '"', "``", "‘")
    )


def verb_group(verb: Token, prep: Token | None = None) -> tuple[int, int]:
    """Return the cue as PolNeAR marks it: auxiliaries, negation and adverbs with their verb."""
    doc = verb.doc
    start, end = verb.i, verb.i + 1
    while start > 0:
        before = doc[start - 1]
        joined = before.head.i == verb.i and before.dep_ in _GROUP
        if before.dep_ == "mark" and before.lower_ != "to":
            break
        if not (joined or before.is_space) or before.dep_ == "advmod" and before.tag_ == "WRB":
            break
        start -= 1
    while end < len(doc):
        after = doc[end]
        if not (after.head.i == verb.i and after.dep_ == "compound:prt"):
            break
        end += 1
    if prep is not None and prep.i - end < 4:
        end = max(end, prep.i + 1)
    if end < len(doc) and doc[end].text == ":":
        end += 1
    while start < verb.i and doc[start].is_space:
        start += 1
    return start, end
