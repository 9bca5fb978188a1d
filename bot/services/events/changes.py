"""Changes of a published event: each makes a new version, and everybody who is invited is told what it was and is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Event, EventChange, EventState, EventText, Invitee
from bot.models.audit import Action as Audited
from bot.services.actors import Actor
from bot.services.audit_entry import Code
from bot.services.events import held, invitees, notices, seats, texts
from bot.services.events.edits import Difference, apply
from bot.services.events.fields import Edit, Field, FieldError, FieldProblem
from bot.services.events.notices import NoticeKind, Outbox
from bot.services.events.reminders import is_unconfirmed
from bot.services.events.scheduling import reschedule
from bot.services.permissions import Action

DATE_AND_PLACE = frozenset({Field.TIMES, Field.RULE, Field.VENUE, Field.ADDRESS, Field.HOST_COUNTRY})
"""Who has answered must confirm after a change of one of them."""
MOST_REASON = 300


@dataclass(frozen=True)
class Changed:
    """What a change did.

    Attributes:
        event: as it is now.
        differences: field by field; () when nothing differs, and then there is no new version.
        to_confirm: whose answer is kept but counts as unconfirmed.
        promoted: who waited and has a seat by it.
    """

    event: Event
    differences: tuple[Difference, ...] = ()
    to_confirm: tuple[Invitee, ...] = ()
    promoted: tuple[Invitee, ...] = ()


async def change(
    session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, edits: Sequence[Edit | EventText]
) -> Changed:
    """Change fields and texts of a published event; the caller commits.

    Raises:
        EventGoneError: it is not published, or over.
        FieldError: what they make is not possible; nothing is to be committed then.
        NotAllowedError: it is, or would be, of a country whose events the actor does not plan.
    """
    event = await held.published(session, actor, event_id)
    differences = apply(event, [edit for edit in edits if isinstance(edit, Edit)], actor.now)
    actor.require(Action.PLAN_EVENTS, event.host_country)
    differences += await _write_texts(session, event_id, [edit for edit in edits if isinstance(edit, EventText)])
    return await conclude(session, outbox, actor, event, differences)


async def conclude(
    session: AsyncSession, outbox: Outbox, actor: Actor, event: Event, differences: Sequence[Difference]
) -> Changed:
    """Make a version of what was changed, give the seats that it brings, and tell everybody; the caller commits.

    Nothing that is told of an earlier version is lost: each version has its own message, and the last of those that
    wait together tells them all.
    """
    if not differences:
        return Changed(event)
    number = event.id or 0
    event.sequence, event.changed_at = event.sequence + 1, actor.now
    if any(each.field in DATE_AND_PLACE for each in differences):
        event.confirm_sequence = event.sequence
    session.add(event)
    session.add_all(
        EventChange(event_id=number, sequence=event.sequence, field=each.field, old=each.old, new=each.new)
        for each in differences
    )
    await session.flush()
    promoted = await seats.serve(session, event)
    invited = await invitees.of_event(session, number)
    told = [notices.change(event, each, actor.now) for each in invited]
    await outbox.put(session, told + [notices.promotion(event, each, actor.now) for each in promoted])
    await reschedule(session, outbox, event, actor.now)
    await actor.record(session, Audited.EVENT_CHANGED, f"event:{number}", _codes(event, differences))
    to_confirm = tuple(each for each in invited if is_unconfirmed(event, each))
    return Changed(event, tuple(differences), to_confirm, tuple(promoted))


async def cancel(session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, reason: str) -> Event:
    """Cancel a published event and tell everybody why; the caller commits.

    Raises:
        EventGoneError: it is not published, or over.
        FieldError: there is no reason, or it is too long.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.published(session, actor, event_id)
    words = reason.strip()
    if not words:
        raise FieldError(Field.DESCRIPTION, FieldProblem.EMPTY)
    if len(words) > MOST_REASON:
        raise FieldError(Field.DESCRIPTION, FieldProblem.TOO_LONG)
    event.state, event.cancel_reason = EventState.CANCELLED, words
    event.sequence, event.changed_at = event.sequence + 1, actor.now
    session.add(event)
    await session.flush()
    for kind in (NoticeKind.INVITATION, NoticeKind.CHANGE, NoticeKind.PROMOTION):
        await outbox.withdraw(session, f"{kind}:{event_id}:")
    await reschedule(session, outbox, event, actor.now)
    invited = await invitees.of_event(session, event_id)
    await outbox.put(session, [notices.cancellation(event, each, actor.now) for each in invited])
    await actor.record(session, Audited.EVENT_CANCELLED, f"event:{event_id}", {"sequence": event.sequence})
    return event


async def of_versions(session: AsyncSession, event_id: int, versions: Iterable[int]) -> list[Difference]:
    """Return what versions changed together, in the order of `Field`; what was changed back is no difference.

    The first version has none.
    """
    query = select(EventChange).where(EventChange.event_id == event_id, col(EventChange.sequence).in_(list(versions)))
    rows = (await session.exec(query.order_by(col(EventChange.sequence), col(EventChange.field)))).all()
    order = {str(field): place for place, field in enumerate(Field)}
    merged: dict[str, Difference] = {}
    for row in rows:
        known = merged.get(row.field)
        merged[row.field] = Difference(row.field, known.old if known else row.old, row.new)
    differing = [each for each in merged.values() if each.old != each.new]
    return sorted(differing, key=lambda each: (order.get(each.field.split(":")[0], len(order)), each.field))


async def _write_texts(session: AsyncSession, event_id: int, wanted: Iterable[EventText]) -> list[Difference]:
    """Write texts and return what differs, with the language behind the field: `title:uk`."""
    found: list[Difference] = []
    for text in wanted:
        new = texts.checked(event_id, text)
        old = await session.get(EventText, (event_id, text.locale))
        before = (old.title, old.description) if old else ("", "")
        pairs = zip((Field.TITLE, Field.DESCRIPTION), before, (new.title, new.description), strict=True)
        found += [Difference(f"{field}:{text.locale}", was, now) for field, was, now in pairs if was != now]
        await session.merge(new)
    return found


def _codes(event: Event, differences: Iterable[Difference]) -> dict[str, Code]:
    """Return a version as details of a record: its number, and which fields it changed."""
    fields = sorted({each.field.partition(":")[0] for each in differences})
    return {"sequence": event.sequence} | {f"field{number}": field for number, field in enumerate(fields, start=1)}
