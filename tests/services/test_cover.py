"""Stretches in which nobody answers."""

import datetime as dt

import pytest

from bot.models import Function
from bot.services.cover import DAYS_AHEAD, Post, StandIn, gaps
from bot.services.schedules import Schedule
from tests.schedules import at, schedule

NOW = at("2026-12-14 09:00")


def found(*posts: Post, function: Function = Function.NCB) -> list[str]:
    """Return the gaps as the wall in Budapest shows them."""
    zone = schedule().zone
    return [
        f"{gap.start.astimezone(zone):%d.%m. %H:%M} - {gap.end.astimezone(zone):%d.%m. %H:%M}"
        for gap in gaps(posts, function, NOW)
    ]


def away(stand_in: Schedule, *, has_duty_phone: bool = False, last: int = 27) -> Post:
    """Return an office for which another stands in from 24 December on."""
    days = (dt.date(2026, 12, 24), dt.date(2026, 12, last))
    return Post(schedule(), stand_ins=(StandIn(*days, stand_in, has_duty_phone),))


def test_weekends_are_no_gap_and_holidays_before_one_are() -> None:
    assert found(Post(schedule())) == ["23.12. 16:30 - 28.12. 08:00", "31.12. 16:30 - 04.01. 08:00"]


def test_days_that_are_closed_make_a_gap() -> None:
    closed = schedule(calendar="", d20261217="closed", d20261218="closed")
    assert found(Post(closed)) == ["16.12. 16:30 - 21.12. 08:00"]


def test_a_duty_phone_covers_every_hour() -> None:
    assert found(Post(schedule(), has_duty_phone=True)) == []


def test_another_contact_point_of_the_function_covers() -> None:
    assert found(Post(schedule()), Post(schedule(calendar="RS", zone="Europe/Belgrade"))) == [
        "31.12. 16:30 - 04.01. 08:00"
    ]


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        pytest.param(away(schedule(calendar="")), [], id="by its hours"),
        pytest.param(away(schedule(None), has_duty_phone=True), [], id="by its duty phone"),
        pytest.param(away(schedule(None)), ["23.12. 16:30 - 28.12. 08:00"], id="not where its hours are unknown"),
    ],
)
def test_who_stands_in_covers_on_their_days(post: Post, expected: list[str]) -> None:
    assert found(post) == [*expected, "31.12. 16:30 - 04.01. 08:00"]


def test_a_duty_phone_of_who_stands_in_covers_no_more_than_its_days() -> None:
    until_christmas = away(schedule(None), has_duty_phone=True, last=24)
    assert found(until_christmas)[0] == "25.12. 00:00 - 28.12. 08:00"


def test_functions_for_any_hour_have_a_gap_every_night() -> None:
    assert found(Post(schedule()), function=Function.CYBER_24_7)[:2] == [
        "14.12. 16:30 - 15.12. 08:00",
        "15.12. 16:30 - 16.12. 08:00",
    ]
    assert found(Post(schedule("24/7", calendar="")), function=Function.CYBER_24_7) == []


@pytest.mark.parametrize(
    "posts",
    [
        pytest.param((), id="nobody"),
        pytest.param((Post(schedule(None)),), id="hours unknown"),
        pytest.param((Post(schedule(calendar="XX")),), id="holidays unknown"),
    ],
)
def test_what_is_unknown_covers_nothing(posts: tuple[Post, ...]) -> None:
    (gap,) = gaps(posts, Function.NCB, NOW)
    assert gap == (NOW, NOW + dt.timedelta(days=DAYS_AHEAD))
