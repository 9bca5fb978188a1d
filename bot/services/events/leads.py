"""How long before an event reminders come: written `14d`, `2h`, `30m`; defaults by kind."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from bot.models import EventKind
from bot.times import Lead

FORM = re.compile(r"(?P<count>[1-9]\d{0,2})(?P<unit>[dhm])")
MOST_LEADS = 6
LONGEST_DAYS = 90
UNITS = {"h": dt.timedelta(hours=1), "m": dt.timedelta(minutes=1)}
ALL = ("14d", "7d", "1d", "2h")
DEFAULTS: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.MEETING: ("7d", "1d", "2h"),
    EventKind.WORKSHOP: ALL,
    EventKind.STUDY_VISIT: ALL,
    EventKind.TRAINING: ALL,
    EventKind.HANDOVER: ("7d", "1d", "2h"),
    EventKind.CONFERENCE: ALL,
}
"""Two weeks are for what takes travel and papers."""


def read_lead(text: str) -> Lead:
    """Return what a written lead means.

    Raises:
        ValueError: it is none, or longer than three months.
    """
    found = FORM.fullmatch(text)
    if found is None:
        raise ValueError(f"found {text!r}; expected a lead such as 7d, 2h or 30m")
    count = int(found["count"])
    lead = Lead(days=count) if found["unit"] == "d" else Lead(elapsed=count * UNITS[found["unit"]])
    if lead.days > LONGEST_DAYS:
        raise ValueError(f"found {text!r}; expected at most {LONGEST_DAYS}d")
    return lead


def in_order(leads: Iterable[str]) -> list[str]:
    """Return written leads, each once, the longest first."""
    return sorted(set(leads), key=lambda text: (read_lead(text).days, read_lead(text).elapsed), reverse=True)
