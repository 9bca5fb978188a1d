"""Telegram's HTML: the only place where foreign text is escaped.

Source: Bot API, formatting options: `<`, `>` and `&` must be entities; in attributes also the quote.
"""

import html

from knowledge.localise import Text
from knowledge.markup import spans

UNTRANSLATED_MARK = "<i>[EN]</i> "
"""Stands before a piece that is shown in English because its translation is missing or outdated."""


def escape(text: str) -> str:
    """Return text that Telegram shows as it is."""
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """Return escaped text in bold."""
    return f"<b>{escape(text)}</b>"


def link(text: str, url: str) -> str:
    """Return escaped text that leads to an address."""
    return f'<a href="{html.escape(url)}">{escape(text)}</a>'


def piece(text: Text) -> str:
    """Return a piece of an article as HTML, marked where it is not translated."""
    mark = "" if text.translated else UNTRANSLATED_MARK
    return mark + "".join(
        _wrap(escape(span.text), bold=span.bold, italic=span.italic, href=span.link) for span in spans(text.text)
    )


def _wrap(content: str, *, bold: bool, italic: bool, href: str | None) -> str:
    if bold:
        content = f"<b>{content}</b>"
    if italic:
        content = f"<i>{content}</i>"
    return f'<a href="{html.escape(href)}">{content}</a>' if href else content
