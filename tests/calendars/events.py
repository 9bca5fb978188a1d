"""Valid made-up events."""

import datetime as dt
from typing import Any

from bot.calendars.event import CalendarEvent

STAMP = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)


def at(text: str) -> dt.datetime:
    """Return a wall time from ISO 8601."""
    return dt.datetime.fromisoformat(text)


def event(**fields: Any) -> CalendarEvent:  # noqa: ANN401 - any field of the event
    """Return an event; keyword arguments replace its fields."""
    start = fields.get("start", at("2027-03-12T09:30"))
    defaults: dict[str, Any] = {
        "uid": "event-7@example.org",
        "sequence": 0,
        "stamp": STAMP,
        "title": "Study visit",
        "start": start,
        "end": start + dt.timedelta(hours=2),
        "zone": "Asia/Tbilisi",
    }
    return CalendarEvent(**defaults | fields)
