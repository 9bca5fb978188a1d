"""`ilecu contacts`."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.cli import contacts

USUAL = {"q": "Kyiv NCB phone", "lang": "en", "asks": "contact", "country": "UA", "role": "ncb"}
RIGHT = json.dumps(USUAL | {"kind": "plain", "split": "test"})


def run(*arguments: str) -> Result:
    """Run `ilecu` with this group alone."""
    app = typer.Typer()
    app.callback()(lambda: None)
    contacts.register(app)
    return CliRunner().invoke(app, ["contacts", *arguments])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("скопје европол", "found: MK, europol"),
        ("ncb Serbia or Moldova", "candidates: RS or MD, ncb"),
        ("interpol Wien", "elsewhere: AT, ncb"),
        ("Galați contact centre", "found: RO, border_contact_centre"),
        ("hello", "nothing: no country, any"),
    ],
)
def test_a_text_is_answered_with_what_it_asks_for(text: str, said: str) -> None:
    assert run("find", text).stdout == f"{said}\n"


def test_the_language_counts() -> None:
    assert run("find", "BG ncb", "--lang", "sr").stdout == "found: RS, ncb\n"


def test_a_text_is_answered_as_json() -> None:
    assert json.loads(run("find", "скопје", "--json").stdout)["country"] == "MK"


def test_a_batch_is_answered_line_by_line(tmp_path: Path) -> None:
    batch = tmp_path / "queries.jsonl"
    batch.write_text('{"q": "Kyiv", "lang": "en"}\n{"q": "hello", "lang": "en"}\n', encoding="utf-8")
    result = run("find", "--batch", str(batch), "--json")
    assert result.exit_code == 0
    assert [json.loads(line)["country"] for line in result.stdout.splitlines()] == ["UA", None]


def test_a_malformed_line_of_a_batch_is_named_and_nothing_is_answered(tmp_path: Path) -> None:
    batch = tmp_path / "queries.jsonl"
    batch.write_text('{"q": "Kyiv", "lang": "en"}\n{}\n', encoding="utf-8")
    result = run("find", "--batch", str(batch), "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{batch}:2: found " in result.stderr


@pytest.mark.parametrize("arguments", [(), ("Kyiv", "--batch", __file__)])
def test_either_a_text_or_a_batch_is_expected(arguments: tuple[str, ...]) -> None:
    assert run("find", *arguments).exit_code == 2


def test_figures_are_printed(tmp_path: Path) -> None:
    (tmp_path / "en.jsonl").write_text(RIGHT, encoding="utf-8")
    result = run("eval", str(tmp_path))
    assert result.exit_code == 0
    assert all(word in result.stdout for word in ("right", "mistaken", "1.000"))


def test_figures_are_printed_as_json(tmp_path: Path) -> None:
    (tmp_path / "en.jsonl").write_text(RIGHT, encoding="utf-8")
    made = json.loads(run("eval", str(tmp_path), "--json").stdout)
    assert (made["good"], made["groups"]["all"]["right"]) == (True, 1.0)


def test_a_miss_is_named_and_fails(tmp_path: Path) -> None:
    (tmp_path / "en.jsonl").write_text(RIGHT.replace('"UA"', '"RS"'), encoding="utf-8")
    result = run("eval", str(tmp_path))
    assert result.exit_code == 1
    assert "en UA ncb found, not RS ncb: Kyiv NCB phone" in result.stdout


def test_malformed_labelled_lines_are_named(tmp_path: Path) -> None:
    (tmp_path / "en.jsonl").write_text("{}\n", encoding="utf-8")
    result = run("eval", str(tmp_path))
    assert result.exit_code == 2
    assert "en.jsonl:1: found " in result.stderr
