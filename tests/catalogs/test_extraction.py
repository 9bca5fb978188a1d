"""Templates."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.catalogs.extraction import ExtractionError, collect, extract, is_current
from bot.catalogs.messages import entries, msgid_of, plural_of
from bot.catalogs.sources import BOT, template_path
from tests.catalogs.checkouts import ARTICLE, ARTICLES, DOMAINS, GREETING, LATER, NOW, edit

SOURCE = Path("bot/views/greeting.py")
TEMPLATES = [template_path(domain) for domain in DOMAINS]


def test_messages_of_the_interface_are_collected(checkout: Path) -> None:
    """With the comment for translators, without its tag."""
    greeting, articles = entries(collect(checkout, BOT))
    assert msgid_of(greeting) == "Hello, <b>{name}</b>."
    assert greeting.auto_comments == ["the name of the officer"]
    assert (msgid_of(articles), plural_of(articles)) == ("{count} article", "{count} articles")


def test_messages_of_articles_have_the_article_as_context(checkout: Path) -> None:
    """In the order in which they stand in the article."""
    catalog = collect(checkout, ARTICLES)
    assert [(message.context, message.locations[0]) for message in entries(catalog)] == [
        ("hot-pursuit/steps", ("knowledge/articles/hot-pursuit.md", 1)),
        ("hot-pursuit/steps", ("knowledge/articles/hot-pursuit.md", 2)),
    ]


@pytest.mark.parametrize(
    ("call", "context", "msgid", "plural"),
    [
        ('translator.gettext("Steps")', None, "Steps", None),
        ('N_("Steps")', None, "Steps", None),
        ('translator.pgettext("menu", "Open")', "menu", "Open", None),
        ('npgettext("menu", "{n} hit", "{n} hits", n)', "menu", "{n} hit", "{n} hits"),
    ],
)
def test_keyword_marks_a_message(
    checkout: Path, call: str, context: str | None, msgid: str, plural: str | None
) -> None:
    """These and `_` and ngettext are the keywords."""
    (checkout / SOURCE).write_text(f"x = {call}\n", encoding="utf-8")
    message = entries(collect(checkout, BOT))[0]
    assert (message.context, msgid_of(message), plural_of(message)) == (context, msgid, plural)


def test_templates_are_written_with_the_project_s_name(checkout: Path) -> None:
    """And with nothing left to fill in."""
    assert extract(checkout, NOW, DOMAINS) == TEMPLATES
    text = (checkout / TEMPLATES[0]).read_text(encoding="utf-8")
    assert '"Project-Id-Version: ILECU Assistant\\n"' in text
    assert '"POT-Creation-Date: 2026-03-01 12:00+0000\\n"' in text
    assert "#: bot/views/greeting.py\n" in text
    assert "EMAIL" not in text


def test_templates_stay_as_they_are_when_no_message_changed(checkout: Path) -> None:
    """Neither the date nor a line that moved is a change."""
    extract(checkout, NOW, DOMAINS)
    before = (checkout / TEMPLATES[0]).read_bytes()
    edit(checkout / SOURCE, GREETING, "\n\n\n" + GREETING)
    assert extract(checkout, LATER, DOMAINS) == []
    assert (checkout / TEMPLATES[0]).read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Hello,", "Good day,", id="text"),
        pytest.param("the name of the officer", "a first name", id="comment for translators"),
        pytest.param('"{count} articles"', '"{count} pieces"', id="plural"),
        pytest.param("found = ngettext", "found = other", id="message gone"),
    ],
)
def test_changed_message_makes_the_template_out_of_date(checkout: Path, old: str, new: str) -> None:
    """Only the template with the message is written again."""
    extract(checkout, NOW, DOMAINS)
    edit(checkout / SOURCE, old, new)
    assert not is_current(checkout, BOT, collect(checkout, BOT))
    assert extract(checkout, LATER, DOMAINS) == [template_path(BOT)]
    assert is_current(checkout, BOT, collect(checkout, BOT))


@pytest.mark.parametrize("template", [None, "msgid ?"])
def test_missing_or_damaged_template_is_out_of_date(checkout: Path, template: str | None) -> None:
    """It is written again."""
    if template is not None:
        (checkout / TEMPLATES[0]).write_text(template, encoding="utf-8")
    assert not is_current(checkout, BOT, collect(checkout, BOT))


def test_long_comment_for_translators_does_not_change_the_template(checkout: Path) -> None:
    """It is wrapped when written, and read back as several."""
    edit(checkout / SOURCE, "the name of the officer", "the name of the officer " * 8)
    extract(checkout, NOW, DOMAINS)
    assert extract(checkout, LATER, DOMAINS) == []


def test_broken_source_is_named_and_nothing_is_written(checkout: Path) -> None:
    """One template of two would be out of step with the other."""
    edit(checkout / "knowledge/articles/hot-pursuit.md", ARTICLE, "!\n")
    with pytest.raises(ExtractionError, match=r"knowledge/articles/hot-pursuit\.md: line 1 is broken"):
        extract(checkout, NOW, DOMAINS)
    assert not (checkout / TEMPLATES[0]).exists()


def test_python_that_cannot_be_read_is_named(checkout: Path) -> None:
    """The text is the tokenizer's."""
    (checkout / SOURCE).write_text('_("open', encoding="utf-8")
    with pytest.raises(ExtractionError, match=r"bot/views/greeting\.py"):
        collect(checkout, BOT)


def test_extractor_that_is_not_there_is_reported(checkout: Path) -> None:
    """As when the package of articles is not installed."""
    with pytest.raises(ExtractionError, match="hot-pursuit"):
        collect(checkout, replace(ARTICLES, extractor="bot.no_such_module:extract"))
