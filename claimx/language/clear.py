"""Turn ClearNLP trees, as en_core_web_* makes them, into Universal Dependencies.

So the rules know one grammar only.  ClearNLP makes function words heads: a preposition of its noun
(prep, pobj), a copula of its predicate (attr, acomp).  UD hangs them under the content word (case,
cop).  Conjuncts form a chain in one and a fan in the other.  Conventions are those of EWT and GUM;
ClearNLP's labels are explained in Choi and Palmer (2012).
"""

from collections.abc import Callable, Iterable

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc

from claimx.language.trees import Tree

CLEAR_ONLY = frozenset(
    "acomp agent attr auxpass csubjpass dative dobj intj meta neg npadvmod nsubjpass oprd pcomp"
    " pobj poss preconj predet prep prt quantmod relcl".split()
)
RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "poss": "nmod:poss",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "intj": "discourse",
    "meta": "dep",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "agent": "obl:agent",
}
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})
CONTENT = NOMINAL | {"ADJ", "ADV", "VERB"}

# Fixed expressions of EWT and GUM, with the label of the first word (None: that of the last).
FIXED: dict[tuple[str, ...], str | None] = {
    ("according", "to"): None,
    ("as", "for"): None,
    ("as", "of"): None,
    ("as", "to"): None,
    ("because", "of"): None,
    ("depending", "on"): None,
    ("due", "to"): None,
    ("instead", "of"): None,
    ("prior", "to"): None,
    ("such", "as"): None,
    ("up", "to"): None,
    ("in", "order"): "mark",
    ("so", "that"): "mark",
    ("less", "than"): "advmod",
    ("more", "than"): "advmod",
    ("rather", "than"): None,
    ("as", "well", "as"): "cc",
}
LINKS = frozenset({"case", "mark", "cc", "quantmod"})
# "Its aim was to win" is a copula; "She was to win" is a modal.
AIMS = frozenset(
    "aim ambition answer challenge choice decision dream function goal hope idea intention job key"
    " mission objective option plan point policy priority problem purpose role solution step"
    " strategy task thing way wish".split()
)
# "She saw him leave", "They let it go": the lower subject is the object of the upper verb.
PERCEIVE = frozenset("catch feel find hear help keep leave let make notice see watch".split())
# Adverbs beside "is" that say more than where somebody is: "He is also here".
NO_PREDICATE = frozenset(
    "again already also always even ever however just n't never no not now often once only soon"
    " still then thus too yet".split()
)


def is_clear(labels: Iterable[str]) -> bool:
    """Tell whether ``labels``, of a parser or of a Doc, are ClearNLP's."""
    return not CLEAR_ONLY.isdisjoint(labels)


def ud_tree(doc: Doc) -> tuple[list[int], list[str]]:
    """Return the UD head (token index) and label of each token of ``doc``, parsed ClearNLP's way.

    Each sentence comes out as one tree.  Labels that neither scheme knows are kept.
    """
    tree = Tree(
        [token.head.i for token in doc],
        ["root" if token.head == token else token.dep_ for token in doc],
    )
    for step in (
        _set_spaces_aside,
        _join_roots,
        _lower_prepositions,
        _lower_copulas,
        _raise_quotations,
        _raise_subjects,
        _head_amounts,
        _head_names,
        _spread_conjuncts,
        _bind_fixed,
        _rename,
    ):
        step(doc, tree)
    return tree.heads, tree.deps


class ClearToUD:
    """Rewrites the trees of each Doc that is parsed in ClearNLP's way; leaves others alone."""

    def __init__(self, has_clear_parser: Callable[[], bool]) -> None:
        """Ask ``has_clear_parser`` at each Doc: "She slept" does not show how it was parsed."""
        self._has_clear_parser = has_clear_parser

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with UD heads and labels."""
        if not doc.has_annotation("DEP"):
            return doc
        if not (self._has_clear_parser() or is_clear({token.dep_ for token in doc})):
            return doc
        heads, deps = ud_tree(doc)
        strings = doc.vocab.strings
        offsets = [(head - i) % 2**64 for i, head in enumerate(heads)]  # two's complement
        table = np.array([offsets, [strings.add(dep) for dep in deps]], dtype=np.uint64).T
        return doc.from_array([HEAD, DEP], table)  # type: ignore[arg-type]  # Ints2d is an array


@Language.factory(
    "claimx_clear",
    requires=["token.dep", "token.head", "token.pos", "token.tag", "token.lemma"],
    assigns=["token.dep", "token.head"],
)
def make_clear_to_ud(nlp: Language, name: str) -> ClearToUD:
    """Make the component; it looks for a parser with ClearNLP labels in ``nlp``."""

    def has_clear_parser() -> bool:
        return any(is_clear(labels) for labels in nlp.pipe_labels.values())

    return ClearToUD(has_clear_parser)


def _set_spaces_aside(doc: Doc, tree: Tree) -> None:
    """Hang white space under the word before it, and what hung under white space above it."""
    for token in doc:
        if not token.is_space:
            continue
        words = [c for c in tree.children(token.i) if not doc[c].is_space]
        if tree.is_root(token.i) and words:
            tree.promote(words[0], "dep")
        for child in tree.children(token.i):
            tree.move(child, tree.heads[token.i], tree.deps[child])
    for sent in doc.sents:
        words = [token.i for token in sent if not token.is_space]
        before = words[0] if words else sent.start
        for token in sent:
            if not token.is_space:
                before = token.i
            elif before != token.i:
                tree.move(token.i, before, "dep")


def _join_roots(doc: Doc, tree: Tree) -> None:
    """Leave one root a sentence; later ones come under the first."""
    for sent in doc.sents:
        roots = [token.i for token in sent if tree.is_root(token.i)]
        for later in roots[1:]:
            tree.move(later, roots[0], "dep" if doc[later].is_space else "parataxis")


def _lower_prepositions(doc: Doc, tree: Tree) -> None:
    """Put each preposition under its complement: case on a noun, mark on a clause.

    The complement keeps the label "prep" (a clause: "prepc") until its final head is known.
    """
    depths = tree.depths()
    for i in sorted(range(len(doc)), key=lambda i: -depths[i]):
        dep = tree.deps[i]
        if dep not in {"prep", "agent", "dative"} and not tree.has(i, "pobj", "pcomp"):
            continue
        if dep == "dative" and doc[i].pos_ not in {"ADP", "PART"}:
            continue
        complement = _find_complement(doc, tree, i)
        if complement is None:
            continue
        is_clause = tree.deps[complement] == "pcomp" and _is_clause(doc, tree, complement)
        above = tree.heads[i]
        tree.promote(complement, "mark" if is_clause else "case")
        if dep in {"prep", "pcomp"} and above != i and _lacks_complement(tree, above, complement):
            tree.deps[complement] = "pcomp" if is_clause else "pobj"  # "from behind the house"
        elif is_clause and dep in {"prep", "agent", "dative"}:
            tree.deps[complement] = "prepc"
        elif dep == "dative":
            tree.deps[complement] = "obl"


def _find_complement(doc: Doc, tree: Tree, i: int) -> int | None:
    for dep in ("pobj", "pcomp"):
        found = tree.children(i, dep)
        if found:
            return next((c for c in found if c > i), found[0])
    for c in tree.children(i):
        if c > i and tree.deps[c] not in {"punct", "cc", "conj", "dep"} and doc[c].pos_ in CONTENT:
            return c  # "in particular": amod
    return None


def _is_clause(doc: Doc, tree: Tree, i: int) -> bool:
    return doc[i].pos_ in {"VERB", "AUX"} or tree.has(i, *SUBJECTS)


def _lacks_complement(tree: Tree, i: int, besides: int) -> bool:
    """Tell whether ``i`` is a preposition with no complement of its own but ``besides``."""
    if tree.deps[i] not in {"prep", "agent", "pcomp"}:
        return False
    return not any(c != besides for c in tree.children(i, "pobj", "pcomp"))


def _lower_copulas(doc: Doc, tree: Tree) -> None:
    """Put each "be" with a predicate under that predicate."""
    depths = tree.depths()
    for i in sorted(range(len(doc)), key=lambda i: -depths[i]):
        if doc[i].lemma_ != "be" or tree.deps[i] in {"aux", "auxpass", "cop"}:
            continue
        if any(doc[c].lower_ == "there" for c in tree.children(i, "expl")):
            for child in tree.children(i, "attr"):
                tree.deps[child] = "nsubj"  # "There is hope"
            continue
        predicate = _find_predicate(doc, tree, i)
        if predicate is not None:
            _swap_copula(doc, tree, i, predicate)


def _find_predicate(doc: Doc, tree: Tree, i: int) -> int | None:
    phrases = tree.children(i, "prep", "prepc")
    named = tree.children(i, "attr", "acomp", "oprd")
    if named and not tree.has(i, *SUBJECTS) and phrases and phrases[0] < i < named[-1]:
        tree.deps[named[-1]] = "nsubj"  # "Among the dead were four firefighters"
        return phrases[0]
    if named:
        return next((c for c in named if c > i), named[0])
    clauses = [c for c in tree.children(i, "ccomp", "xcomp") if c > i]
    if clauses and tree.has(i, "nsubj", "csubj"):
        return clauses[0]
    for choice in (
        [c for c in phrases if c > i],
        [c for c in tree.children(i, "advmod", "prt") if c > i and _is_place_adverb(doc, c)],
        [c for c in tree.children(i, "npadvmod") if c > i],
        phrases,
        [c for c in tree.children(i, "advmod") if doc[c].lower_ == "where"],
    ):
        if choice:
            return choice[0]
    return None


def _is_place_adverb(doc: Doc, i: int) -> bool:
    return doc[i].lower_ not in NO_PREDICATE and not doc[i].lower_.endswith("ly")


def _swap_copula(doc: Doc, tree: Tree, i: int, predicate: int) -> None:
    label = tree.deps[predicate]
    subjects = tree.children(i, "nsubj", "csubj")
    function = "cop"
    if label == "xcomp" and subjects and not _is_aim(doc, tree, subjects[0]):
        function = "aux"  # "The ministers were to meet"
    elif label in {"ccomp", "xcomp", "prepc"}:
        for subject in subjects:  # "The problem is that nobody came"
            tree.deps[subject] = f"{tree.deps[subject]}:outer"
    elif any(doc[s].lower_ == "it" for s in subjects):
        clauses = [c for c in tree.children(i, "ccomp", "xcomp") if c > i]
        for clause in clauses[:1]:  # "It is clear that they lost"
            tree.deps[clause] = "csubj"
            tree.deps[subjects[0]] = "expl"
    for child in tree.children(i, "prep", "prepc"):
        tree.deps[child] = "obl" if tree.deps[child] == "prep" else "advcl"
    for child in tree.children(i, "npadvmod"):
        tree.deps[child] = "obl:unmarked"
    if function == "aux" and tree.has(predicate, "auxpass"):
        for subject in subjects:  # "The pledge is to be made": the passive is the lower verb's
            tree.deps[subject] = f"{tree.deps[subject]}pass"
    tree.promote(predicate, function)


def _is_aim(doc: Doc, tree: Tree, subject: int) -> bool:
    return tree.deps[subject] == "csubj" or doc[subject].lemma_ in AIMS


def _raise_quotations(doc: Doc, tree: Tree) -> None:
    """Let a clause that a verb of saying interrupts stand above that verb.

    "The deal, he said, is dead": ClearNLP has ccomp(said, is), UD parataxis(dead, said).
    """
    for i in range(len(doc)):
        for clause in tree.children(i, "ccomp"):
            parts = tree.children(clause)
            subject = tree.children(clause, *SUBJECTS)
            if subject and subject[0] < i < max(clause, *parts) and not tree.has(clause, "mark"):
                own = tree.children(i, *SUBJECTS, "aux", "neg", "advmod", "dobj")
                tree.promote(clause, "parataxis", keep=own.__contains__)
                break


def _raise_subjects(doc: Doc, tree: Tree) -> None:
    """Turn "expects [prices to rise]" into "expects prices [to rise]", as UD has it."""
    for i in range(len(doc)):
        if tree.deps[i] != "ccomp" or tree.has(i, "mark") or doc[tree.heads[i]].pos_ != "VERB":
            continue
        head = tree.heads[i]
        subjects = [c for c in tree.children(i, "nsubj", "nsubjpass") if head < c < i]
        is_infinitive = any(doc[c].tag_ == "TO" for c in tree.children(i, "aux"))
        is_plain = not tree.has(i, "cop", "aux")
        is_bare = is_plain and doc[head].lemma_ in PERCEIVE and doc[i].tag_ in {"VB", "VBG"}
        is_small = is_plain and doc[i].pos_ in {"ADJ", "NOUN"}
        if subjects and not tree.has(head, "dobj") and (is_infinitive or is_bare or is_small):
            tree.move(subjects[0], head, "dobj")
            tree.deps[i] = "xcomp"


def _head_amounts(doc: Doc, tree: Tree) -> None:
    """Make the currency sign the head of its number: "$ 5 million"."""
    for token in doc:
        number = tree.heads[token.i]
        if token.tag_ != "$" or tree.deps[token.i] not in {"quantmod", "nmod", "compound"}:
            continue
        if number > token.i and doc[number].pos_ == "NUM":
            tree.promote(token.i, "nummod", keep=range(token.i, number).__contains__)


def _head_names(doc: Doc, tree: Tree) -> None:
    """Make a person's first name the head, the others flat, and a title a description."""
    for ent in doc.ents:
        if ent.label_ != "PERSON" or len(ent) < 2:
            continue
        first, last = ent.start, ent.end - 1
        while last > first and doc[last].tag_ == "POS":
            last -= 1
        names = [i for i in tree.children(last, "compound") if i >= first]
        if first not in names:
            continue
        tree.promote(first, "flat")
        for name in names[1:]:
            tree.move(name, first, "flat")
    for token in doc:
        head = tree.heads[token.i]
        if tree.deps[token.i] != "compound" or token.i > head:
            continue
        if doc[head].ent_type_ == "PERSON" and token.ent_type_ != "PERSON":
            tree.deps[token.i] = "nmod:desc"


def _spread_conjuncts(doc: Doc, tree: Tree) -> None:
    """Hang each conjunct under the first, and conjunctions and commas under what they open."""
    for i in range(len(doc)):
        conjuncts = [c for c in tree.children(i, "conj") if c > i]
        for link in tree.children(i, "cc", "punct"):
            opened = next((c for c in conjuncts if c > link), None)
            if link < i or opened is None:
                continue
            if tree.deps[link] == "cc" or _opens(tree, link, opened):
                tree.move(link, opened, tree.deps[link])
    for i in range(len(doc)):
        while tree.deps[i] == "conj" and tree.deps[tree.heads[i]] == "conj":
            tree.move(i, tree.heads[tree.heads[i]], "conj")


def _opens(tree: Tree, link: int, conjunct: int) -> bool:
    """Tell whether a comma stands right before a conjunct, or before its conjunction."""
    between = range(link + 1, conjunct)
    return all(tree.deps[j] == "cc" or tree.is_under(j, conjunct) for j in between)


def _bind_fixed(doc: Doc, tree: Tree) -> None:
    """Bind fixed expressions to their first word: "because of", "more than", "as well as"."""
    for words, label in FIXED.items():
        for start in range(len(doc) - len(words) + 1):
            if doc[start].lower_ == words[0] and _is_fixed(doc, tree, start, words):
                _bind(tree, start, start + len(words), label)
    for i in range(1, len(doc)):
        is_limit = doc[i].lower_ in {"least", "most"} and doc[i - 1].lower_ == "at"
        if is_limit and tree.heads[i - 1] == i:
            tree.deps[i - 1] = "case"
            tree.deps[i] = "prep"


def _is_fixed(doc: Doc, tree: Tree, start: int, words: tuple[str, ...]) -> bool:
    group = range(start, start + len(words))
    if any(doc[i].lower_ != word for i, word in zip(group, words, strict=True)):
        return False
    outside = {tree.heads[i] for i in group if tree.heads[i] not in group}
    return len(outside) == 1 and tree.deps[group[-1]] in LINKS and not any(map(tree.is_root, group))


def _bind(tree: Tree, start: int, end: int, label: str | None) -> None:
    group = range(start, end)
    head = next(tree.heads[i] for i in group if tree.heads[i] not in group)
    label = label or tree.deps[end - 1]
    for i in group:
        for child in tree.children(i):
            tree.move(child, head, tree.deps[child])
    for i in group:
        if i != start:
            tree.move(i, head, "fixed")
    tree.move(start, head, "advmod" if label == "quantmod" else label)
    for i in group[1:]:
        tree.move(i, start, "fixed")


def _rename(doc: Doc, tree: Tree) -> None:
    """Give every token its UD label, now that all heads are final."""
    for token in doc:
        tree.deps[token.i] = _ud_label(doc, tree, token.i)


def _ud_label(doc: Doc, tree: Tree, i: int) -> str:
    token, dep, head = doc[i], tree.deps[i], doc[tree.heads[i]]
    if tree.is_root(i):
        return "root"
    is_nominal = head.pos_ in NOMINAL
    if dep in {"prep", "pobj"}:
        if token.tag_ == "RP":
            return "compound:prt"
        return "nmod" if is_nominal else "obl"
    if dep in {"prepc", "pcomp", "acl"}:
        return "acl" if is_nominal else "advcl"
    if dep == "relcl":
        return "acl:relcl" if is_nominal else "advcl:relcl"
    if dep == "ccomp" and is_nominal and not tree.has(head.i, "cop"):
        return "acl"
    if dep == "npadvmod":
        if token.pos_ == "ADV":
            return "advmod"
        return "nmod:unmarked" if is_nominal else "obl:unmarked"
    if dep == "nmod" and i < head.i and token.pos_ in {"NOUN", "PROPN"}:
        return "compound"
    if dep == "aux" and token.tag_ == "TO":
        return "mark"
    if dep == "neg":
        return "det" if token.tag_ == "DT" else "advmod"
    if dep == "dative":
        return "iobj"
    if dep == "amod" and token.lower_ in {"more", "less"} and tree.has(i, "fixed"):
        return "advmod"
    return RENAMED.get(dep, dep)
