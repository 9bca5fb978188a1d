"""Keeping contacts true: questions to owners, corrections with old and new, and the lists of coordinators."""

from collections.abc import Mapping, Sequence

from bot.callbacks import ConfirmContact, CorrectContact, DecideCorrection, ShowContact
from bot.i18n import Translator
from bot.models import CorrectionState
from bot.services.contact_columns import CORRECTABLE
from bot.services.contact_corrections import Proposal, current_text
from bot.services.contact_upkeep import Uncovered
from bot.services.contacts import Contact
from bot.views import Button, View, in_pairs
from bot.views.contact_times import moment
from bot.views.contacts import contact_name, country_name, function_name
from bot.views.html import bold, escape

MAX_LISTED = 20
"""Contacts on one screen; the rest is counted."""
MAX_GAPS = 3
"""Gaps shown of one function; the rest is counted."""
EXAMPLES: Mapping[str, str] = {
    "phones": "+1 202-555-0123 (front desk); +1 202-555-0124",
    "duty_phones": "+1 202-555-0199 (duty)",
    "emails": "unit@example.org",
    "secure": "EXAMPLE-1 (SIENA)",
    "languages": "sr,en",
    "hours": "Mo-Fr 08:00-12:00,13:00-16:30; Sa 09:00-12:00",
    "notes": "Write in English.",
}
"""How a value of each correctable column is written; made up."""


def column_name(column: str, translator: Translator) -> str:
    """Return what a correctable column is called."""
    _ = translator.gettext
    names = {
        "phones": _("Phones"),
        "duty_phones": _("Duty phones"),
        "emails": _("E-mail addresses"),
        "secure": _("Addresses on secure channels"),
        "languages": _("Languages spoken"),
        "hours": _("Opening hours"),
        "notes": _("Notes"),
    }
    return names[column]


def still_right(contact: Contact, translator: Translator) -> View:
    """Ask an owner whether a contact is still right."""
    _ = translator.gettext
    question = _("You look after this contact. Is everything in it still right?")
    rows = (
        (Button("✅ " + _("Yes, still right"), ConfirmContact(contact.number)),),
        (Button("✏️ " + _("No, change it"), CorrectContact(contact.number)),),
        (Button(_("Show the contact"), ShowContact(contact.number)),),
    )
    return View((_title(contact, translator), escape(question)), rows)


def confirmed(contact: Contact, translator: Translator) -> View:
    """Thank for a confirmation."""
    text = translator.gettext("Thank you. The contact counts as confirmed from today on.")
    return View((_title(contact, translator), escape(text)), (_show(contact, translator),))


def choose_column(contact: Contact, translator: Translator) -> View:
    """Ask what is wrong in a contact."""
    buttons = [Button(column_name(name, translator), CorrectContact(contact.number, name)) for name in CORRECTABLE]
    text = translator.gettext("What is wrong or missing?")
    return View((_title(contact, translator), escape(text)), (*in_pairs(buttons), _show(contact, translator)))


def ask_for_text(contact: Contact, column: str, translator: Translator) -> View:
    """Ask what a contact should say, with what it says now and how it is written."""
    _ = translator.gettext
    now = current_text(contact.point, column)
    blocks = (
        _title(contact, translator),
        bold(column_name(column, translator)),
        escape(_("Now: {text}")).format(text=_code(now, translator)),
        escape(_("Write what it should say, like this: {example}")).format(example=_code(EXAMPLES[column], translator)),
        escape(_("Write a hyphen (-) if there should be nothing. Never write the name of a person.")),
    )
    return View(blocks, (_show(contact, translator),))


def proposed(proposal: Proposal, translator: Translator) -> View:
    """Tell who proposed a correction what happens to it."""
    _ = translator.gettext
    text = _("Thank you. The coordinator of the country decides, and I will tell you.")
    if proposal.correction.state is CorrectionState.APPROVED:
        text = _("Done. The contact says this from now on.")
    return View((_title(proposal.contact, translator), _change(proposal, translator), escape(text)))


def to_decide(proposal: Proposal, translator: Translator) -> View:
    """Show a correction, old and new, to who decides."""
    _ = translator.gettext
    number = proposal.correction.id or 0
    blocks = [bold(_("Correction of a contact")), _title(proposal.contact, translator), _change(proposal, translator)]
    if proposal.is_outdated:
        blocks.append("⚠️ " + escape(_("The contact has been changed since; approving this will change nothing.")))
    choice = (
        Button("✅ " + _("Approve"), DecideCorrection(number, approve=True)),
        Button("⛔ " + _("Decline"), DecideCorrection(number, approve=False)),
    )
    return View(tuple(blocks), (choice, _show(proposal.contact, translator)))


def nothing_to_decide(translator: Translator) -> View:
    """Say that no correction waits."""
    return View((escape(translator.gettext("No corrections wait for you.")),))


def decided(proposal: Proposal, translator: Translator) -> View:
    """Say what became of a correction, to who decided and to who proposed it."""
    _ = translator.gettext
    texts = {
        CorrectionState.OPEN: _("This correction waits for a decision."),
        CorrectionState.APPROVED: _("This correction was approved; the contact says this now."),
        CorrectionState.DECLINED: _("This correction was declined; the contact stays as it is."),
        CorrectionState.OUTDATED: _("The contact had been changed meanwhile, so this correction was set aside."),
    }
    text = escape(texts[proposal.correction.state])
    blocks = (_title(proposal.contact, translator), _change(proposal, translator), text)
    return View(blocks, (_show(proposal.contact, translator),))


def stale(contacts: Sequence[Contact], translator: Translator) -> View:
    """List the contacts that nobody has confirmed for long, to coordinators."""
    _ = translator.gettext
    heading = bold(_("Contacts that need to be confirmed"))
    if not contacts:
        return View((heading, escape(_("All contacts have been confirmed lately."))))
    blocks = [heading, *(_stale_entry(one, translator) for one in contacts[:MAX_LISTED])]
    blocks += _rest(len(contacts) - MAX_LISTED, translator)
    return View(tuple(blocks), in_pairs([_button(one, translator) for one in contacts[:MAX_LISTED]]))


def gaps(found: Sequence[Uncovered], translator: Translator) -> View:
    """Show what nobody covers in the coming 30 days, in the time of the unit, to coordinators."""
    _ = translator.gettext
    heading = bold(_("Cover in the coming 30 days"))
    if not found:
        return View((heading, escape(_("Everything is covered as far as the hours are known."))))
    blocks = [heading, *(_gap_entry(one, translator) for one in found[:MAX_LISTED])]
    blocks += _rest(len(found) - MAX_LISTED, translator)
    return View(tuple(blocks), in_pairs([_button(one.contacts[0], translator) for one in found[:MAX_LISTED]]))


def _stale_entry(contact: Contact, translator: Translator) -> str:
    _ = translator.gettext
    on = contact.point.confirmed_on
    text = _("Last confirmed on {date}.").format(date=translator.date(on)) if on else _("Never confirmed.")
    owner = [] if contact.owner_id is not None else [_("It has no owner who is asked.")]
    return "\n".join([_title(contact, translator), *map(escape, [text, *owner])])


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
    return "\n".join([_title(contact, translator), *map(escape, lines)])


def _title(contact: Contact, translator: Translator) -> str:
    name = f"{contact_name(contact, translator)} · {contact.unit.name}"
    return f"{bold(name)}\n{escape(country_name(contact.unit.country, translator))}"


def _change(proposal: Proposal, translator: Translator) -> str:
    correction = proposal.correction
    old, new = _code(correction.old_text, translator), _code(correction.new_text, translator)
    return f"{bold(column_name(correction.column, translator))}\n{old}\n→ {new}"


def _code(text: str, translator: Translator) -> str:
    return f"<code>{escape(text)}</code>" if text else f"<i>{escape(translator.gettext('nothing'))}</i>"


def _rest(count: int, translator: Translator) -> list[str]:
    if count <= 0:
        return []
    return [escape(translator.ngettext("and {count} more", "and {count} more", count).format(count=count))]


def _button(contact: Contact, translator: Translator) -> Button:
    label = f"{contact.unit.country} · {function_name(contact.function, translator)}"
    return Button(label, ShowContact(contact.number))


def _show(contact: Contact, translator: Translator) -> tuple[Button, ...]:
    return (Button(translator.gettext("Show the contact"), ShowContact(contact.number)),)
