"""Events in the making: begun, filled field by field, and what they still lack."""

from collections.abc import Iterable
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Event, EventKind, EventState, EventText
from bot.services.actors import Actor
from bot.services.events import audience, held, texts
from bot.services.events.edits import apply, problems
from bot.services.events.fields import Edit, Field, FieldProblem
from bot.services.events.leads import DEFAULTS
from bot.services.permissions import Action
from knowledge import Country


class Missing(StrEnum):
    """What a draft lacks before it can be published, in the order in which it is asked for."""

    TITLE = "title"
    TIMES = "times"
    PAST = "past"
    RULE = "rule"
    PLACE = "place"
    ANSWER_BY = "answer_by"
    AUDIENCE = "audience"
    NOBODY = "nobody"


OF_PROBLEMS = {
    (Field.TIMES, FieldProblem.PAST): Missing.PAST,
    (Field.ANSWER_BY, FieldProblem.AFTER_START): Missing.ANSWER_BY,
    (Field.ANSWER_BY, FieldProblem.PAST): Missing.ANSWER_BY,
    (Field.RULE, FieldProblem.BAD_RULE): Missing.RULE,
    (Field.RULE, FieldProblem.NOTHING_LEFT): Missing.RULE,
}


async def begin(session: AsyncSession, actor: Actor, kind: EventKind) -> Event:
    """Return a new draft, of the network or of the first country whose events the actor plans; the caller commits.

    Raises:
        NotAllowedError: they plan no events.
    """
    countries = [country for country in (None, *Country) if actor.access.may(Action.PLAN_EVENTS, country)]
    actor.require(Action.PLAN_EVENTS, countries[0] if countries else None)
    event = Event(
        kind=kind,
        host_country=countries[0],
        leads=list(DEFAULTS[kind]),
        created_by=actor.access.member_id,
        created_at=actor.now,
    )
    session.add(event)
    await session.flush()
    return event


async def edit(session: AsyncSession, actor: Actor, event_id: int, edits: Iterable[Edit]) -> Event:
    """Set fields of a draft; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        FieldError: what the fields make together is not possible; nothing is to be committed then.
        NotAllowedError: it is, or would be, of a country whose events the actor does not plan.
    """
    event = await held.draft(session, actor, event_id)
    wanted = list(edits)
    apply(event, wanted, actor.now)
    actor.require(Action.PLAN_EVENTS, event.host_country)
    session.add(event)
    await session.flush()
    return event


async def set_typed(session: AsyncSession, actor: Actor, event_id: int, typed: Iterable[Edit | EventText]) -> None:
    """Set fields and texts of a draft; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        FieldError: what they make is not possible; nothing is to be committed then.
        NotAllowedError: it is, or would be, of a country whose events the actor does not plan.
    """
    wanted = list(typed)
    await edit(session, actor, event_id, [each for each in wanted if isinstance(each, Edit)])
    for text in (each for each in wanted if isinstance(each, EventText)):
        await texts.write(session, actor, event_id, text)


async def discard(session: AsyncSession, actor: Actor, event_id: int) -> None:
    """Delete a draft with all its parts; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        NotAllowedError: it is not theirs to plan.
    """
    await session.delete(await held.draft(session, actor, event_id))
    await session.flush()


async def missing(session: AsyncSession, actor: Actor, event: Event) -> list[Missing]:
    """Return what keeps an event from being published, in the order of `Missing`; [] when it is ready."""
    number = event.id or 0
    wrong = {OF_PROBLEMS[problem] for problem in problems(event, actor.now)}
    lines = await audience.lines(session, number)
    if not (await texts.of_events(session, [number]))[number]:
        wrong.add(Missing.TITLE)
    if event.starts_at is None:
        wrong.add(Missing.TIMES)
    if event.venue is None and event.link is None:
        wrong.add(Missing.PLACE)
    if not lines:
        wrong.add(Missing.AUDIENCE)
    elif not await audience.members_of(session, number):
        wrong.add(Missing.NOBODY)
    return [each for each in Missing if each in wrong]


async def own(session: AsyncSession, actor: Actor) -> list[Event]:
    """Return the drafts that the actor may change, the newest first."""
    query = select(Event).where(Event.state == EventState.DRAFT).order_by(col(Event.id).desc())
    drafts = (await session.exec(query)).all()
    return [draft for draft in drafts if actor.access.may(Action.PLAN_EVENTS, draft.host_country)]
