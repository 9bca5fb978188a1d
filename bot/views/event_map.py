"""The point on the map where an event takes place: asked for, shown by Telegram's own message, taken away."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.callbacks import ShowPlan
from bot.callbacks.event_map import DropPoint, ShowMap
from bot.i18n import Translator
from bot.models import Event, EventText
from bot.services.events.edits import written
from bot.services.events.fields import Field
from bot.services.events.texts import in_language
from bot.views import Button, View
from bot.views.event_changes import field_name
from bot.views.event_parts import changes_are_told
from bot.views.event_plans import Plan
from bot.views.event_questions import question
from bot.views.html import bold, escape


@dataclass(frozen=True)
class Place:
    """A place as Telegram's message of a venue has it; plain text.

    Attributes:
        latitude: degrees.
        longitude: degrees.
        title: the venue's name, else the event's title.
        address: empty where it is not known: then only the point can be sent.
    """

    latitude: float
    longitude: float
    title: str
    address: str


def place(event: Event, texts: Sequence[EventText], translator: Translator) -> Place | None:
    """Return where an event takes place; None where nobody has set the point."""
    if event.latitude is None or event.longitude is None:
        return None
    return Place(
        event.latitude, event.longitude, event.venue or in_language(texts, translator.locale).title, event.address or ""
    )


def ask(of: Plan, translator: Translator) -> View:
    """Ask for the point, and say which one there is."""
    _ = translator.gettext
    number, value = of.event.id or 0, written(of.event, Field.POSITION)
    now = [escape(_("Now: {value}").format(value=value.replace(",", ", ")))] if value else []
    point = (Button(_("🗺 Map"), ShowMap(number)), Button(_("🗑 Take the point away"), DropPoint(number)))
    told = [] if of.is_draft else [escape(changes_are_told(translator))]
    blocks = (bold(field_name(Field.POSITION, translator)), *now, escape(question(Field.POSITION, translator)), *told)
    return View(blocks, (*((point,) if value else ()), (Button(_("‹ Back"), ShowPlan(number)),)))


def kept(event: Event, translator: Translator) -> View:
    """Confirm a point that came while the place was asked for; that question stands."""
    _ = translator.gettext
    blocks = (
        escape(_("The point on the map is kept.")),
        bold(field_name(Field.VENUE, translator)),
        escape(question(Field.VENUE, translator)),
    )
    return View(blocks, ((Button(_("‹ Back"), ShowPlan(event.id or 0)),),))


def has_no_point(translator: Translator) -> str:
    """Say that there is no point to be shown (any more); plain text, at most 200 characters."""
    return translator.gettext("The host has set no point on the map.")
