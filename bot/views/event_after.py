"""What a coordinator is offered beside the list of who comes: the report, and how an event that is over was rated."""

import datetime as dt

from bot.callbacks import MakeReport, ShowRatings
from bot.i18n import Translator
from bot.models import Event, EventKind, EventState
from bot.views import Button


def rows(event: Event, now: dt.datetime, translator: Translator) -> list[tuple[Button, ...]]:
    """Return the buttons of an event as it is now; [] for one that was cancelled."""
    _ = translator.gettext
    number = event.id or 0
    found: list[tuple[Button, ...]] = []
    if event.state is not EventState.PUBLISHED:
        return []
    if event.ends_at is not None and event.ends_at <= now:
        found.append((Button(_("⭐ How it was rated"), ShowRatings(number)),))
    if event.kind is EventKind.STUDY_VISIT:
        found.append((Button(_("📄 Report to go on writing"), MakeReport(number)),))
    return found
