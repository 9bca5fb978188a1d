"""What is known of a study visit, for the report on it; each report is in the audit log, as exports are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Answer, Aspect, ChecklistItem, ChecklistMark, Event, EventKind, EventState, EventText, Member
from bot.models.audit import Action as Audited
from bot.services.actors import Actor
from bot.services.events import checklist, held, listing, ratings, texts
from bot.services.events.held import EventGoneError
from bot.services.events.ratings import AspectSummary


@dataclass(frozen=True)
class Report:
    """A study visit with who came and how it was found.

    Attributes:
        event: published.
        texts: in all its languages.
        invited: how many were.
        came: those who had said yes, by country and unit.
        items: of the checklist, with how many of those who came have ticked each.
        ratings: how each aspect was found so far.
    """

    event: Event
    texts: Sequence[EventText]
    invited: int
    came: Sequence[Member]
    items: Sequence[tuple[ChecklistItem, int]]
    ratings: Mapping[Aspect, AspectSummary]

    @property
    def units(self) -> list[tuple[str | None, str | None, int]]:
        """How many came from each country and unit, in the order of `came`."""
        counted = Counter((member.country, member.unit) for member in self.came)
        return [(country, unit, count) for (country, unit), count in counted.items()]


async def collect(session: AsyncSession, actor: Actor, event_id: int) -> Report:
    """Return what a report begins with; the caller commits, because the audit log gets a record.

    Raises:
        EventGoneError: it is no study visit, a draft, or cancelled.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.planned(session, actor, event_id)
    if event.kind is not EventKind.STUDY_VISIT or event.state is not EventState.PUBLISHED:
        raise EventGoneError
    people = await listing.participants(session, actor, event_id)
    came = [each.member for each in people if each.invitee.answer is Answer.YES]
    await actor.record(session, Audited.EXPORT, f"event:{event_id}", {"what": "report", "rows": len(came)})
    return Report(
        event,
        (await texts.of_events(session, [event_id]))[event_id],
        len(people),
        came,
        await _items(session, event_id, [member.id or 0 for member in came]),
        await ratings.summary(session, actor, event_id),
    )


async def _items(session: AsyncSession, event_id: int, members: Sequence[int]) -> list[tuple[ChecklistItem, int]]:
    ticked = (
        select(ChecklistMark.item_id, func.count())
        .where(col(ChecklistMark.member_id).in_(members))
        .group_by(col(ChecklistMark.item_id))
    )
    done = dict((await session.exec(ticked)).all())
    return [(item, done.get(item.id or 0, 0)) for item in await checklist.items_of(session, event_id)]
