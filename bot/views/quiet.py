"""A member's quiet hours: when they are, which others there are, and typing them."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.callbacks.quiet import SetQuietHours, ShowQuietHours, TypeQuietHours
from bot.i18n import Translator
from bot.services.deliveries.quiet import HOUR, NEVER, USUAL, Hours
from bot.views import Button, View, in_pairs
from bot.views.html import bold, escape

OFFERED = (USUAL, Hours(22 * HOUR, 6 * HOUR), Hours(20 * HOUR, 8 * HOUR), Hours(18 * HOUR, 8 * HOUR))


def quiet_button(translator: Translator) -> Button:
    """Return the button that shows the quiet hours."""
    return Button("🌙 " + translator.gettext("Quiet hours"), ShowQuietHours())


def quiet_hours(hours: Hours, zone: ZoneInfo, translator: Translator) -> View:
    """Say when no ordinary messages come, and offer other hours; the present ones are ticked."""
    _ = translator.gettext
    if hours.is_never:
        now = _("Ordinary messages come at any hour.")
    else:
        begin, end = (_time(minutes, translator) for minutes in (hours.begin, hours.end))
        now = _("No ordinary messages between {begin} and {end}, your time ({zone}).").format(
            begin=begin, end=end, zone=zone.key
        )
    about = _("They come when the quiet hours end. What a coordinator has marked as urgent comes at any hour.")
    chosen = _("A reminder comes at any hour if you have chosen its time yourself.")
    spans = OFFERED if hours.is_never or hours in OFFERED else (hours, *OFFERED)
    offered = [Button(_ticked(_span(each, translator), is_chosen=each == hours), _choice(each)) for each in spans]
    rows = [
        *in_pairs(offered),
        (Button(_ticked(_("Never quiet"), is_chosen=hours.is_never), _choice(NEVER)),),
        (Button("✏️ " + _("Other hours"), TypeQuietHours()),),
    ]
    return View((bold(_("Quiet hours")), escape(now), escape(about), escape(chosen)), tuple(rows))


def ask_hours(zone: ZoneInfo, translator: Translator, *, is_again: bool = False) -> View:
    """Ask for the hours to be typed; again after a text that named none."""
    _ = translator.gettext
    refused = [_("I did not find two different times of day in this.")] if is_again else []
    asked = _("Type from when to when, such as 22-6 or 22:00–06:30. Times are those of {zone}. /cancel ends this.")
    return View(tuple(map(escape, (*refused, asked.format(zone=zone.key)))))


def _choice(hours: Hours) -> SetQuietHours:
    return SetQuietHours(hours.begin, hours.end)


def _ticked(label: str, *, is_chosen: bool) -> str:
    return f"✓ {label}" if is_chosen else label


def _span(hours: Hours, translator: Translator) -> str:
    return f"{_time(hours.begin, translator)}–{_time(hours.end, translator)}"


def _time(minutes: int, translator: Translator) -> str:
    return translator.time(dt.datetime.combine(dt.date.min, dt.time(*divmod(minutes, HOUR))))
