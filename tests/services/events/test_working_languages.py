"""Working languages as they are typed."""

import pytest

from bot.services.events.working_languages import codes_of


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("EN, ro", ["en", "ro"]),
        ("English and Georgian", ["en", "ka"]),
        ("англійська, грузинська", ["en", "ka"]),
        ("angol és román", ["en", "ro"]),
        ("engleski i srpski", ["en", "sr"]),
        ("klingon tongue", ["klingon", "tongue"]),
        ("", []),
    ],
)
def test_languages_are_codes_or_names(typed: str, codes: list[str]) -> None:
    assert codes_of(typed) == codes
