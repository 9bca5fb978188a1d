"""Whether a text asks for a contact (who to call, when they are there) or for a procedure.

When in doubt it is a procedure: the search over the articles refuses what it does not know, a contact card does not.
"""

from bot.partners.meanings import Kind
from bot.partners.reading import Reading, read

MAX_MATCHES = 25
"""Words and phrases of a question for a contact; what is longer tells of a case."""
UNKNOWN_ALLOWED = 1
"""Words that may be unknown where a contact, and a place or function, is named."""
MAX_FILLER = 4
"""Words that may stand beside a place and a function when no word of contact does: `europol in skopje`."""


ABOUT_PRESENCE = frozenset({Kind.WORKS, Kind.TIME, Kind.WHO})
MIN_SIGNS = 2
"""Of these, beside a place or a function: `who works in Kyiv`, `are they open on Sunday`, `who at night`."""


def asks_for_contact(text: str) -> bool:
    """Tell whether a text asks for a contact."""
    reading = read(text)
    if not reading.matches or len(reading.matches) > MAX_MATCHES or _is_procedure(reading):
        return False
    if reading.count(Kind.CONTACT):
        return reading.unknown <= (UNKNOWN_ALLOWED if _names_unit(reading) else 0)
    return not reading.unknown and (_asks_who_is_there(reading) or _is_bare_unit(reading))


def _is_procedure(reading: Reading) -> bool:
    """Tell whether a word speaks of a procedure and is not also one of contact."""
    return any(Kind.PROCEDURE in kinds and Kind.CONTACT not in kinds for kinds in reading.kinds)


def _asks_who_is_there(reading: Reading) -> bool:
    """Tell whether a text asks who is at a unit, or whether somebody is at some time."""
    return _names_unit(reading) and len(ABOUT_PRESENCE & frozenset().union(*reading.kinds)) >= MIN_SIGNS


def _names_unit(reading: Reading) -> bool:
    return bool(reading.count(Kind.PLACE, Kind.ELSEWHERE, Kind.FUNCTION))


def _is_bare_unit(reading: Reading) -> bool:
    """Tell whether a text is hardly more than a place, or a place and a function."""
    beside = sum(not kinds & {Kind.PLACE, Kind.ELSEWHERE, Kind.FUNCTION, Kind.TIME} for kinds in reading.kinds)
    if reading.count(Kind.ASKING) or not reading.count(Kind.PLACE, Kind.ELSEWHERE):
        return False
    return beside <= (MAX_FILLER if reading.count(Kind.FUNCTION) else 0)
