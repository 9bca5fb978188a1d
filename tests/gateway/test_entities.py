"""Formatted text is judged by TDLib; the words of its errors are those that Telegram's users see."""

import pytest

from bot.gateway.entities import FormattedText, TextParser, utf16_length, utf16_slice
from bot.gateway.errors import ApiError

PERSON = {"id": 555_001, "is_bot": False, "first_name": "Officer, Tbilisi"}
PREFIX = "Bad Request: can't parse entities: "


@pytest.fixture(scope="module")
def parser() -> TextParser:
    return TextParser({555_001: PERSON})


def kinds(formatted: FormattedText) -> list[tuple[str, str]]:
    """Return type and text of each entity."""
    return [(entity["type"], utf16_slice(formatted.text, entity)) for entity in formatted.entities]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<ins>x</ins>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<del>x</del>", "strikethrough"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<a href="https://example.org">x</a>', "text_link"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
    ],
)
def test_every_html_tag_of_telegram_becomes_its_entity(parser: TextParser, markup: str, kind: str) -> None:
    assert kinds(parser.format(markup, "HTML")) == [(kind, "x")]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<i>text</b>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_with_the_words_of_tdlib(parser: TextParser, markup: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parser.format(markup, "HTML")
    assert refused.value.description == PREFIX + reason


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("*bold", "Can't find end of Bold entity at byte offset 0"),
    ],
)
def test_broken_markdown_is_refused_with_the_words_of_tdlib(parser: TextParser, markup: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parser.format(markup, "MarkdownV2")
    assert refused.value.description == PREFIX + reason


def test_legacy_markdown_is_another_language_than_the_second_version(parser: TextParser) -> None:
    assert kinds(parser.format("*bold* a.b", "Markdown"))[0] == ("bold", "bold")


def test_bare_ampersands_and_greater_than_signs_pass(parser: TextParser) -> None:
    assert parser.format("R&D > 1", "HTML").text == "R&D > 1"


def test_only_four_named_entities_of_html_are_known(parser: TextParser) -> None:
    assert parser.format("&lt;&nbsp;&#1328;", "HTML").text == "<&nbsp;\u0530"


def test_a_script_link_loses_its_address_and_keeps_its_text(parser: TextParser) -> None:
    assert parser.format('<a href="javascript:x">text</a>', "HTML") == FormattedText("text")


def test_offsets_count_utf16_units(parser: TextParser) -> None:
    (entity,) = parser.format("\N{GRINNING FACE}<b>x</b>", "HTML").entities
    assert (entity["offset"], entity["length"]) == (2, 1)


def test_commands_mentions_and_links_are_found_in_plain_text(parser: TextParser) -> None:
    found = kinds(parser.format("/start@ilecu_demo_bot see https://example.org with @ilecu_demo_bot"))
    assert found == [
        ("bot_command", "/start@ilecu_demo_bot"),
        ("url", "https://example.org"),
        ("mention", "@ilecu_demo_bot"),
    ]


@pytest.mark.parametrize("text", ["Friday, 09:00–12:00", "By 7:30.", "4111 1111 1111 1111"])
def test_hours_and_card_numbers_are_not_passed_on_as_links(parser: TextParser, text: str) -> None:
    assert kinds(parser.format(text)) == []


def test_nothing_is_found_inside_code(parser: TextParser) -> None:
    assert kinds(parser.format("<code>/start</code>", "HTML")) == [("code", "/start")]


def test_blanks_around_the_text_are_cut_and_entities_follow(parser: TextParser) -> None:
    formatted = parser.format("  \n a <b>b </b>\n", "HTML")
    assert (formatted.text, kinds(formatted)) == ("a b", [("bold", "b")])


def test_control_characters_become_blanks_and_carriage_returns_go(parser: TextParser) -> None:
    assert parser.format("a\r\nb\tc").text == "a\nb c"


def test_the_language_of_a_code_block_is_kept(parser: TextParser) -> None:
    (entity,) = parser.format('<pre><code class="language-sql">x</code></pre>', "HTML").entities
    assert (entity["type"], entity["language"]) == ("pre", "sql")


def test_a_mention_by_id_shows_the_user(parser: TextParser) -> None:
    (entity,) = parser.format('<a href="tg://user?id=555001">x</a>', "HTML").entities
    assert (entity["type"], entity["user"]) == ("text_mention", PERSON)


def test_a_mention_of_an_unknown_id_keeps_only_its_text(parser: TextParser) -> None:
    assert parser.format('<a href="tg://user?id=1">x</a>', "HTML") == FormattedText("x")


def test_explicit_entities_are_used_where_there_is_no_parse_mode(parser: TextParser) -> None:
    assert kinds(parser.format("abc", None, [{"type": "bold", "offset": 1, "length": 1}])) == [("bold", "b")]


@pytest.mark.parametrize(
    "entity",
    [
        {"type": "bold", "offset": 0, "length": 9},
        {"type": "bold", "offset": -1, "length": 1},
        {"type": "bold", "offset": 0, "length": 0},
        {"type": "blink", "offset": 0, "length": 1},
    ],
    ids=["beyond the end", "before the start", "empty", "unknown type"],
)
def test_explicit_entities_that_fit_nowhere_are_refused(parser: TextParser, entity: dict[str, object]) -> None:
    with pytest.raises(ApiError, match="can't parse MessageEntity"):
        parser.format("abc", None, [entity])


def test_at_most_one_hundred_entities_remain(parser: TextParser) -> None:
    """Observed by PTB and TDLib source (MAX_USER_ENTITY_COUNT): the rest is dropped silently."""
    assert len(parser.format("<b>x</b> " * 101, "HTML").entities) == 100


def test_length_in_utf16_units_counts_a_surrogate_pair_twice() -> None:
    assert utf16_length("a\N{GRINNING FACE}") == 3
