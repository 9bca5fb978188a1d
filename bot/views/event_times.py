"""When something takes place, on the clock of the venue and on the reader's."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.i18n import Translator
from bot.models import Event
from bot.services.events.timing import Occurrence
from bot.times import WallKind, both_times, read_wall, zone


def lines(event: Event, time: Occurrence, own: ZoneInfo, translator: Translator) -> list[str]:
    """Say when an event takes place; plain text, one line where both clocks show the same.

    Args:
        event: whose venue it is at.
        time: the one that is meant.
        own: zone of the reader.
        translator: of the reader.
    """
    _ = translator.gettext
    venue = zone(event.zone or "UTC")
    found = [_at(time, venue, translator)]
    if not _same_clock(time, venue, own):
        found = [
            _("{when}, time in {city}").format(when=found[0], city=translator.city(venue)),
            _("Your time ({city}): {when}").format(city=translator.city(own), when=_own(time, venue, own, translator)),
        ]
    return found + _doubts(time, venue, translator)


def short(time: Occurrence, own: ZoneInfo, translator: Translator) -> str:
    """Say when an event begins, by the reader's clock alone: for lists and buttons."""
    return translator.moment(time.start.astimezone(own))


def moment(at: dt.datetime, own: ZoneInfo, translator: Translator) -> str:
    """Write an instant by the reader's clock."""
    return translator.moment(at.astimezone(own))


def _at(time: Occurrence, place: ZoneInfo, translator: Translator) -> str:
    """Write a start and an end by one clock; the day once where it is the same."""
    _ = translator.gettext
    start, end = time.start.astimezone(place), time.end.astimezone(place)
    if start.date() == end.date():
        text = _("{day}, {start}–{end}")
        return text.format(day=translator.day(start.date()), start=translator.time(start), end=translator.time(end))
    return _("from {start} to {end}").format(start=_day_and_time(start, translator), end=_day_and_time(end, translator))


def _own(time: Occurrence, venue: ZoneInfo, own: ZoneInfo, translator: Translator) -> str:
    """Write a start and an end by the reader's clock; hours alone where the day is the venue's, and is one."""
    start, end = time.start.astimezone(own), time.end.astimezone(own)
    days = {at.astimezone(place).date() for at in (time.start, time.end) for place in (venue, own)}
    return f"{translator.time(start)}–{translator.time(end)}" if len(days) == 1 else _at(time, own, translator)


def _day_and_time(local: dt.datetime, translator: Translator) -> str:
    text = translator.gettext("{date}, {time}")
    return text.format(date=translator.day(local.date()), time=translator.time(local))


def _same_clock(time: Occurrence, venue: ZoneInfo, own: ZoneInfo) -> bool:
    return all(both_times(instant, venue, own).same_clock for instant in (time.start, time.end))


def _doubts(time: Occurrence, venue: ZoneInfo, translator: Translator) -> list[str]:
    """Say what is meant where clocks change just then."""
    _ = translator.gettext
    texts = {
        WallKind.MISSING: _("The clocks go forward over this hour there; the time after the change is given."),
        WallKind.DOUBLED: _("The clocks show this hour twice there; the first time is meant."),
    }
    kind = read_wall(time.wall, venue).kind
    return [f"⚠️ {texts[kind]}"] if kind in texts else []
