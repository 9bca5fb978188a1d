"""Figures on labelled lines, and what the packaged words must reach."""

import json
from pathlib import Path

import pytest

from bot.partners.evaluation import ALL, Case, evaluate, misses, report
from knowledge.article import FindingsError

LABELLED = Path(__file__).parents[1] / "data" / "contacts"
LOCALES = ("en", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk")
LEAST_ROUTED = 0.95
"""Of all lines; a question for a contact that is taken for one of procedure does no harm, the other way would."""


def line(**fields: object) -> str:
    """Return a labelled line; what is not given is a question for the NCB in Kyiv."""
    usual = {"q": "Kyiv NCB phone", "lang": "en", "asks": "contact", "country": "UA", "role": "ncb", "kind": "plain"}
    return json.dumps(usual | {"split": "test"} | fields) + "\n"


def cases(tmp_path: Path, *lines: str) -> list[Case]:
    """Return what is made of lines."""
    (tmp_path / "en.jsonl").write_text("".join(lines), encoding="utf-8")
    return evaluate(tmp_path)


def test_a_line_that_is_found_is_right(tmp_path: Path) -> None:
    found = cases(tmp_path, line())
    assert (report(found)[ALL].right, report(found)[ALL].routed, list(misses(found))) == (1, 1, [])


def test_another_country_is_wrong_and_named(tmp_path: Path) -> None:
    found = cases(tmp_path, line(), line(country="RS"))
    assert report(found)[ALL].right == 0.5
    assert list(misses(found)) == ["en UA ncb found, not RS ncb: Kyiv NCB phone"]


def test_a_country_elsewhere_must_be_said_to_be_one(tmp_path: Path) -> None:
    found = cases(
        tmp_path, line(q="Vienna NCB phone", country=None), line(q="Vienna NCB phone", country=None, elsewhere=True)
    )
    assert [case.is_found for case in found] == [False, True]


def test_a_question_of_procedure_taken_for_a_contact_is_mistaken(tmp_path: Path) -> None:
    found = cases(tmp_path, line(), line(asks="procedure", country=None, role="any"))
    figures = report(found)[ALL]
    assert (figures.mistaken, figures.routed, figures.is_good) == (1, 0.5, False)
    assert list(misses(found)) == ["en taken for a question of contact: Kyiv NCB phone"]


def test_malformed_lines_are_named(tmp_path: Path) -> None:
    with pytest.raises(FindingsError, match=r"en\.jsonl:2"):
        cases(tmp_path, line(), "{}\n")


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FindingsError):
        evaluate(tmp_path)


@pytest.fixture(scope="module")
def labelled() -> list[Case]:
    """All lines of the repository."""
    return evaluate(LABELLED)


@pytest.mark.parametrize("group", [ALL, "development", "second", "test", *LOCALES])
def test_country_and_role_are_right_and_no_procedure_is_taken_for_a_contact(labelled: list[Case], group: str) -> None:
    figures = report(labelled)[group]
    assert figures.is_good, list(misses(labelled))
    assert figures.routed >= LEAST_ROUTED


@pytest.mark.parametrize("locale", LOCALES)
def test_there_are_enough_lines_of_each_language(labelled: list[Case], locale: str) -> None:
    figures = report(labelled)[locale]
    assert (figures.contacts >= 40, figures.procedures >= 12) == (True, True)
