"""Findings."""

from pathlib import Path

from bot.catalogs.findings import EXCERPT_LENGTH, Fault, Rule, excerpt, locate

PATH = Path("locales/hu/LC_MESSAGES/bot.po")


def test_finding_is_one_line_with_place_rule_found_and_expected() -> None:
    """Editors and CI read `path:line:`."""
    finding = locate(Fault(Rule.PLACEHOLDER, "{telefon}", "{phone}"), PATH, 12, "Phone:\n{phone}")
    expected = 'placeholder in "Phone: {phone}": found {telefon}; expected {phone}'
    assert str(finding) == f"locales/hu/LC_MESSAGES/bot.po:12: {expected}"


def test_finding_about_a_file_names_no_message() -> None:
    """There is none."""
    finding = locate(Fault(Rule.CATALOG, "no file", "one"), PATH, 1)
    assert str(finding) == "locales/hu/LC_MESSAGES/bot.po:1: catalog: found no file; expected one"


def test_warning_is_marked_and_no_error() -> None:
    """The check passes with it."""
    finding = locate(Fault(Rule.PUNCTUATION, "none", "."), PATH, 3, "Stop.")
    assert not finding.is_error
    assert ":3: warning: final punctuation" in str(finding)


def test_long_message_is_cut() -> None:
    """A paragraph in a report hides what it is about."""
    shown = excerpt("word " * 50)
    assert len(shown) <= EXCERPT_LENGTH
    assert shown.endswith("…")
