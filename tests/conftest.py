"""What tests share."""

import pytest
from spacy.language import Language


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write into README.md what its commands print"
    )


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the embedded pipeline; tests that use it are marked ``model``."""
    import claimx

    return claimx.load()
