"""Words that say what a number is: each list knows all languages, and no list knows everyday words."""

import re

import pytest

from bot.guard import vocabulary
from bot.guard.words import Words

EVERYDAY = (
    "the of and in at when how many which that not or to with for from case number request police border week days "
    "hogy van nem egy mikor hány melyik vagy és az rendőrség határ cum când este nu sau din pentru câte care poliția "
    "коли як скільки чи що не або від для поліція кордон кад како колико који или није из за полиција граница "
    "kad kako koliko koji ili nije taj iz za policija granica кога како колку кој не или од за полиција "
    "როდის როგორ რამდენი რომელი არა ან და პოლიცია საზღვარი autoritate automat author kolega"
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("PASSPORT", ["passport", "útlevelét", "pașaportul", "паспорта", "пасоша", "pasos", "პასპორტის"]),
        ("IDENTITY_CARD", ["személyi igazolvány", "carte de identitate", "лична карта", "посвідчення особи"]),
        ("NATIONAL_ID", ["CNP", "IDNP", "ЈМБГ", "JMBG", "ЕМБГ", "РНОКПП", "adóazonosító", "პირადი ნომერი"]),
        ("CHASSIS", ["VIN", "alvázszám", "serie șasiu", "број шасије", "номер кузова", "ძარის ნომერი"]),
        ("PLATE", ["plate", "rendszámú", "înmatriculare", "таблице", "tablice", "номерний знак", "სანომრე"]),
        ("VEHICLE", ["car", "autó", "mașina", "возило", "vozilo", "автомобіль", "მანქანა"]),
        ("PHONE", ["phone", "tel", "telefonszám", "телефон", "моб", "ტელეფონი", "WhatsApp"]),
        ("BORN", ["born", "született", "născut", "народився", "рођен", "rođen", "роден", "დაბადებული"]),
        ("REFERENCE", ["ref", "iktatószám", "dosar", "справа", "предмет", "საქმე"]),
    ],
)
def test_each_list_knows_the_languages(name: str, words: list[str]) -> None:
    pattern: re.Pattern[str] = getattr(vocabulary, name)
    assert [word for word in words if not pattern.search(Words(word).before(99, 3))] == []


@pytest.mark.parametrize(
    "name", ["PASSPORT", "IDENTITY_CARD", "NATIONAL_ID", "CHASSIS", "PLATE", "VEHICLE", "PHONE", "BORN"]
)
def test_no_list_knows_everyday_words(name: str) -> None:
    pattern: re.Pattern[str] = getattr(vocabulary, name)
    assert [word for word in EVERYDAY.split() if pattern.search(Words(word).before(99, 1))] == []
