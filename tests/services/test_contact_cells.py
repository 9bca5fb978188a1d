"""Single values of contact files."""

from collections.abc import Callable

import pytest

from bot.models import Function
from bot.services import contact_cells as cells


@pytest.mark.parametrize(
    ("read", "typed", "expected"),
    [
        (cells.country, "hu", "HU"),
        (cells.language, "EN", "en"),
        (cells.zone, "Asia/Tbilisi", "Asia/Tbilisi"),
        (cells.holiday_calendar, "hu", "HU"),
        (cells.holiday_calendar, "BA-SRP", "BA-SRP"),
        (cells.holiday_calendar, "None", ""),
        (cells.web, "https://example.org/a?b=1", "https://example.org/a?b=1"),
        (cells.phone, "+1 (202) 555-0123", "+12025550123"),
        (cells.phone, "0012025550123", "+12025550123"),
        (cells.email, "unit.duty+night@mail.example.org", "unit.duty+night@mail.example.org"),
        (cells.answer, "YES", True),
        (cells.answer, "", False),
        (cells.chat, "123", 123),
        (cells.code(Function), "NCB", Function.NCB),
    ],
)
def test_what_people_type_is_read(read: Callable[[str], object], typed: str, expected: object) -> None:
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("read", "typed", "message"),
    [
        (cells.key, "HU NEBEK", "found 'HU NEBEK'; expected a key such as hu-nebek"),
        (cells.key, "x" * 41, "at most 40 characters"),
        (cells.country, "HUN", "found 'HUN'; expected an ISO 3166 code"),
        (cells.country, "ZZ9", "expected an ISO 3166 code"),
        (cells.country, "zz", "expected an ISO 3166 code"),
        (cells.language, "english", "found 'english'; expected an ISO 639 code"),
        (cells.zone, "Budapest", "found 'Budapest'; expected an IANA time zone"),
        (cells.zone, "../../etc/passwd", "expected an IANA time zone"),
        (cells.zone, "", "expected an IANA time zone"),
        (cells.holiday_calendar, "", "found ''; expected a country whose public holidays are known"),
        (cells.holiday_calendar, "XX", "found 'XX'; expected a country whose public holidays"),
        (cells.web, "javascript:alert(1)", "expected an address that begins with https://"),
        (cells.web, "https://", "expected an address"),
        (cells.web, "http://[", "expected an address"),
        (cells.web, 'https://example.org/">', "expected an address"),
        (cells.web, "https://example.org/" + "x" * 300, "expected an address"),
        (cells.phone, "202 555 0123", "found '202 555 0123'; expected an international phone number"),
        (cells.phone, "+1 202 555", "expected an international phone number in use"),
        (cells.phone, "+999 123 456 789", "expected an international phone number in use"),
        (cells.phone, "+1 202 555 0123 ext. 7", "expected a number without extension"),
        (cells.email, "unit@example", "found 'unit@example'; expected an e-mail address"),
        (cells.email, "unit @example.org", "expected an e-mail address"),
        (cells.email, "unit..x@example.org", "expected an e-mail address"),
        (cells.email, f"unit@{'example.' * 40}org", "expected an e-mail address"),
        (cells.day, "24.12.2026", "found '24.12.2026'; expected a day such as 2026-12-31"),
        (cells.day, "2026-02-30", "expected a day"),
        (cells.answer, "maybe", "found 'maybe'; expected yes or no"),
        (cells.chat, "-5", "expected the number of a member's chat"),
        (cells.chat, "٣", "expected the number of a member's chat"),
        (cells.code(Function), "police", "found 'police'; expected one of ilecu, ncb, europol"),
        (cells.text(5), "123456", "expected at most 5 characters, not 6"),
        (cells.text(50), "a\nb", "expected one line without control characters"),
        (cells.text(50, "()"), "a(b", "expected text without any of ()"),
        (cells.required(cells.text(50)), "", "found ''; expected a value"),
    ],
)
def test_what_cannot_be_read_is_explained(read: Callable[[str], object], typed: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the message is compared below
        read(typed)
    assert message in str(caught.value)


def test_a_message_does_not_repeat_all_of_a_long_value() -> None:
    with pytest.raises(ValueError, match="found 'x{60}…'"):
        cells.email("x" * 500)


def test_phones_are_written_the_way_people_read_them() -> None:
    assert cells.shown_phone("+12025550123") == "+1 202-555-0123"
