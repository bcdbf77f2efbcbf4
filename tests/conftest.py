"""What tests share."""

import pytest
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the embedded pipeline; tests that use it are marked ``model``."""
    import claimx

    return claimx.load()
