"""Contacts of partner units: by country and function, and which there are. Each screen is protected."""

import datetime as dt
from collections.abc import Sequence

from bot.callbacks import (
    ListContactCountries,
    ListContacts,
    ListCorrections,
    ListCoverGaps,
    ListFunctionCountries,
    ListStaleContacts,
    ShowContact,
)
from bot.functions import Function
from bot.i18n import Translator
from bot.services.availability import State, availability
from bot.services.contacts import Contact
from bot.views import Button, View, in_pairs, protected
from bot.views.articles import flag
from bot.views.contact_times import short_availability
from bot.views.html import bold, escape

LABEL_LENGTH = 60
"""Characters of a button that a phone shows."""


def function_name(function: Function, translator: Translator) -> str:
    """Return what a function is called."""
    _ = translator.gettext
    names = {
        Function.ILECU: _("ILECU, single point of contact"),
        Function.NCB: _("INTERPOL National Central Bureau"),
        Function.EUROPOL: _("Europol national unit or contact point"),
        Function.SIRENE: _("SIRENE bureau"),
        Function.SELEC: _("SELEC national focal point"),
        Function.CYBER_24_7: _("24/7 contact for cybercrime"),
        Function.BORDER_CENTRE: _("Border contact centre"),
        Function.FIU_ARO: _("Financial intelligence and asset recovery"),
        Function.LIAISON: _("Liaison officer abroad"),
    }
    return names[function]


def contact_name(contact: Contact, translator: Translator) -> str:
    """Return what a contact point is called, with the words that tell it from others."""
    name = function_name(contact.function, translator)
    return f"{name} ({contact.point.key.label})" if contact.point.key.label else name


def country_name(code: str, translator: Translator) -> str:
    """Return flag and name of a country."""
    return f"{flag(code)} {translator.country(code)}"


def countries(codes: Sequence[str], translator: Translator, *, maintains: bool = False) -> View:
    """Let the reader choose a country; who maintains contacts is offered what they have to look after."""
    _ = translator.gettext
    heading = bold(_("Contacts of partner units"))
    upkeep = _upkeep_rows(translator) if maintains else ()
    if not codes:
        return protected(heading, escape(_("No contacts have been entered yet.")), rows=upkeep)
    hint = _("Choose a country, or write what you need: “who do I call in Tbilisi at night”.")
    return protected(heading, escape(hint), rows=(*_countries(codes, translator), *upkeep))


def elsewhere(named: Sequence[str], codes: Sequence[str], translator: Translator) -> View:
    """Say that there are no contacts of the countries that were asked for, and which there are."""
    _ = translator.gettext
    names = translator.listed([country_name(code, translator) for code in named])
    text = _("I have no contacts of: {countries}. I never offer another unit in place of the one you need.")
    rows = _countries(codes, translator)
    return protected(bold(_("No such unit here")), escape(text.format(countries=names)), rows=rows)


def functions(country: str, contacts: Sequence[Contact], translator: Translator) -> View:
    """Let the reader choose what they need of a country; only functions that somebody has there are offered."""
    _ = translator.gettext
    found = {contact.function for contact in contacts}
    buttons = [
        (Button(function_name(function, translator), ListContacts(country, function)),)
        for function in Function
        if function in found
    ]
    text = _("Whom do you need there?") if buttons else _("No contacts have been entered for this country yet.")
    rows = (*buttons, _to_countries(translator))
    return protected(bold(country_name(country, translator)), escape(text), rows=rows)


def countries_of(function: Function, codes: Sequence[str], translator: Translator) -> View:
    """Let the reader choose the country in which they need a function."""
    _ = translator.gettext
    text = _("Choose the country of the partner.") if codes else _("Nobody is entered for this.")
    buttons = [Button(country_name(code, translator), ListContacts(code, function)) for code in codes]
    rows = (*in_pairs(buttons), _to_countries(translator))
    return protected(bold(function_name(function, translator)), escape(text), rows=rows)


def function_buttons(
    functions: Sequence[Function], country: str | None, translator: Translator
) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons of an article or advice that lead to whom it goes.

    Args:
        functions: see `bot.services.contact_functions`.
        country: of the partner; None asks for it.
        translator: of the reader.
    """
    return tuple(
        (
            Button(
                f"☎️ {function_name(function, translator)}",
                ListContacts(country, function) if country else ListFunctionCountries(function),
            ),
        )
        for function in functions
    )


def country_button(country: str, translator: Translator) -> Button:
    """Return the button that leads to all contacts of a country."""
    text = translator.gettext("Contacts: {country}").format(country=country_name(country, translator))
    return Button(f"☎️ {text}", ListContacts(country))


def contact_list(country: str, contacts: Sequence[Contact], now: dt.datetime, translator: Translator) -> View:
    """Show contacts with whether somebody is there, without addresses; each has a button to its card."""
    blocks = [bold(country_name(country, translator)), *(_entry(contact, now, translator) for contact in contacts)]
    if not contacts:
        blocks.append(escape(translator.gettext("Nobody is entered for this.")))
    buttons = tuple((Button(button_label(contact, translator), ShowContact(contact.number)),) for contact in contacts)
    other = Button(translator.gettext("Other contacts of this country"), ListContacts(country))
    return protected(*blocks, rows=(*buttons, (other,)))


def _entry(contact: Contact, now: dt.datetime, translator: Translator) -> str:
    found = availability(contact.schedule, now)
    lines = [contact.unit.name, short_availability(contact, found, now, translator)]
    if found.state is not State.OPEN and contact.point.duty_phones:
        lines.append(translator.gettext("For urgent requests call the duty phone."))
    return "\n".join([bold(contact_name(contact, translator)), *map(escape, lines)])


def button_label(contact: Contact, translator: Translator) -> str:
    """Return the label of a button that leads to a contact point."""
    return cut(f"{contact_name(contact, translator)} · {contact.unit.city or contact.unit.name}")


def cut(text: str) -> str:
    """Return a label that a phone shows."""
    return text if len(text) <= LABEL_LENGTH else f"{text[: LABEL_LENGTH - 1]}…"


def _countries(codes: Sequence[str], translator: Translator) -> tuple[tuple[Button, ...], ...]:
    return in_pairs([Button(country_name(code, translator), ListContacts(code)) for code in codes])


def _upkeep_rows(translator: Translator) -> tuple[tuple[Button, ...], ...]:
    _ = translator.gettext
    return (
        (Button("✏️ " + _("Corrections to decide"), ListCorrections()),),
        (Button("⚠️ " + _("Contacts that need to be confirmed"), ListStaleContacts()),),
        (Button("🕳 " + _("Cover in the coming 30 days"), ListCoverGaps()),),
    )


def _to_countries(translator: Translator) -> tuple[Button, ...]:
    return (Button(translator.gettext("Other countries"), ListContactCountries()),)
