"""Tests of the personal-data guard. Every value is made up; where there is a check digit, it is right."""

from bot.guard import Kind, find


def kinds(text: str) -> list[Kind]:
    """Return the kinds that the guard finds in a text, in order."""
    return [finding.kind for finding in find(text)]


def values(text: str) -> list[str]:
    """Return what the guard takes for personal data."""
    return [text[finding.start : finding.end] for finding in find(text)]
