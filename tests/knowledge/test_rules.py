"""The rules that every article must keep."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge import packaged_folder
from knowledge.article import Article, Block, Section
from knowledge.rules import Shelf, article_findings, check, out_of_scope_findings, phrase_findings
from tests.factories import INSTRUMENTS, SECTIONS, article

TODAY = dt.date(2026, 11, 24)


def findings(shown: Article) -> list[str]:
    """Return what breaks a rule, with its line and without its path."""
    other = article(id="other")
    shelf = Shelf({shown.id: shown, "other": other}, INSTRUMENTS, TODAY)
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


def test_every_article_has_phrases_in_every_language_that_has_a_file(tmp_path: Path) -> None:
    path = tmp_path / "uk.yaml"
    path.write_text("signal: [one, two, three]\nother: [one]\ngone: [one, two, three]\n", encoding="utf-8")
    found = [str(finding).removeprefix(f"{path}:") for finding in phrase_findings(path, {"signal", "other"})]
    assert found == [
        "1: found 'gone'; expected the id of an article",
        "1: found 1 phrases for other; expected 3 or more",
    ]


def topics(folder: Path, **files: str) -> list[str]:
    """Write topics out of scope by language; return what breaks a rule in them, without the folder."""
    (folder / "out-of-scope").mkdir()
    for locale, text in files.items():
        (folder / "out-of-scope" / f"{locale}.yaml").write_text(text, encoding="utf-8")
    return [str(finding).removeprefix(f"{folder}/out-of-scope/") for finding in out_of_scope_findings(folder)]


def phrases(folder: Path, locale: str, text: str) -> None:
    """Write the phrases of the articles in one language."""
    (folder / "phrases").mkdir()
    (folder / "phrases" / f"{locale}.yaml").write_text(text, encoding="utf-8")


def test_a_topic_out_of_scope_has_five_phrases(tmp_path: Path) -> None:
    found = topics(tmp_path, en="rain: [a, b, c, d, e]\nsnow: [f, g, h, i]\n")
    assert found == ["en.yaml:1: found 4 phrases for snow; expected 5 or more"]


def test_topics_out_of_scope_are_the_same_in_all_languages(tmp_path: Path) -> None:
    found = topics(tmp_path, en="rain: [a, b, c, d, e]\n", hu="snow: [f, g, h, i, j]\n")
    assert found == [
        "en.yaml:1: found 0 phrases for snow; expected 5 or more",
        "hu.yaml:1: found 0 phrases for rain; expected 5 or more",
    ]


def test_a_language_with_phrases_needs_topics_out_of_scope(tmp_path: Path) -> None:
    phrases(tmp_path, "uk", "signal: [x, y, z]\n")
    assert topics(tmp_path, en="rain: [a, b, c, d, e]\n") == ["uk.yaml:1: found 0 phrases for rain; expected 5 or more"]


def test_a_phrase_of_an_article_is_not_one_of_a_topic_out_of_scope(tmp_path: Path) -> None:
    phrases(tmp_path, "en", "signal: [Do I signal?]\n")
    assert topics(tmp_path, en="rain:\n  - a\n  - do i signal\n  - b\n  - c\n  - d\n") == [
        "en.yaml:3: found 'do i signal'; expected a phrase that article signal does not have"
    ]


def test_a_damaged_file_of_topics_is_reported(tmp_path: Path) -> None:
    assert topics(tmp_path, en="- rain\n") != []


def test_a_knowledge_base_may_have_no_topics_out_of_scope(tmp_path: Path) -> None:
    phrases(tmp_path, "uk", "signal: [x, y, z]\n")
    assert out_of_scope_findings(tmp_path) == []


def test_a_damaged_folder_is_reported_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "signal.md").write_text("# no front matter\n", encoding="utf-8")
    (tmp_path / "instruments.yaml").write_text("cs: One\n", encoding="utf-8")
    assert {finding.path.name for finding in check(tmp_path, TODAY)} == {"signal.md", "instruments.yaml"}


def test_the_articles_of_the_package_break_no_rule() -> None:
    assert check(packaged_folder(), dt.datetime.now(dt.UTC).date()) == []
