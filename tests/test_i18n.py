"""Which language a person gets, and what is written in it."""

import datetime as dt
import gettext

import pytest

from bot.i18n import Languages, Translator, by_own_name, own_name
from knowledge import Duration


class Upper(gettext.NullTranslations):
    """A language that shouts."""

    def gettext(self, message: str) -> str:
        """Return the message in capital letters."""
        return message.upper()


class Cyrillic(gettext.NullTranslations):
    """A catalog in Serbian Cyrillic."""

    def gettext(self, message: str) -> str:
        """Return the same for everything."""
        return "Љубљана {place}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the same for every number."""
        return "{count} њива"


LANGUAGES = Languages({"uk": Upper(), "ro": gettext.NullTranslations(), "sr": Cyrillic()})


def test_english_and_latin_serbian_are_on_offer_without_catalogs_of_their_own() -> None:
    assert LANGUAGES.locales == ("en", "ro", "sr", "sr_Latn", "uk")


def test_latin_serbian_needs_serbian() -> None:
    assert Languages({"uk": Upper()}).locales == ("en", "uk")


@pytest.mark.parametrize(
    ("language_code", "locale"),
    [
        ("uk", "uk"),
        ("UK", "uk"),
        ("uk-UA", "uk"),
        ("ro-md", "ro"),
        ("mo", "ro"),
        ("sr", "sr"),
        ("sr-Latn", "sr_Latn"),
        ("sr-Latn-RS", "sr_Latn"),
        ("sr-Cyrl", "sr"),
        ("pt-br", "en"),
        ("zh-hans", "en"),
        ("", "en"),
        (None, "en"),
        ("-", "en"),
    ],
)
def test_a_client_gets_the_nearest_language(language_code: str | None, locale: str) -> None:
    assert LANGUAGES.choose(language_code) == locale


def test_a_locale_that_is_gone_is_english() -> None:
    assert LANGUAGES.translator("xx").locale == "en"
    assert LANGUAGES.translator(None).locale == "en"


def test_latin_serbian_is_written_from_the_cyrillic_and_keeps_placeholders() -> None:
    translator = LANGUAGES.translator("sr_Latn")
    assert translator.gettext("Place") == "Ljubljana {place}"
    assert translator.duration(Duration(2, "day")) == "2 njiva"


@pytest.mark.parametrize(
    ("locale", "written"),
    [("en", "24 November 2026"), ("hu", "2026. november 24."), ("uk", "24 листопада 2026\u202fр.")],
)
def test_a_date_is_written_out(locale: str, written: str) -> None:
    day = Translator(locale, gettext.NullTranslations()).date(dt.date(2026, 11, 24))
    assert day.replace("\xa0", "\u202f") == written


@pytest.mark.parametrize(
    ("count", "unit", "written"), [(1, "hour", "1 hour"), (8, "hour", "8 hours"), (45, "day", "45 days")]
)
def test_a_duration_takes_the_plural_form(count: int, unit: str, written: str) -> None:
    assert LANGUAGES.translator("en").duration(Duration(count, unit)) == written


def test_names_of_languages_are_their_own_and_georgian_has_no_capitals() -> None:
    assert [own_name(locale) for locale in ("hu", "ka", "sr_Latn")] == ["Magyar", "ქართული", "Srpski (latinica)"]
    assert own_name("no such locale") == "no such locale"


def test_languages_are_offered_by_name() -> None:
    assert [locale for locale, _ in by_own_name(["uk", "en", "hu"])] == ["en", "hu", "uk"]


def test_a_country_has_its_name_in_the_language() -> None:
    assert LANGUAGES.translator("en").country("MK") == "North Macedonia"


@pytest.mark.parametrize(
    ("locale", "written"),
    [("en", "16:30 Monday Mon Ukrainian"), ("hu", "16:30 hétfő H ukrán"), ("ka", "16:30 ორშაბათი ორშ უკრაინული")],
)
def test_times_weekdays_and_languages_have_their_names(locale: str, written: str) -> None:
    translator = Translator(locale, gettext.NullTranslations())
    time = translator.time(dt.datetime(2026, 11, 24, 16, 30, tzinfo=dt.UTC))
    days = f"{translator.weekday(0)} {translator.weekday(0, short=True)}"
    assert f"{time} {days} {translator.language('uk')}" == written
