"""Messages with events, line by line."""

import pytest

from bot.services.events.plan_lines import PlanLine, Unread, read_lines
from bot.services.events.plan_words import PlanWord


def values(text: str, locale: str = "en") -> dict[str, str]:
    """Return the fields of a message."""
    return {str(line.word): line.value for line in read_lines(text, locale).lines}


@pytest.mark.parametrize(
    ("line", "locale", "expected"),
    [
        ("title: Visit", "en", {"title": "Visit"}),
        ("  TITLE :  Visit ", "en", {"title": "Visit"}),
        ("• title: Visit", "en", {"title": "Visit"}),
        ("3) title: Visit", "en", {"title": "Visit"}),
        ("**title:** Visit", "en", {"title": "Visit"}),
        ("capcity: 20", "en", {"capacity": "20"}),
        ("megnevezes: Látogatás", "hu", {"title": "Látogatás"}),
        ("title: Látogatás", "hu", {"title": "Látogatás"}),
        ("mikor: 2027. 03. 12. 9:30", "en", {"times": "2027. 03. 12. 9:30"}),
        ("kada: 12.3.2027", "sr", {"times": "12.3.2027"}),
        ("Када：12.3.2027", "sr_Latn", {"times": "12.3.2027"}),
        ("rok za odgovor: 1.3.2027", "mk", {"answer_by": "1.3.2027"}),
        ("пасухи: x", "ka", {}),
        ("პასუხის ვადა: 1.3.2027", "ka", {"answer_by": "1.3.2027"}),
        ("termen de raspuns: 1.3.2027", "ro", {"answer_by": "1.3.2027"}),
        ("КРАЇНА-ОРГАНІЗАТОР: MD", "uk", {"host_country": "MD"}),
    ],
)
def test_a_field_is_known_by_its_word_in_any_case_script_and_list(
    line: str, locale: str, expected: dict[str, str]
) -> None:
    assert values(line, locale) == expected


def test_what_follows_a_title_a_venue_or_a_description_belongs_to_it() -> None:
    text = "title: Visit\nBring slides.\nvenue: House\nStreet 1\ndescription: 9:30 opening\nLunch: yes\n\n10:00 end"
    assert values(text) == {
        "title": "Visit",
        "description": "Bring slides.\n9:30 opening\nLunch: yes\n\n10:00 end",
        "venue": "House",
        "address": "Street 1",
    }


def test_hours_below_a_title_are_its_description() -> None:
    assert values("title: Visit\n09:30 opening") == {"title": "Visit", "description": "09:30 opening"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("study visit\ntitle: Visit", {"kind": "study visit", "title": "Visit"}),
        ("Study visit in Tbilisi\ncapacity: 3", {"title": "Study visit in Tbilisi", "capacity": "3"}),
        ("study visit", {"kind": "study visit"}),
        ("hello", {}),
    ],
)
def test_the_first_line_may_be_kind_or_title_without_a_word(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


def test_fields_that_are_left_empty_are_none() -> None:
    assert values("title: Visit\nlink:\ncapacity: -\nvenue:\n") == {"title": "Visit"}


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("foo: bar", [("foo: bar", Unread.NO_FIELD)]),
        ("title: A\nfoo: bar", [("foo: bar", Unread.NO_FIELD)]),
        ("capacity: 3\nsome words", [("some words", Unread.NO_FIELD)]),
        ("capacity: 3\n• capacity: 4", [("• capacity: 4", Unread.TWICE)]),
        ("hello", [("hello", Unread.NO_FIELD)]),
    ],
)
def test_a_line_that_belongs_to_no_field_is_kept_with_the_reason(text: str, unread: list[tuple[str, Unread]]) -> None:
    assert list(read_lines(text, "en").unread) == unread


def test_a_field_is_quoted_as_it_stands() -> None:
    read = read_lines("  • title: Visit\nBring slides.\nand pens", "en")
    assert read.lines == (
        PlanLine(PlanWord.TITLE, "Visit", "• title: Visit"),
        PlanLine(PlanWord.DESCRIPTION, "Bring slides.\nand pens", "Bring slides.\nand pens"),
    )
