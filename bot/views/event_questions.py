"""Questions to who plans an event, field by field, and why an answer is not taken."""

import datetime as dt
from collections.abc import Sequence

from bot.calendars.month_grid import MonthGrid
from bot.callbacks import PickDay, ShowPlan
from bot.callbacks.event_drafting import SetRepetition
from bot.dates import When
from bot.i18n import Translator
from bot.services.events.fields import Field, FieldProblem
from bot.services.events.typed_fields import Unclear
from bot.times import zone
from bot.views import Button, View, month_picker
from bot.views.event_changes import field_name
from bot.views.html import bold, escape

MOST_MEANINGS = 4
EXAMPLE_ZONE = zone("Asia/Tbilisi")


def ask(event_id: int, field: Field, month: str | None, translator: Translator) -> View:
    """Ask for a field to be typed; for the time also offer a calendar."""
    _ = translator.gettext
    blocks = [bold(field_name(field, translator)), escape(question(field, translator))]
    choices = [(Button(_("🔁 Choose how often"), SetRepetition(event_id)),)] if field is Field.RULE else []
    if field is Field.TIMES:
        blocks.append(escape(_("If it is by the clock of another city, write the city on a second line.")))
    calendar = [(Button(_("📆 Choose the day"), PickDay(event_id, month)),)] if month else []
    return View(tuple(blocks), (*calendar, *choices, (Button(_("‹ Back"), ShowPlan(event_id)),)))


def month(event_id: int, grid: MonthGrid, translator: Translator) -> View:
    """Show a month to choose the first day from."""
    _ = translator.gettext
    days = month_picker.rows(grid, lambda chosen: PickDay(event_id, chosen), translator)
    back = (Button(_("‹ Back"), ShowPlan(event_id)),)
    heading = f"{grid.first:%m/%Y}"
    return View((bold(heading), escape(_("On which day does it begin?"))), (*days, back))


def ask_hours(day: dt.date, translator: Translator) -> View:
    """Ask for the hours of a chosen day."""
    _ = translator.gettext
    text = _("At what time, by the clock of the venue? For example: 9:30-12:00")
    return View((bold(translator.day(day)), escape(text)))


def refused(field: Field, problem: FieldProblem, translator: Translator) -> View:
    """Say why a value was not taken; the question stands."""
    why = problem_named(problem, translator)
    return View((bold(field_name(field, translator)), escape(why), escape(question(field, translator))))


def problem_named(problem: FieldProblem, translator: Translator) -> str:
    """Return why a value is not taken, as a sentence; plain text."""
    _ = translator.gettext
    texts = {
        FieldProblem.EMPTY: _("This must not be empty."),
        FieldProblem.TOO_LONG: _("This is too long."),
        FieldProblem.TOO_MANY: _("These are too many."),
        FieldProblem.UNKNOWN_COUNTRY: _("This is not one of the seven countries."),
        FieldProblem.UNKNOWN_LANGUAGE: _("Please write languages as codes, such as: en ro"),
        FieldProblem.UNKNOWN_ZONE: _("I do not know this time zone."),
        FieldProblem.OUT_OF_RANGE: _("This number is not possible."),
        FieldProblem.NOT_HTTPS: _("A link must begin with https://."),
        FieldProblem.END_BEFORE_START: _("It must end after it begins."),
        FieldProblem.PAST: _("This time has passed."),
        FieldProblem.AFTER_START: _("Answers must be in before it begins."),
        FieldProblem.BAD_RULE: _("I do not understand how it comes again."),
        FieldProblem.BAD_LEAD: _("Please write reminders as 14d 1d 2h."),
        FieldProblem.NOTHING_LEFT: _("No day would be left. Cancel the event instead."),
        FieldProblem.BAD_POSITION: _("This is no latitude and longitude."),
    }
    return texts[problem]


def unclear(field: Field, found: Unclear, translator: Translator) -> View:
    """Say that a time was not understood, or has several meanings."""
    _ = translator.gettext
    if not found.meanings:
        return View(
            (
                bold(field_name(field, translator)),
                escape(_("I do not understand this time.")),
                escape(question(field, translator)),
            )
        )
    listed = "\n".join(f"• <code>{escape(_written(each))}</code>" for each in found.meanings[:MOST_MEANINGS])
    return View((escape(_("This can mean several times. Please write one of them:")), listed))


def meanings_listed(meanings: Sequence[When]) -> str:
    """Return what a time may mean, in a row; plain text."""
    return "; ".join(map(_written, meanings[:MOST_MEANINGS]))


def _written(when: When) -> str:
    return str(when).replace("T", " ")


def question(field: Field, translator: Translator) -> str:
    """Return what is asked for of a field, and how it is taken away; plain text."""
    _ = translator.gettext
    questions = {
        Field.TITLE: _("Write the title on the first line, in your language, and below it the description."),
        Field.TIMES: _("When, by the clock of the venue? For example: 12 March 9:30-12:00"),
        Field.VENUE: " ".join(
            [
                _("Where? Write the name of the place on the first line, and below it the address."),
                _("You can also send it as a location, with the paperclip."),
            ]
        ),
        Field.POSITION: _(
            "Send the place as a location, with the paperclip, or write latitude and longitude, such as: 41.69, 44.80"
        ),
        Field.LINK: _("Send the link to join online, with https://."),
        Field.RULE: _("How does it come again? As in calendars, for example: FREQ=WEEKLY;COUNT=10"),
        Field.ANSWER_BY: _("Until when are answers taken? For example: 1 March 12:00"),
        Field.CAPACITY: _("How many seats are there?"),
        Field.HOST_COUNTRY: _("Which country is the host?"),
        Field.HOST_UNIT: _("Which unit is the host?"),
        Field.LANGUAGES: _("Which are the working languages? As codes, for example: en ro"),
        Field.CONTACT: _("Whom can people turn to? A function or unit, no person."),
        Field.LEADS: _("How long before the start shall reminders come? For example: 14d 1d 2h"),
    }
    return "\n".join([questions.get(field, ""), _("A single dash (-) takes it away.")])
