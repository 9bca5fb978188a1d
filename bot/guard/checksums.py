"""Whether digits are a national number of a person: check digit and, where it has one, date of birth.

python-stdnum knows the Romanian, Moldovan, Slovene and Ukrainian rules; it lacks the Hungarian ones (Act XX of 1996),
and the Georgian number has no check digit at all.
"""

import datetime as dt
from itertools import count

from stdnum.md import idno
from stdnum.ro import cnp
from stdnum.si import emso
from stdnum.ua import rntrc

MODULUS = 11
IDNP_YEARS = "040"
"""The year has three digits: 2039 would be the last."""
UKRAINIAN_EPOCH = dt.date(1899, 12, 31)
HUNGARIAN_EPOCH = dt.date(1867, 1, 1)
OLDEST, YOUNGEST = dt.date(1920, 1, 1), dt.date(2030, 1, 1)
HUNGARIAN_CENTURIES = {"1": 1900, "2": 1900, "3": 2000, "4": 2000, "5": 1900, "6": 1900, "7": 2000, "8": 2000}
REVERSED_SINCE = dt.date(1997, 1, 1)
"""From that day of birth on, the weights of the Hungarian personal number count down."""


def is_cnp(digits: str) -> bool:
    """Tell whether 13 digits are a Romanian CNP."""
    return cnp.is_valid(digits)


def is_idnp(digits: str) -> bool:
    """Tell whether 13 digits are a Moldovan IDNP.

    It has the check digit of the company number IDNO. Those of today begin with 2 for the register of persons and three
    digits for the year, those of the 1990s with 09: anything else is a barcode.
    """
    is_of_person = digits.startswith("09") or (digits[0] == "2" and digits[1:4] < IDNP_YEARS)
    return is_of_person and idno.is_valid(digits)


def is_jmbg(digits: str) -> bool:
    """Tell whether 13 digits are a JMBG, EMBG or EMŠO: all of former Yugoslavia has one rule."""
    return emso.is_valid(digits)


def is_rnokpp(digits: str) -> bool:
    """Tell whether 10 digits are a Ukrainian RNOKPP of somebody born since 1920."""
    return _is_plausible(UKRAINIAN_EPOCH, digits[:5]) and rntrc.is_valid(digits)


def is_hungarian_tax_number(digits: str) -> bool:
    """Tell whether 10 digits are a person's tax number (adóazonosító jel)."""
    return (
        digits[0] == "8" and _is_plausible(HUNGARIAN_EPOCH, digits[1:6]) and _remainder(digits[:-1]) == int(digits[-1])
    )


def is_hungarian_personal_number(digits: str) -> bool:
    """Tell whether 11 digits are a Hungarian personal number (személyi azonosító)."""
    born = _hungarian_birth(digits)
    if born is None:
        return False
    weighed = digits[-2::-1] if born >= REVERSED_SINCE else digits[:-1]
    return _remainder(weighed) == int(digits[-1])


def is_taj(digits: str) -> bool:
    """Tell whether 9 digits are a Hungarian TAJ; every tenth number of nine digits is."""
    weighed = sum(int(digit) * (7 if place % 2 else 3) for place, digit in enumerate(digits[:-1]))
    return weighed % 10 == int(digits[-1])


def _hungarian_birth(digits: str) -> dt.date | None:
    century = HUNGARIAN_CENTURIES.get(digits[0])
    if century is None:
        return None
    try:
        return dt.date(century + int(digits[1:3]), int(digits[3:5]), int(digits[5:7]))
    except ValueError:
        return None


def _remainder(digits: str) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, count(1), strict=False)) % MODULUS


def _is_plausible(epoch: dt.date, days: str) -> bool:
    return OLDEST <= epoch + dt.timedelta(int(days)) < YOUNGEST
