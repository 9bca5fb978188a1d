"""Long texts become messages that Telegram takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.entities import TextParser
from bot.splitting import MAX_BYTES, MAX_CHARACTERS, cut, fits, messages, visible_length

WORDS = st.text(st.sampled_from("aбგ &<😀é"), min_size=1, max_size=400).filter(str.strip)


def escape(text: str) -> str:
    """Escape as the views do."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


BLOCKS = st.lists(st.builds(lambda text, mark: f"<{mark}>{escape(text)}</{mark}>", WORDS, st.sampled_from("biu")))


@pytest.mark.parametrize(
    ("markup", "length"),
    [("", 0), ("abc", 3), ("<b>abc</b>", 3), ("&lt;&amp;", 2), ('<a href="https://example.org">😀</a>', 1)],
)
def test_length_counts_code_points_without_markup(markup: str, length: int) -> None:
    assert visible_length(markup) == length


def test_blocks_that_fit_are_one_message() -> None:
    assert messages(["one", "two"]) == ["one\n\ntwo"]


def test_a_message_may_have_exactly_the_limit() -> None:
    assert messages(["x" * (MAX_CHARACTERS - 3), "y"]) == ["x" * (MAX_CHARACTERS - 3) + "\n\ny"]


def test_a_text_is_split_between_blocks() -> None:
    assert messages(["x" * MAX_CHARACTERS, "y"]) == ["x" * MAX_CHARACTERS, "y"]


def test_a_block_that_is_too_long_is_cut_between_words_and_its_tags_are_closed() -> None:
    first, second = messages([f"<b>{'word ' * 1000}</b>"])
    assert first.startswith("<b>word")
    assert first.endswith("word</b>")
    assert second.startswith("<b>word")


def test_many_tags_are_split_by_bytes() -> None:
    parts = list(cut("".join(f'<a href="https://example.org/{number}">x</a> ' for number in range(2000))))
    assert len(parts) > 1
    assert all(len(part.encode()) <= MAX_BYTES for part in parts)


@given(BLOCKS)
def test_every_message_is_taken_by_the_parser_of_telegram_and_nothing_is_lost(blocks: list[str]) -> None:
    parser = TextParser({})
    shown = [parser.format(text, "HTML").text for text in messages(blocks)]
    assert all(fits(text) for text in messages(blocks))
    whole = "".join(parser.format(block, "HTML").text for block in blocks)
    assert "".join("".join(shown).split()) == "".join(whole.split())


@given(st.integers(4000, 9000), st.sampled_from(["a", "ж", "😀", "&lt;"]))
def test_a_word_longer_than_a_message_is_cut_too(length: int, letter: str) -> None:
    assert all(fits(text) for text in messages([letter * length]))
