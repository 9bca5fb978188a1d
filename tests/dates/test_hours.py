"""Spans of hours as people type them."""

import pytest

from bot.dates import read_hours

NIGHT = (22 * 60, 6 * 60)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("22-6", "en"),
        ("22 – 06", "en"),
        ("22.00-6.00", "hu"),
        ("from 22 to 6", "en"),
        ("10 pm to 6 am", "en"),
        ("from 10 pm to 6:00", "en"),
        ("10 du. - 6 de.", "hu"),
        ("de la 10 seara la 6", "ro"),
        ("de la 22 la 6", "ro"),
        ("ora 22 - ora 6", "ro"),
        ("22h-6h", "sr"),
        ("з 22 до 6", "uk"),
        ("22-től 6-ig", "hu"),
        ("22 órától 6 óráig", "hu"),
        ("од 22 до 6", "mk"),
        ("od 22 do 6", "sr_Latn"),
        ("22-დან 6-მდე", "ka"),
        ("22 6", "en"),
    ],
)
def test_a_span_is_read_in_every_language(text: str, locale: str) -> None:
    assert read_hours(text, locale) == NIGHT


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("22:00–06:30", (1320, 390)),
        ("23:45 - 7", (1425, 420)),
        ("0-24", (0, 0)),
        ("midnight to 6", (0, 360)),
        ("13-14:15", (780, 855)),
        ("7-7", (420, 420)),
    ],
)
def test_minutes_and_midnight_are_read(text: str, span: tuple[int, int]) -> None:
    assert read_hours(text, "en") == span


@pytest.mark.parametrize(
    "text", ["", "22", "never", "22-6-5", "25-6", "22:70-6", "2200-0600", "22 June - 6 July", "tomorrow", "x" * 500]
)
def test_what_names_no_two_times_is_no_span(text: str) -> None:
    assert read_hours(text, "en") is None
