"""The documentation's table of methods is the code's."""

from pathlib import Path

from bot.gateway.coverage import BEGIN, END, fill, table
from bot.gateway.parameters import Schema

DOCUMENT = Path(__file__).parents[2] / "docs" / "gateway.md"


def test_the_document_shows_what_the_code_offers() -> None:
    document = DOCUMENT.read_text("utf-8")
    assert fill(document, Schema.load()) == document


def test_the_table_names_every_method_once() -> None:
    shown = table(Schema.load())
    assert [shown.count(f"| `{name}` |") for name in Schema.load().methods] == [1] * len(Schema.load().methods)


def test_only_what_is_between_the_marks_is_renewed() -> None:
    filled = fill(f"before\n{BEGIN}\nan outdated row\n{END}\nafter", Schema.load())
    assert filled.startswith("before\n")
    assert filled.endswith("\nafter")
    assert "an outdated row" not in filled
