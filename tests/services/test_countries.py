"""Countries in what people type."""

import pytest

from bot.services.countries import MAX_TYPED, find_countries

LOCALES = ("en", "hu", "ro", "ka", "mk", "sr", "sr_Latn", "uk")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("RS MD", ["RS", "MD"]),
        ("ro-ua", ["RO", "UA"]),
        ("Magyarország és Szerbia", ["HU", "RS"]),
        ("Ungaria cu Georgia", ["HU", "GE"]),
        ("з Угорщиною і Сербією", ["HU", "RS"]),
        ("Северна Македонија, Украина", ["MK", "UA"]),
        ("საქართველო და უკრაინა", ["GE", "UA"]),
        ("madjarska rumunija", ["HU", "RO"]),
        ("Serbia Serbia", ["RS"]),
        ("Atlantis and Narnia", []),
        ("", []),
        ("x " * MAX_TYPED + "RS", []),
    ],
)
def test_codes_and_names_are_found_in_their_order(typed: str, found: list[str]) -> None:
    assert find_countries(typed, LOCALES) == found
