"""Telegram's HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.entities import TextParser
from bot.views import html
from knowledge import Text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("**b** and *i*", "<b>b</b> and <i>i</i>"),
        ("**<b>**", "<b>&lt;b&gt;</b>"),
        ("[a&b](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">a&amp;b</a>'),
    ],
)
def test_a_piece_becomes_markup_and_everything_else_is_escaped(text: str, expected: str) -> None:
    assert html.piece(Text(text)) == expected


def test_a_piece_that_is_not_translated_is_marked() -> None:
    assert html.piece(Text("Write.", translated=False)) == "<i>[EN]</i> Write."


def test_a_link_cannot_end_its_attribute() -> None:
    assert html.link("x", 'https://example.org/"><b>') == '<a href="https://example.org/&quot;&gt;&lt;b&gt;">x</a>'


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zs", "Zl", "Zp", "Mn"]), min_size=1, max_size=50))
def test_what_was_escaped_is_shown_as_it_was(text: str) -> None:
    assert TextParser({}).format(html.bold(text), "HTML").text == text
