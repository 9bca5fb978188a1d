"""Contacts by country and function."""

import pytest

from bot.callbacks import (
    ListContacts,
    ListCorrections,
    ListCoverGaps,
    ListFunctionCountries,
    ListStaleContacts,
    Route,
)
from bot.functions import Function
from bot.i18n import Languages, Translator
from bot.services.contact_records import Labelled
from bot.services.contacts import Contact
from bot.services.packaged_contacts import DEMO_CONTACTS, read
from bot.views import contacts
from tests.contacts import OFFICE
from tests.schedules import at
from tests.views.contacts import ENGLISH, FULL, NOW, contact, targets, text
from tests.views.telegram import accept
from tests.views.test_all import LOCALES


@pytest.fixture(params=LOCALES)
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


def test_a_list_shows_who_is_there_and_no_address() -> None:
    shown = text(contacts.contact_list("GE", [FULL, contact(hours=None)], NOW, ENGLISH))
    assert "🟢 open, closes 16:00" in shown
    assert "⚪ hours not known" in shown
    assert "+1" not in shown
    assert "@" not in shown


def test_a_list_of_nobody_says_so() -> None:
    assert "Nobody is entered for this." in text(contacts.contact_list("GE", [], NOW, ENGLISH))
    assert "No contacts have been entered for this country yet." in text(contacts.functions("GE", [], ENGLISH))
    assert "No contacts have been entered yet." in text(contacts.countries([], ENGLISH))


def test_only_functions_that_somebody_has_are_offered() -> None:
    view = contacts.functions("GE", [contact(Function.SELEC), FULL, contact(Function.SELEC)], ENGLISH)
    assert targets(view)[:-1] == [ListContacts("GE", Function.SELEC), ListContacts("GE", Function.LIAISON)]


@pytest.mark.parametrize(
    ("country", "target"), [("RS", ListContacts("RS", Function.NCB)), (None, ListFunctionCountries(Function.NCB))]
)
def test_an_article_leads_to_the_function_of_the_partner(country: str | None, target: Route) -> None:
    assert [row[0].target for row in contacts.function_buttons([Function.NCB], country, ENGLISH)] == [target]


def test_the_partner_is_chosen_where_somebody_has_the_function() -> None:
    view = contacts.countries_of(Function.NCB, ["GE", "RS"], ENGLISH)
    assert targets(view)[:-1] == [ListContacts("GE", Function.NCB), ListContacts("RS", Function.NCB)]
    assert "Nobody is entered for this." in text(contacts.countries_of(Function.NCB, [], ENGLISH))


def test_what_has_to_be_looked_after_stands_below_all_countries() -> None:
    shown = contacts.countries(["GE", "HU", "MD"], ENGLISH, maintains=True)
    assert [row[0].target for row in shown.rows[-3:]] == [ListCorrections(), ListStaleContacts(), ListCoverGaps()]


def test_a_country_without_contacts_is_named_and_no_other_unit_is_offered_in_its_place() -> None:
    view = contacts.elsewhere(["AT"], ["GE"], ENGLISH)
    assert "I have no contacts of: 🇦🇹 Austria." in text(view)
    assert targets(view) == [ListContacts("GE")]


def test_a_list_names_the_duty_phone_of_who_is_not_there() -> None:
    night = contact(hours=OFFICE, duty_phones=(Labelled("+12025550199"),))
    hint = "For urgent requests call the duty phone."
    assert hint in text(contacts.contact_list("GE", [night], at("2026-11-24 22:00", "Asia/Tbilisi"), ENGLISH))
    assert hint not in text(contacts.contact_list("GE", [night], NOW, ENGLISH))


def test_every_function_has_its_own_name(translator: Translator) -> None:
    assert len({contacts.function_name(function, translator) for function in Function}) == len(Function)


def test_every_screen_is_taken_in_every_language(translator: Translator) -> None:
    demo = read(DEMO_CONTACTS, NOW.date())
    made = [Contact(number, point, demo.units[key.unit]) for number, (key, point) in enumerate(demo.points.items(), 1)]
    codes = sorted({one.unit.country for one in made})
    shown = [
        contacts.countries(codes, translator, maintains=True),
        contacts.countries([], translator),
        contacts.elsewhere(["AT", "BG"], codes, translator),
        contacts.functions("RS", made, translator),
        contacts.countries_of(Function.NCB, ["RS", "GE"], translator),
        contacts.contact_list("RS", made, NOW, translator),
    ]
    for view in shown:
        accept(view)
        assert view.is_protected
