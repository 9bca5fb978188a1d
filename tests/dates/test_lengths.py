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
