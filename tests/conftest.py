"""What tests share."""

import os

import pytest
from hypothesis import settings
from spacy.language import Language

# The model takes its time, more of it on a busy machine.  In CI the same examples every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write into README.md what its commands print"
    )


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the embedded pipeline; tests that use it are marked ``model``."""
    import claimx

    return claimx.load()
