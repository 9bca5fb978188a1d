"""Placeholders as in `{phone}` or `{count:,}`: what `str.format` is going to look for.

Pure and quick: the assistant asks `is_compatible` before it shows a translation.
"""

from string import Formatter
from typing import NamedTuple

from bot.catalogs.findings import Fault, Rule

COUNT_NAMES = frozenset({"count", "number", "n"})
"""Names under which a number is given to a plural message."""


class Placeholder(NamedTuple):
    """A placeholder; `{}` is known by its position, as `str.format` fills it."""

    name: str
    conversion: str
    spec: str

    def __str__(self) -> str:
        conversion = f"!{self.conversion}" if self.conversion else ""
        return f"{{{self.name}{conversion}{':' + self.spec if self.spec else ''}}}"


def placeholders(text: str) -> frozenset[Placeholder]:
    """Return the placeholders of a text.

    Raises:
        ValueError: `str.format` would refuse the text; the error says why.
    """
    found = [
        Placeholder(name, conversion or "", spec or "")
        for _literal, name, spec, conversion in Formatter().parse(text)
        if name is not None
    ]
    unnamed = sum(1 for placeholder in found if not placeholder.name)
    if unnamed and any(placeholder.name.isdigit() for placeholder in found):
        raise ValueError("both {} and {0}")
    positions = iter(range(unnamed))
    return frozenset(
        placeholder if placeholder.name else placeholder._replace(name=str(next(positions))) for placeholder in found
    )


def optional_names(singular: str, plural: str) -> frozenset[str]:
    """Return the names that a plural form for exactly one number may leave out or add.

    "One article" may stand for "{count} article" where no other number takes that form. Serbian 21 takes the form of
    1, so that form must have its number.
    """
    try:
        names = [{placeholder.name for placeholder in placeholders(text)} for text in (singular, plural)]
    except ValueError:
        return frozenset()
    return frozenset(names[0] ^ names[1]) | (COUNT_NAMES & (names[0] | names[1]))


def faults(source: str, text: str, optional: frozenset[str] = frozenset()) -> list[Fault]:
    """Return what is wrong with the placeholders of a translation.

    Args:
        source: the English. Where it is no format, it is never filled in and its braces are only counted.
        text: the translation. A placeholder may stand in it more or less often than in the English.
        optional: names that may be missing or there.
    """
    try:
        expected = placeholders(source)
    except ValueError:
        return [] if _braces(source) == _braces(text) else [_fault(repr(_braces(text)), repr(_braces(source)))]
    try:
        found = placeholders(text)
    except ValueError as error:
        return [_fault(f"damaged braces ({error})", _listing(expected))]
    if all(placeholder.name in optional for placeholder in found ^ expected):
        return []
    return [_fault(_listing(found), _listing(expected))]


def is_compatible(msgid: str, msgstr: str, msgid_plural: str | None = None) -> bool:
    """Tell whether a translation can be filled in like the English, so that it may be shown.

    Args:
        msgid: the English.
        msgstr: the translation, one form of it where there are plural forms.
        msgid_plural: the English plural, if there is one. Either of the two may be what was translated, and a form for
            one number only may leave the number out.
    """
    if msgid_plural is None:
        return not faults(msgid, msgstr)
    optional = optional_names(msgid, msgid_plural)
    return any(not faults(source, msgstr, optional) for source in (msgid, msgid_plural))


def _braces(text: str) -> str:
    return "".join(character for character in text if character in "{}")


def _listing(found: frozenset[Placeholder]) -> str:
    return " ".join(sorted(map(str, found))) or "none"


def _fault(found: str, expected: str) -> Fault:
    return Fault(Rule.PLACEHOLDER, found, expected)
