"""Telegram's HTML."""

import pytest

from bot.catalogs.findings import Rule
from bot.catalogs.telegram_html import faults, source_faults


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<b>Phone</b>: {phone}", "<b>Telefon</b>: {phone}", id="same"),
        pytest.param("<b>Who</b> and <i>when</i>", "<i>Когда</i> и <b>кто</b>", id="other order"),
        pytest.param('<a href="{url}">Source</a>', '<a href="{url}">წყარო</a>', id="link"),
        pytest.param("<b>At once <i>call</i></b>", "<b><i>Nazovi</i> odmah</b>", id="nested"),
        pytest.param("A &amp; B &lt;3", "А &amp; Б &lt;3", id="entities"),
        pytest.param("A and B", "A &amp; B", id="entity added"),
        pytest.param("Search & find", "Caută & găsește", id="plain text of a button"),
        pytest.param('<span class="tg-spoiler">x</span>', '<span class="tg-spoiler">ікс</span>', id="spoiler"),
        pytest.param("<blockquote expandable>x</blockquote>", "<blockquote expandable>y</blockquote>", id="quote"),
        pytest.param("Use /contact <name> & wait", "Írd: /contact <név> & várj", id="plain text with a bracket"),
    ],
)
def test_translation_with_the_same_tags_is_right(source: str, text: str) -> None:
    """Order is free, nesting is not."""
    assert faults(source, text) == []


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        pytest.param("<b>Phone</b>", "Telefon", "no tags", id="lost"),
        pytest.param("<b>Phone</b>", "<i>Telefon</i>", "<i>", id="another tag"),
        pytest.param("<b>a</b> <b>b</b>", "<b>а</b> б", "<b>", id="fewer"),
        pytest.param("Phone", "<b>Telefon</b>", "<b>", id="added"),
        pytest.param("<b>x</b>", "<b>x", "<b> without its closing tag", id="not closed"),
        pytest.param("<b>x</b>", "x</b>", "</b> without its opening tag", id="not opened"),
        pytest.param("<b><i>x</i></b>", "<b><i>x</b></i>", "</b> without its opening tag", id="crossed"),
        pytest.param("<b>a <i>b</i></b>", "<b>a</b> <i>b</i>", "<b>, <i>", id="no longer nested"),
        pytest.param("<b>x</b>", "<b>x</b><br>", "<br>, which Telegram does not know", id="unknown tag"),
        pytest.param("<b>x</b>", "<В>x</В>", '"<" that is no tag or entity ("<В>x</В>")', id="Cyrillic tag"),
        pytest.param("<b>x</b>", "<B>x</B>", "<B>, which Telegram does not know", id="capital"),
        pytest.param("under 5", "< 5", '"<" that is no tag or entity ("< 5")', id="bare bracket"),
        pytest.param("A and B", "A & B", '"&" that is no tag or entity ("& B")', id="bare ampersand"),
        pytest.param("A", "A&nbsp;B", '"&" that is no tag or entity ("&nbsp;B")', id="entity Telegram does not know"),
        pytest.param(
            '<a href="https://example.org">x</a>',
            "<a>x</a>",
            "<a>, which Telegram does not take in this form",
            id="no target",
        ),
        pytest.param(
            '<a href="https://example.org">x</a>',
            '<a href="https://example.org/hu">x</a>',
            '<a href="https://example.org/hu">',
            id="other target",
        ),
        pytest.param(
            "<b>x</b>", '<b class="y">x</b>', '<b class="y">, which Telegram does not take in this form', id="attribute"
        ),
    ],
)
def test_damaged_markup_is_found(source: str, text: str, found: str) -> None:
    """Telegram would refuse the message, or show it differently."""
    assert [(fault.rule, fault.found) for fault in faults(source, text)] == [(Rule.MARKUP, found)]


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        pytest.param("<b>Bold", True, id="not closed"),
        pytest.param("Use <name>", True, id="a tag that there is not"),
        pytest.param("<b>Bold</b> &amp; more", False, id="right"),
        pytest.param("Search & find", False, id="plain text"),
    ],
)
def test_english_that_telegram_refuses_is_found(source: str, *, wrong: bool) -> None:
    """The mistake is the programmer's; no translator can mend it."""
    assert [fault.rule for fault in source_faults(source)] == [Rule.SOURCE] * wrong
