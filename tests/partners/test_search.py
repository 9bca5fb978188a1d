"""Which unit a text asks for."""

import pytest

from bot.partners import Outcome, PartnerFunction, Role, find
from knowledge import Country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("тбіліського", Country.GE, id="adjective in the genitive"),
        pytest.param("Budimpeštom", Country.HU, id="instrumental"),
        pytest.param("Будимпешти", Country.HU, id="Serbian in Cyrillic"),
        pytest.param("Szkopjéban", Country.MK, id="Hungarian ending"),
        pytest.param("Скоп'є", Country.MK, id="apostrophe"),
        pytest.param("КИШИНІВ", Country.MD, id="capitals"),
        pytest.param("Kisinyovban", Country.MD, id="historic name"),
        pytest.param("Chisinau", Country.MD, id="no diacritics"),
        pytest.param("კიევიდან", Country.UA, id="Georgian ablative"),
        pytest.param("Kyjev", Country.UA, id="romanised"),
        pytest.param("букурещ", Country.RO, id="other spelling"),
        pytest.param("novi sad", Country.RS, id="name of two words"),
        pytest.param("🇷🇸", Country.RS, id="flag"),
        pytest.param("MKD", Country.MK, id="code"),
        pytest.param("tiblisi", Country.GE, id="letters swapped"),
        pytest.param("skpoje", Country.MK, id="short name with letters swapped"),
        pytest.param("Budapasta", Country.HU, id="wrong letter"),
    ],
)
def test_a_place_is_found_however_it_is_written(text: str, country: Country) -> None:
    lookup = find(text)
    assert (lookup.outcome, lookup.country, lookup.role) == (Outcome.FOUND, country, Role.ANY)


@pytest.mark.parametrize(
    ("text", "function"),
    [
        pytest.param("скопје европол", PartnerFunction.EUROPOL, id="place first"),
        pytest.param("ეროვნული ცენტრალური ბიურო სკოპიე", PartnerFunction.NCB, id="phrase"),
        pytest.param("intrepol Skopje", PartnerFunction.NCB, id="typo"),
        pytest.param("selec skopje", PartnerFunction.SELEC, id="abbreviation"),
        pytest.param("Сирене Скопље", PartnerFunction.SIRENE, id="Cyrillic"),
        pytest.param("SPOC-а Скопље", PartnerFunction.ILECU, id="ending after a hyphen"),
        pytest.param("europolskopje", PartnerFunction.EUROPOL, id="written together"),
        pytest.param("ofițer de legătură Skopje", PartnerFunction.LIAISON_OFFICER, id="function without a role"),
    ],
)
def test_a_function_is_found_beside_a_place(text: str, function: PartnerFunction) -> None:
    lookup = find(text)
    assert (lookup.country, lookup.function, lookup.role) == (Country.MK, function, function.role)


def test_a_national_abbreviation_names_country_and_function() -> None:
    assert (find("NEBEK").country, find("NEBEK").role) == (Country.HU, Role.ILECU)


def test_a_more_precise_function_wins_over_the_unit_that_holds_it() -> None:
    assert find("NEBEK Europol").role is Role.EUROPOL


def test_a_city_in_the_name_of_a_convention_is_no_place() -> None:
    lookup = find("Budapest convention contact point in Georgia")
    assert (lookup.country, lookup.function) == (Country.GE, PartnerFunction.CYBER_24_7)


def test_a_country_of_no_unit_is_said_to_be_one_and_nothing_is_offered() -> None:
    lookup = find("interpol Wien")
    assert (lookup.outcome, lookup.country, lookup.elsewhere) == (Outcome.ELSEWHERE, None, ("AT",))
    assert lookup.candidates == ()
    assert lookup.role is Role.NCB


@pytest.mark.parametrize("text", ["Georgia USA", "Atlanta, Georgia", "state of Georgia"])
def test_the_american_state_is_not_the_country(text: str) -> None:
    assert (find(text).outcome, find(text).country) == (Outcome.ELSEWHERE, None)


def test_republika_srpska_is_not_serbia() -> None:
    assert find("Republika Srpska").elsewhere == ("BA",)


def test_two_countries_are_both_candidates_in_their_order() -> None:
    lookup = find("ncb Moldova or Serbia")
    assert (lookup.outcome, lookup.country) == (Outcome.CANDIDATES, None)
    assert [candidate.country for candidate in lookup.candidates] == [Country.MD, Country.RS]


@pytest.mark.parametrize(
    "text", ["I am in Budapest, who is on duty in Kyiv", "iz Budimpešte zovem Kijev", "Budapestről hívom Kijevet"]
)
def test_where_the_writer_is_is_not_what_is_asked_for(text: str) -> None:
    assert find(text).country is Country.UA


def test_the_only_place_is_asked_for_also_after_a_word_of_origin() -> None:
    assert find("kontakt iz Kijeva").country is Country.UA


def test_a_corrected_word_scores_less() -> None:
    assert find("Budapasta").candidates[0].score < find("Budapest").candidates[0].score == 1


@pytest.mark.parametrize(("locale", "country"), [("sr_Latn", Country.RS), ("en", None), (None, None)])
def test_the_language_decides_what_a_word_of_two_meanings_is(locale: str | None, country: Country | None) -> None:
    assert find("ncb BG", locale).country is country


def test_a_function_alone_asks_for_the_country() -> None:
    assert (find("interpol").outcome, find("interpol").role) == (Outcome.NO_COUNTRY, Role.NCB)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙂",
        "Kevin",
        "select",
        "server",
        "fingerprints",
        "украдн",
        "hvala",
        "dobar dan",
        "европейський",
        "1234567",
    ],
)
def test_other_words_are_no_unit(text: str) -> None:
    assert (find(text).outcome, find(text).candidates) == (Outcome.NOTHING, ())
