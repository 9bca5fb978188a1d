"""What the search learns, kept between starts."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.index import Document
from knowledge.index_cache import key_of, read, read_or_learn
from knowledge.search import Learned, Searcher

ARTICLES = [Document("kite", "en", "Flying kites", ("kite in the wind",)), Document("boat", "en", "Rowing boats")]
TOPICS = [Document("weather", "en", phrases=("will it rain",))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is ours alone, as the cache makes it."""
    return tmp_path / "cache"


def test_what_was_kept_finds_the_same(folder: Path) -> None:
    first = Searcher(read_or_learn(ARTICLES, TOPICS, folder)).search("kite wind")
    second = Searcher(read_or_learn(ARTICLES, TOPICS, folder)).search("kite wind")
    assert first == second
    assert first.hits[0].article_id == "kite"


def test_it_is_learned_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_or_learn(ARTICLES, TOPICS, folder)
    monkeypatch.setattr(Learned, "of", None)
    assert read_or_learn(ARTICLES, TOPICS, folder).index.article_id(0) == ARTICLES[0].article_id


def test_other_texts_are_learned_anew_and_replace_the_old(folder: Path) -> None:
    read_or_learn(ARTICLES, TOPICS, folder)
    changed = [replace(ARTICLES[0], phrases=("dragon on a string",)), ARTICLES[1]]
    assert Searcher(read_or_learn(changed, TOPICS, folder)).search("dragon string").hits[0].article_id == "kite"
    assert len(list(folder.iterdir())) == 1


def test_the_key_tells_articles_from_topics() -> None:
    assert key_of(ARTICLES, TOPICS) != key_of([*ARTICLES, *TOPICS], [])


@pytest.mark.parametrize("content", [b"", b"not a pickle", b"\x80\x05N."])
def test_a_damaged_file_is_replaced(folder: Path, content: bytes) -> None:
    read_or_learn(ARTICLES, TOPICS, folder)
    (path,) = folder.iterdir()
    path.write_bytes(content)
    assert read_or_learn(ARTICLES, TOPICS, folder).index.article_id(0) == ARTICLES[0].article_id
    assert path.read_bytes() != content


def test_a_file_is_read_by_itself(folder: Path) -> None:
    learned = read_or_learn(ARTICLES, TOPICS, folder)
    (path,) = folder.iterdir()
    kept = read(path)
    assert kept is not None
    assert kept.index.subjects == learned.index.subjects
    assert read(folder / "none.index") is None


def test_a_folder_that_others_may_write_is_neither_read_nor_written(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    assert read_or_learn(ARTICLES, TOPICS, folder).index.article_id(0) == ARTICLES[0].article_id
    assert list(folder.iterdir()) == []
