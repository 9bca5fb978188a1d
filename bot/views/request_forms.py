"""What a request must contain: an empty form in English and in the officer's language."""

from collections.abc import Callable, Iterable

from bot.i18n import Translator
from bot.views import View
from bot.views.html import bold, escape
from knowledge.request_forms import RequestForm

Label = Callable[[str, str], str]
"""(locale, English label) -> the label in that language."""
BLANK = "______"


def form(title: str, sections: Iterable[RequestForm], label: Label, translator: Translator, source: str) -> View:
    """Show a form to copy, in English and, where it is another, in the reader's language.

    Args:
        title: what the form is for, in the reader's language.
        sections: whose labels it has, in their order.
        label: translates a label.
        translator: of the reader.
        source: the locale of English.
    """
    _ = translator.gettext
    labels = [text for section in sections for text in section.labels]
    locales = dict.fromkeys((source, translator.locale))
    blocks = [
        bold("📝 " + _("What must my request contain?")),
        escape(title),
        escape(
            _(
                "Press the form to copy it, and fill it in on your secure system only. Never type personal data here. "
                "Leave out what does not apply."
            )
        ),
    ]
    blocks += [_copyable(label(locale, text) for text in labels) for locale in locales]
    return View(tuple(blocks))


def _copyable(labels: Iterable[str]) -> str:
    lines = (f"{number}. {label}: {BLANK}" for number, label in enumerate(labels, start=1))
    return f"<pre>{escape(chr(10).join(lines))}</pre>"
