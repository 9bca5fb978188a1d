"""Texts that the extractor does not see: it does not look into f-strings."""

import ast
from collections.abc import Iterator
from pathlib import Path

import bot

MARKS = frozenset({"_", "gettext", "ngettext", "pgettext"})


def hidden(source: str) -> Iterator[int]:
    """Yield the lines of the messages that stand inside f-strings."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            yield from (each.lineno for each in ast.walk(node) if isinstance(each, ast.Call) and is_message(each))


def is_message(call: ast.Call) -> bool:
    """Say whether a call marks a text that is to be translated."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in MARKS and bool(call.args) and isinstance(call.args[0], ast.Constant)


def test_a_message_inside_an_f_string_is_found() -> None:
    assert list(hidden("""text = f"<i>{escape(translator.gettext('nothing'))}</i>" """)) == [1]
    assert list(hidden("""text = f"<i>{escape(nothing)}</i>"; nothing = _("nothing")""")) == []


def test_no_message_stands_where_the_extractor_does_not_look() -> None:
    folder = Path(bot.__file__).parent
    found = {path.relative_to(folder): list(hidden(path.read_text("utf-8"))) for path in folder.rglob("*.py")}
    assert {str(path): lines for path, lines in found.items() if lines} == {}
