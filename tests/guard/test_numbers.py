"""Numbers in groups."""

import pytest

from bot.guard.numbers import numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("no 12345678 here", ["12345678"], id="whole"),
        pytest.param("123 456-78.9", ["123456789", "12345678"], id="the beginnings of a run, longest first"),
        pytest.param("1234567", [], id="too short"),
        pytest.param("1" * 20, [], id="too long"),
        pytest.param("1234  5678", [], id="two separators part numbers"),
        pytest.param("1234\n5678", [], id="lines part numbers"),
        pytest.param("12 12345678", ["1212345678", "12345678"], id="a group inside a run"),
    ],
)
def test_groups_are_joined(text: str, expected: list[str]) -> None:
    assert [number.digits for number in numbers(text)] == expected


def test_a_number_knows_its_groups_and_places() -> None:
    first, _ = numbers("x 123 456-78.9")
    assert (first.sizes, first.start, first.end, first.is_whole) == ((3, 3, 2, 1), 2, 14, False)
