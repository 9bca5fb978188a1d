"""`ilecu guard`."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.cli import guard

FOUND = '{"text": "write to sample@example.org", "kinds": ["email"], "split": "test"}\n'
MISSED = '{"text": "sample at example dot org", "kinds": ["email"], "split": "test"}\n'
HARMLESS = '{"text": "Article 14", "kinds": [], "split": "development"}\n'


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run `ilecu` with this group alone."""
    app = typer.Typer()
    app.callback()(lambda: None)
    guard.register(app)
    return CliRunner().invoke(app, ["guard", *arguments], input=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with lines that the guard knows."""
    (tmp_path / "en.jsonl").write_text(FOUND + HARMLESS, encoding="utf-8")
    return tmp_path


def test_figures_are_printed_by_split_language_and_kind(folder: Path) -> None:
    result = run("eval", str(folder))
    assert result.exit_code == 0
    assert all(word in result.stdout for word in ("development", "test", "en", "all", "email", "1.000"))


def test_a_miss_is_printed_with_its_line_and_fails(folder: Path) -> None:
    (folder / "uk.jsonl").write_text(FOUND + MISSED, encoding="utf-8")
    result = run("eval", str(folder))
    assert result.exit_code == 1
    assert "uk email: 0/1, uk.jsonl:2" in result.stdout.splitlines()
    assert "sample" not in result.stdout


def test_false_alarms_fail(folder: Path) -> None:
    (folder / "uk.jsonl").write_text(FOUND.replace('"email"', ""), encoding="utf-8")
    assert run("eval", str(folder)).exit_code == 1


def test_json_has_the_figures_and_the_verdict(folder: Path) -> None:
    made = json.loads(run("eval", str(folder), "--json").stdout)
    assert made["groups"]["all"]["recall"] == 1.0
    assert made["kinds"] == {"email": {"found": 1, "expected": 1}}
    assert made["good"] is True


def test_a_malformed_line_is_named_and_no_text_of_it(folder: Path) -> None:
    (folder / "uk.jsonl").write_text('{"text": "sample@example.org", "kinds": "email"}\n', encoding="utf-8")
    result = run("eval", str(folder))
    assert result.exit_code == 2
    assert f"{folder / 'uk.jsonl'}:1: found " in result.stderr
    assert "sample" not in result.output


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert run("eval", str(tmp_path / "gone")).exit_code == 2


def test_check_prints_the_kinds_and_never_the_values() -> None:
    result = run("check", stdin="sample@example.org, +36 20 555 0142, other@example.org\n")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["email", "phone"]


def test_check_prints_nothing_for_a_clean_text() -> None:
    assert run("check", stdin="Article 14\n").stdout == ""
