"""Where sources and catalogs are."""

from pathlib import Path

import pytest

from bot.catalogs.sources import BOT, CheckoutNotFoundError, catalog_path, find_root, translated_locales


def test_checkout_is_found_from_a_folder_inside(checkout: Path) -> None:
    """Commands are run from anywhere in it."""
    assert find_root(checkout / "bot" / "views") == checkout


def test_folder_outside_a_checkout_is_refused(tmp_path: Path) -> None:
    """The message says what was looked for."""
    with pytest.raises(CheckoutNotFoundError, match=r"expected pyproject\.toml and locales/"):
        find_root(tmp_path)


def test_every_folder_for_catalogs_is_a_locale(tmp_path: Path) -> None:
    """Adding a language is adding a folder."""
    for locale in ("uk", "hu"):
        (tmp_path / catalog_path(locale, BOT)).parent.mkdir(parents=True)
    (tmp_path / "locales/notes").mkdir()
    assert translated_locales(tmp_path) == ["hu", "uk"]
