"""Corrections of contacts: asked for, old and new side by side, decided."""

from collections.abc import Mapping, Sequence

from bot.callbacks import CorrectContact, DecideCorrection
from bot.i18n import Translator
from bot.models import CorrectionState
from bot.services.contact_columns import CORRECTABLE
from bot.services.contact_corrections import Proposal, Question, current_text
from bot.services.contacts import Contact
from bot.views import Button, View, in_pairs, protected
from bot.views.contact_upkeep import show_button, title
from bot.views.contacts import contact_name
from bot.views.html import bold, escape

EXAMPLES: Mapping[str, str] = {
    "phones": "+1 202-555-0123 (front desk); +1 202-555-0124",
    "duty_phones": "+1 202-555-0199 (duty)",
    "emails": "unit@example.org",
    "secure": "EXAMPLE-1 (SIENA)",
    "languages": "sr,en",
    "hours": "Mo-Fr 08:00-12:00,13:00-16:30; Sa 09:00-12:00",
    "exceptions": "2027-12-24..2027-12-26 closed; 2027-12-31 09:00-12:00",
    "substitutes": "2027-12-24..2027-12-31 example-unit/ncb",
    "notes": "Write in English.",
}
"""How a value of each correctable column is written; made up."""
SUBSTITUTES = "substitutes"
MAX_OTHERS = 20


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
        "exceptions": _("Days with other hours"),
        "substitutes": _("Days on which others answer"),
        "notes": _("Notes"),
    }
    return names[column]


def choose_column(contact: Contact, translator: Translator) -> View:
    """Ask what is wrong in a contact."""
    buttons = [Button(column_name(name, translator), CorrectContact(contact.number, name)) for name in CORRECTABLE]
    text = translator.gettext("What is wrong or missing?")
    rows = (*in_pairs(buttons), show_button(contact, translator))
    return protected(title(contact, translator), escape(text), rows=rows)


def ask_for_text(about: Question, column: str, translator: Translator, *, again: bool = False) -> View:
    """Ask what a contact should say, with what it says now and how it is written.

    Args:
        about: the contact.
        column: what of it is corrected.
        translator: of the reader.
        again: what was typed before could not be read.
    """
    _ = translator.gettext
    contact = about.contact
    now = current_text(contact.point, column)
    refusal = _("I could not read this. Please write it like the example, and send it again.")
    blocks = (
        *([escape(refusal)] if again else []),
        title(contact, translator),
        bold(column_name(column, translator)),
        escape(_("Now: {text}")).format(text=_code(now, translator)),
        escape(_("Write what it should say, like this: {example}")).format(example=_code(EXAMPLES[column], translator)),
        *([_others(about.others, translator)] if column == SUBSTITUTES and about.others else []),
        escape(_("Write a hyphen (-) if there should be nothing. Never write the name of a person.")),
    )
    return protected(*blocks, rows=[show_button(contact, translator)])


def proposed(proposal: Proposal, translator: Translator) -> View:
    """Tell who proposed a correction what happens to it."""
    _ = translator.gettext
    text = _("Thank you. The coordinator of the country decides, and I will tell you.")
    if proposal.correction.state is CorrectionState.APPROVED:
        text = _("Done. The contact says this from now on.")
    return protected(title(proposal.contact, translator), _change(proposal, translator), escape(text))


def to_decide(proposal: Proposal, translator: Translator) -> View:
    """Show a correction, old and new, to who decides."""
    _ = translator.gettext
    number = proposal.correction.id or 0
    blocks = [bold(_("Correction of a contact")), title(proposal.contact, translator), _change(proposal, translator)]
    if proposal.is_outdated:
        blocks.append("⚠️ " + escape(_("The contact has been changed since; approving this will change nothing.")))
    choice = (
        Button("✅ " + _("Approve"), DecideCorrection(number, approve=True)),
        Button("⛔ " + _("Decline"), DecideCorrection(number, approve=False)),
    )
    return protected(*blocks, rows=[choice, show_button(proposal.contact, translator)])


def nothing_to_decide(translator: Translator) -> View:
    """Say that no correction waits."""
    return protected(escape(translator.gettext("No corrections wait for you.")))


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
    blocks = (title(proposal.contact, translator), _change(proposal, translator), text)
    return protected(*blocks, rows=[show_button(proposal.contact, translator)])


def _others(contacts: Sequence[Contact], translator: Translator) -> str:
    """List what a text can name as the one who answers."""
    _ = translator.gettext
    lines = [
        f"<code>{escape(str(one.point.key))}</code> {escape(contact_name(one, translator))}"
        for one in contacts[:MAX_OTHERS]
    ]
    return "\n".join([escape(_("Who can answer, as you write it:")), *lines])


def _change(proposal: Proposal, translator: Translator) -> str:
    correction = proposal.correction
    old, new = _code(correction.old_text, translator), _code(correction.new_text, translator)
    return f"{bold(column_name(correction.column, translator))}\n{old}\n→ {new}"


def _code(text: str, translator: Translator) -> str:
    nothing = translator.gettext("nothing")
    return f"<code>{escape(text)}</code>" if text else f"<i>{escape(nothing)}</i>"
