"""VTIMEZONE: what a zone's clocks do, for calendars that do not know the zone by its name.

Written here because icalendar 7.3 lets summer time begin an hour late: it states the onset by the clock after the
change, and RFC 5545 3.6.5 wants the clock before it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vDDDLists, vDDDTypes, vRecur

WEEK = 7
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LEAST_YEARS = 3
"""A change that comes on the same weekday of the month for so many years in a row is written as a rule."""


@dataclass(frozen=True)
class Offset:
    """What clocks of a zone show.

    Attributes:
        utc: ahead of UTC.
        name: abbreviation.
        summer: whether it is summer time.
    """

    utc: dt.timedelta
    name: str
    summer: bool


@dataclass(frozen=True)
class Change:
    """A change of clocks.

    Attributes:
        onset: naive, by the clock before the change.
        before: up to then.
        after: from then on.
    """

    onset: dt.datetime
    before: Offset
    after: Offset


def timezone_component(place: ZoneInfo, first: int, last: int) -> Timezone:
    """Return the component of a zone, right from one year to another, and beyond for as long as its rule stays.

    Args:
        place: the zone.
        first: year of the first event.
        last: year of the last event.
    """
    found = Timezone()
    found.add("TZID", place.key)
    begin = dt.datetime(first - 1, 1, 1, tzinfo=dt.UTC)
    end = dt.datetime(max(last, first + LEAST_YEARS) + 1, 1, 1, tzinfo=dt.UTC)
    base = _offset(begin, place)
    found.add_component(_observance(Change((begin + base.utc).replace(tzinfo=None), base, base), [], end.year))
    alike: defaultdict[tuple[Offset, Offset, dt.time], list[Change]] = defaultdict(list)
    for change in _changes(place, begin, end):
        alike[change.before, change.after, change.onset.time()].append(change)
    for changes in alike.values():
        found.add_component(_observance(changes[0], [change.onset for change in changes[1:]], end.year))
    return found


def _changes(place: ZoneInfo, begin: dt.datetime, end: dt.datetime) -> Iterator[Change]:
    """Yield the changes between two instants, looking once a day and then closer."""
    moment = begin
    while moment < end:
        later = moment + dt.timedelta(days=1)
        if _offset(moment, place) != _offset(later, place):
            yield _change(place, moment, later)
        moment = later


def _change(place: ZoneInfo, earlier: dt.datetime, later: dt.datetime) -> Change:
    """Return the change between two instants, found to the second."""
    before, after = _offset(earlier, place), _offset(later, place)
    while later - earlier > dt.timedelta(seconds=1):
        middle = (earlier + (later - earlier) / 2).replace(microsecond=0)
        if _offset(middle, place) == before:
            earlier = middle
        else:
            later = middle
    return Change((later + before.utc).replace(tzinfo=None), before, after)


def _offset(moment: dt.datetime, place: ZoneInfo) -> Offset:
    there = moment.astimezone(place)
    return Offset(there.utcoffset() or dt.timedelta(), there.tzname() or "", bool(there.dst()))


def _observance(change: Change, repeated: list[dt.datetime], end: int) -> TimezoneStandard | TimezoneDaylight:
    """Return one kind of change with the times it comes again before the year `end`."""
    found = TimezoneDaylight() if change.after.summer else TimezoneStandard()
    found["DTSTART"] = vDDDTypes(change.onset)
    found.add("TZOFFSETFROM", change.before.utc)
    found.add("TZOFFSETTO", change.after.utc)
    found.add("TZNAME", change.after.name)
    rule = _yearly([change.onset, *repeated], end)
    if rule:
        found.add("RRULE", rule)
    elif repeated:
        found["RDATE"] = vDDDLists(repeated)
    return found


def _yearly(onsets: list[dt.datetime], end: int) -> vRecur | None:
    """Return the rule of changes that come each year on the same weekday of the month, counted from its end or start.

    None when there is no such rule, or when it is over before the year `end`.
    """
    years = [onset.year for onset in onsets]
    if len(onsets) < LEAST_YEARS or years != list(range(years[0], end)):
        return None
    if len({(onset.month, onset.weekday()) for onset in onsets}) > 1:
        return None
    for nth in (_from_end, _from_start):
        places = {nth(onset) for onset in onsets}
        if len(places) == 1:
            weekday = f"{places.pop()}{WEEKDAYS[onsets[0].weekday()]}"
            return vRecur({"FREQ": "YEARLY", "BYMONTH": onsets[0].month, "BYDAY": weekday})
    return None


def _from_start(day: dt.datetime) -> int:
    return (day.day - 1) // WEEK + 1


def _from_end(day: dt.datetime) -> int:
    following = (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1)
    return -(((following.date() - day.date()).days - 1) // WEEK + 1)
