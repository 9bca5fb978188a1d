"""Typed lengths of time."""

import datetime as dt

import pytest

from bot.dates import Length, read_length
from tests.dates import collected, expected, meaning, now_in


@pytest.mark.parametrize(
    ("locale", "text", "means"),
    [
        pytest.param(entry["locale"], entry["text"], expected(entry), id=f"{entry['locale']}: {entry['text']}")
        for entry in collected("durations.jsonl")
    ],
)
def test_a_collected_length_means_what_its_officer_meant(locale: str, text: str, means: str) -> None:
    assert meaning(read_length(text, locale)) == means


HOURS = {
    "en": ("2h", "2 h", "2hrs", "2 hr.", "2 hours", "in 2 hours", "within 2 hours"),
    "hu": ("2h", "2 h", "2 h.", "2ó", "2 ó", "2 ó.", "2óra", "2 óra", "két óra", "2 óra múlva", "2 órán belül"),
    "ro": ("2h", "2 h", "2 ore", "2ore", "două ore", "peste 2 ore", "în 2 ore"),
    "uk": ("2год", "2 год", "2 год.", "2г", "2 ч", "2 ч.", "2h", "дві години", "через 2 години", "за 2 год"),
    "sr": ("2ч", "2 ч", "2 ч.", "2х", "2 h", "2 сата", "два сата", "2 часа", "за 2 сата", "2 sata"),
    "sr_Latn": ("2h", "2 h", "2č", "2 č.", "2 sata", "dva sata", "za 2 sata", "2 časa"),
    "mk": ("2ч", "2 ч", "2 ч.", "2h", "2 часа", "два часа", "за 2 часа", "2 саат"),
    "ka": ("2სთ", "2 სთ", "2 სთ.", "2 h", "2 საათი", "ორი საათი", "2 საათში", "2 საათის შემდეგ"),
}


@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale, texts in HOURS.items() for text in texts])
def test_two_hours_are_two_hours_in_every_way_to_write_them(locale: str, text: str) -> None:
    assert meaning(read_length(text, locale)) == "PT2H"


@pytest.mark.parametrize(
    ("locale", "text", "means"),
    [
        ("en", "2 wks", "P14D"),
        ("hu", "30 min", "PT30M"),
        ("hu", "3n", "P3D"),
        ("hu", "2 napon belül", "P2D"),
        ("uk", "доба", "P1D"),
        ("uk", "2 доби", "P2D"),
        ("sr", "сат времена", "PT1H"),
        ("sr", "2 седм.", "P14D"),
        ("mk", "2 седм", "P14D"),
        ("ka", "3 დღ", "P3D"),
    ],
)
def test_short_forms_and_set_phrases_are_lengths(locale: str, text: str, means: str) -> None:
    assert meaning(read_length(text, locale)) == means


@pytest.mark.parametrize(
    ("clock", "length", "due"),
    [
        pytest.param("2027-03-27T10:00", Length(days=1), "2027-03-28T10:00", id="a day keeps the hour"),
        pytest.param("2027-03-27T10:00", Length(minutes=24 * 60), "2027-03-28T11:00", id="hours pass"),
        pytest.param("2027-01-31T10:00", Length(months=1), "2027-02-28T10:00", id="the month's last day"),
        pytest.param("2027-03-28T01:30", Length(minutes=60), "2027-03-28T03:30", id="into the missing hour"),
    ],
)
def test_days_keep_the_hour_and_hours_pass(clock: str, length: Length, due: str) -> None:
    now = now_in("en", clock)
    assert length.after(now).astimezone(now.zone).replace(tzinfo=None) == dt.datetime.fromisoformat(due)


def test_an_hour_in_the_doubled_hour_is_an_hour() -> None:
    later = now_in("en", "2027-10-31T02:30").moment.replace(fold=1)
    now = now_in("en")
    assert Length(minutes=60).after(type(now)(later, now.zone)) == dt.datetime(2027, 10, 31, 2, 30, tzinfo=dt.UTC)
