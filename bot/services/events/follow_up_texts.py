"""`3d reply from partner` -> when to remind, and of what: the longest beginning that is a time, then the text."""

import datetime as dt
from dataclasses import dataclass

from bot.dates import NotUnderstood, Now, Reason, Understood, When, read_length
from bot.dates import read as read_when
from bot.services.events.follow_ups import Wanted
from bot.times import instant

MOST_WORDS = 6
"""Of a time: "on 12 March 2027 at 9:30"."""
MORNING = dt.time(9)
"""When a day was typed without a time."""


@dataclass(frozen=True)
class Unclear:
    """A text that does not begin with one time.

    Attributes:
        reason: why.
        piece: what was not understood, or has two meanings; foreign text.
    """

    reason: Reason
    piece: str = ""


def read(typed: str, now: Now, locale: str) -> Wanted | Unclear:
    """Return the follow-up that a text asks for; its text may be empty, its time past.

    Args:
        typed: as typed, in any of our languages.
        now: of the officer.
        locale: of the officer.
    """
    words = typed.split()
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        due = _due(" ".join(words[:count]), now, locale)
        if due is not None:
            return Wanted(" ".join(words[count:]), due)
    return _why(words, now, locale)


def _due(text: str, now: Now, locale: str) -> dt.datetime | None:
    """Return the instant that a text means; None where it means none, or several."""
    length = read_length(text, locale)
    if isinstance(length, Understood):
        return length.value.after(now)
    found = read_when(text, now, locale)
    return _instant(found.value, now) if isinstance(found, Understood) else None


def _instant(when: When, now: Now) -> dt.datetime:
    return instant(dt.datetime.combine(when.day, when.time or MORNING), now.zone)


def _why(words: list[str], now: Now, locale: str) -> Unclear:
    """Return what is wrong with the first word, which had to be a time."""
    if not words:
        return Unclear(Reason.EMPTY)
    found = read_when(words[0], now, locale)
    if isinstance(found, NotUnderstood):
        return Unclear(found.reason, words[0][:40])
    return Unclear(Reason.NO_DATE, words[0][:40])
