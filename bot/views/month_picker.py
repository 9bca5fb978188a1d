"""A month as rows of buttons, to choose a day from."""

from collections.abc import Callable

from bot.calendars.month_grid import MonthGrid
from bot.callbacks import Route
from bot.i18n import Translator
from bot.views import Button

BLANK = "·"


def rows(grid: MonthGrid, target: Callable[[str], Route], translator: Translator) -> tuple[tuple[Button, ...], ...]:
    """Return weekdays, weeks, and the turns to other months.

    Args:
        grid: the month.
        target: where a button leads, by the day (`2027-03-15`) or the month (`2027-03`) that it chooses.
        translator: of the reader.
    """
    stay = target(f"{grid.first:%Y-%m}")
    names = tuple(Button(translator.weekday(day, short=True), stay) for day in grid.weekdays)
    weeks = [
        tuple(
            Button(str(day.day), target(day.isoformat())) if day in grid.choosable and day else Button(BLANK, stay)
            for day in week
        )
        for week in grid.weeks
    ]
    turns = tuple(
        Button(sign, target(f"{first:%Y-%m}"))
        for sign, first in (("‹", grid.previous), ("›", grid.following))
        if first is not None
    )
    return (names, *weeks, turns)
