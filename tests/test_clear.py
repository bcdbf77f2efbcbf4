from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from claimx.language.clear import ClearToUD
from claimx.language.clear.conversion import is_clear, ud_tree
from claimx.language.clear.labels import RENAMED
from claimx.language.clear.scheme import CLEAR_ONLY
from claimx.language.snapshot import snapshot
from claimx.language.trees import Tree
from claimx.rules.clauses import Clause, find_clauses
from tests.clear_pairs import PAIRS
from tests.parses import parse_doc

SHARED = (
    "advcl advmod amod appos aux case cc ccomp compound conj cop csubj det expl mark nmod nsubj"
    " nummod punct xcomp"
)
LABELS = sorted({*CLEAR_ONLY, *RENAMED, *SHARED.split()})
VOCAB = English().vocab
WORDS = ("is", "as", "such", "of", "due", "to", "there", "$", "x")


def both(rows: str) -> tuple[Doc, Doc]:
    """Return the sentence parsed in ClearNLP's way and in UD's."""
    clear, ud = [], []
    for line in rows.strip().splitlines():
        cells = line.split()
        entity = [cells.pop()] if cells[-1][:2] in {"B-", "I-"} else []
        clear.append(" ".join(cells[:6] + entity))
        ud.append(" ".join(cells[:4] + (cells[6:8] or cells[4:6]) + entity))
    return parse_doc("\n".join(clear)), parse_doc("\n".join(ud))


def shown(doc: Doc, tree: Tree) -> list[str]:
    """Return each token as ``word label head``, which reads well in a failing test."""
    heads = tree.heads
    return [f"{t.text} {tree.deps[t.i]} {doc[heads[t.i]].text}@{heads[t.i] + 1}" for t in doc]


def as_parsed(doc: Doc) -> list[str]:
    return shown(doc, Tree([token.head.i for token in doc], [token.dep_ for token in doc]))


def words(clause: Clause) -> dict[str, object]:
    """Return what a clause says, its spans and tokens as strings."""
    values = {field.name: getattr(clause, field.name) for field in fields(clause)}
    return {name: repr(value) for name, value in values.items()}


@pytest.mark.parametrize("name", PAIRS)
def test_both_schemes_give_one_tree(name: str) -> None:
    clear, ud = both(PAIRS[name])
    assert shown(clear, ud_tree(clear)) == as_parsed(ud)


@pytest.mark.parametrize("name", PAIRS)
def test_component_rewrites_the_doc(name: str) -> None:
    clear, ud = both(PAIRS[name])
    doc = ClearToUD(lambda: True)(clear)
    assert as_parsed(doc) == as_parsed(ud)
    assert [sent.text for sent in doc.sents] == [ud.text]


@pytest.mark.parametrize("name", PAIRS)
def test_both_schemes_give_the_same_claims(name: str) -> None:
    clear, ud = both(PAIRS[name])
    expected = [words(clause) for clause in find_clauses(snapshot(ud))]
    turned = snapshot(ClearToUD(lambda: True)(clear))
    assert [words(clause) for clause in find_clauses(turned)] == expected
    assert expected


def test_sentences_stay_apart() -> None:
    rows = [both(PAIRS[name]) for name in ("copula with preposition", "said, in the middle")]
    doc = Doc.from_docs([clear for clear, _ in rows])
    ClearToUD(lambda: True)(doc)
    assert [sent.text for sent in doc.sents] == [ud.text for _, ud in rows]


def test_ud_is_left_alone() -> None:
    _, ud = both(PAIRS["passive with agent"])
    before = as_parsed(ud)
    assert as_parsed(ClearToUD(lambda: False)(ud)) == before


@pytest.mark.parametrize(
    ("labels", "clear"),
    [
        pytest.param({"nsubj", "dobj", "ROOT"}, True, id="clear"),
        pytest.param({"nsubj", "obj", "root", "obl:agent"}, False, id="ud"),
        pytest.param({"nsubj", "ROOT", "case", "conj"}, False, id="either"),
    ],
)
def test_is_clear(labels: set[str], clear: bool) -> None:
    assert is_clear(labels) is clear


def test_space_hangs_on_the_word_before() -> None:
    words, spaces = ["They", " ", "fled", "\n\n", "."], [True, False, False, False, False]
    doc = Doc(
        VOCAB, words=words, spaces=spaces, heads=[2, 2, 2, 4, 2],
        deps=["nsubj", "", "ROOT", "dep", "punct"],
    )  # fmt: skip
    tree = ud_tree(doc)
    assert (tree.heads, tree.deps) == ([2, 0, 2, 2, 2], ["nsubj", "dep", "root", "dep", "punct"])


def test_factory_asks_the_parser_for_its_labels() -> None:
    nlp = English()
    parser = nlp.add_pipe("parser")
    parser.add_label("dobj")  # type: ignore[attr-defined]  # add_pipe is annotated as returning a callable
    nlp.add_pipe("claimx_clear")
    clear, ud = both(PAIRS["coordinated subjects"])
    assert not is_clear({token.dep_ for token in clear})
    assert as_parsed(nlp.get_pipe("claimx_clear")(clear)) == as_parsed(ud)


def test_move_refuses_a_cycle() -> None:
    tree = Tree([0, 0, 1], ["root", "obj", "amod"])
    tree.move(0, 2, "obj")
    assert (tree.heads, tree.deps) == ([0, 0, 1], ["root", "obj", "amod"])


@st.composite
def parsed(draw: st.DrawFn) -> Doc:
    """Draw one to three sentences of arbitrary trees with arbitrary ClearNLP labels."""
    words: list[str] = []
    tags: list[str] = []
    pos: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool] = []
    for _ in range(draw(st.integers(1, 3))):
        size, base = draw(st.integers(1, 9)), len(words)
        order = draw(st.permutations(range(size)))
        for rank in range(size):
            words.append(draw(st.sampled_from(WORDS)))
            tags.append(draw(st.sampled_from(["IN", "TO", "VB", "$", "DT", "WRB"])))
            pos.append(draw(st.sampled_from(["ADP", "VERB", "NOUN", "AUX", "ADJ", "NUM", "SPACE"])))
            deps.append(draw(st.sampled_from(LABELS)))
            starts.append(rank == 0)
            heads.append(0)
        for rank, token in enumerate(order):
            above = order[draw(st.integers(0, rank - 1))] if rank else token
            heads[base + token] = base + above
    lemmas = ["be" if word == "is" else word for word in words]
    return Doc(
        VOCAB, words=words, tags=tags, pos=pos, heads=heads, deps=deps, lemmas=lemmas,
        sent_starts=starts,
    )  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(parsed())
def test_any_tree_stays_a_tree(doc: Doc) -> None:
    tree = ud_tree(doc)
    heads, deps = tree.heads, tree.deps
    for sent in doc.sents:
        inside = range(sent.start, sent.end)
        assert sum(heads[i] == i for i in inside) == 1
        for i in inside:
            steps = 0
            while heads[i] != i:
                i, steps = heads[i], steps + 1
                assert i in inside and steps <= len(sent)
    assert [dep == "root" for dep in deps] == [head == i for i, head in enumerate(heads)]
