"""The comparison with other search engines: what is hidden from whom, and how ranks are counted."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.index import Document
from tests.benchmarks.external import ALL_KINDS, Cell, measure, quality, ranks_of, shortfalls, together
from tests.benchmarks.external_sets import FaqSet, Kind, Query, Scope, article_of, read_sets
from tests.benchmarks.rivals import OURS, SYSTEMS, System, first_articles, words_of

TEXTS = [
    {"id": "kites:wind#en", "lang": "en", "title": "May I fly kites in a gale?", "body": "Strong wind tears a kite."},
    {"id": "kites:wind#ro", "lang": "ro", "title": "Pot zmeul pe vânt?", "body": "Vântul puternic rupe un zmeu."},
    {"id": "kites:boat#en", "lang": "en", "title": "How do I row a boat?", "body": "Both oars move together."},
]
ASKED = [
    {"q": "kite in strong wind", "lang": "en", "relevant": ["kites:wind#en", "kites:wind#ro"], "kind": "variant"},
    {"q": "How do I row a boat?", "lang": "en", "relevant": ["kites:boat#en"], "kind": "heading"},
]
CELL = Cell(Scope.OWN, "kites", "en", "variant")


@pytest.fixture
def faq(tmp_path: Path) -> FaqSet:
    """A set of two articles, one of them in two languages."""
    folder = tmp_path / "kites"
    folder.mkdir()
    for name, rows in (("docs.jsonl", TEXTS), ("queries.jsonl", ASKED)):
        folder.joinpath(name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (found,) = read_sets(tmp_path)
    return found


def titles(faq: FaqSet, kind: Kind) -> list[str]:
    """Return the titles that are shown to an English question of a kind, in all languages."""
    return [document.title for document in faq.documents("en", kind, Scope.ALL)]


def test_a_heading_does_not_find_itself_but_its_translation(faq: FaqSet) -> None:
    assert titles(faq, Kind.HEADING) == ["", "Pot zmeul pe vânt?", ""]


def test_another_wording_may_find_every_title(faq: FaqSet) -> None:
    assert all(titles(faq, Kind.VARIANT))


def test_who_saw_the_body_may_find_no_title(faq: FaqSet) -> None:
    assert not any(titles(faq, Kind.CROWD))


def test_in_its_own_language_a_question_meets_no_other(faq: FaqSet) -> None:
    assert {document.locale for document in faq.documents("en", Kind.VARIANT, Scope.OWN)} == {"en"}


def test_language_versions_are_one_article() -> None:
    assert [article_of("kites:wind#en"), article_of("kites:wind#ro"), article_of("plain")] == [
        "kites:wind",
        "kites:wind",
        "plain",
    ]


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_system_finds_an_article_by_its_title(faq: FaqSet, name: str) -> None:
    system = SYSTEMS[name](faq.documents("en", Kind.VARIANT, Scope.ALL))
    assert system.find("How do I row a boat?")[0] == "kites:boat"


@pytest.mark.parametrize("name", SYSTEMS)
@pytest.mark.parametrize("query", ["", "?!", '"AND OR" NOT title:kite* (', "xyzzy"])
def test_no_system_trips_over_what_people_type(faq: FaqSet, name: str, query: str) -> None:
    found = SYSTEMS[name](faq.documents("en", Kind.VARIANT, Scope.ALL)).find(query)
    assert set(found) <= {"kites:wind", "kites:boat"}


def test_words_of_a_question_come_once_and_without_marks() -> None:
    assert words_of("Kite, KITE - and wind?") == ["kite", "and", "wind"]


def test_five_articles_are_looked_at_each_once() -> None:
    assert first_articles("aabacdefg") == ["a", "b", "c", "d", "e"]


class _Fixed:
    """Finds the same, whatever is asked."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._found = [document.article_id for document in documents]

    def find(self, query: str) -> list[str]:
        return self._found


def test_a_rank_is_that_of_the_first_right_article() -> None:
    system: System = _Fixed([Document(name, "en") for name in "abc"])
    asked = [
        Query(q="?", lang="en", relevant=relevant, kind=Kind.VARIANT) for relevant in (("c#en", "b#ro"), ("x#en",))
    ]
    assert ranks_of(system, asked) == [2, 0]


def test_shares_count_first_three_and_reciprocal_ranks() -> None:
    found = quality([1, 2, 4, 0])
    assert (found.top1, found.top3, found.mrr) == (0.25, 0.5, 0.4375)


def test_each_system_is_asked_the_same_questions(faq: FaqSet) -> None:
    cells = dict(measure(faq, Scope.OWN))
    assert [(cell.kind, {len(ranks[name]) for name in SYSTEMS}) for cell, ranks in cells.items()] == [
        ("heading", {1}),
        ("variant", {1}),
    ]


def test_kinds_of_a_language_are_added_up_where_there_are_several() -> None:
    heading, other = CELL._replace(kind="heading"), CELL._replace(language="ro")
    cells = {CELL: {OURS: [1]}, heading: {OURS: [2, 0]}, other: {OURS: [1]}}
    assert together(cells) == {CELL._replace(kind=ALL_KINDS): {OURS: [1, 2, 0]}}


def test_a_shortfall_is_named_with_the_best_of_the_others() -> None:
    lines = list(shortfalls(CELL, {OURS: [1, 2], "weak": [0, 0], "strong": [1, 1]}))
    assert ["top1 0.500, strong 1.000: behind" in line for line in lines] == [True, False]


@pytest.mark.parametrize(("own", "other"), [([1, 2], [2, 2]), ([1, 1], [1, 1])], ids=["ahead", "perfect"])
def test_no_shortfall_where_ours_is_ahead_or_perfect(own: list[int], other: list[int]) -> None:
    assert "top1" not in "".join(shortfalls(CELL, {OURS: own, "other": other}))
