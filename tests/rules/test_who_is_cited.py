"""Who is cited for a clause, and which clauses only say what another one tells (sourcing.py)."""

import pytest

from claimx.rules.attributions import find_attributions
from claimx.rules.clauses import Clause, find_clauses
from claimx.rules.sourcing import Sources
from tests.rules.bank import sentence


def told(sources: Sources, clause: Clause) -> str:
    words = clause.predicate.text
    if sources.is_saying(clause):
        return f"({words})"
    found = sources.find(clause)
    if found is None:
        return words
    speaker = found.speaker.text if found.speaker is not None else "-"
    return f"{words} << {speaker} / {found.lemma} {found.certainty}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said that the dam is safe.",
            ["(said)", "is << The minister / say certain"],
        ),
        ("The plan, he said, will work.", ["(said)", "will work << he / say certain"]),
        (
            '"The road is closed," said Ann Lee, a baker in Leeds.',
            ["is closed << Ann Lee / say certain", "(said)"],
        ),
        (
            "According to the coach, the team is tired.",
            ["is << the coach / accord to certain"],
        ),
        (
            "Voters think that prices will rise.",
            ["(think)", "will rise << Voters / think probable"],
        ),
        (
            "A report by the commission found that the brakes had failed.",
            ["(found)", "had failed << A report by the commission / find certain"],
        ),
        (
            "The clerk, who said the safe was empty, has fled.",
            ["(said)", "was << The clerk / say certain", "has fled"],
        ),
        (
            "The claim that the bank was broke spread quickly.",
            ["was << - / claim probable", "spread"],
        ),
        ("The chief has reportedly left.", ["has reportedly left << - / reportedly probable"]),
        (
            "The bank is said to have failed.",
            ["is said to have failed << - / say probable"],
        ),
        ("The senator condemned the raid.", ["condemned"]),
        ("The firm denied that it cheated", ["denied"]),
        ("Nurses went on strike and closed two wards", ["went", "closed"]),
    ],
)
def test_sources(text: str, expected: list[str]) -> None:
    doc = sentence(text)
    clauses = find_clauses(doc)
    sources = Sources(find_attributions(doc), clauses)
    assert [told(sources, clause) for clause in clauses] == expected
