"""The public names: what is promised, and that it is there."""

import pytest

import claimx


def test_every_promised_name_is_there() -> None:
    assert {name for name in claimx.__all__ if not hasattr(claimx, name)} == set()


def test_no_other_name_is_invented() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Clam'"):
        _ = claimx.Clam
