"""Times of day."""

import datetime as dt

import pytest

from bot.dates.clock_times import is_time, on_clock, times
from bot.dates.rows import rows


def read(text: str, *, bare_hour: bool = False) -> set[tuple[int, ...]]:
    """Return what a text may be as a time, in minutes."""
    found = rows(text, "en")
    assert isinstance(found, list)
    return {tuple(times(row)) for row in found if is_time(row, bare_hour=bare_hour)}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9:30", (570,)),
        ("at 9", (540,)),
        ("9 h", (540,)),
        ("at 05", (300,)),
        ("at 5", (300, 1020)),
        ("5 pm", (1020,)),
        ("12 am", (0,)),
        ("12 pm", (720,)),
        ("14:00 pm", (840,)),
        ("24:00", (1440,)),
        ("noon", (720,)),
        ("midnight", (1440, 0)),
        ("at 25", ()),
        ("9:75", ()),
        ("13 am", ()),
    ],
)
def test_a_time_is_read(text: str, minutes: tuple[int, ...]) -> None:
    assert read(text) == {minutes}


@pytest.mark.parametrize("text", ["9", "at", "9 10", "9 am pm", "March"])
def test_what_has_another_form_is_no_time(text: str) -> None:
    assert not read(text)


def test_a_number_by_itself_is_an_hour_only_where_it_can_be_nothing_else() -> None:
    assert read("9", bare_hour=True) == {(540,)}


def test_the_midnight_at_the_end_of_a_day_is_the_next_day() -> None:
    assert on_clock(dt.date(2027, 3, 12), 1440) == (dt.date(2027, 3, 13), dt.time(0, 0))
