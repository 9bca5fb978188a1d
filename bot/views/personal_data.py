"""The warning at a message that holds personal data; it names kinds and never repeats a value."""

from collections.abc import Iterable, Mapping

from bot.callbacks import Page, ShowArticle
from bot.guard import Kind
from bot.i18n import Translator
from bot.views import Button, View
from bot.views.html import bold, escape

ARTICLE = "no-personal-data-in-chat"


def warning(kinds: Iterable[Kind], translator: Translator, *, deleted: bool) -> View:
    """Say what kinds of personal data a message seems to hold, and where they belong.

    Args:
        kinds: what was found; each is named once.
        translator: of the person.
        deleted: whether the message is gone from the chat already.
    """
    _ = translator.gettext
    listed = kinds_listed(kinds, translator)
    blocks = (
        bold(_("Personal data must not be typed here.")),
        escape(
            _("Your message seems to hold: {kinds}. I have not searched, logged or stored it.").format(kinds=listed)
        ),
        escape(_("I have deleted it from this chat.") if deleted else _("Please delete it now.")),
        escape(
            _(
                "Send such data over a secure channel only: INTERPOL I-24/7 through your NCB, SIENA, or what your unit "
                "prescribes. Ask me again without it."
            )
        ),
    )
    button = Button(_("Why?"), ShowArticle(ARTICLE, translator.locale, Page.CARD))
    return View(blocks, ((button,),))


def kinds_listed(kinds: Iterable[Kind], translator: Translator) -> str:
    """Return kinds of personal data in a row, each named once."""
    names = _names(translator)
    return translator.listed(names[kind] for kind in dict.fromkeys(kinds))


def _names(translator: Translator) -> Mapping[Kind, str]:
    _ = translator.gettext
    return {
        Kind.EMAIL: _("an e-mail address"),
        Kind.PHONE: _("a phone number"),
        Kind.IBAN: _("a bank account number"),
        Kind.CARD: _("a payment card number"),
        Kind.PASSPORT: _("a passport number"),
        Kind.IDENTITY_CARD: _("an identity card number"),
        Kind.PLATE: _("a licence plate"),
        Kind.VIN: _("a vehicle identification number"),
        Kind.NATIONAL_ID: _("a personal number"),
        Kind.BIRTH_DATE: _("a date of birth"),
    }
