"""Values of properties."""

import datetime as dt

import pytest

from bot.calendars.components import Property
from bot.calendars.problems import CalendarFileError, Problem
from bot.calendars.values import address_value, duration_value, position_value, text_value, time_value


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("20270312", dt.date(2027, 3, 12)),
        ("20270312T093000", dt.datetime(2027, 3, 12, 9, 30)),  # noqa: DTZ001 - wall time
        ("20270312T0930", dt.datetime(2027, 3, 12, 9, 30)),  # noqa: DTZ001 - wall time
        ("20270312T093060", dt.datetime(2027, 3, 12, 9, 30, 59)),  # noqa: DTZ001 - wall time
        ("20270312T093000Z", dt.datetime(2027, 3, 12, 9, 30, tzinfo=dt.UTC)),
        ("2027-03-12T09:30:00.000Z", dt.datetime(2027, 3, 12, 9, 30, tzinfo=dt.UTC)),
    ],
)
def test_a_time_is_read(written: str, time: dt.date) -> None:
    assert time_value(Property(1, written)) == time


@pytest.mark.parametrize(
    "written", ["", "20270231", "20270312T250000", "00010101", "99991231", "٢٠٢٧٠٣١٢", "20270312T09"]
)
def test_what_is_no_time_is_refused_with_its_line(written: str) -> None:
    with pytest.raises(CalendarFileError) as raised:
        time_value(Property(7, written))
    assert (raised.value.finding.problem, raised.value.finding.line) == (Problem.BAD_TIME, 7)


@pytest.mark.parametrize(
    ("written", "hours"), [("PT1H30M", 1.5), ("P1D", 24), ("P1DT1H", 25), ("P2W", 336), ("+PT5400S", 1.5), ("pt2h", 2)]
)
def test_a_duration_is_read(written: str, hours: float) -> None:
    assert duration_value(Property(1, written)) == dt.timedelta(hours=hours)


@pytest.mark.parametrize("written", ["", "P", "PT", "-PT1H", "1H", "P1H", "P99999999D", "P1W2D"])
def test_what_is_no_duration_is_refused(written: str) -> None:
    with pytest.raises(CalendarFileError) as raised:
        duration_value(Property(1, written))
    assert raised.value.finding.problem is Problem.BAD_DURATION


def test_escapes_are_undone_once() -> None:
    assert text_value(r"a\, b\; c\\n d\nE\N\x") == "a, b; c\\n d\nE\n\\x"


@pytest.mark.parametrize(
    ("written", "position"),
    [
        ("41.7;44.8", (41.7, 44.8)),
        ("41.7,44.8", (41.7, 44.8)),
        ("", None),
        ("91;0", None),
        ("0;181", None),
        ("nan;0", None),
        ("1;2;3", None),
    ],
)
def test_a_position_is_on_earth(written: str, position: tuple[float, float] | None) -> None:
    assert position_value(written) == position


@pytest.mark.parametrize(
    ("written", "shown"), [(" HTTPS://example.org ", "HTTPS://example.org"), ("ftp://example.org", "")]
)
def test_only_web_addresses_are_addresses(written: str, shown: str) -> None:
    assert address_value(written) == shown
