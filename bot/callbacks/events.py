"""Buttons of events and personal follow-ups; answers, formats and aspects are values of the enums in `bot.models`."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ListEvents(Route):
    """Show a page of what is coming; pages count from 0."""

    prefix: ClassVar[str] = "el"
    page: int = 0


@dataclass(frozen=True)
class ShowEvent(Route):
    """Show the card of an event."""

    prefix: ClassVar[str] = "e"
    event_id: int


@dataclass(frozen=True)
class AnswerEvent(Route):
    """Answer one's own invitation: `yes`, `no`, `maybe`."""

    prefix: ClassVar[str] = "ea"
    event_id: int
    wish: str


@dataclass(frozen=True)
class NominateColleague(Route):
    """Send somebody else from one's unit; without a colleague, choose one."""

    prefix: ClassVar[str] = "en"
    event_id: int
    colleague_id: int | None = None


@dataclass(frozen=True)
class WriteNote(Route):
    """Ask for a note to the coordinator."""

    prefix: ClassVar[str] = "eo"
    event_id: int


@dataclass(frozen=True)
class TickItem(Route):
    """Tick an item of the checklist, or take the tick away."""

    prefix: ClassVar[str] = "et"
    item_id: int
    done: bool


@dataclass(frozen=True)
class SendCalendar(Route):
    """Send the calendar file of an event, or of all of one's own."""

    prefix: ClassVar[str] = "ei"
    event_id: int | None = None


@dataclass(frozen=True)
class RemindAgain(Route):
    """Remind of an event once more in so many hours."""

    prefix: ClassVar[str] = "eg"
    event_id: int
    hours: int


@dataclass(frozen=True)
class ShowParticipants(Route):
    """Show the coordinator a page of who is invited; pages count from 0."""

    prefix: ClassVar[str] = "ep"
    event_id: int
    page: int = 0


@dataclass(frozen=True)
class AnswerFor(Route):
    """Answer for somebody; without an answer, choose one."""

    prefix: ClassVar[str] = "ef"
    invitee_id: int
    wish: str | None = None


@dataclass(frozen=True)
class ExportAnswers(Route):
    """Send the coordinator the answers as a file: `csv`, `xlsx`."""

    prefix: ClassVar[str] = "ex"
    event_id: int
    form: str


@dataclass(frozen=True)
class RateEvent(Route):
    """Give an aspect of an event stars, or ask for them."""

    prefix: ClassVar[str] = "er"
    event_id: int
    aspect: str
    stars: int | None = None


@dataclass(frozen=True)
class ListFollowUps(Route):
    """Show what somebody waits for."""

    prefix: ClassVar[str] = "fl"


@dataclass(frozen=True)
class SnoozeFollowUp(Route):
    """Move a follow-up by so many days from now."""

    prefix: ClassVar[str] = "fs"
    follow_up_id: int
    days: int


@dataclass(frozen=True)
class FinishFollowUp(Route):
    """Wait no longer."""

    prefix: ClassVar[str] = "fd"
    follow_up_id: int


@dataclass(frozen=True)
class FollowDeadline(Route):
    """Set a follow-up for a time limit of an article, by its place there from 0."""

    prefix: ClassVar[str] = "fa"
    article_id: str
    deadline: int
