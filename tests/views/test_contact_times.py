"""Who is there now, in words."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Languages
from bot.models.opening_hours import WeeklyHours
from bot.services.availability import availability
from bot.services.contact_records import Labelled
from bot.services.contacts import Contact
from bot.services.schedules import DayException
from bot.views.contact_times import availability_lines, hours_lines, lasting, local_time, moment, short_availability
from tests.schedules import at
from tests.views.contacts import BUDAPEST, ENGLISH, NOW, TBILISI, contact
from tests.views.test_all import LOCALES

DUTY = (Labelled("+12025550199"),)
HOURS = WeeklyHours.parse("Mo-Fr 09:00-16:30")
CLOSED_TODAY = DayException(dt.date(2026, 11, 24), dt.date(2026, 11, 24), (), "stocktaking")


def said(shown: Contact, now: dt.datetime = NOW, own: ZoneInfo = TBILISI) -> list[str]:
    """Return what an English reader reads."""
    return availability_lines(shown, availability(shown.schedule, now), now, own, ENGLISH)


def in_short(shown: Contact, now: dt.datetime) -> str:
    """Return the few words of a list."""
    return short_availability(shown, availability(shown.schedule, now), now, ENGLISH)


def test_open_with_the_readers_own_time_beside() -> None:
    open_now = contact(hours=HOURS)
    assert said(open_now) == ["🟢 Open now · closes 16:30 (in 50 minutes)"]
    assert said(open_now, own=BUDAPEST) == ["🟢 Open now · closes 16:30 (in 50 minutes) · your time 13:30"]


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        pytest.param(
            "2026-11-23 12:00", ["🔴 Closed: national holiday (Georgia)", "Opens tomorrow 09:00"], id="holiday"
        ),
        pytest.param("2026-11-24 07:00", ["🔴 Closed now", "Opens 09:00"], id="early"),
        pytest.param("2026-11-24 20:00", ["🔴 Closed now", "Opens tomorrow 09:00"], id="late"),
        pytest.param("2026-11-28 12:00", ["🔴 Closed: weekend", "Opens Monday 09:00"], id="weekend"),
    ],
)
def test_closed_says_why_and_when_it_opens(now: str, lines: list[str]) -> None:
    assert said(contact(hours=HOURS), at(now, "Asia/Tbilisi")) == lines


def test_a_duty_phone_is_for_when_it_is_closed() -> None:
    with_duty = contact(hours=HOURS, duty_phones=DUTY)
    assert said(with_duty, at("2026-11-24 20:00", "Asia/Tbilisi"))[-1] == "For urgent requests call the duty phone."
    assert len(said(with_duty)) == 1


def test_the_day_is_the_readers_where_their_time_is() -> None:
    closed = contact(hours=WeeklyHours.parse("Mo-Fr 02:00-16:30"))
    assert said(closed, at("2026-11-24 20:00", "Asia/Tbilisi"), BUDAPEST)[-1] == (
        "Opens tomorrow 02:00 · your time 23:00"
    )


def test_a_far_day_has_its_date() -> None:
    closed = contact(hours=WeeklyHours.parse("Mo 09:00-10:00"))
    assert said(closed, at("2026-11-16 12:00", "Asia/Tbilisi"))[-1] == "Opens Monday, 30 November 2026, 09:00"


def test_an_exception_has_its_reason() -> None:
    assert said(contact(exceptions=(CLOSED_TODAY,)))[0] == "🔴 Closed: stocktaking"
    without = DayException(CLOSED_TODAY.first_day, CLOSED_TODAY.last_day)
    assert said(contact(exceptions=(without,)))[0] == "🔴 Closed exceptionally"


def test_what_is_unknown_is_not_called_open() -> None:
    unknown = contact(hours=None, duty_phones=DUTY)
    assert said(unknown) == [
        "⚪ Opening hours are not known, so I cannot say whether somebody is there",
        "For urgent requests call the duty phone.",
    ]


@pytest.mark.parametrize(
    ("hours", "now", "text"),
    [
        ("Mo-Fr 09:00-16:30", "2026-11-24 15:40", "🟢 open, closes 16:30"),
        ("Mo-Fr 09:00-16:30", "2026-11-24 20:00", "🔴 closed, opens tomorrow 09:00"),
        ("24/7", "2026-11-22 15:40", "🔴 closed, opens Tuesday 00:00"),
    ],
)
def test_a_list_says_it_in_short(hours: str, now: str, text: str) -> None:
    shown = contact(
        hours=WeeklyHours.parse(hours), exceptions=(DayException(dt.date(2026, 11, 22), dt.date(2026, 11, 22)),)
    )
    assert in_short(shown, at(now, "Asia/Tbilisi")) == text


def test_a_list_says_what_never_changes() -> None:
    always = contact(hours=WeeklyHours.parse("24/7"), open_on_holidays=True)
    assert in_short(always, NOW) == "🟢 open around the clock"
    assert said(always) == ["🟢 Open now, around the clock"]
    assert in_short(contact(hours=None), NOW) == "⚪ hours not known"


def test_days_with_the_same_hours_share_a_line() -> None:
    hours = WeeklyHours.parse("Mo-Th 08:00-12:00,13:00-16:30; Fr 08:00-14:00; Sa 22:00-06:00")
    assert hours_lines(hours, ENGLISH) == [
        "Mon – Thu: 08:00–12:00, 13:00–16:30",
        "Fri: 08:00–14:00",
        "Sat: 22:00–06:00",
    ]
    assert hours_lines(WeeklyHours.parse("24/7"), ENGLISH) == ["Around the clock, every day"]


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "1 minute"), (59, "59 minutes"), (60, "1 hour"), (1439, "23 hours"), (1440, "1 day"), (4000, "2 days")],
)
def test_a_time_is_told_in_its_largest_unit(minutes: int, text: str) -> None:
    assert lasting(dt.timedelta(minutes=minutes), ENGLISH) == text


def test_the_time_there_is_theirs() -> None:
    assert local_time(contact(), NOW, ENGLISH) == "Local time there: 15:40 (Asia/Tbilisi)"
    assert moment(NOW, BUDAPEST, ENGLISH) == "Tuesday, 24 November 2026, 12:40"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("now", ["2026-11-23 12:00", "2026-11-24 12:00", "2026-11-28 12:00"])
def test_every_language_can_say_it(languages: Languages, locale: str, now: str) -> None:
    translator = languages.translator(locale)
    instant = at(now, "Asia/Tbilisi")
    found = availability(contact().schedule, instant)
    lines = availability_lines(contact(), found, instant, BUDAPEST, translator)
    assert all(line and "{" not in line for line in lines)
