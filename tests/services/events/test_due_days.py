"""By when something is to be done, as it is typed."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.dates import Now
from bot.models import Event, EventKind
from bot.services.events.checklist import ItemError, ItemProblem
from bot.services.events.due_days import days_before, read_due
from bot.services.events.typed_fields import Unclear
from tests.conftest import NOW
from tests.outbox import event

AT_VENUE = Now(NOW, ZoneInfo("Asia/Tbilisi"))
WITHOUT_DATE = Event(kind=EventKind.MEETING, created_at=NOW)


def due(typed: str, locale: str = "en", **fields: object) -> str:
    """Return by when, as a clock at the venue in Tbilisi shows it."""
    found = read_due(typed, event(**fields), AT_VENUE, locale)
    assert isinstance(found, dt.datetime)
    return f"{found.astimezone(AT_VENUE.zone):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("14 days", "en"),
        ("14", "en"),
        ("14d", "en"),
        ("2 weeks before the start", "en"),
        ("14 днів до початку", "uk"),
        ("14 дана пре почетка", "sr"),
        ("14 dana pre početka", "sr_Latn"),
        ("14 дена пред почетокот", "mk"),
        ("14 nappal előtte", "hu"),
        ("cu 14 zile înainte de începere", "ro"),
        ("14 დღით ადრე", "ka"),
        ("1 March", "en"),
        ("1.3.2027 17:00", "uk"),
    ],
)
def test_a_date_or_days_before_the_start_end_with_the_work_of_that_day(typed: str, locale: str) -> None:
    assert due(typed, locale) == "2027-03-01 17:00"


def test_hours_before_the_start_are_counted_to_the_minute() -> None:
    assert due("2 hours") == "2027-03-15 07:30"


def test_months_are_counted_on_the_calendar() -> None:
    assert due("1 month before") == "2027-02-15 17:00"


def test_days_are_counted_by_the_clock_of_the_venue_over_a_change_of_clocks() -> None:
    start = dt.datetime(2027, 4, 1, 9, 0)  # noqa: DTZ001  # wall time at the venue
    found = days_before(event(start=start, end=start.replace(hour=12), zone="Europe/Belgrade"), 7, NOW)
    assert found == dt.datetime(2027, 3, 25, 16, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("typed", "of", "problem"),
    [
        ("", event(), ItemProblem.NO_DAY),
        ("7 days", WITHOUT_DATE, ItemProblem.NO_START),
        ("200 days", event(), ItemProblem.PAST),
        ("1.1.2020", event(), ItemProblem.PAST),
    ],
)
def test_what_cannot_be_is_refused(typed: str, of: Event, problem: ItemProblem) -> None:
    with pytest.raises(ItemError) as error:
        read_due(typed, of, AT_VENUE, "en")
    assert error.value.problem is problem


def test_a_date_needs_no_date_of_the_event() -> None:
    assert read_due("1 March 2027", WITHOUT_DATE, AT_VENUE, "en") == dt.datetime(2027, 3, 1, 13, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(("typed", "meanings"), [("blue", 0), ("3/4 9:00", 2)])
def test_what_is_not_clear_says_what_it_can_mean(typed: str, meanings: int) -> None:
    found = read_due(typed, event(), AT_VENUE, "en")
    assert isinstance(found, Unclear)
    assert len(found.meanings) == meanings
