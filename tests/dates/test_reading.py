"""Typed dates, as they were collected and as CLDR writes them."""

import datetime as dt

import pytest
from babel.dates import format_date, format_time
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import Ambiguous, NotUnderstood, Reason, Understood, When, read
from tests.dates import ZONES, collected, expected, meaning, now_in

COLLECTED = [
    pytest.param(locale, entry["text"], expected(entry), id=f"{locale}: {entry['text']}")
    for locale in ZONES
    for file in (f"{locale}.jsonl", f"second/{locale}.jsonl")
    for entry in collected(file)
]
PIECES = ["12", "3.", "9:30", "-", "next", "Friday", "2027", "u", "pola", "за", "k", "h", "m", ",", "/", "march", "do"]
locales = st.sampled_from(sorted(ZONES))
days = st.dates(dt.date(2027, 1, 21), dt.date(2036, 12, 31))


@pytest.mark.parametrize(("locale", "text", "means"), COLLECTED)
def test_a_collected_text_means_what_its_officer_meant(locale: str, text: str, means: str) -> None:
    assert meaning(read(text, now_in(locale), locale)) == means


@pytest.mark.parametrize(("locale", "text", "means"), COLLECTED)
def test_a_text_in_another_language_than_the_officers_is_never_understood_wrongly(
    locale: str, text: str, means: str
) -> None:
    """It may be ambiguous or refused, and what it means there must be among the candidates."""
    reading = read(text, now_in("en"), "en")
    if isinstance(reading, Understood) and "or" not in means:
        assert meaning(reading) == means


@given(locales, days, st.sampled_from(["full", "long", "medium", "short"]))
def test_a_day_as_cldr_writes_it_is_that_day(locale: str, day: dt.date, width: str) -> None:
    text = format_date(day, width, locale=locale)
    reading = read(text, now_in(locale), locale)
    if locale == "en" and width == "short":
        assert day in {candidate.day for candidate in getattr(reading, "candidates", [getattr(reading, "value", None)])}
    else:
        assert reading == Understood(When(day))


@given(locales, days, st.times())
def test_a_day_with_a_time_as_cldr_writes_it_is_both(locale: str, day: dt.date, time: dt.time) -> None:
    minute = time.replace(second=0, microsecond=0)
    text = f"{format_date(day, 'long', locale=locale)} {format_time(minute, 'HH:mm', locale=locale)}"
    assert read(text, now_in(locale), locale) == Understood(When(day, minute))


@given(locales, days)
def test_without_year_it_is_the_next_such_day(locale: str, day: dt.date) -> None:
    text = format_date(day, "d MMMM", locale=locale)
    reading = read(text, now_in(locale), locale)
    assert isinstance(reading, Understood)
    assert (reading.value.day.month, reading.value.day.day) == (day.month, day.day)
    assert reading.value.day >= dt.date(2027, 1, 20)


@given(st.text(max_size=90), locales)
def test_no_text_makes_it_fail(text: str, locale: str) -> None:
    reading = read(text, now_in(locale), locale)
    assert not isinstance(reading, Ambiguous) or len(reading.candidates) > 1


@given(st.lists(st.sampled_from(PIECES), max_size=18), locales)
def test_no_heap_of_pieces_makes_it_fail(heap: list[str], locale: str) -> None:
    reading = read(" ".join(heap), now_in(locale), locale)
    assert not isinstance(reading, Ambiguous) or len(reading.candidates) > 1


@pytest.mark.parametrize(
    ("text", "reason", "piece"),
    [
        ("", Reason.EMPTY, ""),
        (" , ", Reason.EMPTY, ""),
        ("12 Smarch", Reason.UNKNOWN_WORD, "smarch"),
        ("12 March & more", Reason.UNKNOWN_WORD, "&"),
        ("12", Reason.NO_DATE, ""),
        ("31 June", Reason.IMPOSSIBLE, ""),
        ("Monday 12 March 2027", Reason.IMPOSSIBLE, ""),
        ("12 March 24:30", Reason.IMPOSSIBLE, ""),
        ("12 March 11:00-9:30", Reason.IMPOSSIBLE, ""),
        ("99.99.", Reason.IMPOSSIBLE, ""),
        ("12 March " * 9, Reason.TOO_LONG, ""),
        ("1 " * 17, Reason.TOO_LONG, ""),
    ],
)
def test_what_is_not_understood_says_why(text: str, reason: Reason, piece: str) -> None:
    assert read(text, now_in("en"), "en") == NotUnderstood(reason, piece)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("20 January 9:30", "2027-01-20T09:30 or 2028-01-20T09:30"),
        ("20 January 10:30", "2027-01-20T10:30"),
        ("Wednesday 9:30", "2027-01-27T09:30"),
        ("9:30", "2027-01-21T09:30"),
        ("10:30", "2027-01-20T10:30"),
        ("Friday midnight", "2027-01-23T00:00 or 2027-01-22T00:00"),
    ],
)
def test_what_has_passed_today_is_not_taken_for_today_unasked(text: str, means: str) -> None:
    assert meaning(read(text, now_in("en"), "en")) == means


def test_today_is_the_officers_day_and_not_that_of_utc() -> None:
    assert meaning(read("დღეს", now_in("ka", "2027-01-21T01:00"), "ka")) == "2027-01-21"


def test_hours_from_now_pass_on_the_night_the_clocks_change() -> None:
    assert meaning(read("in 2 hours", now_in("en", "2027-03-28T01:30"), "en")) == "2027-03-28T04:30"


def test_next_friday_is_one_day_when_the_coming_one_is_next_weeks() -> None:
    assert meaning(read("next Friday", now_in("en", "2027-01-23T10:00"), "en")) == "2027-01-29"
