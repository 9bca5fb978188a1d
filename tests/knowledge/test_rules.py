"""The rules that every article must keep."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge import packaged_folder
from knowledge.article import Article, Block, Section
from knowledge.rules import Shelf, article_findings, check
from tests.factories import REFERENCE, SECTIONS, article

TODAY = dt.date(2026, 11, 28)


def findings(shown: Article) -> list[str]:
    """Return what breaks a rule, with its line and without its path."""
    other = article(id="other")
    shelf = Shelf({shown.id: shown, "other": other}, REFERENCE.instruments, TODAY)
    return [str(finding).removeprefix(f"{shown.path}:") for finding in article_findings(shown, shelf)]


def sections(**changed: tuple[Block, ...]) -> Mapping[Section, tuple[Block, ...]]:
    """Return the sections of an article, with others in place of some."""
    return SECTIONS | {Section[name.upper()]: blocks for name, blocks in changed.items()}


def test_a_good_article_breaks_no_rule() -> None:
    assert findings(article(related=["other"])) == []


def test_a_short_answer_has_at_most_sixty_words() -> None:
    assert findings(article(sections(short_answer=(Block("word " * 60, 20),)))) == []
    assert findings(article(sections(short_answer=(Block("word " * 61, 20),)))) == [
        "20: found 61 words; expected at most 60"
    ]


def test_a_short_answer_is_one_paragraph() -> None:
    two = (Block("One.", 20), Block("Two.", 22))
    assert findings(article(sections(short_answer=two))) == [
        "22: found a second paragraph; expected one paragraph as short answer"
    ]


@pytest.mark.parametrize("name", ["short_answer", "steps"])
def test_short_answer_and_steps_cannot_be_missing(name: str) -> None:
    section = Section[name.upper()]
    assert any(f"no section {section}" in found for found in findings(article(sections(**{name: ()}))))


@pytest.mark.parametrize("text", ["a < b", "a > b", "{name}", "}"])
def test_pieces_hold_no_marks_of_html_or_format_strings(text: str) -> None:
    assert findings(article(sections(steps=(Block(text, 24),)))) == [f"24: found {text!r}; expected none of <>{{}}"]


def test_a_sentence_stands_once_in_a_section() -> None:
    twice = (Block("Write.", 24), Block("Write.", 25))
    assert findings(article(sections(steps=twice))) == ["25: found 'Write.' twice in steps; expected it once"]


def test_countries_are_those_of_the_notes() -> None:
    assert findings(article(countries=["HU", "UA"])) == [
        "9: found countries HU, UA; expected HU, RO, as in the country notes"
    ]


def test_the_id_is_the_name_of_the_file() -> None:
    shown = article()
    moved = Article(shown.front, shown.sections, Path("other.md"), shown.lines)
    assert any("expected 'other', as the file" in found for found in findings(moved))


def test_instruments_are_known() -> None:
    shown = article(legal_bases=[{"instrument": "xyz"}])
    assert findings(shown) == ["6: found 'xyz'; expected an id of instruments.yaml"]


@pytest.mark.parametrize("related", ["gone", "signal"])
def test_related_articles_exist_and_are_others(related: str) -> None:
    assert findings(article(related=[related])) == [f"12: found {related!r}; expected the id of another article"]


def test_nothing_was_read_or_reviewed_in_the_future() -> None:
    shown = article(reviewed_on=dt.date(2026, 12, 1))
    assert any("2026-12-01; expected a day that is not to come" in found for found in findings(shown))


def test_a_review_is_due_after_the_last_one() -> None:
    shown = article(review_due=dt.date(2026, 11, 1))
    assert any("expected a day after 2026-11-01" in found for found in findings(shown))


def test_a_damaged_folder_is_reported_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "signal.md").write_text("# no front matter\n", encoding="utf-8")
    (tmp_path / "instruments.yaml").write_text("cs: One\n", encoding="utf-8")
    assert {finding.path.name for finding in check(tmp_path, TODAY)} == {"signal.md", "instruments.yaml"}


def test_the_articles_of_the_package_break_no_rule() -> None:
    assert check(packaged_folder(), TODAY) == []
