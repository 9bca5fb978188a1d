"""`3 h`, `5 днів`: a typed length of time as a written lead (pure)."""

from bot.dates import Ambiguous, Length, NotUnderstood, read_length
from bot.services.events.leads import LONGEST_DAYS

DAY_MINUTES, HOUR_MINUTES = 24 * 60, 60
MOST_COUNT = 999
"""A written lead has three digits."""


def read(text: str, locale: str) -> str | None:
    """Return the lead that a text means; None where it means none, several, or more than three months.

    What could be minutes or months is minutes, as months are too long.

    Args:
        text: as typed, in any of our languages.
        locale: of the officer.
    """
    found = read_length(text, locale)
    if isinstance(found, NotUnderstood):
        return None
    lengths = found.candidates if isinstance(found, Ambiguous) else (found.value,)
    leads = {lead for lead in map(written, lengths) if lead is not None}
    return leads.pop() if len(leads) == 1 else None


def written(length: Length) -> str | None:
    """Return a length as a lead: in days, hours or minutes; None where it is too long or none of them holds it."""
    if length.months or length.days > LONGEST_DAYS:
        return None
    if not length.minutes:
        return f"{length.days}d"
    minutes = length.days * DAY_MINUTES + length.minutes
    hours, rest = divmod(minutes, HOUR_MINUTES)
    count, unit = (minutes, "m") if rest else (hours, "h")
    return f"{count}{unit}" if count <= MOST_COUNT else None
