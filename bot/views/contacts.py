"""Contacts of partner units: which there are, and the card of one. Send them with `protect_content`."""

import datetime as dt
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.callbacks import (
    ConfirmContact,
    CorrectContact,
    ListContactCountries,
    ListContacts,
    SaveContact,
    ShowArticle,
    ShowContact,
)
from bot.callbacks import Page as ArticlePage
from bot.functions import Function
from bot.i18n import Translator
from bot.services.availability import availability
from bot.services.contact_cells import shown_phone
from bot.services.contact_records import Labelled
from bot.services.contacts import Card, Contact
from bot.views import Button, View, in_pairs
from bot.views.articles import flag
from bot.views.contact_times import availability_lines, hours_lines, local_time, short_availability
from bot.views.html import bold, escape
from knowledge import LocalisedArticle

LABEL_LENGTH = 60
"""Characters of a button that a phone shows."""
MAX_ARTICLES = 4


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


def countries(codes: Sequence[str], translator: Translator) -> View:
    """Let the reader choose a country."""
    _ = translator.gettext
    heading = bold(_("Contacts of partner units"))
    if not codes:
        return View((heading, escape(_("No contacts have been entered yet."))))
    hint = _("Choose a country, or write what you need: “who do I call in Tbilisi at night”.")
    return View(
        (heading, escape(hint)),
        in_pairs([Button(country_name(code, translator), ListContacts(code)) for code in codes]),
    )


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
    return View((bold(country_name(country, translator)), escape(text)), (*buttons, _to_countries(translator)))


def contact_list(country: str, contacts: Sequence[Contact], now: dt.datetime, translator: Translator) -> View:
    """Show contacts with whether somebody is there, without addresses; each has a button to its card."""
    blocks = [bold(country_name(country, translator))]
    for contact in contacts:
        state = short_availability(contact, availability(contact.schedule, now), now, translator)
        blocks.append("\n".join((bold(contact_name(contact, translator)), escape(contact.unit.name), escape(state))))
    if not contacts:
        blocks.append(escape(translator.gettext("Nobody is entered for this.")))
    buttons = tuple((Button(_label(contact, translator), ShowContact(contact.number)),) for contact in contacts)
    other = Button(translator.gettext("Other contacts of this country"), ListContacts(country))
    return View(tuple(blocks), (*buttons, (other,)))


def card(
    shown: Card, now: dt.datetime, own: ZoneInfo, articles: Sequence[LocalisedArticle], translator: Translator
) -> View:
    """Show all that is known of a contact point.

    Args:
        shown: the contact point as the reader may see it.
        now: aware.
        own: zone of the reader.
        articles: procedures that lead to its function, in the reader's language; the first few get buttons.
        translator: of the reader.
    """
    contact = shown.contact
    lines = availability_lines(contact, shown.now, now, own, translator)
    blocks = [
        _heading(contact, translator),
        "\n".join(map(escape, [*lines, local_time(contact, now, translator)])),
        _addresses(contact, translator),
        *_more(contact, translator),
        *_substitutes(shown, now, translator),
        escape(_confirmation(shown, translator)),
    ]
    return View(tuple(block for block in blocks if block), _card_rows(shown, articles, translator))


def _heading(contact: Contact, translator: Translator) -> str:
    unit = contact.unit
    place = ", ".join(filter(None, (unit.city, country_name(unit.country, translator))))
    lines = [bold(contact_name(contact, translator))]
    lines += [escape(line) for line in (unit.name, unit.name_national, unit.parent, place) if line]
    return "\n".join(lines)


def _addresses(contact: Contact, translator: Translator) -> str:
    """Show phones, which clients make callable, and addresses to copy."""
    _ = translator.gettext
    point = contact.point
    groups: Mapping[str, tuple[Labelled, ...]] = {
        _("Duty phone: {address}"): point.duty_phones,
        _("Phone: {address}"): point.phones,
    }
    lines = [
        "📞 " + escape(text).format(address=_labelled(escape(shown_phone(phone.value)), phone))
        for text, phones in groups.items()
        for phone in phones
    ]
    lines += ["✉️ " + _labelled(f"<code>{escape(address.value)}</code>", address) for address in point.emails]
    lines += ["🔐 " + _labelled(f"<code>{escape(address.value)}</code>", address) for address in point.secure]
    return "\n".join(lines) or escape(_("No phone or address has been entered."))


def _more(contact: Contact, translator: Translator) -> list[str]:
    """Show languages, hours and notes, as far as they are known."""
    _ = translator.gettext
    point = contact.point
    blocks = []
    if point.languages:
        names = translator.listed(map(translator.language, point.languages))
        blocks.append(escape(_("Languages: {languages}").format(languages=names)))
    if point.hours is not None:
        blocks.append("\n".join(map(escape, [_("Opening hours there:"), *hours_lines(point.hours, translator)])))
    blocks += [escape(notes) for notes in (point.notes, contact.unit.notes) if notes]
    return blocks


def _substitutes(shown: Card, now: dt.datetime, translator: Translator) -> list[str]:
    """Name who answers in its place today."""
    text = translator.gettext("Today this contact answers in its place: {name}")
    return [
        "\n".join(
            (
                escape(text).format(name=bold(f"{contact_name(other, translator)} · {other.unit.name}")),
                escape(short_availability(other, found, now, translator)),
            )
        )
        for other, found in shown.substitutes
    ]


def _confirmation(shown: Card, translator: Translator) -> str:
    _ = translator.gettext
    confirmed = shown.contact.point.confirmed_on
    if confirmed is None:
        return "⚠️ " + _("Nobody has confirmed this contact yet. Check it before you rely on it.")
    text = _("Last confirmed on {date}.")
    if shown.is_stale:
        text = "⚠️ " + _("Last confirmed on {date}: it may be out of date. Check it before you rely on it.")
    return text.format(date=translator.date(confirmed))


def _card_rows(
    shown: Card, articles: Sequence[LocalisedArticle], translator: Translator
) -> tuple[tuple[Button, ...], ...]:
    _ = translator.gettext
    number = shown.contact.number
    rows = [(Button(_label(other, translator), ShowContact(other.number)),) for other, _found in shown.substitutes]
    rows.append((Button("💾 " + _("Save as contact"), SaveContact(number)),))
    rows.append((Button("✏️ " + _("Something is wrong"), CorrectContact(number)),))
    if shown.may_confirm:
        rows.append((Button("✅ " + _("Still right"), ConfirmContact(number)),))
    for article in articles[:MAX_ARTICLES]:
        target = ShowArticle(article.front.id, translator.locale, ArticlePage.CARD)
        rows.append((Button(f"📄 {_cut(article.title.text)}", target),))
    rows.append((Button(_("Other contacts of this country"), ListContacts(shown.contact.unit.country)),))
    return tuple(rows)


def _labelled(shown: str, address: Labelled) -> str:
    """Return an address, already HTML, with the words about it."""
    return f"{shown} ({escape(address.label)})" if address.label else shown


def _label(contact: Contact, translator: Translator) -> str:
    return _cut(f"{contact_name(contact, translator)} · {contact.unit.city or contact.unit.name}")


def _cut(text: str) -> str:
    return text if len(text) <= LABEL_LENGTH else f"{text[: LABEL_LENGTH - 1]}…"


def _to_countries(translator: Translator) -> tuple[Button, ...]:
    return (Button(translator.gettext("Other countries"), ListContactCountries()),)
