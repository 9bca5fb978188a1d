"""Dates in our languages."""

import pytest

from bot.guard.plaintext import PlainText


@pytest.mark.parametrize(
    "written",
    [
        "12.03.1985",
        "3.2.1985",
        "12. 03. 1985",
        "1985.03.12",
        "1985. 03. 12",
        "1985-03-12",
        "12/03/1985",
        "12-03-1985",
        "12 03 1985",
        "03/25/1985",
        "12.III.1985",
        "12 March 1985",
        "12th of March 1985",
        "March 12, 1985",
        "12 MAR 1985",
        "1985. március 12",
        "12 martie 1985",
        "12 березня 1985",
        "12. марта 1985",
        "12. septembra 1985",
        "3 февруари 1985",
        "1985 წლის 12 მარტს",
        "12 მარტს, 1985",
    ],
)
def test_dates_are_read_with_their_year(written: str) -> None:
    (date,) = {date for date in PlainText.read(f"on {written} there").dates if date.year}
    assert (date.start, date.end, date.year) == (3, 3 + len(written), 1985)


def test_a_year_of_two_digits_is_not_guessed() -> None:
    (date,) = PlainText.read("on 12/03/85").dates
    assert date.year is None


def test_both_ends_of_a_range_are_dates() -> None:
    assert [date.start for date in PlainText.read("05.09.2026-06.09.2026").dates] == [0, 11]


@pytest.mark.parametrize(
    "text", ["13.14.1985", "1.2.3.1985", "32 March 1985", "12 cars 1985", "2008/615", "v1.2.2020", ""]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert PlainText.read(text).dates == ()
