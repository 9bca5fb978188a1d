"""National numbers in sentences."""

import pytest

from bot.guard import Kind
from tests.guard import kinds, values


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("look up 2721201410300", id="CNP without a word"),
        pytest.param("look up 1310998715876 pls", id="JMBG without a word"),
        pytest.param("CNP2721201410300", id="no space"),
        pytest.param("2 721201 410300", id="groups"),
        pytest.param("2.7.2.1.2.0.1.4.1.0.3.0.0", id="digit by digit"),
        pytest.param("ref 2014302157368", id="a number of 13 digits also after a reference word"),
        pytest.param("1-680516-9641", id="Hungarian personal number"),
        pytest.param("8448912209", id="Hungarian tax number"),
        pytest.param("код 2422962127", id="RNOKPP"),
        pytest.param("TAJ: 111-111-110", id="TAJ with its word"),
        pytest.param("პირადი ნომერი 59064056224", id="Georgian, with its word"),
        pytest.param("p/n 59064056224", id="Georgian, abbreviated"),
        pytest.param("personal number 59 064 056 224", id="Georgian in groups"),
        pytest.param("JMBG 1310998715870", id="mistyped beside its word"),
        pytest.param("ЕМБГ: 1505972417480", id="mistyped, in Cyrillic"),
        pytest.param("ＣＮＰ ２７２１２０１４１０３００", id="full width"),
    ],
)
def test_national_numbers_are_found(text: str) -> None:
    assert kinds(text) == [Kind.NATIONAL_ID]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2721201410301", id="wrong check digit, no word"),
        pytest.param("ref 2422962127", id="ten digits after a reference word"),
        pytest.param("24 22 96 21 27", id="ten digits in groups"),
        pytest.param("111 111 110 HUF", id="nine digits without a word"),
        pytest.param("taj broj 59064056224 je", id="Serbian for 'that' names nothing"),
        pytest.param("case 59064056224", id="eleven digits without a word"),
        pytest.param("a personal number has 13 digits", id="talk of it"),
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert Kind.NATIONAL_ID not in kinds(text)


def test_a_number_that_follows_is_not_taken_along() -> None:
    assert values("CNP 2721201410300 0721555012") == ["2721201410300", "0721555012"]
