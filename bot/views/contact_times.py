"""Who is there now, and opening hours, as an officer reads them: in their language, with their own time beside."""

import datetime as dt
from itertools import groupby
from operator import itemgetter
from zoneinfo import ZoneInfo

from bot.i18n import Translator
from bot.models.opening_hours import WHOLE_DAY, Span, WeeklyHours
from bot.services.availability import Availability, Reason, State
from bot.services.contacts import Contact
from knowledge.article import Duration

HOUR, DAY = 60, 1440
"""Minutes."""
DAYS_OF_WEEK = 7
SIGNS = {State.OPEN: "🟢", State.CLOSED: "🔴", State.UNKNOWN: "⚪"}


def availability_lines(
    contact: Contact, found: Availability, now: dt.datetime, own: ZoneInfo, translator: Translator
) -> list[str]:
    """Say whether somebody is there, until when or why not, and what to do meanwhile; plain text.

    Args:
        contact: the contact point.
        found: what can be said of `now`.
        now: aware.
        own: zone of the reader.
        translator: of the reader.
    """
    if found.state is State.OPEN:
        return [f"{SIGNS[State.OPEN]} {_open(contact, found, now, own, translator)}"]
    lines = [f"{SIGNS[found.state]} {_why(contact, found, translator)}"]
    if found.changes_at is not None:
        lines.append(_opens(contact, found.changes_at, now, own, translator))
    if contact.point.duty_phones:
        lines.append(translator.gettext("For urgent requests call the duty phone."))
    return lines


def short_availability(contact: Contact, found: Availability, now: dt.datetime, translator: Translator) -> str:
    """Say in a few words whether somebody is there; plain text."""
    _ = translator.gettext
    sign = SIGNS[found.state]
    if found.state is State.UNKNOWN:
        return f"{sign} " + _("hours not known")
    if found.changes_at is None:
        return f"{sign} " + (_("open around the clock") if found.state is State.OPEN else _("closed"))
    when = _when(found.changes_at, now, contact.schedule.zone, translator)
    text = _("open, closes {when}") if found.state is State.OPEN else _("closed, opens {when}")
    return f"{sign} " + text.format(when=when)


def local_time(contact: Contact, now: dt.datetime, translator: Translator) -> str:
    """Say what time it is there; plain text."""
    zone = contact.schedule.zone
    text = translator.gettext("Local time there: {time} ({zone})")
    return text.format(time=translator.time(now.astimezone(zone)), zone=zone.key)


def hours_lines(hours: WeeklyHours, translator: Translator) -> list[str]:
    """Write weekly hours, a line for days in a row with the same ones; plain text."""
    _ = translator.gettext
    if all(spans == WHOLE_DAY for spans in hours.days):
        return [_("Around the clock, every day")]
    runs = [(spans, [day for day, _same in run]) for spans, run in groupby(enumerate(hours.days), itemgetter(1))]
    return [f"{_days(days, translator)}: {', '.join(map(_span, spans))}" for spans, days in runs if spans]


def lasting(time: dt.timedelta, translator: Translator) -> str:
    """Write how long something takes, in the largest unit that it has at least one of, not rounded up."""
    minutes = max(int(time.total_seconds() // 60), 1)
    if minutes < HOUR:
        return translator.duration(Duration(minutes, "minute"))
    return translator.duration(Duration(minutes // HOUR, "hour") if minutes < DAY else Duration(minutes // DAY, "day"))


def moment(instant: dt.datetime, zone: ZoneInfo, translator: Translator) -> str:
    """Write an instant with its day: `Thursday, 24 December 2026, 16:30`."""
    local = instant.astimezone(zone)
    text = translator.gettext("{weekday}, {date}, {time}")
    return text.format(
        weekday=translator.weekday(local.weekday()), date=translator.date(local.date()), time=translator.time(local)
    )


def _open(contact: Contact, found: Availability, now: dt.datetime, own: ZoneInfo, translator: Translator) -> str:
    _ = translator.gettext
    if found.changes_at is None:
        return _("Open now, around the clock")
    zone = contact.schedule.zone
    values = {
        "when": _when(found.changes_at, now, zone, translator),
        "duration": lasting(found.changes_at - now, translator),
        "own_time": translator.time(found.changes_at.astimezone(own)),
    }
    if _same_clock(found.changes_at, zone, own):
        return _("Open now · closes {when} (in {duration})").format(**values)
    return _("Open now · closes {when} (in {duration}) · your time {own_time}").format(**values)


def _why(contact: Contact, found: Availability, translator: Translator) -> str:
    _ = translator.gettext
    country = contact.unit.holiday_calendar[:2] or contact.unit.country
    reasons = {
        Reason.HOURS: _("Closed now"),
        Reason.WEEKEND: _("Closed: weekend"),
        Reason.HOLIDAY: _("Closed: national holiday ({country})").format(country=translator.country(country)),
        Reason.EXCEPTION: _("Closed: {reason}").format(reason=found.note) if found.note else _("Closed exceptionally"),
        Reason.NO_HOURS: _("Opening hours are not known, so I cannot say whether somebody is there"),
        Reason.NO_HOLIDAYS: _("Public holidays there are not known, so I cannot say whether somebody is there"),
    }
    return reasons[found.reason or Reason.NO_HOURS]


def _opens(contact: Contact, opens: dt.datetime, now: dt.datetime, own: ZoneInfo, translator: Translator) -> str:
    _ = translator.gettext
    zone = contact.schedule.zone
    values = {"when": _when(opens, now, zone, translator), "own_time": _when(opens, now, own, translator)}
    if _same_clock(opens, zone, own):
        return _("Opens {when}").format(**values)
    return _("Opens {when} · your time {own_time}").format(**values)


def _when(instant: dt.datetime, now: dt.datetime, zone: ZoneInfo, translator: Translator) -> str:
    """Write a coming instant as briefly as it is clear: with no day if it is today, with the date after a week."""
    _ = translator.gettext
    local = instant.astimezone(zone)
    days = (local.date() - now.astimezone(zone).date()).days
    values = {"time": translator.time(local), "weekday": translator.weekday(local.weekday())}
    texts = {0: "{time}", 1: _("tomorrow {time}")}
    if days in texts:
        return texts[days].format(**values)
    return _("{weekday} {time}").format(**values) if days < DAYS_OF_WEEK else moment(instant, zone, translator)


def _same_clock(instant: dt.datetime, one: ZoneInfo, other: ZoneInfo) -> bool:
    return instant.astimezone(one).utcoffset() == instant.astimezone(other).utcoffset()


def _days(days: list[int], translator: Translator) -> str:
    first, last = (translator.weekday(day, short=True) for day in (days[0], days[-1]))
    return first if len(days) == 1 else f"{first} – {last}"


def _span(span: Span) -> str:
    return str(span).replace("-", "–")
