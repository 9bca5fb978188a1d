"""Keeping contacts true: questions to owners, and what coordinators see: stale contacts and gaps in cover."""

from collections.abc import Mapping, Sequence

from bot.callbacks import ConfirmContact, CorrectContact, ShowContact
from bot.i18n import Translator
from bot.services.contact_upkeep import Uncovered
from bot.services.contacts import Contact
from bot.views import Button, View, in_pairs, protected
from bot.views.contact_times import moment
from bot.views.contacts import contact_name, country_name, function_name
from bot.views.delivery_reasons import reason_name
from bot.views.html import bold, escape

MAX_LISTED = 20
"""Contacts on one screen; the rest is counted."""
MAX_GAPS = 3
"""Gaps shown of one function; the rest is counted."""


def still_right(contact: Contact, translator: Translator) -> View:
    """Ask an owner whether a contact is still right."""
    _ = translator.gettext
    question = _("You look after this contact. Is everything in it still right?")
    rows = (
        (Button("✅ " + _("Yes, still right"), ConfirmContact(contact.number)),),
        (Button("✏️ " + _("No, change it"), CorrectContact(contact.number)),),
        (Button(_("Show the contact"), ShowContact(contact.number)),),
    )
    return protected(title(contact, translator), escape(question), rows=rows)


def confirmed(contact: Contact, translator: Translator) -> View:
    """Thank for a confirmation."""
    text = translator.gettext("Thank you. The contact counts as confirmed from today on.")
    return protected(title(contact, translator), escape(text), rows=[show_button(contact, translator)])


def stale(contacts: Sequence[Contact], lost: Mapping[int, str], translator: Translator) -> View:
    """List the contacts that nobody has confirmed for long, to coordinators.

    Args:
        contacts: longest first.
        lost: by number of the contact, why the question has not reached its owner.
        translator: of the coordinator.
    """
    _ = translator.gettext
    heading = bold(_("Contacts that need to be confirmed"))
    if not contacts:
        return protected(heading, escape(_("All contacts have been confirmed lately.")))
    blocks = [heading, *(_stale_entry(one, lost.get(one.number), translator) for one in contacts[:MAX_LISTED])]
    blocks += _rest(len(contacts) - MAX_LISTED, translator)
    return protected(*blocks, rows=in_pairs([_button(one, translator) for one in contacts[:MAX_LISTED]]))


def gaps(found: Sequence[Uncovered], translator: Translator) -> View:
    """Show what nobody covers in the coming 30 days, in the time of the unit, to coordinators."""
    _ = translator.gettext
    heading = bold(_("Cover in the coming 30 days"))
    if not found:
        return protected(heading, escape(_("Everything is covered as far as the hours are known.")))
    blocks = [heading, *(_gap_entry(one, translator) for one in found[:MAX_LISTED])]
    blocks += _rest(len(found) - MAX_LISTED, translator)
    return protected(*blocks, rows=in_pairs([_button(one.contacts[0], translator) for one in found[:MAX_LISTED]]))


def _stale_entry(contact: Contact, lost: str | None, translator: Translator) -> str:
    _ = translator.gettext
    on = contact.point.confirmed_on
    text = _("Last confirmed on {date}.").format(date=translator.date(on)) if on else _("Never confirmed.")
    owner = [] if contact.owner_id is not None else [_("It has no owner who is asked.")]
    if lost is not None:
        owner.append(
            _("The question has not reached its owner: {reason}.").format(reason=reason_name(lost, translator))
        )
    return "\n".join([title(contact, translator), *map(escape, [text, *owner])])


def _gap_entry(found: Uncovered, translator: Translator) -> str:
    _ = translator.gettext
    contact = found.contacts[0]
    zone = contact.schedule.zone
    lines = [
        _("Nobody from {start} to {end}").format(
            start=moment(gap.start, zone, translator), end=moment(gap.end, zone, translator)
        )
        for gap in found.gaps[:MAX_GAPS]
    ]
    more = len(found.gaps) - MAX_GAPS
    if more > 0:
        lines.append(translator.ngettext("and {count} more", "and {count} more", more).format(count=more))
    if len(found.unknown) == len(found.contacts):
        lines = [_("Opening hours are not known.")]
    elif found.unknown:
        lines.append(_("The opening hours of some contacts are not known."))
    return "\n".join([title(contact, translator), *map(escape, lines)])


def title(contact: Contact, translator: Translator) -> str:
    """Return which contact point a message is about, as HTML."""
    name = f"{contact_name(contact, translator)} · {contact.unit.name}"
    return f"{bold(name)}\n{escape(country_name(contact.unit.country, translator))}"


def _rest(count: int, translator: Translator) -> list[str]:
    if count <= 0:
        return []
    return [escape(translator.ngettext("and {count} more", "and {count} more", count).format(count=count))]


def _button(contact: Contact, translator: Translator) -> Button:
    label = f"{contact.unit.country} · {function_name(contact.function, translator)}"
    return Button(label, ShowContact(contact.number))


def show_button(contact: Contact, translator: Translator) -> tuple[Button, ...]:
    """Return the row that leads to the card."""
    return (Button(translator.gettext("Show the contact"), ShowContact(contact.number)),)
