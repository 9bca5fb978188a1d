"""Passports and identity cards."""

import pytest

from bot.guard import Kind
from tests.guard import kinds


@pytest.mark.parametrize(
    "text",
    [
        "passport BH1234567",
        "útlevele BH 1234567",
        "passport no. AB 0123456",
        "pașaport 051234567",
        "pasaport seria 05 nr 1234567",
        "A1234567 пасош",
        "пасош 012 345 678",
        "паспорт серія КС № 123456",
        "закордонний паспорт fa123456",
        "პასპორტი 14AB34567",
        "travel document 14 AB 34567",
        "P<UTOSAMPLE<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
    ],
)
def test_passports_are_found(text: str) -> None:
    assert kinds(text) == [Kind.PASSPORT]


@pytest.mark.parametrize(
    "text",
    [
        "identity card 123456AB",
        "szig: 123456 AB",
        "CI seria RX nr. 123456",
        "C.I. RX 123456",
        "seria RX nr 123456",
        "buletinul B12345678",
        "лична карта 001234567",
        "lična karta br. A0123456",
        "ID-картка 001234567",
        "პირადობის მოწმობა 10IB23456",
        "I<UTOA01234567<<<<<<<<<<<<<<<<\n",
    ],
)
def test_identity_cards_are_found(text: str) -> None:
    assert kinds(text) == [Kind.IDENTITY_CARD]


def test_the_nearer_word_names_the_kind() -> None:
    assert kinds("passport lost, identity card 123456AB") == [Kind.IDENTITY_CARD]
    assert kinds("identity card lost, passport 012345678") == [Kind.PASSPORT]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("BH1234567 and AB 123456", id="no word"),
        pytest.param("passport of 12.03.2027, Regulation 2019/1157", id="date, regulation"),
        pytest.param("passports: 1 250 000 issued, 30 days", id="amounts"),
        pytest.param("identity cards issued: 12345678", id="eight digits are no card"),
        pytest.param("passport form, ref 012345678", id="a reference"),
        pytest.param("passport valid until 20270312", id="a day"),
        pytest.param("passport or 123456 more", id="a word in small letters"),
        pytest.param("passport SIENA 123456", id="a message"),
        pytest.param("чи є відповідь на 12345678", id="Ukrainian for 'whether'"),
        pytest.param("which passport number is 9 characters long", id="talk of it"),
    ],
)
def test_other_text_passes(text: str) -> None:
    assert kinds(text) == []
