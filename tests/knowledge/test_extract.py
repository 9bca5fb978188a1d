"""Articles as gettext messages."""

import io
from pathlib import Path

import pytest

from knowledge import extract
from tests.knowledge.test_reading import ARTICLE


def messages(path: Path) -> list[tuple[int, tuple[str, str]]]:
    """Return line and (msgctxt, msgid) of each message of a file."""
    with path.open("rb") as file:
        return [(line, texts) for line, _, texts, _ in extract.extract(file, {}, (), {})]


def test_every_piece_of_an_article_is_a_message_with_article_and_field(tmp_path: Path) -> None:
    path = tmp_path / "signal.md"
    path.write_text(ARTICLE, encoding="utf-8")
    assert messages(path) == [
        (3, ("signal/title", "Sending a signal")),
        (22, ("signal/short-answer", "Send it at once.")),
        (27, ("signal/steps", "Write.")),
        (28, ("signal/steps", "Call **first**.")),
        (32, ("signal/country-notes", "Use the form.")),
        (9, ("signal/deadline", "Answer: {duration}")),
        (10, ("signal/decides", "The head of unit decides.")),
    ]


def test_the_names_of_instruments_are_messages(tmp_path: Path) -> None:
    path = tmp_path / "instruments.yaml"
    path.write_text("# Treaties\n- {id: cs, name: Convention on Signals, short: CS}\n", encoding="utf-8")
    assert messages(path) == [(2, ("instrument/cs", "Convention on Signals"))]


def test_a_file_that_is_not_on_disk_is_refused() -> None:
    with pytest.raises(TypeError, match="on disk"):
        next(extract.extract(io.BytesIO(b""), {}, (), {}))
