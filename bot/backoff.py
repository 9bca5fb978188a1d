"""How long to wait before something is tried again: longer each time, and not all at the same moment."""

from collections.abc import Callable
from secrets import SystemRandom

FIRST = 0.5
LONGEST = 30.0
"""Seconds."""
CHANCE = SystemRandom().random


class Backoff:
    """Waits that double up to a bound, each shortened by a random part of up to a half."""

    def __init__(self, first: float = FIRST, longest: float = LONGEST, chance: Callable[[], float] = CHANCE) -> None:
        """Take the first and the longest wait in seconds, and what gives a number from 0 to 1."""
        self._first = first
        self._longest = longest
        self._chance = chance
        self._wait = first

    def next(self) -> float:
        """Return how many seconds to wait now."""
        wait, self._wait = self._wait, min(self._wait * 2, self._longest)
        return wait * (1 - self._chance() / 2)

    def reset(self) -> None:
        """Begin with the first wait again: it went well."""
        self._wait = self._first
