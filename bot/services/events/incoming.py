"""Calendar files of others -> drafts of ours, with what is to be looked at before they are published."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars.imported import ImportedEvent
from bot.calendars.reading import CalendarFile
from bot.calendars.rules import EXCLUDED, LONGEST_RULE
from bot.models import Event, EventKind, EventText
from bot.services.actors import Actor
from bot.services.events import drafts, fields, texts
from bot.services.events.edits import apply
from bot.services.events.fields import Edit, Field, FieldError
from bot.services.events.texts import LONGEST_DESCRIPTION, LONGEST_TITLE

MOST_DRAFTS = 10


class Doubt(StrEnum):
    """What the file does not say for sure, or what was left out."""

    ZONE = "zone"
    END = "end"
    HOURS = "hours"
    TITLE = "title"
    LEFT_OUT = "left_out"
    EXCLUDED = "excluded"


@dataclass(frozen=True)
class Taken:
    """A draft made of an event of a file.

    Attributes:
        draft: the event.
        doubts: what a coordinator is to look at, in the order of `Doubt`.
        title: "" where the file has none.
    """

    draft: Event
    doubts: tuple[Doubt, ...]
    title: str = ""


async def take(session: AsyncSession, actor: Actor, file: CalendarFile, kind: EventKind, locale: str) -> list[Taken]:
    """Make a draft of each event of a file that takes place, at most `MOST_DRAFTS`; the caller commits.

    Changed single events of a series are not taken: the draft of the series has them as the rule says. Those that are
    cancelled are days on which it does not take place.

    Args:
        session: of the caller.
        actor: who plans them.
        file: as it was read.
        kind: of the drafts; files do not say it.
        locale: of the texts in the file.

    Raises:
        NotAllowedError: the actor plans no events.
    """
    wanted = [event for event in file.events if not event.cancelled and event.instance is None][:MOST_DRAFTS]
    return [await _draft(session, actor, _without_cancelled(event, file.events), kind, locale) for event in wanted]


def _without_cancelled(series: ImportedEvent, events: Iterable[ImportedEvent]) -> ImportedEvent:
    """Return a series with the single events of it that a file cancels as excluded ones."""
    cancelled = [
        each.instance for each in events if each.cancelled and each.instance and each.uid == series.uid and each.uid
    ]
    return replace(series, excluded=(*series.excluded, *cancelled))


async def _draft(session: AsyncSession, actor: Actor, found: ImportedEvent, kind: EventKind, locale: str) -> Taken:
    draft = await drafts.begin(session, actor, kind)
    left_out = [problem for make in _makers(found) if (problem := _set(draft, make, actor))]
    session.add(draft)
    title, description = found.title[:LONGEST_TITLE], found.description[:LONGEST_DESCRIPTION]
    if title:
        text = EventText(event_id=draft.id or 0, locale=locale, title=title, description=description)
        session.add(texts.checked(draft.id or 0, text))
    await session.flush()
    doubts = {
        Doubt.ZONE: not found.zone_given,
        Doubt.END: not found.end_given,
        Doubt.HOURS: found.whole_days,
        Doubt.TITLE: not title,
        Doubt.LEFT_OUT: bool(left_out) or (title, description) != (found.title, found.description),
        Doubt.EXCLUDED: _excluded_days(found) != {time.date() for time in found.excluded},
    }
    return Taken(draft, tuple(doubt for doubt, is_so in doubts.items() if is_so), title)


def _makers(found: ImportedEvent) -> tuple[Callable[[], Edit], ...]:
    """Return what makes an edit of each thing that the file says."""
    return (
        lambda: fields.times(found.start, found.end, found.zone),
        lambda: fields.rule(_rule(found)),
        lambda: fields.text(Field.VENUE, found.location),
        lambda: fields.position(found.position),
        lambda: fields.link(found.url),
    )


def _set(draft: Event, make: Callable[[], Edit], actor: Actor) -> FieldError | None:
    """Set a field of a draft, or return why it keeps what it had."""
    try:
        edit = make()
        apply(draft.model_copy(), [edit], actor.now)
    except FieldError as problem:
        return problem
    apply(draft, [edit], actor.now)
    return None


def _rule(found: ImportedEvent) -> str:
    """Return the rule with the days that it excludes; "" for what takes place once."""
    return str(replace(found.rule, excluded=tuple(sorted(_excluded_days(found))))) if found.rule else ""


def _excluded_days(found: ImportedEvent) -> set[dt.date]:
    """Return the days on which a series does not take place, as many as a rule holds, the earliest first."""
    if found.rule is None:
        return set()
    days = sorted({time.date() for time in found.excluded if time.time() == found.start.time()})
    room = (LONGEST_RULE - len(f"{found.rule};{EXCLUDED}=")) // len("20270316,")
    return set(days[: max(room, 0)])
