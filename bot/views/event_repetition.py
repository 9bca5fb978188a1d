"""How an event comes again, chosen by buttons, and single days on which it does not take place."""

import datetime as dt
from collections.abc import Sequence

from bot.calendars.patterns import Pattern, ends_of, patterns_of, week_of_month
from bot.callbacks import SetField, ShowPlan
from bot.callbacks.event_drafting import SetRepetition, SkipDay
from bot.i18n import Translator
from bot.models import Event, EventState
from bot.services.events.excluding import Day
from bot.services.events.fields import Field
from bot.views import Button, View, in_pairs
from bot.views.event_changes import field_name
from bot.views.html import bold, escape

NONE = "-"
"""In a button: once, or without end."""
COUNTS = (3, 5, 10, 12, 24, 52)
PAGE_SIZE = 8


def choose(event_id: int, first: dt.date, translator: Translator) -> View:
    """Ask how an event comes again, by what its first day suggests."""
    _ = translator.gettext
    rows = [
        (Button(pattern_name(pattern, first, translator), SetRepetition(event_id, pattern)),)
        for pattern in patterns_of(first)
    ]
    once = (Button(_("Only once"), SetRepetition(event_id, NONE, NONE)),)
    typed = (Button(_("⌨️ Type a rule (RRULE)"), SetField(event_id, Field.RULE)),)
    text = _("It begins on {day}. How does it come again?").format(day=translator.day(first))
    return View(
        (bold(field_name(Field.RULE, translator)), escape(text)), (*rows, once, typed, _back(event_id, translator))
    )


def choose_end(event_id: int, pattern: Pattern, days: Sequence[dt.date], translator: Translator) -> View:
    """Ask when a series ends.

    Args:
        event_id: of the event.
        pattern: that was chosen.
        days: its first days, at least one.
        translator: of the reader.
    """
    _ = translator.gettext
    counts = [
        Button(
            translator.ngettext("{count} time", "{count} times", count).format(count=count),
            SetRepetition(event_id, pattern, f"c{count}"),
        )
        for count in COUNTS
    ]
    lasts = [
        Button(
            _("Until {date}").format(date=translator.date(last)), SetRepetition(event_id, pattern, f"u{last:%Y%m%d}")
        )
        for last in ends_of(days[0])
    ]
    endless = (Button(_("Without an end"), SetRepetition(event_id, pattern, NONE)),)
    back = (Button(_("‹ Back"), SetRepetition(event_id)),)
    blocks = (
        bold(pattern_name(pattern, days[0], translator)),
        next_days(days, translator),
        escape(_("Until when? Choose, or type a last day or how many times it takes place in all.")),
    )
    return View(blocks, (*in_pairs(counts), *((last,) for last in lasts), endless, back))


def next_days(days: Sequence[dt.date], translator: Translator) -> str:
    """Return the next days of a series as a block."""
    heading = escape(translator.gettext("The next dates:"))
    return "\n".join([heading, *(f"• {escape(translator.day(day))}" for day in days)])


def ask_times_first(event_id: int, translator: Translator) -> View:
    """Say that the first day must be known before how it comes again."""
    _ = translator.gettext
    times = (Button(field_name(Field.TIMES, translator), SetField(event_id, Field.TIMES)),)
    text = _("First set date and time: how it comes again follows from them.")
    return View((escape(text),), (times, _back(event_id, translator)))


def unclear_end(translator: Translator) -> View:
    """Say that the end of a series was not understood; the question stands."""
    text = translator.gettext(
        "I do not understand this. Type a last day, for example 31 December, or a number of times."
    )
    return View((escape(text),))


def days(event: Event, found: Sequence[Day], page: int, translator: Translator) -> View:
    """Show a page of the days of a series, each with what a press does to it."""
    event_id = event.id or 0
    _ = translator.gettext
    pages = max(-(-len(found) // PAGE_SIZE), 1)
    page = min(page, pages - 1)
    rows = [
        (
            Button(
                f"{'✅' if each.takes_place else '❌'} {translator.date(each.day)}",
                SkipDay(event_id, page, f"{each.day:%Y%m%d}", not each.takes_place),
            ),
        )
        for each in found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    ]
    before = [Button("‹", SkipDay(event_id, page - 1))] if page else []
    after = [Button(_("More ›"), SkipDay(event_id, page + 1))] if page < pages - 1 else []
    blocks = [escape(_("Press a day on which it does not take place (❌), or which is to take place again (✅)."))]
    if event.state is EventState.PUBLISHED:
        text = _("Everybody who is invited is told. What you change within a few minutes goes out in one message.")
        blocks.append(escape(text))
    return View(tuple(blocks), (*rows, (*before, *after), _back(event_id, translator)))


def pattern_name(pattern: Pattern, first: dt.date, translator: Translator) -> str:
    """Return how often, in words; without ordinals, as these agree with the weekday in many languages."""
    _ = translator.gettext
    weekday = translator.weekday(first.weekday())
    texts = {
        Pattern.WORKING_DAYS: _("Every working day"),
        Pattern.WEEKLY: _("Every week: {weekday}"),
        Pattern.FORTNIGHTLY: _("Every two weeks: {weekday}"),
        Pattern.MONTHLY_DAY: _("Every month: day {day}"),
        Pattern.MONTHLY_WEEKDAY: _("Every month: {weekday} no. {number} of the month"),
        Pattern.MONTHLY_LAST: _("Every month: {weekday} in the last seven days"),
        Pattern.QUARTERLY: _("Every three months: day {day}"),
        Pattern.YEARLY: _("Every year on the same date"),
    }
    return texts[pattern].format(weekday=weekday, day=first.day, number=week_of_month(first))


def _back(event_id: int, translator: Translator) -> tuple[Button, ...]:
    return (Button(translator.gettext("‹ Back"), ShowPlan(event_id)),)
