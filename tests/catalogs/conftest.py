"""Fixtures of the tests of catalogs."""

from pathlib import Path

import pytest

from tests.catalogs.checkouts import make_catalogs, make_checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout without catalogs."""
    return make_checkout(tmp_path)


@pytest.fixture
def serbian(checkout: Path) -> Path:
    """A checkout with untranslated Serbian catalogs."""
    return make_catalogs(checkout, "sr")
