"""A member's time zone: which it is, and which others there are."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.callbacks.own_zone import SetOwnZone, ShowOwnZone, TypeOwnZone
from bot.i18n import Translator
from bot.times import zone_of
from bot.views import Button, View, in_pairs
from bot.views.html import bold, escape
from knowledge import Country


def zone_button(translator: Translator) -> Button:
    """Return the button that shows the time zone."""
    return Button("🌍 " + translator.gettext("Time zone"), ShowOwnZone())


def own_zone(zone: ZoneInfo, now: dt.datetime, translator: Translator, *, is_chosen: bool) -> View:
    """Say by whose clock times are written, and offer others; the present one is ticked."""
    _ = translator.gettext
    text = _("I write times by the clock of {city} ({zone}). It is {time} there now.")
    about = _("Reminders and quiet hours follow it. Events say their own time as well.")
    shown = text.format(city=translator.city(zone), zone=zone.key, time=translator.time(now.astimezone(zone)))
    cities = [
        Button(_ticked(translator.city(of), is_ticked=is_chosen and of == zone), SetOwnZone(country))
        for country, of in ((country, zone_of(country)) for country in Country)
    ]
    rows = [
        *in_pairs(cities),
        (Button(_ticked(_("As in my country"), is_ticked=not is_chosen), SetOwnZone()),),
        (Button("✏️ " + _("Another city"), TypeOwnZone()),),
    ]
    return View((bold(_("Time zone")), escape(shown), escape(about)), tuple(rows))


def ask_city(translator: Translator, *, is_again: bool = False) -> View:
    """Ask for a city; again after a text that named none."""
    _ = translator.gettext
    refused = [_("I know no time zone of this name.")] if is_again else []
    asked = _("Type a capital or another large city, such as Vienna, or a zone: Europe/Vienna. /cancel ends this.")
    return View(tuple(map(escape, (*refused, asked))))


def _ticked(label: str, *, is_ticked: bool) -> str:
    return f"✓ {label}" if is_ticked else label
