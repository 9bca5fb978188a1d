"""All rules for one message: each plural form against the English that it translates."""

from collections.abc import Iterator
from dataclasses import dataclass

from babel.messages.catalog import Message

from bot.catalogs import markdown, numbers, placeholders, plurals, script, telegram_html, units, wording
from bot.catalogs.findings import Fault
from bot.catalogs.messages import is_begun, msgid_of, plural_of, strings_of
from bot.catalogs.sources import Markup

MARKUP_RULES = {Markup.HTML: telegram_html.faults, Markup.MARKDOWN: markdown.faults}


@dataclass(frozen=True)
class Wording:
    """One translated text and what it is measured by.

    Attributes:
        source: the English.
        text: the translation.
        optional: names of placeholders that may be missing or there.
        exact: the only number that the text is shown for, if it is a plural form with one.
    """

    source: str
    text: str
    optional: frozenset[str] = frozenset()
    exact: int | None = None


def faults(message: Message, locale: str, markup: Markup) -> list[Fault]:
    """Return what is wrong with a translated message, each fault once; [] for a fuzzy or untranslated one."""
    if message.fuzzy or not is_begun(message):
        return []
    found = [*_damage(message, locale, markup)]
    for form in wordings(message, locale):
        found += _mistakes(form, locale)
    return list(dict.fromkeys(found))


def is_damaged(message: Message, locale: str, markup: Markup) -> bool:
    """Tell whether the translation of a usable message would break a screen, so that English is shown instead.

    Asked for every message when the assistant starts, so only the rules that matter for this are looked at.
    """
    return any(_damage(message, locale, markup))


def wordings(message: Message, locale: str) -> Iterator[Wording]:
    """Yield the translated texts of a message.

    A form for one number only translates the singular; a form for several translates the plural, because it must hold
    its number: the Serbian form for 1 is also shown for 21.
    """
    singular, plural = msgid_of(message), plural_of(message)
    if plural is None:
        yield Wording(singular, strings_of(message)[0])
        return
    exact = plurals.plural_forms(locale).exact
    for form, text in enumerate(strings_of(message)):
        only = exact[form] if form < len(exact) else None
        if text and only is not None:
            yield Wording(singular, text, placeholders.optional_names(singular, plural), only)
        elif text:
            yield Wording(plural, text)


def _damage(message: Message, locale: str, markup: Markup) -> Iterator[Fault]:
    """Yield the faults that would break a screen."""
    if plural_of(message) is not None:
        yield from plurals.faults(strings_of(message), locale)
    for form in wordings(message, locale):
        yield from placeholders.faults(form.source, form.text, form.optional)
        yield from MARKUP_RULES[markup](form.source, form.text)


def _mistakes(form: Wording, locale: str) -> Iterator[Fault]:
    """Yield the faults that a reader would see, or be misled by."""
    yield from numbers.faults(form.source, form.text, form.exact)
    yield from units.faults(form.source, form.text, locale)
    yield from script.faults(form.source, form.text, locale)
    yield from wording.faults(form.source, form.text)
