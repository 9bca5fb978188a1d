"""Plural forms: how many a language has, and which number takes which.

CLDR's rules decide, Babel's table of gettext formulas gives the wording: the table is wrong for some languages
(one form for Hungarian and Georgian), CLDR knows no gettext formula that people could read.
"""

from dataclasses import dataclass
from functools import cache
from gettext import c2py

from babel import Locale
from babel.messages.plurals import PLURALS, get_plural

from bot.catalogs.findings import Fault, Rule

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's categories in the order in which gettext counts the forms."""
NUMBERS = range(1001)
"""Numbers that formulas are compared for: no rule looks further than the last two digits and small numbers."""


@dataclass(frozen=True)
class PluralForms:
    """The plural forms of a language.

    Attributes:
        count: how many there are.
        formula: C expression that gives the form for `n`.
        exact: for each form the only number that takes it, or None where several do.
    """

    count: int
    formula: str
    exact: tuple[int | None, ...]

    @property
    def header(self) -> str:
        """The value of the header field Plural-Forms."""
        return f"nplurals={self.count}; plural={self.formula};"


@cache
def plural_forms(locale: str) -> PluralForms:
    """Return the plural forms of a locale.

    Raises:
        babel.UnknownLocaleError: CLDR does not know the locale.
        ValueError: it is no locale identifier.
    """
    rule = Locale.parse(locale).plural_form
    used = {rule(number) for number in NUMBERS}
    tags = [tag for tag in CATEGORIES if tag in used]
    wanted = [tags.index(rule(number)) for number in NUMBERS]
    own = get_plural(locale)
    known = [(own.num_plurals, own.plural_expr), *sorted(set(PLURALS.values()), key=lambda form: len(form[1]))]
    count, formula = next(
        ((count, formula) for count, formula in known if count == len(tags) and _forms(formula) == wanted), known[0]
    )
    return PluralForms(count, formula, tuple(_only(wanted, form) for form in range(count)))


def header_faults(header: str | None, locale: str) -> list[Fault]:
    """Return what is wrong with the header field Plural-Forms; another formula that gives the same is right."""
    forms = plural_forms(locale)
    if header and _same(header, forms):
        return []
    return [Fault(Rule.PLURAL, f'"{header}"' if header else "no Plural-Forms", f'"{forms.header}"')]


def faults(strings: tuple[str, ...], locale: str) -> list[Fault]:
    """Return what is wrong with the number of plural forms of a message of which some are translated."""
    expected = plural_forms(locale).count
    present = sum(1 for string in strings if string)
    if present == len(strings) == expected:
        return []
    return [Fault(Rule.PLURAL, f"{present} translated", f"{expected}, none empty")]


def _same(header: str, forms: PluralForms) -> bool:
    fields = dict(part.strip().partition("=")[::2] for part in header.split(";"))
    if fields.get("nplurals", "").strip() != str(forms.count):
        return False
    try:
        return _forms(fields.get("plural", "")) == _forms(forms.formula)
    except (ValueError, ZeroDivisionError):
        return False


def _forms(formula: str) -> list[int]:
    form = c2py(formula)
    return [int(form(number)) for number in NUMBERS]


def _only(wanted: list[int], form: int) -> int | None:
    return wanted.index(form) if wanted.count(form) == 1 else None
