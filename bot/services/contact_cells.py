"""Single values of a contact file: read from what people type, and checked.

Whatever cannot be read raises ValueError with "found …; expected …".
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from babel import Locale
from phonenumbers import NumberParseException, PhoneNumberFormat

from bot.models.contacts import MAX_KEY
from bot.services.public_holidays import WORKING, is_calendar

MAX_WEB, MAX_CALENDAR, MAX_ADDRESS = 300, 10, 254
"""Characters that the tables hold."""
SHOWN = 60
"""Characters of a wrong value that a message repeats."""
NONE = "none"
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
ANSWERS = {"yes": True, "no": False}
ENGLISH = Locale.parse("en")
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""What CLDR names with two letters and ISO 3166 gives to no country."""
Code = TypeVar("Code", bound=StrEnum)


def unreadable(found: str, expected: str) -> ValueError:
    """Return what is to be raised for a wrong value."""
    shown = found if len(found) <= SHOWN else f"{found[:SHOWN]}…"
    return ValueError(f"found {shown!r}; expected {expected}")


def text(limit: int, forbidden: str = "") -> Callable[[str], str]:
    """Return a reader of one line of text."""

    def read(cell: str) -> str:
        if any(unicodedata.category(letter) in {"Cc", "Cs", "Co"} for letter in cell):
            raise unreadable(cell, "one line without control characters")
        if any(letter in forbidden for letter in cell):
            raise unreadable(cell, f"text without any of {forbidden}")
        if len(cell) > limit:
            raise unreadable(cell, f"at most {limit} characters, not {len(cell)}")
        return cell

    return read


def required(read: Callable[[str], str]) -> Callable[[str], str]:
    """Return a reader that takes no empty cell."""

    def check(cell: str) -> str:
        if not cell:
            raise unreadable(cell, "a value")
        return read(cell)

    return check


def key(cell: str) -> str:
    """Read the key of a unit."""
    if not KEY.fullmatch(cell) or len(cell) > MAX_KEY:
        raise unreadable(cell, f"a key such as hu-nebek: lower case, digits, hyphens, at most {MAX_KEY} characters")
    return cell


def country(cell: str) -> str:
    """Read the code of a country."""
    code = cell.upper()
    if code not in ENGLISH.territories or code in NO_COUNTRIES or not re.fullmatch("[A-Z]{2}", code):
        raise unreadable(cell, "an ISO 3166 code of two letters such as HU")
    return code


def language(cell: str) -> str:
    """Read the code of a language."""
    code = cell.lower()
    if code not in ENGLISH.languages or not re.fullmatch("[a-z]{2,3}", code):
        raise unreadable(cell, "an ISO 639 code such as en")
    return code


def zone(cell: str) -> str:
    """Read a time zone."""
    try:
        ZoneInfo(cell)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise unreadable(cell, "an IANA time zone such as Europe/Budapest") from None
    return cell


def holiday_calendar(cell: str) -> str:
    """Read which public holidays count; `none` for none."""
    if cell.casefold() == NONE:
        return WORKING
    code = cell.upper()
    if not code or len(code) > MAX_CALENDAR or not is_calendar(code):
        raise unreadable(cell, f"a country whose public holidays are known, such as HU or BA-SRP, or {NONE}")
    return code


def web(cell: str) -> str:
    """Read the address of a page."""
    expected = "an address that begins with https:// or http://"
    try:
        parts = urlsplit(cell)
    except ValueError:
        raise unreadable(cell, expected) from None
    if (
        len(cell) > MAX_WEB
        or parts.scheme not in {"http", "https"}
        or not parts.hostname
        or re.search(r"[\s<>\"]", cell)
    ):
        raise unreadable(cell, expected)
    return cell


def phone(cell: str) -> str:
    """Read an international phone number; returns E.164."""
    expected = "an international phone number in use, such as +36 1 234 5678"
    digits = f"+{cell[2:]}" if cell.startswith("00") else cell
    try:
        number = phonenumbers.parse(digits)
    except NumberParseException:
        raise unreadable(cell, expected) from None
    if number.extension:
        raise unreadable(cell, "a number without extension; the words in brackets have room for it")
    if not phonenumbers.is_valid_number(number):
        raise unreadable(cell, expected)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def shown_phone(e164: str) -> str:
    """Write a phone number the way people read it."""
    return phonenumbers.format_number(phonenumbers.parse(e164), PhoneNumberFormat.INTERNATIONAL)


def email(cell: str) -> str:
    """Read an e-mail address."""
    if len(cell) > MAX_ADDRESS or not EMAIL.fullmatch(cell) or ".." in cell:
        raise unreadable(cell, "an e-mail address such as unit@example.org")
    return cell


def day(cell: str) -> dt.date:
    """Read a day."""
    try:
        return dt.date.fromisoformat(cell)
    except ValueError:
        raise unreadable(cell, "a day such as 2026-12-31") from None


def chat(cell: str) -> int:
    """Read the number of a private chat."""
    if not re.fullmatch(r"[1-9]\d{0,17}", cell, re.ASCII):
        raise unreadable(cell, "the number of a member's chat, see `ilecu admin members`")
    return int(cell)


def answer(cell: str) -> bool:
    """Read yes or no; nothing is no."""
    if cell.casefold() not in {*ANSWERS, ""}:
        raise unreadable(cell, "yes or no")
    return ANSWERS.get(cell.casefold(), False)


def code(kind: type[Code]) -> Callable[[str], Code]:
    """Return a reader of the codes of an enumeration."""

    def read(cell: str) -> Code:
        if cell.casefold() not in set(kind):
            raise unreadable(cell, f"one of {', '.join(kind)}")
        return kind(cell.casefold())

    return read
