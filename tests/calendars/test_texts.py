"""Foreign text made readable and harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.texts import clean, one_line, plain, typed_line


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\r\nb\rc\x0bd", "a\nb\nc\nd"),
        ("a\x00b\x1b[0m\x7f", "ab[0m"),
        ("\u202eexe.gnp", "exe.gnp"),
        ("👩‍✈️ 🇬🇪 é", "👩‍✈️ 🇬🇪 é"),
        ("half \ud800 pair", "half  pair"),
    ],
)
def test_what_cannot_be_seen_is_dropped(text: str, read: str) -> None:
    assert clean(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<p>One</p><p>Two &amp; three</p>", "One\nTwo & three"),
        ("One<br>Two", "One\nTwo"),
        ("<script>alert('x')</script>Seen<style>p {}</style>", "Seen"),
        ("<p>&#27;[31mRed&#0;</p>", "[31mRed\N{REPLACEMENT CHARACTER}"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
        ("a\n\n\n\n  b  ", "a\n\nb"),
        ("<a href='https://example.org'>here</a>", "here"),
        ("</script></style><b>Bold", "Bold"),
    ],
)
def test_markup_becomes_lines(text: str, read: str) -> None:
    assert plain(text) == read


def test_a_text_that_is_cut_ends_with_an_ellipsis() -> None:
    assert plain("Long description", 8) == "Long de…"


def test_a_typed_line_loses_nothing_but_what_cannot_be_seen() -> None:
    assert typed_line(" <b>Unit</b>\n\u202e7\t< 8 ") == "<b>Unit</b> 7 < 8"


def test_a_title_is_one_line() -> None:
    assert one_line("A\n title\t with   spaces") == "A title with spaces"


@given(st.text(), st.integers(1, 50))
def test_any_text_is_bounded_and_without_controls(text: str, longest: int) -> None:
    read = plain(text, longest)
    assert len(read) <= longest
    assert not any(unicodedata.category(each) in {"Cc", "Cs"} and each != "\n" for each in read)
