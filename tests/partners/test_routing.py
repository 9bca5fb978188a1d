"""Whether a text asks for a contact."""

import pytest

from bot.partners import asks_for_contact


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("who do I call in Chișinău at night", id="who"),
        pytest.param("kontakt Interpol Tbilisi", id="word of contact"),
        pytest.param("скопје европол", id="place and function alone"),
        pytest.param("Kyiv", id="place alone"),
        pytest.param("what is the phone number", id="no place"),
        pytest.param("are they there now", id="presence"),
        pytest.param("24/7 Kiev", id="place and time"),
        pytest.param("кто дежурит в Киеве? чергує", id="one unknown word"),
        pytest.param("meddig vannak bent a moldávok", id="until when"),
        pytest.param("kome da se obratim u Skoplju", id="whom to turn to"),
        pytest.param("vis davureko kishiniovshi", id="romanised"),
        pytest.param("🇬🇪 📞", id="signs"),
        pytest.param("SIRENE Vienna", id="a country of no unit is asked for, too"),
    ],
)
def test_a_question_for_a_contact(text: str) -> None:
    assert asks_for_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("how do I send a message to NCB Tbilisi", id="deed"),
        pytest.param("can I phone Belgrade directly", id="permission"),
        pytest.param("cum trimit o cerere la BNC Tbilisi", id="request"),
        pytest.param("чий це номер телефону з Сербії", id="owner of a number"),
        pytest.param("does Moldova have SIENA", id="question without a word of contact"),
        pytest.param("how do I sned a messge to NCB Tbilisi", id="misspelt"),
        pytest.param("interpol", id="function alone"),
        pytest.param("Frontex contact", id="body that is no function here"),
        pytest.param("phone of the unicorn breeder", id="unknown word and no unit"),
        pytest.param("Kyiv weather forecast phone", id="two unknown words"),
        pytest.param("Interpol fingerprints", id="function and subject"),
        pytest.param("", id="empty"),
        pytest.param("hello, " * 30 + "phone Kyiv", id="too long"),
    ],
)
def test_anything_else_is_a_question_of_procedure(text: str) -> None:
    assert not asks_for_contact(text)
