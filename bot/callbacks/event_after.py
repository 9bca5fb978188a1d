"""Buttons for what comes after an event: past events, own ratings and comments, the summary of all ratings."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ListPastEvents(Route):
    """Show a page of the events that are over; pages count from 0."""

    prefix: ClassVar[str] = "up"
    page: int = 0


@dataclass(frozen=True)
class ListRatings(Route):
    """Show what oneself has given an event."""

    prefix: ClassVar[str] = "uo"
    event_id: int


@dataclass(frozen=True)
class CommentRating(Route):
    """Ask for a comment on an aspect, or take the one that is there away."""

    prefix: ClassVar[str] = "uc"
    event_id: int
    aspect: str
    write: bool


@dataclass(frozen=True)
class ShowRatings(Route):
    """Show the coordinator how an event was rated."""

    prefix: ClassVar[str] = "us"
    event_id: int


@dataclass(frozen=True)
class ExportRatings(Route):
    """Send the coordinator the ratings as a file: `csv`, `xlsx`."""

    prefix: ClassVar[str] = "ux"
    event_id: int
    form: str


@dataclass(frozen=True)
class MakeReport(Route):
    """Send the coordinator the report on a study visit, to go on writing."""

    prefix: ClassVar[str] = "ur"
    event_id: int
