"""Events that are over, and what coordinators do with one."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.callbacks import ListEvents, ListPastEvents, ShowEvent
from bot.i18n import Translator
from bot.services.events.listing import Listed
from bot.views import Button, View
from bot.views.event_card import LONGEST_LABEL, title
from bot.views.event_times import short
from bot.views.html import bold, escape

PAGE_SIZE = 8


def past(found: Sequence[Listed], page: int, zone: ZoneInfo, translator: Translator) -> View:
    """Show one page of the events that are over, in the order of `past.past`."""
    _ = translator.gettext
    back = (Button(_("« All events"), ListEvents()),)
    if not found:
        return View((bold(_("Past events")), escape(_("No event of yours is over."))), (back,))
    pages = (len(found) + PAGE_SIZE - 1) // PAGE_SIZE
    page = min(page, pages - 1)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    lines = [f"{bold(title(each, translator))}\n{escape(short(each.next, zone, translator))}" for each in shown]
    rows = [(Button(title(each, translator)[:LONGEST_LABEL], ShowEvent(each.event.id or 0)),) for each in shown]
    turns = [Button(_("‹ Back"), ListPastEvents(page - 1))] if page else []
    turns += [Button(_("More ›"), ListPastEvents(page + 1))] if page + 1 < pages else []
    return View((bold(_("Past events")), *lines), (*rows, tuple(turns), back))
