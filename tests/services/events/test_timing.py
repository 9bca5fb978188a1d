"""When events take place."""

import datetime as dt

from bot.models import Event, EventKind
from bot.services.events.timing import occurrences, settle
from tests.conftest import NOW
from tests.outbox import event

BELGRADE = "Europe/Belgrade"


def test_the_instants_follow_from_wall_time_and_zone() -> None:
    made = event(zone=BELGRADE)
    assert (made.starts_at, made.ends_at) == (
        dt.datetime(2027, 3, 15, 8, 30, tzinfo=dt.UTC),
        dt.datetime(2027, 3, 15, 11, 30, tzinfo=dt.UTC),
    )
    assert made.over_at == made.ends_at


def test_a_series_keeps_its_wall_time_over_the_change_of_clocks() -> None:
    """Clocks in Belgrade go forward on 28 March 2027."""
    found = occurrences(event(zone=BELGRADE, rule="FREQ=WEEKLY;COUNT=3"))
    assert [each.wall.isoformat(" ", "minutes") for each in found] == [
        "2027-03-15 09:30",
        "2027-03-22 09:30",
        "2027-03-29 09:30",
    ]
    assert [f"{each.start:%m-%d %H:%M}" for each in found] == ["03-15 08:30", "03-22 08:30", "03-29 07:30"]
    assert all(each.end - each.start == dt.timedelta(hours=3) for each in found)


def test_a_series_is_over_with_its_last_occurrence() -> None:
    made = event(rule="FREQ=WEEKLY;COUNT=3")
    assert made.ends_at == dt.datetime(2027, 3, 15, 8, 30, tzinfo=dt.UTC)
    assert made.over_at == dt.datetime(2027, 3, 29, 8, 30, tzinfo=dt.UTC)


def test_without_wall_times_there_are_no_instants() -> None:
    made = Event(kind=EventKind.MEETING, created_at=NOW, starts_at=NOW, ends_at=NOW, over_at=NOW)
    settle(made)
    assert (made.starts_at, made.ends_at, made.over_at) == (None, None, None)
    assert occurrences(made) == []
