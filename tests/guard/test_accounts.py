"""Bank accounts and cards."""

import pytest

from bot.guard import Kind
from tests.guard import kinds, values

IBANS = [
    "HU56124720179860395476200751",
    "RO17GEXE6126520642792877",
    "MD12MT447621682752174888",
    "GE56NC5904584744529078",
    "MK07454748554565277",
    "RS35755828235741629949",
    "UA358649840000032979232073202",
    "DE84152738067569193350",
]


@pytest.mark.parametrize("iban", IBANS)
def test_account_numbers_of_all_countries_are_found(iban: str) -> None:
    assert kinds(f"to {iban}, today") == kinds(f"to {iban.lower()}") == [Kind.IBAN]


@pytest.mark.parametrize("separator", [" ", "-", "\u00a0"])
def test_groups_do_not_take_the_next_word_along(separator: str) -> None:
    written = separator.join(IBANS[1][start : start + 4] for start in range(0, 24, 4))
    assert values(f"{written} EUR 500 SENT") == [written]


def test_an_account_after_something_like_one_is_found() -> None:
    assert values(f"AB12 {IBANS[0]}") == [IBANS[0]]


@pytest.mark.parametrize(
    "text", ["RO18GEXE6126520642792877", "IBAN has 24 characters", "RS35 7558 2823", "XX56NC5904584744529078"]
)
def test_wrong_check_digits_are_no_account(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "card",
    [
        "4054990951454759",
        "5277204056086567",
        "379070293137580",
        "4054 9909 5145 4759",
        "5277-2040-5608-6567",
        "3790 702931 37580",
    ],
)
def test_cards_are_found_whole_and_as_printed(card: str) -> None:
    assert kinds(f"card {card} was used") == [Kind.CARD]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("4054990951454758", id="wrong check digit"),
        pytest.param("9054990951454754", id="no card begins so"),
        pytest.param("40 54 99 09 51 45 47 59", id="figures in a row"),
        pytest.param("356938035643809", id="a device number"),
    ],
)
def test_other_long_numbers_are_no_cards(text: str) -> None:
    assert Kind.CARD not in kinds(text)
