"""Reading a text: what is typed in a strange way reads plainly, and its places are those of the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guard.plaintext import PlainText


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        pytest.param("０７２１", "0721", id="full width"),
        pytest.param("07\u200b21", "0721", id="zero-width space"),
        pytest.param("07\u00ad21\ufeff", "0721", id="soft hyphen, byte order mark"),
        pytest.param("٠٧٢١", "0721", id="Arabic digits"),
        pytest.param("0\ufe0f\u20e37\ufe0f\u20e3", "07", id="keycaps"),
        pytest.param("A\u00a0B\u2009C\tD", "A B C D", id="spaces"),
        pytest.param("1–2—3−4", "1-2-3-4", id="dashes"),
        pytest.param("1⁄2", "1/2", id="fraction slash"),
        pytest.param("и\u0306", "й", id="letter and breve"),
        pytest.param("№ 5", "No 5", id="one character for two"),
        pytest.param("a\nb", "a\nb", id="lines stay"),
    ],
)
def test_strange_forms_read_plainly(typed: str, plain: str) -> None:
    assert PlainText.read(typed).text == plain


def test_places_are_those_of_the_original() -> None:
    text = "№ 07\u200b21!"
    plain = PlainText.read(text)
    start = plain.text.index("0721")
    assert plain.original(start, start + 4) == (2, 7)


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        pytest.param("ав 1234 сн", "AB 1234 CH", id="Cyrillic that looks Latin"),
        pytest.param("straße б", "STRAßE Б", id="a capital of two letters is none"),
    ],
)
def test_capitals_are_latin_where_they_look_it(text: str, latin: str) -> None:
    assert PlainText.read(text).latin == latin


@given(st.text())
def test_every_text_can_be_read(text: str) -> None:
    plain = PlainText.read(text)
    assert len(plain.text) == len(plain.latin) == len(plain.starts) == len(plain.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(plain.starts, plain.ends, strict=True))
    assert list(plain.starts) == sorted(plain.starts)
