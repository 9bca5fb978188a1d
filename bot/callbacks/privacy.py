"""Buttons of what is held about a person, and of its erasure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ShowOwnData(Route):
    """Send what is held about the person."""

    prefix: ClassVar[str] = "od"


class ForgetStep(StrEnum):
    """How far somebody is who wants to be erased; the values travel in buttons."""

    KEEP = "0"
    CONFIRM = "1"
    ERASE = "2"


@dataclass(frozen=True)
class ForgetMe(Route):
    """Erase what is held about the person, after a second question.

    Attributes:
        step: what the press does.
        asked_at: minutes since 1970 when the question was shown; an old one is asked again.
    """

    prefix: ClassVar[str] = "fg"
    step: ForgetStep
    asked_at: int
