"""Licence plates."""

import pytest

from bot.guard import Kind
from tests.guard import kinds, values


@pytest.mark.parametrize(
    "plate",
    [
        pytest.param("AA BC-123", id="Hungary"),
        pytest.param("B 123 XYZ", id="Bucharest"),
        pytest.param("CJ-12-ABC", id="Romanian county"),
        pytest.param("IS12ABC", id="Romanian, compact"),
        pytest.param("AB-123-CD", id="Georgia"),
        pytest.param("QQ456WW", id="Georgia, compact"),
        pytest.param("SK 1234 AB", id="North Macedonia"),
        pytest.param("СК-1234-АБ", id="North Macedonia, Cyrillic"),
        pytest.param("BG 1234-ZX", id="Serbia"),
        pytest.param("БГ 123-АБ", id="Serbia, Cyrillic"),
        pytest.param("VŠ 012-KK", id="Serbia, with a hook"),
        pytest.param("AA 1234 BB", id="Ukraine, Latin"),
        pytest.param("АА1234ВВ", id="Ukraine, Cyrillic"),
        pytest.param("aa1234bb", id="Ukraine, small and compact"),
        pytest.param("ае 1122 ко", id="Ukraine, small Cyrillic"),
        pytest.param("bg-1234-zx", id="Serbia, small with hyphens"),
    ],
)
def test_unmistakable_plates_need_no_word(plate: str) -> None:
    assert values(f"yesterday {plate} was seen") == [plate]
    assert kinds(f"yesterday {plate} was seen") == [Kind.PLATE]


@pytest.mark.parametrize(
    "text",
    [
        "ABC-123 rendszámú Opel",
        "kmb-123 forgalmi száma",
        "plate: abc 123",
        "AABC123 rendszám",
        "moldovan car CNB 456",
        "car C AB 123",
        "numar inmatriculare ts 07 kkm",
        "рег. ознака 456-AK",
        "black golf sk 1234 ab",
        "მანქანა ab 789 cd",
        "водія авто AX 4321 KC",
    ],
)
def test_short_shapes_are_plates_beside_a_word(text: str) -> None:
    assert kinds(text) == [Kind.PLATE]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ETS 182, CETS 197, ISO 639, ABC-123", id="no word"),
        pytest.param("cars: ETS 182, BMW 320, FIAT 500", id="instruments and makes beside a word"),
        pytest.param("4x4 car, H3, A4, X5 3.0d, E75", id="models and roads"),
        pytest.param("RO 123 MD, HU 120 RO", id="figures by country"),
        pytest.param("B 100 EUR, CJ 20 MIN, BG 140 KM", id="measures"),
        pytest.param("MEETING IN 2027 AT TBILISI", id="a text in capitals"),
        pytest.param("of 1432 in vehicles", id="words beside a number"),
        pytest.param("car had 200 km and 100 litres", id="three small letters"),
        pytest.param("ref AB-123-CD", id="a reference"),
        pytest.param("RS-2026-00123, A-1234/5-2026", id="file numbers"),
        pytest.param("plates look like AA AA-000", id="a placeholder"),
        pytest.param("flight W6 2345, train IR 1745, M5 km 174", id="flights, trains, roads"),
        pytest.param("how do I check a plate of 7 characters", id="talk of it"),
    ],
)
def test_other_text_passes(text: str) -> None:
    assert kinds(text) == []
