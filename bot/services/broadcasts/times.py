"""A typed time for a broadcast -> the instants that it may mean."""

import datetime as dt

from bot.dates import Ambiguous, NotUnderstood, Now, Reason, When, read
from bot.times.wall import instant


def moments(text: str, now: Now, locale: str) -> list[dt.datetime] | Reason:
    """Return the instants in the future that a text may mean, in UTC, the likeliest first.

    Args:
        text: as typed.
        now: the author's present; the times are those of their zone.
        locale: of the author.

    Returns:
        [] where all have passed; a reason where the text is no day with a time: a broadcast goes at no other hour
        than its author has said.
    """
    found = read(text, now, locale)
    if isinstance(found, NotUnderstood):
        return found.reason
    candidates = found.candidates if isinstance(found, Ambiguous) else (found.value,)
    meant = [moment for moment in (_instant(each, now) for each in candidates) if moment is not None]
    if not meant:
        return Reason.NO_DATE
    return [moment for moment in dict.fromkeys(meant) if moment > now.moment]


def _instant(when: When, now: Now) -> dt.datetime | None:
    if when.time is None or when.end_day is not None:
        return None
    return instant(dt.datetime.combine(when.day, when.time), now.zone)
