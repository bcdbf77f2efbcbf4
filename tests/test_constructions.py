"""Forty annotated sentences, one a construction: how many of their claims come out right."""

import sys
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import claimx
from claimx.records import Claim

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PATH = Path(__file__).parent / "quality" / "constructions.toml"
# Raise these when the rules improve, never lower them without a reason in the commit.
RIGHT = 40  # of 50 claims, with who, what, polarity and certainty
SPURIOUS = 5


def is_right(claim: Claim, row: dict[str, Any]) -> bool:
    """Tell whether a claim agrees with its annotation."""
    return (
        (claim.who.exact if claim.who else None) == row.get("who")
        and claim.what.exact == row["what"]
        and (claim.polarity == "negative") == (row.get("polarity") == "-")
        and claim.certainty == row.get("certainty", "certain")
    )


@pytest.mark.model
def test_constructions(nlp: Language) -> None:
    sentences = tomllib.loads(PATH.read_text(encoding="utf-8"))["sentence"]
    assert len(sentences) == 40
    right = spurious = 0
    wrong: list[str] = []
    for sentence, document in zip(
        sentences, claimx.extract_many([s["text"] for s in sentences]), strict=True
    ):
        rows = {row["pred"]: row for row in sentence["claims"]}
        for claim in document.claims:
            row = rows.pop(claim.predicate.exact, None)
            if row is None:
                spurious += claim.finite
            elif not row.get("optional"):
                right += is_right(claim, row)
                wrong += [] if is_right(claim, row) else [claim.text]
    assert right >= RIGHT, wrong
    assert spurious <= SPURIOUS
