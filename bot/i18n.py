"""Languages: which are on offer, which one a person gets, and texts, plurals, dates and durations in it.

A language is on offer when `locales/` has a folder for it; English is the source, `sr_Latn` comes from `sr`.
"""

import datetime as dt
import gettext
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

from knowledge.article import Duration
from knowledge.catalog import DERIVED_LOCALES, SOURCE_LOCALE, to_latin

ALIASES = {"mo": "ro", "sh": "sr_Latn"}
"""Language codes that clients still send, by what replaced them (IANA language subtag registry)."""
CLDR_ZONES = {"Europe/Kyiv": "Europe/Kiev"}
"""Zones that CLDR still has by an older name."""
EUROPEAN_ENGLISH = "en_GB"
"""English dates are written the way our readers write them: 24 November 2026."""


class Texts(Protocol):
    """What a translator reads from; `gettext.NullTranslations` is one."""

    def gettext(self, message: str) -> str:
        """Return the translation of a message, or the message."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the plural form for n."""

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message in its context, or the message."""


@dataclass(frozen=True)
class Translator:
    """Texts, plurals, dates and names in one language.

    Attributes:
        locale: as `uk` or `sr_Latn`.
        texts: the catalog; what it lacks comes out in English.
    """

    locale: str
    texts: Texts

    def gettext(self, message: str) -> str:
        """Return the translation of a message."""
        return self._script(self.texts.gettext(message))

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the plural form for a number; it still has its placeholders."""
        return self._script(self.texts.ngettext(singular, plural, number))

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message that means something else elsewhere."""
        return self._script(self.texts.pgettext(context, message))

    def date(self, day: dt.date) -> str:
        """Write a day out: `24 November 2026`."""
        return format_date(day, "long", locale=EUROPEAN_ENGLISH if self.locale == SOURCE_LOCALE else self.locale)

    def day(self, day: dt.date) -> str:
        """Write a day out with its weekday: `Tuesday, 24 November 2026`."""
        return format_date(day, "full", locale=EUROPEAN_ENGLISH if self.locale == SOURCE_LOCALE else self.locale)

    def city(self, zone: ZoneInfo) -> str:
        """Return the city that a time zone is called after: `Tbilisi`, `Тбілісі`; in English where CLDR has no name."""
        name = CLDR_ZONES.get(zone.key, zone.key)
        known = Locale.parse(self.locale).time_zones.get(name, {}).get("city")
        return str(known or zone.key.rpartition("/")[2].replace("_", " "))

    def moment(self, local: dt.datetime) -> str:
        """Write a day and a time of day out, as they are in the zone of the instant: `24 November 2026, 09:30`."""
        return self.gettext("{date}, {time}").format(date=self.date(local.date()), time=self.time(local))

    def time(self, moment: dt.datetime) -> str:
        """Write the time of a local moment: `16:30`."""
        return format_time(moment, "short", locale=EUROPEAN_ENGLISH if self.locale == SOURCE_LOCALE else self.locale)

    def weekday(self, day: int, *, short: bool = False) -> str:
        """Return the name of a weekday, 0 for Monday: `Monday`, or `Mon`."""
        return str(get_day_names("abbreviated" if short else "wide", locale=self.locale)[day])

    def language(self, code: str) -> str:
        """Return the name of a language (ISO 639)."""
        return str(Locale.parse(self.locale).languages.get(code, code))

    def duration(self, duration: Duration) -> str:
        """Write a duration out: `8 hours`. Messages of ours, because CLDR's patterns lack days in ka and mk."""
        forms = {
            "minute": self.ngettext("{count} minute", "{count} minutes", duration.count),
            "hour": self.ngettext("{count} hour", "{count} hours", duration.count),
            "day": self.ngettext("{count} day", "{count} days", duration.count),
            "month": self.ngettext("{count} month", "{count} months", duration.count),
            "year": self.ngettext("{count} year", "{count} years", duration.count),
        }
        return forms[duration.unit].format(count=duration.count)

    def country(self, code: str) -> str:
        """Return the name of a country (ISO 3166-1 alpha-2)."""
        return str(Locale.parse(self.locale).territories.get(code, code))

    def listed(self, items: Iterable[str]) -> str:
        """Write several things in a row: `a, b and c`."""
        return format_list(list(items), locale=EUROPEAN_ENGLISH if self.locale == SOURCE_LOCALE else self.locale)

    def number(self, value: float) -> str:
        """Write a number with one digit behind the point, or comma: `4.5`."""
        return format_decimal(value, "0.0", locale=self.locale)

    def _script(self, text: str) -> str:
        return to_latin(text) if self.locale in DERIVED_LOCALES else text


class Languages:
    """The languages on offer."""

    def __init__(self, texts: Mapping[str, Texts]) -> None:
        """Take the catalogs by locale; English and derived locales need none."""
        translators = {SOURCE_LOCALE: Translator(SOURCE_LOCALE, gettext.NullTranslations())}
        translators |= {locale: Translator(locale, catalog) for locale, catalog in texts.items()}
        for derived, origin in DERIVED_LOCALES.items():
            if origin in texts:
                translators[derived] = Translator(derived, texts[origin])
        self._translators = dict(sorted(translators.items()))

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales on offer, in alphabetical order."""
        return tuple(self._translators)

    def translator(self, locale: str | None) -> Translator:
        """Return the translator of a locale; English where it is not on offer (any more)."""
        return self._translators.get(locale or SOURCE_LOCALE, self._translators[SOURCE_LOCALE])

    def choose(self, language_code: str | None) -> str:
        """Return the locale for a client's IETF tag (`uk`, `ro-md`, `sr-Latn-RS`), English where none fits."""
        if not language_code:
            return SOURCE_LOCALE
        parts = language_code.replace("-", "_").split("_")
        script = next((part.title() for part in parts[1:] if len(part) == len("Latn")), None)
        language = ALIASES.get(parts[0].lower(), parts[0].lower())
        candidates = [f"{language}_{script}", language] if script else [language]
        return next((candidate for candidate in candidates if candidate in self._translators), SOURCE_LOCALE)


def own_name(locale: str) -> str:
    """Return a language's name in itself, with a capital letter: `Українська`, `Srpski (latinica)`."""
    try:
        name = Locale.parse(locale).get_display_name(locale) or locale
    except (UnknownLocaleError, ValueError):
        return locale
    return name[:1].title() + name[1:]  # title case leaves Georgian as it is; upper case would not


def by_own_name(locales: Iterable[str]) -> list[tuple[str, str]]:
    """Return (locale, its own name) in the order people look for them: by name."""
    return sorted(((locale, own_name(locale)) for locale in locales), key=lambda pair: pair[1].casefold())
