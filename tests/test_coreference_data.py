"""How GUM's entities are read, links counted and pronoun weights fitted, on a text of our own."""

from pathlib import Path

from claimx.model.conllu import read_texts
from claimx.model.evaluate_mentions import Found, read_links
from claimx.model.fit_pronouns import Case, fit
from claimx.model.gum import read_mentions
from claimx.rules.pronouns import score

ROWS = """\
# newdoc id = ours
# newpar
1\tAda\tAda\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-sssss-cf1-1-coref)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\ther\tshe\tPRON\tPRP$\t_\t4\tnmod:poss\t_\tEntity=(2-object-new-nnnnn-cf2-2-sgl(1-person-giv:act-sssss-cf1-1-coref)
4\thouse\thouse\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)|SpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def test_read_mentions_and_links(tmp_path: Path) -> None:
    path = tmp_path / "ours.conllu"
    path.write_text(ROWS, encoding="utf-8")
    (text,) = read_texts(path)
    gold = read_mentions(text)
    assert [(m.start, m.end, m.heads, m.entity, m.kind, m.named) for m in gold] == [
        (0, 1, (0,), "1", "person", True),
        (2, 4, (3,), "2", "object", False),
        (2, 3, (2,), "1", "person", False),
    ]
    right = [Found(0, "name", 7), Found(2, "pronoun", 7)]
    wrong = [Found(3, "nominal", 7), Found(2, "pronoun", 7)]
    assert [
        (link.kind, link.antecedent, link.right, link.given)
        for link in read_links(text, gold, right)
    ] == [("he/she", 0, True, True)]
    assert [
        (link.kind, link.antecedent, link.right, link.given)
        for link in read_links(text, gold, wrong)
    ] == [("he/she", 3, False, False)]
    assert [link.antecedent for link in read_links(text, gold, [])] == [None]


def test_fit_prefers_what_was_right() -> None:
    near, far = {"near": 1.0}, {"far": 1.0}
    weights = fit([Case((near, far), (0,)), Case((far, near), (1,)), Case((far,), ())])
    assert score(near, weights) > weights["nobody"] > score(far, weights)
