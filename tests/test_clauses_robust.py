"""Any tree, however wrong, gives clauses whose spans lie in the text, and no exception."""

import random

from spacy import tokens
from spacy.lang.en import English

from claimx.article import Article
from claimx.claims import read_claims
from claimx.doc import Doc
from claimx.language.snapshot import snapshot
from claimx.rules.clauses import find_clauses
from tests.parses import parse

WORDS = (
    "the minister said that it will not close , “ We won ” and who which was by in Oslo on Monday "
    "if according to should been reportedly is to have ( 12 ) . ? three ships built sank he no one"
).split()
TAGS = "DT NN VBD IN PRP MD RB VB , `` VBN CC WP WDT VBZ NNP TO CD NNS JJ VBG VBP WRB EX".split()
POS = "DET NOUN VERB ADP PRON AUX ADV PUNCT ADJ PROPN PART SCONJ CCONJ NUM".split()
DEPS = (
    "nsubj nsubj:pass nsubj:outer csubj obj iobj obl obl:agent obl:unmarked nmod acl acl:relcl "
    "advcl advcl:relcl ccomp xcomp advmod aux aux:pass cop mark case conj cc compound:prt expl "
    "parataxis appos punct det amod dep flat fixed"
).split()
VOCAB = English().vocab


def scramble(seed: int) -> Doc:
    """Return a Doc of random words with a random tree, one or two sentences long."""
    chance = random.Random(seed)
    words, heads, deps, starts = [], [], [], []
    for size in (chance.randint(1, 18), chance.randint(1, 18)):
        base = len(words)
        order = chance.sample(range(size), size)
        place = {token: n for n, token in enumerate(order)}
        for token in range(size):
            above = [other for other in range(size) if place[other] < place[token]]
            heads.append(base + (chance.choice(above) if above else token))
            deps.append(chance.choice(DEPS) if above else chance.choice(["root", "conj", "advcl"]))
            words.append(chance.choice(WORDS))
            starts.append(token == 0)
    doc = tokens.Doc(
        VOCAB,
        words=words,
        tags=[chance.choice(TAGS) for _ in words],
        pos=[chance.choice(POS) for _ in words],
        lemmas=[word.lower() for word in words],
        heads=heads,
        deps=deps,
        sent_starts=starts,
    )
    return snapshot(doc)


def test_scrambled_trees_give_clauses_inside_the_text() -> None:
    found = 0
    for seed in range(800):
        doc = scramble(seed)
        clauses = find_clauses(doc)
        found += len(clauses)
        read = read_claims(
            doc,
            Article(text=doc.text),
            clauses=clauses,
            attributions=[],
            clusters=[],
            places=[],
            times=[],
        )
        for claim in read.claims:
            for span in (claim.who, claim.what, claim.predicate, claim.target, claim.actor):
                assert span is None or doc.text[span.start : span.end] == span.exact != ""
    assert found > 100


def test_a_sentence_of_endless_depth() -> None:
    words = ["Ana", "saw", *["of", "men"] * 1500]
    heads = [1, 1, *(i for n in range(1500) for i in (2 * n + 3, max(1, 2 * n + 1)))]
    deps = ["nsubj", "root", *["case", "nmod"] * 1500]
    pos = ["PROPN", "VERB", *["ADP", "NOUN"] * 1500]
    tags = ["NNP", "VBD", *["IN", "NNS"] * 1500]
    doc = tokens.Doc(VOCAB, words=words, heads=heads, deps=deps, pos=pos, tags=tags, lemmas=words)
    assert [clause.predicate.text for clause in find_clauses(snapshot(doc))] == ["saw"]


def test_a_relative_clause_after_a_root_noun_comes_back() -> None:
    """The noun before the comma is the root of its sentence: the way up ends there."""
    rows = """
    Studies study NOUN NNS 3 nsubj
    , , PUNCT , 3 punct
    taxes tax NOUN NNS 0 root
    , , PUNCT , 6 punct
    which which PRON WDT 6 nsubj
    hurt hurt VERB VBP 1 acl:relcl
    . . PUNCT . 3 punct
    """
    clauses = find_clauses(parse(rows), places=(), times=())
    assert [(c.predicate.text, c.who and c.who.text) for c in clauses][-1] == ("hurt", "Studies")
