"""Invitations: put together with buttons, shown once, listed, revoked."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.callbacks import EVERYWHERE, InvitationStep, MakeInvitation, RevokeInvitation
from bot.i18n import Translator, own_name
from bot.models import Role
from bot.services.invitations import Offer, Standing
from bot.services.permissions import Held
from bot.views import Button, View, in_pairs
from bot.views.html import bold, escape
from bot.views.roles import held_name, place_name, role_name
from knowledge import Duration

DAYS = (1, 7, 30)
USES = (1, 5, 20)


def choose_role(roles: Iterable[Role], translator: Translator) -> View:
    """Ask what the invited are to be."""
    _ = translator.gettext
    buttons = [Button(role_name(role, translator), MakeInvitation(role)) for role in roles]
    return View((bold(_("New invitation")), escape(_("What shall the invited be?"))), in_pairs(buttons))


def choose_place(role: Role, places: Iterable[str], translator: Translator) -> View:
    """Ask for the country or language; `EVERYWHERE` among the places is the whole network."""
    _ = translator.gettext
    of_languages = role is Role.TRANSLATOR

    def name(place: str) -> str:
        if place == EVERYWHERE:
            return _("all languages") if of_languages else place_name(None, translator)
        return own_name(place) if of_languages else place_name(place, translator)

    buttons = [Button(name(place), MakeInvitation(role, place)) for place in places]
    question = _("For which language?") if of_languages else _("For which country?")
    return View((bold(role_name(role, translator)), escape(question)), in_pairs(buttons))


def summary(route: MakeInvitation, held: Held, country: str | None, translator: Translator) -> View:
    """Show the invitation as it would be, with buttons that change it and one that makes it."""
    _ = translator.gettext
    blocks = (
        bold(_("New invitation")),
        "\n".join(
            [
                f"• {escape(held_name(held, translator))}",
                "• " + escape(_("Works for: {place}").format(place=place_name(country, translator))),
            ]
        ),
        escape(_("The link opens the door to whoever has it: send it through a channel that you trust.")),
    )
    days = [_choice(_duration(days, translator), replace(route, days=days), route) for days in DAYS]
    uses = [_choice(_people(uses, translator), replace(route, uses=uses), route) for uses in USES]
    name = Button(_("Name the unit, then make the link"), replace(route, step=InvitationStep.NAME_UNIT))
    make = Button(_("Make the link"), replace(route, step=InvitationStep.CREATE))
    return View(blocks, (tuple(days), tuple(uses), (name,), (make,)))


def ask_unit(translator: Translator) -> View:
    """Ask for the unit of the invited."""
    return View((escape(translator.gettext("Now type the name of the unit of the invited. /cancel ends this.")),))


def made(offer: Offer, address: str, until: dt.datetime, translator: Translator) -> View:
    """Show the link, once.

    Args:
        offer: what the link gives.
        address: the deep link.
        until: end of validity, in the reader's zone.
        translator: of the reader.
    """
    _ = translator.gettext
    names = "\n".join(f"• {escape(held_name(held, translator))}" for held in sorted(offer.admission.roles))
    unit = [escape(_("Unit: {unit}")).format(unit=bold(offer.admission.unit))] if offer.admission.unit else []
    blocks = (
        bold(_("The invitation is ready")),
        "\n".join([names, *unit]),
        f"<code>{escape(address)}</code>",
        escape(
            _("Valid until {moment}, for {people}. It cannot be shown again; /invitations revokes it.").format(
                moment=translator.moment(until), people=_people(offer.uses, translator)
            )
        ),
    )
    return View(blocks)


def standing(found: Iterable[Standing], zone: ZoneInfo, translator: Translator) -> View:
    """List the invitations that can still be used, each with a button that revokes it."""
    _ = translator.gettext
    entries = list(found)
    if not entries:
        return View((escape(_("No invitation is open. /invite makes one.")),))
    blocks = [bold(_("Open invitations")), *(_entry(each, zone, translator) for each in entries)]
    buttons = [
        Button(_("Revoke {number}").format(number=each.invitation.id), RevokeInvitation(each.invitation.id))
        for each in entries
        if each.invitation.id is not None
    ]
    return View(tuple(blocks), in_pairs(buttons))


def _entry(each: Standing, zone: ZoneInfo, translator: Translator) -> str:
    _ = translator.gettext
    invitation = each.invitation
    roles = translator.listed(held_name(held, translator) for held in sorted(each.roles))
    unit = f" · {invitation.unit}" if invitation.unit else ""
    until = _("until {moment}, for {people}").format(
        moment=translator.moment(invitation.expires_at.astimezone(zone)),
        people=_people(invitation.uses_left, translator),
    )
    place = place_name(invitation.country, translator)
    return "\n".join([f"{invitation.id}. {bold(roles)}", escape(f"{place}{unit}"), escape(until)])


def _choice(label: str, route: MakeInvitation, chosen: MakeInvitation) -> Button:
    return Button(f"✓ {label}" if route == chosen else label, route)


def _duration(days: int, translator: Translator) -> str:
    return translator.duration(Duration(days, "day"))


def _people(count: int, translator: Translator) -> str:
    return translator.ngettext("{count} person", "{count} people", count).format(count=count)
