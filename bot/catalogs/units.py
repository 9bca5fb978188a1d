"""Units: five hours stay five hours, whatever form the word for hours takes.

Words come from CLDR and, since CLDR has few of a language's forms, from a small table of our own. Only what is sure is
reported: a number beside another unit, or a unit that the translation names nowhere.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

from bot.catalogs import plain
from bot.catalogs.findings import Fault, Rule
from bot.catalogs.numbers import GROUPED, ROUND_THE_CLOCK, TWELVE_HOUR

CLDR_UNITS = {
    "minute": "duration-minute",
    "hour": "duration-hour",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
    "km": "length-kilometer",
    "m": "length-meter",
    "MB": "digital-megabyte",
    "%": "concentr-percent",
}
SAMPLES = (1, 2, 5, 21)
"""Numbers that between them take every plural form of our languages."""
STEM_LENGTH = 4
"""Letters that the forms of a word must share to be taken for its stem; shorter ones begin too many other words."""
SYMBOLS = {"%": "%", "EUR": "€ eur", "km": "km", "MB": "mb", "hour": "h"}
"""Signs that are the same in every language."""
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "minute": "mins",
        "hour": "hrs",
        "km": "kilometre*",
        "m": "metre metres",
        "%": "percent",
        "EUR": "euro euros",
    },
    "hu": {
        "minute": "perc*",
        "hour": "óra* órá*",
        "day": "nap* munkanap*",
        "week": "hét* het*",
        "month": "hónap* havi havon*",
        "year": "év*",
        "km": "kilométer*",
        "m": "méter*",
        "%": "százalék*",
        "EUR": "euró*",
    },
    "ro": {
        "minute": "minut*",
        "hour": "oră ore ora orele orelor orei",
        "day": "zi zile ziua zilele zilelor zilei zilnic*",
        "week": "săptămân*",
        "month": "lună luni luna lunile lunilor lunii lunar*",
        "year": "an ani anul anii anilor anului anual*",
        "%": "procent*",
        "EUR": "euro",
    },
    "ka": {
        "minute": "წუთ*",
        "hour": "საათ*",
        "day": "დღ*",
        "week": "კვირ*",
        "month": "თვე* თვის* თვიან*",
        "year": "წელ* წლ*",
        "km": "კილომეტრ*",
        "m": "მეტრ*",
        "%": "პროცენტ*",
        "EUR": "ევრო*",
    },
    "mk": {
        "minute": "минут*",
        "hour": "час*",
        "day": "ден* дена* дневн*",
        "week": "недел* седмиц* седмич*",
        "month": "месец* месеч*",
        "year": "годин* годиш*",
        "km": "км километ*",
        "m": "м метр* метар*",
        "%": "процент* отсто",
        "EUR": "евр*",
    },
    "sr": {
        "minute": "минут*",
        "hour": "час* сат сата сати сату сатом сатима сатн*",
        "day": "дан дана дани даном данима дневн*",
        "week": "недељ* седмиц* седмич*",
        "month": "месец* месеч*",
        "year": "годин* годиш*",
        "km": "км километ*",
        "m": "м метр* метар*",
        "%": "процен* посто одсто",
        "EUR": "евр*",
    },
    "uk": {
        "minute": "хвилин*",
        "hour": "годин*",
        "day": "дн* день* денн* доб* діб*",
        "week": "тижн* тижд*",
        "month": "місяц* місяч*",
        "year": "рок* рік* річн*",
        "km": "кілометр*",
        "m": "метр*",
        "%": "відсот* процент*",
        "EUR": "євро*",
    },
}
"""Words by language and unit; `*` stands for any ending."""
NUMBER = re.compile(rf"\{{[^{{}}]*\}}|{GROUPED.pattern}|\d+(?:[.,]\d+)?")
"""A number, or a placeholder that may stand for one."""
WORD = re.compile(r"[^\W\d_]+|[%€]")
CLAUSE_END = re.compile(r"[;!?:\n\d{]|\.\s")
REACH_ENGLISH = 2
"""Words after a number among which its unit is: "30 calendar days", but not "2 copies every day"."""
REACH = 4
"""The same in other languages: "24 de ore lucrătoare", "30 узастопних календарских дана"."""


@dataclass(frozen=True)
class Quantity:
    """A number and the units that the words after it name; more than one where a word is ambiguous."""

    number: str
    units: frozenset[str]


def faults(source: str, text: str, locale: str) -> list[Fault]:
    """Return what is wrong with the units of a translation."""
    english = TWELVE_HOUR.sub(" ", ROUND_THE_CLOCK.sub(" ", plain.without_addresses(source)))
    translated = plain.without_addresses(text)
    found = list(quantities(translated, locale, REACH))
    named = units_in(WORD.findall(translated), locale)
    complaints = (
        _complaint(quantity, [other for other in found if other.number == quantity.number], named)
        for quantity in quantities(english, "en", REACH_ENGLISH)
        if quantity.units
    )
    return [complaint for complaint in dict.fromkeys(complaints) if complaint]


def quantities(text: str, locale: str, reach: int) -> Iterator[Quantity]:
    """Yield the numbers of a text with their units, in order.

    Args:
        text: without addresses.
        locale: the language of its words.
        reach: how many words after a number are looked at, up to the end of the clause or the next number.
    """
    for number in NUMBER.finditer(text):
        clause = CLAUSE_END.split(text[number.end() :], maxsplit=1)[0]
        digits = number.group() if number.group().startswith("{") else re.sub(r"\D", "", number.group())
        yield Quantity(digits, units_in(WORD.findall(clause)[:reach], locale))


def units_in(words: Iterable[str], locale: str) -> frozenset[str]:
    """Return the units that any of the words names."""
    lexicon = _lexicon(locale)
    return frozenset(unit for word in words for unit, form in lexicon.items() if form.fullmatch(word.lower()))


def _complaint(quantity: Quantity, found: list[Quantity], named: frozenset[str]) -> Fault | None:
    """Compare a quantity with those of the same number in the translation; None where it may be right."""
    expected = f"{quantity.number} {'/'.join(sorted(quantity.units))}"
    if any(quantity.units & other.units for other in found):
        return None
    if other := next((other for other in found if other.units), None):
        return Fault(Rule.UNIT, f"{other.number} {'/'.join(sorted(other.units))}", expected)
    return None if quantity.units & named else Fault(Rule.UNIT, "no such unit", expected)


@cache
def _lexicon(locale: str) -> dict[str, re.Pattern[str]]:
    """Return for each unit what its words look like, in lower case."""
    table = WORDS.get(locale, WORDS.get(locale.partition("_")[0], {}))
    units = (*CLDR_UNITS, "EUR")
    forms = {
        unit: {*_cldr_words(unit, locale), *SYMBOLS.get(unit, "").split(), *table.get(unit, "").split()}
        for unit in units
    }
    return {
        unit: re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(words)))
        for unit, words in forms.items()
        if words
    }


def _cldr_words(unit: str, locale: str) -> set[str]:
    """Return CLDR's words for a unit; where its forms share enough letters, these with any ending."""
    if unit not in CLDR_UNITS:
        return {name.lower() for name in _currency_names(locale)}
    short = {_word(number, unit, "short", locale) for number in SAMPLES}
    long = {_word(number, unit, "long", locale) for number in SAMPLES}
    return {*short, *long, *_stem(long)} - {""}


def _stem(forms: set[str]) -> list[str]:
    """Return what all forms of a word begin with, with any ending; [] if that is too short."""
    shortest = min(forms, key=len)
    lengths = range(len(shortest), STEM_LENGTH - 1, -1)
    stems = (shortest[:length] for length in lengths)
    return [f"{stem}*" for stem in stems if all(form.startswith(stem) for form in forms)][:1]


def _word(number: int, unit: str, length: Literal["short", "long"], locale: str) -> str:
    """Return the last word of a formatted unit: Romanian `21 de ore` has one before it."""
    try:
        found = WORD.findall(format_unit(number, CLDR_UNITS[unit], length, locale=locale))
    except (UnknownLocaleError, ValueError):
        return ""
    return found[-1].lower() if found else ""


def _currency_names(locale: str) -> list[str]:
    try:
        return WORD.findall(Locale.parse(locale).currencies.get("EUR", ""))
    except (UnknownLocaleError, ValueError):
        return []
