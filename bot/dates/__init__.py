"""Dates, ranges and lengths of time as officers type them, in all our languages (pure).

Nothing is guessed: a text is understood, ambiguous with its candidates, or not understood with a reason.
Why it is a grammar of our own: `docs/decisions/006-typed-dates-are-our-own-grammar.md`.
"""

from bot.dates.hours import read_hours
from bot.dates.lengths import Length, read_length
from bot.dates.moments import Now
from bot.dates.reading import read
from bot.dates.results import Ambiguous, NotUnderstood, Reason, Understood, When

__all__ = [
    "Ambiguous",
    "Length",
    "NotUnderstood",
    "Now",
    "Reason",
    "Understood",
    "When",
    "read",
    "read_hours",
    "read_length",
]
