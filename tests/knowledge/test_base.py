"""The knowledge base as a whole."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from knowledge import Category, KnowledgeBase, Outcome, packaged_folder
from knowledge.catalog import LatinCatalog
from knowledge.reference import Reference
from tests.factories import REFERENCE, Translations, article

HUNGARIAN = Translations("hu", {("signal/title", "Sending a signal"): "Jelzés küldése"})


@pytest.fixture
def small() -> KnowledgeBase:
    """Two articles in English, one title in Hungarian."""
    other = article(id="other", title="Another thing", category=Category.NETWORK, review_due=dt.date(2026, 11, 10))
    return KnowledgeBase([article(), other], REFERENCE, [HUNGARIAN])


def test_an_article_is_found_in_a_language_and_in_english_for_any_other(small: KnowledgeBase) -> None:
    assert small.article("signal", "hu").title.text == "Jelzés küldése"
    assert small.article("signal", "xx").title.text == "Sending a signal"
    with pytest.raises(KeyError):
        small.article("gone", "hu")


def test_membership_is_by_id(small: KnowledgeBase) -> None:
    assert "signal" in small
    assert "gone" not in small


def test_shelves_hold_articles_by_title(small: KnowledgeBase) -> None:
    assert [shown.id for shown in small.shelf(Category.CHANNELS, "en")] == ["signal"]
    assert small.shelf(Category.INTERPOL, "en") == []
    assert [shown.id for shown in small.all("en")] == ["signal", "other"]


def test_overdue_articles_are_those_due_before_today(small: KnowledgeBase) -> None:
    assert small.overdue(dt.date(2026, 11, 10)) == []
    assert small.overdue(dt.date(2026, 11, 11)) == ["other"]


def test_an_article_without_a_translated_title_is_not_searched_in_that_language(small: KnowledgeBase) -> None:
    assert small.search("jelzés küldése").hits[0].article_id == "signal"


def test_an_empty_knowledge_base_finds_nothing() -> None:
    assert KnowledgeBase([], Reference()).search("anything at all").outcome is Outcome.NONE


def test_what_is_typed_in_latin_letters_finds_the_cyrillic_phrases(tmp_path: Path) -> None:
    for name in ("articles", "phrases"):
        (tmp_path / name).mkdir()
    shutil.copy(packaged_folder() / "articles" / "hot-pursuit.md", tmp_path / "articles")
    shutil.copy(packaged_folder() / "instruments.yaml", tmp_path)
    (tmp_path / "phrases" / "sr.yaml").write_text("hot-pursuit: [јурњава преко међе]\n", encoding="utf-8")
    title = "Pursuing a fleeing person across the border"
    serbian = Translations("sr", {("hot-pursuit/title", title): "Гоњење преко границе"})
    knowledge = KnowledgeBase.load(tmp_path, [serbian, LatinCatalog("sr_Latn", serbian)])
    assert knowledge.search("jurnjava preko međe").locale == "sr_Latn"
    assert knowledge.article("hot-pursuit", "sr_Latn").title.text == "Gonjenje preko granice"


def test_topics_out_of_scope_are_read_in_all_languages(tmp_path: Path) -> None:
    for name in ("articles", "out-of-scope"):
        (tmp_path / name).mkdir()
    shutil.copy(packaged_folder() / "instruments.yaml", tmp_path)
    (tmp_path / "out-of-scope" / "sr.yaml").write_text("weather: [киша]\n", encoding="utf-8")
    (tmp_path / "out-of-scope" / "hu.yaml").write_text("weather: [eső]\n", encoding="utf-8")
    topics = KnowledgeBase.load(tmp_path).topics()
    assert {(each.article_id, each.locale, *each.phrases) for each in topics} == {
        ("weather", "sr", "киша"),
        ("weather", "hu", "eső"),
    }
