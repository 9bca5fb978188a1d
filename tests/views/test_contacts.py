"""Contacts by country and function."""

import pytest

from bot.callbacks import ListContacts, ListFunctionCountries, Route
from bot.functions import Function
from bot.i18n import Languages, Translator
from bot.services.contacts import Contact
from bot.services.packaged_contacts import DEMO_CONTACTS, read
from bot.views import contacts
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


def test_every_function_has_its_own_name(translator: Translator) -> None:
    assert len({contacts.function_name(function, translator) for function in Function}) == len(Function)


def test_every_screen_is_taken_in_every_language(translator: Translator) -> None:
    demo = read(DEMO_CONTACTS, NOW.date())
    made = [Contact(number, point, demo.units[key.unit]) for number, (key, point) in enumerate(demo.points.items(), 1)]
    accept(contacts.countries([one.unit.country for one in made[::4]], translator))
    accept(contacts.functions("RS", made, translator))
    accept(contacts.countries_of(Function.NCB, ["RS", "GE"], translator))
    accept(contacts.contact_list("RS", made, NOW, translator))
