"""Earlier events to begin from, and the day to which one is copied."""

from collections.abc import Sequence

from bot.calendars.month_grid import MonthGrid
from bot.callbacks.event_drafting import CopyEvent, ListEarlier
from bot.i18n import Translator
from bot.models import Event, EventText
from bot.services.events.texts import in_language
from bot.views import Button, View, month_picker
from bot.views.event_names import kind_name
from bot.views.html import bold, escape

PAGE_SIZE = 8
LONGEST_LABEL = 60
Earlier = Sequence[tuple[Event, Sequence[EventText]]]
"""Events that have times, with their texts."""


def earlier(found: Earlier, page: int, translator: Translator) -> View:
    """Show a page of the events that can be copied, in their order."""
    _ = translator.gettext
    if not found:
        return View((escape(_("There is no earlier event that you plan.")),))
    pages = -(-len(found) // PAGE_SIZE)
    page = min(page, pages - 1)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    rows = [(Button(_label(*each, translator), CopyEvent(each[0].id or 0)),) for each in shown]
    before = [Button(_("‹ Back"), ListEarlier(page - 1))] if page else []
    after = [Button(_("More ›"), ListEarlier(page + 1))] if page < pages - 1 else []
    text = _("Which event is the new one like? It gets all but the answers, and you can change everything.")
    return View((bold(_("Like an earlier event")), escape(text)), (*rows, (*before, *after)))


def ask_day(of: tuple[Event, Sequence[EventText]], grid: MonthGrid, translator: Translator) -> View:
    """Ask on which day the new event begins."""
    _ = translator.gettext
    event, texts = of
    question = _("On which day does the new event begin? Choose it, or type it, for example: 12 March")
    days = month_picker.rows(grid, lambda chosen: CopyEvent(event.id or 0, chosen), translator)
    blocks = (bold(_title(event, texts, translator)), escape(question), bold(f"{grid.first:%m/%Y}"))
    return View(blocks, days)


def passed(translator: Translator) -> View:
    """Say that a day has passed; the question stands."""
    _ = translator.gettext
    return View((escape(_("This time has passed.")), escape(_("On which day does it begin?"))))


def _title(event: Event, texts: Sequence[EventText], translator: Translator) -> str:
    return in_language(texts, translator.locale).title or kind_name(event.kind, translator)


def _label(event: Event, texts: Sequence[EventText], translator: Translator) -> str:
    date = translator.date(event.start.date()) if event.start else ""
    title = _title(event, texts, translator)
    room = LONGEST_LABEL - len(date) - len(" · ")
    return f"{date} · {title if len(title) <= room else title[: room - 1] + '…'}"
