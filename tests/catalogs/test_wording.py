"""Commands, space, line breaks, last sign, text left in English."""

import pytest

from bot.catalogs.findings import Rule
from bot.catalogs.wording import faults


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Stop.", "Állj.", id="full stop"),
        pytest.param("Who?", "Cine?", id="question mark"),
        pytest.param("He said “stop”.", "Azt mondta: „állj”.", id="quotes before the full stop"),
        pytest.param("(See the note.)", "<i>(Vezi nota.)</i>", id="brackets and tags behind it"),
        pytest.param("Wait...", "Почекайте…", id="two ways of three dots"),
        pytest.param("Steps", "ნაბიჯები", id="heading"),
        pytest.param(" and ", " és ", id="space at both ends"),
        pytest.param("One\nTwo\n", "Egy\nKettő\n", id="lines"),
        pytest.param("INTERPOL (I-24/7)", "INTERPOL (I-24/7)", id="name that stays"),
        pytest.param("Liaison officer", "Liaison officer", id="too short to be a sentence"),
        pytest.param("Send /contact to search.", "Trimiteți /contact pentru a căuta.", id="command"),
        pytest.param("and/or", "és/vagy", id="slash between words"),
    ],
)
def test_translation_of_the_same_form_is_right(source: str, text: str) -> None:
    """Quotes, brackets and tags may stand behind the last sign."""
    assert faults(source, text) == []


@pytest.mark.parametrize(
    ("source", "text", "rule"),
    [
        pytest.param("Stop.", "Állj", Rule.PUNCTUATION, id="full stop lost"),
        pytest.param("Name:", "Név.", Rule.PUNCTUATION, id="another sign"),
        pytest.param("Stop.", " Állj.", Rule.SPACE, id="space in front"),
        pytest.param("Stop.\n", "Állj.", Rule.SPACE, id="line break at the end lost"),
        pytest.param("One\nTwo", "Egy Kettő", Rule.LINES, id="line break lost"),
        pytest.param(
            "Ask the duty officer of your unit.", "Ask the duty officer of your unit.", Rule.IDENTICAL, id="English"
        ),
        pytest.param("Send /contact.", "Küldje: /kapcsolat.", Rule.COMMAND, id="command translated"),
        pytest.param("Ask @ilecu.", "Întrebați.", Rule.COMMAND, id="name lost"),
    ],
)
def test_other_form_is_found(source: str, text: str, rule: Rule) -> None:
    """Each text breaks one rule only."""
    assert [fault.rule for fault in faults(source, text)] == [rule]
