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


def test_a_line_that_is_no_utf_8_is_named_and_a_byte_order_mark_is_none(tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"q": "Kyiv"}\n{"q": "Chi\xbain\xe3u"}\n')
    with pytest.raises(FindingsError) as caught:
        read_queries(path)
    assert [finding.line for finding in caught.value.findings] == [2]


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text('{"q": "Kyiv\u2028NCB"}\r\n', encoding="utf-8")
    assert [query.q for query in read_queries(path)] == ["Kyiv\u2028NCB"]
