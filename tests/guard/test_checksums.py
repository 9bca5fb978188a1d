"""National numbers by their digits; examples that have been published, and made-up ones."""

from collections.abc import Callable

import pytest

from bot.guard import checksums


@pytest.mark.parametrize(
    ("is_right", "digits"),
    [
        pytest.param(checksums.is_cnp, "1630615123457", id="python-stdnum's example"),
        pytest.param(checksums.is_cnp, "2721201410300", id="CNP"),
        pytest.param(checksums.is_idnp, "2014302157368", id="IDNP"),
        pytest.param(checksums.is_jmbg, "0101006500006", id="Slovenia, python-stdnum's example"),
        pytest.param(checksums.is_jmbg, "1310998715876", id="Serbia"),
        pytest.param(checksums.is_jmbg, "1505972417481", id="North Macedonia"),
        pytest.param(checksums.is_rnokpp, "1759013776", id="python-stdnum's example"),
        pytest.param(checksums.is_hungarian_tax_number, "8448912209", id="tax number"),
        pytest.param(checksums.is_hungarian_personal_number, "16805169641", id="born before 1997"),
        pytest.param(checksums.is_hungarian_personal_number, "30502030006", id="born later, weights count down"),
        pytest.param(checksums.is_taj, "111111110", id="TAJ"),
    ],
)
def test_a_right_check_digit_is_recognised_and_a_wrong_one_is_not(is_right: Callable[[str], bool], digits: str) -> None:
    others = [digits[:-1] + str(digit) for digit in range(10)]
    assert [other for other in others if is_right(other)] == [digits]


@pytest.mark.parametrize(
    ("is_right", "digits"),
    [
        pytest.param(checksums.is_idnp, "1008600038413", id="a company's IDNO"),
        pytest.param(checksums.is_hungarian_personal_number, "16813169641", id="month 13"),
        pytest.param(checksums.is_hungarian_personal_number, "96805169641", id="first digit 9"),
        pytest.param(checksums.is_hungarian_tax_number, "8999999999", id="born in the far future"),
        pytest.param(checksums.is_rnokpp, "0000100001", id="born in 1900"),
    ],
)
def test_impossible_births_and_registers_are_refused(is_right: Callable[[str], bool], digits: str) -> None:
    assert not is_right(digits)
