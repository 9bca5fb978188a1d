"""The card of a contact: how to reach it, and whether somebody is there now."""

import datetime as dt
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.callbacks import (
    ChooseOwner,
    ConfirmContact,
    CorrectContact,
    ListContacts,
    SaveContact,
    ShowArticle,
    ShowContact,
)
from bot.callbacks import Page as ArticlePage
from bot.i18n import Translator
from bot.services.contact_cells import shown_phone
from bot.services.contact_records import Labelled
from bot.services.contacts import Card, Contact
from bot.views import Button, Copy, View, protected
from bot.views.contact_times import availability_lines, hours_lines, local_time, short_availability
from bot.views.contacts import button_label, contact_name, country_name, cut
from bot.views.html import bold, escape
from knowledge import LocalisedArticle

MAX_ARTICLES = 4
MAX_COPIED = 4
"""Addresses with a button that copies them: nothing can be selected in a protected message."""


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
    return protected(*filter(None, blocks), rows=_card_rows(shown, articles, translator))


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
    rows = [
        (Button(button_label(other, translator), ShowContact(other.number)),) for other, _found in shown.substitutes
    ]
    rows += [
        (Button(f"📋 {cut(address.value)}", Copy(address.value)),)
        for address in (*shown.contact.point.emails, *shown.contact.point.secure)[:MAX_COPIED]
    ]
    rows.append((Button("💾 " + _("Save as contact"), SaveContact(number)),))
    rows.append((Button("✏️ " + _("Something is wrong"), CorrectContact(number)),))
    if shown.may_confirm:
        rows.append((Button("✅ " + _("Still right"), ConfirmContact(number)),))
    if shown.may_appoint:
        rows.append((Button("👤 " + _("Who looks after it"), ChooseOwner(number)),))
    for article in articles[:MAX_ARTICLES]:
        target = ShowArticle(article.front.id, translator.locale, ArticlePage.CARD)
        rows.append((Button(f"📄 {cut(article.title.text)}", target),))
    rows.append((Button(_("Other contacts of this country"), ListContacts(shown.contact.unit.country)),))
    return tuple(rows)


def _labelled(shown: str, address: Labelled) -> str:
    """Return an address, already HTML, with the words about it."""
    return f"{shown} ({escape(address.label)})" if address.label else shown
