"""Bytes of a file to lines."""

import pytest

from bot.calendars.content_lines import LONGEST_LINE, content_lines


def lines(file: bytes) -> list[tuple[int, str]]:
    """Return the lines with their numbers."""
    return [(line.number, line.text) for line in content_lines(file)]


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_lines_may_end_in_any_way_and_keep_their_numbers(end: bytes) -> None:
    assert lines(end.join([b"A:1", b"", b"B:2"])) == [(1, "A:1"), (3, "B:2")]


@pytest.mark.parametrize("space", [b" ", b"\t"])
def test_a_folded_line_is_one_and_has_its_first_number(space: bytes) -> None:
    assert lines(b"A:1\r\n" + space + b"2\r\n" + space + b"3\r\nB:4") == [(1, "A:123"), (4, "B:4")]


def test_a_letter_that_was_folded_in_the_middle_is_whole() -> None:
    first, second = "є".encode()[:1], "є".encode()[1:]
    assert lines(b"A:" + first + b"\r\n " + second) == [(1, "A:є")]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("SUMMARY:Састанак", "utf-8"),
        ("SUMMARY:Састанак", "utf-8-sig"),
        ("SUMMARY:Састанак", "utf-16"),
        ("SUMMARY:Састанак", "windows-1251"),
        ("SUMMARY:Értekezlet és ülés", "windows-1250"),
        ("SUMMARY:Ședinţă".replace("Ș", "Ş"), "windows-1250"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert lines(text.encode(encoding)) == [(1, text)]


def test_a_line_too_long_to_be_text_is_left_out() -> None:
    assert lines(b"ATTACH:" + b"A" * LONGEST_LINE + b"\r\nUID:1") == [(2, "UID:1")]
