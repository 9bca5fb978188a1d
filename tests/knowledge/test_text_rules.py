"""The rules for the English text of an article."""

import pytest

from knowledge.article import Block, Section
from knowledge.text_rules import lix, text_findings
from tests.factories import SECTIONS, article

HARD = "Interinstitutional coordination notwithstanding, operationalisation necessitates comprehensive harmonisation."


def found(text: str, section: Section = Section.STEPS) -> list[str]:
    """Return what breaks a rule in an article with this one block, without its path."""
    shown = article(SECTIONS | {Section.STEPS: (Block("Write.", 24),), section: (Block(text, 30),)})
    return [str(finding).partition(":")[2] for finding in text_findings(shown)]


def test_a_limit_in_the_text_stands_in_the_front_matter() -> None:
    assert found("Answer in 8 hours.") == []
    assert found("Answer in 9 hours.") == ["30: found 9 hour in steps; expected a limit that stands under deadlines"]
    assert found("Answer in 3 calendar days.") != []


@pytest.mark.parametrize(
    "text", ["The unit works 24 hours a day, 7 days a week.", "It has a 24-hour desk.", "Use I-24/7."]
)
def test_round_the_clock_is_no_limit(text: str) -> None:
    assert found(text) == []


def test_other_sections_may_tell_of_other_limits() -> None:
    assert found("An answer came after 9 hours.", Section.MISTAKES) == []


def test_links_are_full_addresses() -> None:
    assert found("See [the page](https://example.org/a).") == []
    assert found("See [the page](a_signal).") == ["30: found 'a_signal'; expected an https address"]


def test_prose_of_offices_is_reported() -> None:
    assert [finding for finding in found(HARD) if "readability" in finding]


def test_the_index_counts_words_a_sentence_and_long_words() -> None:
    assert lix("One two three four.") == 4
    assert lix("One two three fourteen.") == 4 + 25
