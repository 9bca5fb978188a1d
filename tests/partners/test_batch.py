"""Lines of JSON in and out."""

import json
from pathlib import Path

import pytest

from bot.partners.batch import answers, read_queries
from knowledge.article import FindingsError


def test_each_line_is_answered_in_order(tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text('{"q": "скопје европол", "lang": "mk", "more": 1}\n\n{"q": "interpol"}\n', encoding="utf-8")
    first, second = map(json.loads, answers(read_queries(path)))
    assert first == {
        "q": "скопје европол",
        "country": "MK",
        "role": "europol",
        "outcome": "found",
        "candidates": [{"country": "MK", "role": "europol", "function": "europol", "score": 1.0}],
    }
    assert (second["country"], second["role"], second["outcome"]) == (None, "ncb", "no_country")


def test_all_malformed_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text('{"q": "Kyiv"}\n{"lang": "mk"}\nnothing\n', encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        read_queries(path)
    assert [finding.line for finding in caught.value.findings] == [2, 3]
