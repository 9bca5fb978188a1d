"""An article: the answer card and the pages behind its buttons."""

import datetime as dt
from collections.abc import Iterable

from bot.callbacks import SECTIONS, AdviseChannel, FollowDeadline, ListTerms, Page, RateArticle, ShowArticle, ShowForm
from bot.i18n import Translator, by_own_name
from bot.views import Button, View, in_pairs
from bot.views.html import bold, escape, link, piece
from bot.views.terms import channel_name, page_name
from knowledge import LocalisedArticle, LocalisedBlock, Section, Text

MOST_FOLLOW_UPS = 4
FLAG_OFFSET = 0x1F1E6 - ord("A")
"""From a letter to its regional indicator symbol; two of them are a flag (Unicode, chapter 22.10)."""


def card(article: LocalisedArticle, translator: Translator, today: dt.date) -> View:
    """Show the short answer: what to do now, through which channel, by when."""
    blocks = [_title(article), *(piece(block.content) for block in article.sections[Section.SHORT_ANSWER])]
    blocks += [_channels(article, translator), _deadlines(article, translator), _review(article, translator, today)]
    rows = (*_card_rows(article, translator), *_follow_ups(article, translator), _verdicts(article, translator))
    return View(_with_note(blocks, translator), rows)


def page(article: LocalisedArticle, shown: Page, translator: Translator) -> View:
    """Show one section of an article; `shown` is a page of `SECTIONS`."""
    blocks = article.sections[SECTIONS[shown]]
    numbered = shown is Page.STEPS
    items = [_item(block, translator, number if numbered else None) for number, block in enumerate(blocks, start=1)]
    return View(
        _with_note([_title(article), f"<b>{escape(page_name(shown, translator))}</b>", *items], translator),
        _page_rows(article, shown, translator),
    )


def sources(article: LocalisedArticle, translator: Translator) -> View:
    """Show on what an article rests: legal bases, who decides, sources with the date they were read."""
    _ = translator.gettext
    blocks = [_title(article)]
    if article.legal_bases:
        blocks.append("\n".join([bold(_("Legal basis")), *(f"• {line}" for line in _bases(article, translator))]))
    if article.decides:
        blocks.append("\n".join([bold(_("Who decides")), piece(article.decides)]))
    blocks.append(bold(_("Sources")))
    if article.front.secondary_only:
        blocks.append("⚠️ " + escape(_("No official source has been read yet. Confirm with your national unit.")))
    blocks += [
        _("{source} (read on {date})").format(
            source=link(source.title, str(source.url)), date=escape(translator.date(source.read))
        )
        for source in article.front.sources
    ]
    return View(_with_note(blocks, translator), _page_rows(article, Page.SOURCES, translator))


def related(article: LocalisedArticle, others: Iterable[LocalisedArticle], translator: Translator) -> View:
    """Offer the articles that belong to this one."""
    rows = [(article_button(other),) for other in others]
    prompt = escape(translator.gettext("Related procedures:"))
    return View((_title(article), prompt), (*rows, (_back(article, translator),)))


def languages(article: LocalisedArticle, locales: Iterable[str], translator: Translator) -> View:
    """Offer the article in the other languages."""
    buttons = [
        Button(name, ShowArticle(article.id, locale, Page.CARD))
        for locale, name in by_own_name(locales)
        if locale != article.locale
    ]
    prompt = escape(translator.gettext("Show this article in:"))
    return View((_title(article), prompt), (*in_pairs(buttons), (_back(article, translator),)))


def article_button(article: LocalisedArticle) -> Button:
    """Return a button that opens the card of an article in its language."""
    return Button(article.title.text, ShowArticle(article.id, article.locale, Page.CARD))


def form_button(form_id: str, translator: Translator) -> Button:
    """Return the button that sends the empty form of a request."""
    return Button("📝 " + translator.gettext("What must my request contain?"), ShowForm(form_id))


def thanks(translator: Translator, *, helpful: bool) -> str:
    """Return what a person hears after rating an answer; plain text, at most 200 characters."""
    _ = translator.gettext
    return _("Thank you. Noted as helpful.") if helpful else _("Thank you. Noted: this did not help.")


def _title(article: LocalisedArticle) -> str:
    mark = "" if article.title.translated else " <i>[EN]</i>"
    return f"<b>{piece(Text(article.title.text))}</b>{mark}"


def _channels(article: LocalisedArticle, translator: Translator) -> str:
    names = ", ".join(channel_name(channel, translator) for channel in article.front.channels)
    return "📡 " + escape(translator.gettext("Channel: {channels}").format(channels=names))


def _deadlines(article: LocalisedArticle, translator: Translator) -> str:
    return "\n".join(
        "⏱ " + piece(deadline.label).format(duration=bold(translator.duration(deadline.duration)))
        for deadline in article.deadlines
    )


def _review(article: LocalisedArticle, translator: Translator, today: dt.date) -> str:
    _ = translator.gettext
    front = article.front
    reviewed = translator.date(front.reviewed_on)
    if front.review_due < today:
        text = _(
            "⚠️ This article should have been reviewed by {due} (last review: {reviewed}). Check before you rely on it."
        )
        return bold(text.format(due=translator.date(front.review_due), reviewed=reviewed))
    text = (
        _("Reviewed on {reviewed}")
        if front.reviewed_by
        else _("Draft, not yet reviewed by the network. Last checked on {reviewed}")
    )
    return f"<i>{escape(text.format(reviewed=reviewed))}</i>"


def _with_note(blocks: Iterable[str], translator: Translator) -> tuple[str, ...]:
    """Leave out empty blocks; explain the mark of untranslated pieces where it occurs."""
    kept = [block for block in blocks if block]
    if any("<i>[EN]</i>" in block for block in kept):
        note = translator.gettext("[EN]: not yet translated, or the English has changed since.")
        kept.append(f"<i>{escape(note)}</i>")
    return tuple(kept)


def _item(block: LocalisedBlock, translator: Translator, number: int | None) -> str:
    """Show a list item: numbered, with a bullet, or below the countries it is about."""
    content = piece(block.content)
    if block.countries:
        names = ", ".join(f"{flag(country)} {translator.country(country)}" for country in block.countries)
        return f"<b>{escape(names)}</b>\n{content}"
    return f"{number}. {content}" if number else f"• {content}"


def flag(country: str) -> str:
    """Return the flag of a country (ISO 3166-1 alpha-2)."""
    return "".join(chr(ord(letter) + FLAG_OFFSET) for letter in country)


def _bases(article: LocalisedArticle, translator: Translator) -> list[str]:
    """Name each instrument with its articles."""
    lines = []
    for basis in article.legal_bases:
        name = piece(basis.name) + (f" ({escape(basis.short)})" if basis.short else "")
        text = translator.gettext("{instrument}, Art. {articles}") if basis.articles else "{instrument}"
        lines.append(escape(text).format(instrument=name, articles=escape(basis.articles or "")))
    return lines


def _card_rows(article: LocalisedArticle, translator: Translator) -> tuple[tuple[Button, ...], ...]:
    pages = [shown for shown, section in SECTIONS.items() if article.sections[section]]
    pages += [Page.SOURCES, *([Page.RELATED] if article.front.related else []), Page.LANGUAGES]
    buttons = [_page_button(article, shown, translator) for shown in pages]
    if article.terms:
        buttons.append(Button(translator.gettext("Terms"), ListTerms(article.id, article.locale)))
    if article.form is None:
        return in_pairs(buttons)
    subject = next(iter(article.form.subjects), None)
    channel = Button("📡 " + translator.gettext("Which channel for my case?"), AdviseChannel(subject=subject))
    return (*in_pairs(buttons), (form_button(article.form.id, translator),), (channel,))


def _follow_ups(article: LocalisedArticle, translator: Translator) -> tuple[tuple[Button, ...], ...]:
    """Offer to be reminded when a time limit has run out that begins now; each length once."""
    label = translator.gettext("🔔 Remind me in {length}")
    places = {limit.duration: place for place, limit in reversed(list(enumerate(article.deadlines)))}
    lengths = [length for length in reversed(places) if length.unit in {"hour", "day"}]
    buttons = [
        Button(label.format(length=translator.duration(length)), FollowDeadline(article.id, places[length]))
        for length in lengths[:MOST_FOLLOW_UPS]
    ]
    return in_pairs(buttons)


def _verdicts(article: LocalisedArticle, translator: Translator) -> tuple[Button, Button]:
    _ = translator.gettext
    return (
        Button(_("👍 Helpful"), RateArticle(article.id, article.locale, helpful=True)),
        Button(_("👎 Not helpful"), RateArticle(article.id, article.locale, helpful=False)),
    )


def _page_rows(article: LocalisedArticle, shown: Page, translator: Translator) -> tuple[tuple[Button, ...], ...]:
    """Offer the neighbouring pages and the way back."""
    others = [other for other, section in SECTIONS.items() if article.sections[section] and other is not shown]
    others += [Page.SOURCES] if shown is not Page.SOURCES else []
    return (*in_pairs([_page_button(article, other, translator) for other in others]), (_back(article, translator),))


def _page_button(article: LocalisedArticle, shown: Page, translator: Translator) -> Button:
    return Button(page_name(shown, translator), ShowArticle(article.id, article.locale, shown))


def _back(article: LocalisedArticle, translator: Translator) -> Button:
    return _page_button(article, Page.CARD, translator)
