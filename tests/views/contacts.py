"""Contacts for tests of screens."""

import datetime as dt
import gettext
from typing import Any
from zoneinfo import ZoneInfo

from bot.functions import Function
from bot.i18n import Translator
from bot.services.availability import availability
from bot.services.contact_records import Labelled, PointKey
from bot.services.contacts import Card, Contact
from bot.views import View
from tests.contacts import point, unit
from tests.schedules import at
from tests.views.telegram import accept

ENGLISH = Translator("en", gettext.NullTranslations())
TBILISI, BUDAPEST = ZoneInfo("Asia/Tbilisi"), ZoneInfo("Europe/Budapest")
NOW = at("2026-11-24 15:40", "Asia/Tbilisi")


def contact(function: Function = Function.NCB, label: str = "", **fields: Any) -> Contact:  # noqa: ANN401  # any field
    """Return a contact in Tbilisi with office hours."""
    place = unit("ge-unit", "GE", name="Unit <Tbilisi> & Co", city="Tbilisi", zone="Asia/Tbilisi", notes="Of the unit")
    return Contact(12, point(PointKey("ge-unit", function, label), **fields), place)


def card(shown: Contact, now: dt.datetime = NOW, **fields: Any) -> Card:  # noqa: ANN401  # any field
    """Return the card of a contact."""
    given: dict[str, Any] = {"substitutes": (), "is_stale": False, "may_confirm": False}
    return Card(shown, availability(shown.schedule, now), **(given | fields))


FULL = contact(
    Function.LIAISON,
    "Example",
    duty_phones=(Labelled("+12025550199", "night"),),
    emails=(Labelled("unit@example.org"),),
    secure=(Labelled("EXAMPLE-1", "SIENA"),),
    notes="Write in <English>.",
    confirmed_on=dt.date(2026, 11, 1),
)


def text(view: View) -> str:
    """Return what is read on a screen."""
    return "\n\n".join(accept(view))


def targets(view: View) -> list[object]:
    """Return where the buttons lead."""
    return [button.target for row in view.rows for button in row]
