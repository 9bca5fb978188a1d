"""Single days of a series: on which it does not take place, before and after it is published."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars.recurrence import Series, wall_times
from bot.calendars.rules import Rule, read_rule
from bot.models import Event, EventState
from bot.services.actors import Actor
from bot.services.events import fields, held
from bot.services.events.changes import conclude
from bot.services.events.edits import Difference, apply
from bot.services.events.fields import Field, FieldError, FieldProblem
from bot.services.events.notices import Outbox
from bot.times import wall, zone


@dataclass(frozen=True)
class Day:
    """A day of a series.

    Attributes:
        day: by the venue's calendar.
        takes_place: whether the series does on it.
    """

    day: dt.date
    takes_place: bool


def days_of(event: Event, now: dt.datetime) -> list[Day]:
    """Return the days of a series that are to come, also those on which it does not take place; [] for no series."""
    if event.rule is None or event.start is None or event.zone is None:
        return []
    rule, place = read_rule(event.rule), zone(event.zone)
    times = wall_times(Series(event.start, place, replace(rule, excluded=())))
    return [Day(time.date(), time.date() not in rule.excluded) for time in times if time > wall(now, place)]


async def set_day(session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, wanted: Day) -> None:
    """Take a day out of a series, or put it back; who is invited to a published one is told. The caller commits.

    A day that is not one of the series, or has passed, changes nothing. Answers stay as they are.

    Raises:
        EventGoneError: it is cancelled, or over.
        FieldError: no day would be left, or too many are excluded; nothing is to be committed then.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.planned(session, actor, event_id)
    is_draft = event.state is EventState.DRAFT
    event = await (held.draft if is_draft else held.published)(session, actor, event_id)
    if event.rule is None or replace(wanted, takes_place=not wanted.takes_place) not in days_of(event, actor.now):
        return
    differences = _apply(event, _changed(read_rule(event.rule), wanted), actor.now)
    session.add(event)
    if not is_draft:
        await conclude(session, outbox, actor, event, differences)
    await session.flush()


def _changed(rule: Rule, wanted: Day) -> Rule:
    days = set(rule.excluded) - {wanted.day} if wanted.takes_place else {*rule.excluded, wanted.day}
    return replace(rule, excluded=tuple(sorted(days)))


def _apply(event: Event, rule: Rule, now: dt.datetime) -> list[Difference]:
    try:
        return apply(event, [fields.rule(str(rule))], now)
    except FieldError as error:
        if error.problem is FieldProblem.PAST:  # those that are left have taken place
            raise FieldError(Field.RULE, FieldProblem.NOTHING_LEFT) from error
        raise
