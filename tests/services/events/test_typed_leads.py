"""Typed lengths of time before a start."""

import pytest

from bot.services.events import typed_leads
from bot.services.events.leads import read_lead


@pytest.mark.parametrize(
    ("typed", "locale", "lead"),
    [
        ("3 h", "en", "3h"),
        ("5 days", "en", "5d"),
        ("45 min", "en", "45m"),
        ("2 weeks", "en", "14d"),
        ("1 day 12 hours", "en", "36h"),
        ("3m", "en", "3m"),
        ("90 days", "en", "90d"),
        ("3 години", "uk", "3h"),
        ("2 napot", "hu", "2d"),
        ("3 дана", "sr", "3d"),
    ],
)
def test_a_length_in_any_language_is_a_lead(typed: str, locale: str, lead: str) -> None:
    assert typed_leads.read(typed, locale) == lead
    assert read_lead(lead)


@pytest.mark.parametrize(
    "typed", ["", "soon", "91 days", "2 months", "1 year", "1000 hours", "1441 min", "0 h", "-3 h"]
)
def test_what_is_no_length_or_too_long_is_none(typed: str) -> None:
    assert typed_leads.read(typed, "en") is None
