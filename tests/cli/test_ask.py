"""`ilecu ask`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import ask, create_app
from knowledge import KnowledgeBase

QUESTION = "the driver fled across the border, may we follow"


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch, knowledge: KnowledgeBase) -> None:
    """Read the articles once for all tests."""
    monkeypatch.setattr(ask, "load_knowledge", lambda: knowledge)


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run `ilecu`."""
    return CliRunner().invoke(create_app(), list(arguments), input=stdin)


def test_an_answer_is_printed_with_title_answer_and_channels() -> None:
    result = run("ask", QUESTION)
    assert result.exit_code == 0
    assert result.stdout.startswith("Pursuing a fleeing person across the border")
    assert "Channel: bilateral channel" in result.stdout


def test_the_answer_is_in_the_language_of_the_question() -> None:
    result = run("ask", "возач је побегао преко границе, смемо ли да га гонимо")
    assert "Канал:" in result.stdout


def test_json_has_the_fields_of_the_contract() -> None:
    answer = json.loads(run("ask", QUESTION, "--json").stdout)
    assert answer["q"] == QUESTION
    assert (answer["lang"], answer["outcome"], answer["topic"]) == ("en", "answer", "hot-pursuit")
    assert answer["candidates"][0] == "hot-pursuit"


def test_nothing_found_has_no_topic() -> None:
    answer = json.loads(run("ask", "what is the weather today", "--json").stdout)
    assert (answer["outcome"], answer["topic"]) == ("none", None)
    assert run("ask", "what is the weather today").stdout.startswith("I have no article")


def test_an_explanation_says_why() -> None:
    assert len(run("ask", QUESTION, "--explain").stdout) > len(run("ask", QUESTION).stdout)
    assert json.loads(run("ask", QUESTION, "--json", "--explain").stdout)["explanation"]


def test_a_batch_is_answered_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(f'{{"q": "{QUESTION}", "lang": "en"}}\n\n{{"q": "🌦️", "lang": "uk", "topic": null}}\n')
    answers = [json.loads(line) for line in run("ask", "--batch", str(path), "--json").stdout.splitlines()]
    assert [(answer["q"], answer["lang"], answer["outcome"]) for answer in answers] == [
        (QUESTION, "en", "answer"),
        ("🌦️", "uk", "none"),
    ]


def test_a_batch_can_come_through_a_pipe() -> None:
    assert json.loads(run("ask", "--batch", "-", "--json", stdin='{"q": "mla"}\n').stdout)["q"] == "mla"


@pytest.mark.parametrize("line", ["no json", '{"lang": "en"}', '{"q": 5}', "[]"])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(f'{{"q": "mla"}}\n{line}\n')
    result = run("ask", "--batch", str(path), "--json")
    assert result.exit_code == 2
    assert f"{path}:2: " in result.stderr
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize("arguments", [[], ["question", "--batch", "file.jsonl"]])
def test_either_a_question_or_a_batch(arguments: list[str]) -> None:
    assert run("ask", *arguments).exit_code == 2


def test_a_batch_that_is_not_there_is_named() -> None:
    result = run("ask", "--batch", "no-such-file.jsonl")
    assert result.exit_code == 2
    assert "no-such-file.jsonl" in result.stderr
