"""By when something is to be done before an event, as coordinators type it: a date, or how long before the start."""

import datetime as dt
import re

from bot.dates import Length, Now, Understood, read, read_length
from bot.models import Event
from bot.services.events.checklist import ItemError, ItemProblem
from bot.services.events.typed_fields import EVENING, Unclear
from bot.times import instant, wall, zone
from bot.times.months import add_months

OFFERED = (30, 14, 7, 3)
"""Days before the start that buttons offer."""
BARE_DAYS = re.compile(r"\d{1,3}")
BEFORE = re.compile(
    r"(?i)(?<!\w)(?:before|the|start|event|до|перед|початку|початком|пре|пред|почетка|почеток|почетокот|pre|početka|pocetka"
    r"|előtte|előtt|az|a|esemény|kezdés|kezdete|cu|înainte|inainte|de|începere|eveniment|ადრე|დაწყებამდე)(?!\w)"
)
"""Words around a length that say that it lies before the start; any other word is not understood."""
NOMINATIVE = {"nappal": "nap", "héttel": "hét", "hónappal": "hónap", "დღით": "დღე", "კვირით": "კვირა", "თვით": "თვე"}
"""Of units that stand in another case before such a word."""


def days_before(event: Event, days: int, now: dt.datetime) -> dt.datetime:
    """Return the end of the working day so many days before the start, by the calendar of the venue; an instant.

    Raises:
        ItemError: the event has no date yet, or that day has passed.
    """
    return _checked(_before(event, Length(days=days)), now)


def read_due(typed: str, event: Event, now: Now, locale: str) -> dt.datetime | Unclear:
    """Return until when something is to be done, as an instant; a day without a time is the end of its work.

    Args:
        typed: a date, or a length of time, which counts back from the start; a bare number is days.
        event: whose start it is.
        now: with the zone of the venue.
        locale: of who types.

    Raises:
        ItemError: nothing was typed, or a length and the event has no date yet, or what it means has passed.
    """
    if not typed.strip():
        raise ItemError(ItemProblem.NO_DAY)
    length = _length(typed, locale)
    if length is not None:
        return _checked(_before(event, length), now.moment)
    found = read(typed, now, locale)
    if isinstance(found, Understood):
        local = dt.datetime.combine(found.value.day, found.value.time or EVENING)
        return _checked(instant(local, now.zone), now.moment)
    return Unclear(getattr(found, "reason", None), getattr(found, "candidates", ()))


def _length(typed: str, locale: str) -> Length | None:
    """Return a typed length of time; None for anything else."""
    words = BEFORE.sub(" ", typed).split()
    if len(words) == 1 and BARE_DAYS.fullmatch(words[0]):
        return Length(days=int(words[0]))
    found = read_length(" ".join(NOMINATIVE.get(word.lower(), word) for word in words), locale)
    return found.value if isinstance(found, Understood) else None


def _before(event: Event, length: Length) -> dt.datetime:
    """Return the instant a length before the start: of days the end of the working day, of hours to the minute."""
    if event.starts_at is None or event.zone is None:
        raise ItemError(ItemProblem.NO_START)
    venue = zone(event.zone)
    start = wall(event.starts_at, venue)
    day = add_months(start.date(), -length.months) - dt.timedelta(days=length.days)
    if day == start.date():
        return event.starts_at - dt.timedelta(minutes=length.minutes)
    return instant(dt.datetime.combine(day, EVENING), venue)


def _checked(due: dt.datetime, now: dt.datetime) -> dt.datetime:
    if due <= now:
        raise ItemError(ItemProblem.PAST)
    return due
