"""Measuring the guard, and the goal that it reaches on the labelled lines."""

from pathlib import Path

import pytest

from bot.guard import Kind
from bot.guard.evaluation import Case, Split, evaluate, figures, misses, report
from knowledge.article import FindingsError

LABELLED = Path(__file__).parent.parent / "data" / "guard"
LANGUAGES = {"en", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk"}


def case(expected: set[Kind], found: set[Kind], split: Split = Split.TEST, number: int = 1) -> Case:
    """Return a case of an English line."""
    return Case("en", number, split, frozenset(expected), frozenset(found))


@pytest.fixture(scope="module")
def labelled() -> list[Case]:
    """What the guard makes of the labelled lines."""
    return evaluate(LABELLED)


def test_recall_needs_every_kind_of_a_line() -> None:
    both = {Kind.PHONE, Kind.EMAIL}
    found = figures([case(both, both), case(both, {Kind.PHONE})])
    assert (found.with_data, found.recall) == (2, 0.5)


def test_a_kind_that_is_not_there_is_a_mistake_or_a_false_alarm() -> None:
    found = figures([case({Kind.PHONE}, {Kind.PHONE, Kind.CARD}), case(set(), {Kind.CARD}), case(set(), set())])
    assert (found.recall, found.mistaken, found.harmless, found.false_alarms) == (1.0, 1.0, 2, 0.5)


def test_nothing_measured_is_nothing_wrong() -> None:
    assert figures([]).is_good


def test_a_report_has_splits_languages_kinds_and_all() -> None:
    made = report([case({Kind.PHONE}, {Kind.PHONE}, Split.DEVELOPMENT), case({Kind.PHONE}, set())])
    assert list(made.groups) == ["development", "test", "en", "all"]
    assert made.kinds == {Kind.PHONE: (1, 2)}


def test_each_split_must_reach_the_goal_by_itself() -> None:
    """Else lines that the rules were written for would hide that others are missed."""
    known = [case({Kind.PHONE}, {Kind.PHONE}, Split.DEVELOPMENT)] * 99
    assert not report([*known, case({Kind.PHONE}, set())]).is_good
    assert not report([*known, case(set(), {Kind.PHONE})]).is_good
    assert report([*known, case({Kind.PHONE}, {Kind.PHONE})]).is_good


def test_a_miss_names_language_kind_counts_and_line() -> None:
    assert list(misses([case({Kind.PHONE}, {Kind.PLATE}, number=7)])) == [
        "en phone: 0/1, en.jsonl:7",
        "en plate: 1/0, en.jsonl:7",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        '{"text": "a"}',
        '{"text": "a", "kinds": ["shoe"]}',
        '{"text": "", "kinds": []}',
        '{"text": "a", "kinds": [], "x": 1}',
    ],
)
def test_a_malformed_line_is_named_by_file_and_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "en.jsonl"
    path.write_text(f'{{"text": "harmless", "kinds": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(FindingsError) as raised:
        evaluate(tmp_path)
    assert [str(finding).split(" ")[0] for finding in raised.value.findings] == [f"{path}:2:"]


def test_a_folder_without_lines_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FindingsError):
        evaluate(tmp_path)


def test_the_guard_reaches_the_goal(labelled: list[Case]) -> None:
    made = report(labelled)
    assert {name: row for name, row in made.groups.items() if not row.is_good} == {}


def test_the_kinds_are_not_confused(labelled: list[Case]) -> None:
    assert report(labelled).groups["all"].mistaken <= 0.01


def test_every_language_has_every_kind_and_as_many_harmless_lines(labelled: list[Case]) -> None:
    assert {case.language for case in labelled} == LANGUAGES
    for language in LANGUAGES:
        cases = [case for case in labelled if case.language == language]
        assert len(cases) >= 60
        assert {kind for case in cases for kind in case.expected} == set(Kind)
        assert 0.4 <= sum(not case.expected for case in cases) / len(cases) <= 0.6


def test_both_splits_have_every_kind(labelled: list[Case]) -> None:
    for split in Split:
        assert {kind for case in labelled if case.split is split for kind in case.expected} == set(Kind)
