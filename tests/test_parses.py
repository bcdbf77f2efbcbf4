"""Hand-built parses: what is written is what comes out."""

import pytest

from tests.parses import find, parse, parse_doc, rows
from tests.rules.bank import BANK


@pytest.mark.parametrize("text", BANK)
def test_rows_are_what_a_doc_is_made_of(text: str) -> None:
    doc = parse_doc(BANK[text])
    written = rows(doc)
    assert rows(parse_doc(written)) == written
    again = parse_doc(written)
    assert again.text == doc.text
    assert [(t.head.i, t.dep_, t.lemma_, t.tag_, t.ent_type_) for t in again] == [
        (t.head.i, t.dep_, t.lemma_, t.tag_, t.ent_type_) for t in doc
    ]


def test_a_text_that_is_not_there_is_not_found() -> None:
    with pytest.raises(LookupError, match="'Oslo' is not in"):
        find(parse("Rome rome PROPN NNP 0 root"), "Oslo")
