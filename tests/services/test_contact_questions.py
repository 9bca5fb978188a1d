"""What questions for contacts lead to."""

import datetime as dt

import pytest

from bot.functions import Function
from bot.models.opening_hours import WeeklyHours
from bot.partners import find
from bot.services import contact_questions
from bot.services.contact_questions import Answer, Choice, Elsewhere, Points
from bot.services.contact_records import Labelled, PointKey
from bot.services.contacts import Contact
from tests.conftest import NOW
from tests.contacts import point, unit
from tests.schedules import at

NIGHT = at("2026-11-24 23:00", "Europe/Belgrade")
AROUND_THE_CLOCK = WeeklyHours.parse("24/7")


def contact(number: int, function: Function, country: str = "RS", **fields: object) -> Contact:
    """Return a contact of a country."""
    key = f"{country.lower()}-unit"
    return Contact(number, point(PointKey(key, function), **fields), unit(key, country))


CONTACTS = [
    contact(1, Function.ILECU),
    contact(2, Function.EUROPOL, duty_phones=(Labelled("+12025550199"),)),
    contact(3, Function.NCB, hours=AROUND_THE_CLOCK, open_on_holidays=True),
    contact(4, Function.NCB, "HU"),
]
CENTRE = Contact(
    5,
    point(PointKey("hu-centre", Function.BORDER_CENTRE), hours=AROUND_THE_CLOCK, open_on_holidays=True),
    unit("hu-centre", "HU", serves=("RS",)),
)


def answer(text: str, contacts: list[Contact] = CONTACTS, now: dt.datetime = NOW) -> Answer:
    """Return what a text leads to."""
    return contact_questions.answer(find(text, "en"), contacts, now)


def numbers(found: Answer) -> list[int]:
    """Return the contacts that fit, in their order."""
    assert isinstance(found, Points)
    return [one.number for one in found.contacts]


@pytest.mark.parametrize(
    "text", ["who do I call at Interpol in Belgrade", "контакт Интерпол Београд", "ვის დავურეკო ინტერპოლში ბელგრადში"]
)
def test_country_and_function_lead_to_the_contact(text: str) -> None:
    assert numbers(answer(text)) == [3]


def test_a_country_leads_to_all_of_it_those_who_are_there_first() -> None:
    assert numbers(answer("who do I call in Belgrade at night", now=NIGHT)) == [3, 2, 1]


def test_units_of_the_country_come_before_those_that_serve_it_too() -> None:
    assert numbers(answer("who do I call in Belgrade at night", [CENTRE, *CONTACTS], NIGHT)) == [3, 2, 1, 5]


def test_a_function_that_nobody_has_there_leads_to_nobody_else() -> None:
    assert numbers(answer("SIRENE Budapest")) == []


def test_a_function_alone_asks_in_which_country_it_is_needed() -> None:
    assert answer("interpol phone") == Choice(Function.NCB, ("HU", "RS"))
    assert answer("europol phone") == Choice(Function.EUROPOL, ("RS",))


def test_a_question_without_either_asks_for_the_country() -> None:
    assert answer("phone") == Choice(None, ("HU", "RS"))


def test_two_countries_are_both_offered() -> None:
    assert answer("interpol phone Hungary Serbia") == Choice(Function.NCB, ("HU", "RS"))


def test_no_unit_is_offered_in_place_of_one_elsewhere() -> None:
    assert answer("who do I call in Vienna") == Elsewhere(("AT",), ("HU", "RS"))


def test_an_installation_can_have_contacts_of_other_countries() -> None:
    assert numbers(answer("who do I call in Vienna", [*CONTACTS, contact(9, Function.NCB, "AT")])) == [9]


@pytest.mark.parametrize(("own", "partner"), [("HU", "RS"), (None, "RS"), ("RS", None)])
def test_ones_own_country_is_no_partner(own: str | None, partner: str | None) -> None:
    assert contact_questions.read("how do I send a request to Belgrade", "en").partner(own) == partner


def test_a_procedure_is_not_taken_for_a_contact() -> None:
    assert not contact_questions.read("how do I send a message to NCB Tbilisi", "en").is_for_contact
    assert contact_questions.read("phone of NCB Tbilisi", "en").is_for_contact
