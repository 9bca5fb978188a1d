"""The texts of a draft, one a language."""

from collections.abc import Iterable

from bot.callbacks.broadcasts import DraftStep, EditDraft, EditText, TextDeed
from bot.guard import Finding
from bot.i18n import Translator, by_own_name, own_name
from bot.models import BroadcastText
from bot.services.broadcasts.overview import Overview
from bot.views import Button, View, in_pairs
from bot.views.broadcast_audience import back
from bot.views.html import bold, escape
from bot.views.personal_data import kinds_listed


def texts(overview: Overview, locales: Iterable[str], translator: Translator) -> View:
    """Offer all languages that a text can be written in; those that have one are ticked."""
    _ = translator.gettext
    buttons = [
        Button(
            f"✓ {name}" if locale in overview.texts else name,
            EditText(overview.number, locale, TextDeed.OPEN if locale in overview.texts else TextDeed.WRITE),
        )
        for locale, name in by_own_name(locales)
    ]
    stands_in = _("English is required. Who has no text in their own language gets: {language}").format(
        language=own_name(overview.broadcast.fallback_locale)
    )
    return View((bold(_("Texts")), escape(stands_in)), (*in_pairs(buttons), (back(overview.number, translator),)))


def text(overview: Overview, written: BroadcastText, found: Iterable[Finding], translator: Translator) -> View:
    """Show one text, with what the guard says of it.

    Args:
        overview: the draft.
        written: the text.
        found: what looks like personal data in it.
        translator: of the author.
    """
    _ = translator.gettext
    findings = list(found)

    def button(label: str, deed: TextDeed) -> tuple[Button, ...]:
        return (Button(label, EditText(overview.number, written.locale, deed)),)

    blocks = [bold(own_name(written.locale)), escape(written.text)]
    rows = []
    if findings and not written.is_cleared:
        blocks.append(_doubt(findings, translator))
        rows.append(button(_("It is public, keep it"), TextDeed.CLEAR))
    rows.append(button(_("Type it anew"), TextDeed.WRITE))
    if written.locale != overview.broadcast.fallback_locale:
        rows.append(button(_("Also for those without a text of their own"), TextDeed.STAND_IN))
    rows.append(button(_("Delete this text"), TextDeed.DROP))
    up = Button(_("« Texts"), EditDraft(overview.number, DraftStep.TEXTS))
    return View(tuple(blocks), (*rows, (up, back(overview.number, translator))))


def ask_text(locale: str, limit: int, translator: Translator) -> View:
    """Ask for the text in a language."""
    _ = translator.gettext
    asked = _("Now type the text in: {language}. At most {limit} characters, without formatting. /cancel ends this.")
    return View((escape(asked.format(language=own_name(locale), limit=limit)),))


def _doubt(findings: Iterable[Finding], translator: Translator) -> str:
    _ = translator.gettext
    text = _(
        "This text seems to hold: {kinds}. What belongs to a venue or an office and is public may be sent; data of "
        "persons may not. It is not sent before you say that it is public."
    )
    return "⚠️ " + escape(text.format(kinds=kinds_listed((each.kind for each in findings), translator)))
