"""Whom an event is for: lines that a coordinator chooses, and the members that they mean now."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, delete, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AudienceKind, EventAudience, EventQuota, Grant, Member, Role
from bot.services.actors import Actor
from bot.services.events import held
from bot.services.events.fields import MOST_SEATS
from knowledge import Country

MOST_LINES = 100


class AudienceError(ValueError):
    """A line that means nobody, by its form."""


async def add(session: AsyncSession, actor: Actor, event_id: int, kind: AudienceKind, value: str) -> None:
    """Add a line to the audience of a draft; the caller commits.

    Raises:
        AudienceError: the value is no code, role, number or name of a unit, or there are too many lines.
        EventGoneError: it is no draft.
        NotAllowedError: it is not theirs to plan.
    """
    await held.draft(session, actor, event_id)
    if not _is_sound(kind, value) or len(await lines(session, event_id)) >= MOST_LINES:
        raise AudienceError(f"{kind}: found a value that means nobody, or more than {MOST_LINES} lines")
    await session.merge(EventAudience(event_id=event_id, kind=kind, value=value))


async def remove(session: AsyncSession, actor: Actor, event_id: int, kind: AudienceKind, value: str) -> None:
    """Take a line from the audience of a draft; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        NotAllowedError: it is not theirs to plan.
    """
    await held.draft(session, actor, event_id)
    line = (col(EventAudience.event_id) == event_id, col(EventAudience.kind) == kind, col(EventAudience.value) == value)
    await session.exec(delete(EventAudience).where(*line))


async def set_quotas(session: AsyncSession, actor: Actor, event_id: int, quotas: Mapping[Country, int]) -> None:
    """Set how many of each country can come to a draft; who is not named is limited by the capacity alone.

    Raises:
        AudienceError: a quota is less than one or more than a thousand.
        EventGoneError: it is no draft.
        NotAllowedError: it is not theirs to plan.
    """
    await held.draft(session, actor, event_id)
    await write_quotas(session, event_id, quotas)


async def write_quotas(session: AsyncSession, event_id: int, quotas: Mapping[Country, int]) -> None:
    """Put quotas in place of those that are there; who calls holds the event.

    Raises:
        AudienceError: a quota is less than one or more than a thousand.
    """
    if not all(1 <= seats <= MOST_SEATS for seats in quotas.values()):
        raise AudienceError(f"found a quota out of range; expected 1 to {MOST_SEATS}")
    await session.exec(delete(EventQuota).where(col(EventQuota.event_id) == event_id))
    session.add_all(EventQuota(event_id=event_id, country=of, seats=seats) for of, seats in sorted(quotas.items()))
    await session.flush()


async def quotas_of(session: AsyncSession, event_id: int) -> dict[str, int]:
    """Return the quotas of an event by country."""
    rows = (await session.exec(select(EventQuota).where(EventQuota.event_id == event_id))).all()
    return {row.country: row.seats for row in sorted(rows, key=lambda row: row.country)}


async def lines(session: AsyncSession, event_id: int) -> list[EventAudience]:
    """Return the lines of an audience, by kind and value."""
    query = select(EventAudience).where(EventAudience.event_id == event_id)
    return list((await session.exec(query.order_by(col(EventAudience.kind), col(EventAudience.value)))).all())


async def members_of(session: AsyncSession, event_id: int) -> list[Member]:
    """Return the members that an audience means now, by number; people without a role are none.

    Countries, roles and units narrow each other down; named members come beside them. No line is nobody.
    """
    chosen: defaultdict[AudienceKind, list[str]] = defaultdict(list)
    for line in await lines(session, event_id):
        chosen[line.kind].append(line.value)
    named = [int(value) for value in chosen.pop(AudienceKind.MEMBER, [])]
    alternatives: list[ColumnElement[bool]] = [col(Member.id).in_(named)]
    if chosen:
        alternatives.append(_narrowed(chosen))
    query = select(Member).where(col(Member.id).in_(select(Grant.member_id)), or_(*alternatives))
    return list((await session.exec(query.order_by(col(Member.id)))).all())


def _narrowed(chosen: Mapping[AudienceKind, list[str]]) -> ColumnElement[bool]:
    holders = select(Grant.member_id).where(col(Grant.role).in_(chosen.get(AudienceKind.ROLE, [])))
    of_kind = {
        AudienceKind.COUNTRY: col(Member.country).in_(chosen.get(AudienceKind.COUNTRY, [])),
        AudienceKind.UNIT: col(Member.unit).in_(chosen.get(AudienceKind.UNIT, [])),
        AudienceKind.ROLE: col(Member.id).in_(holders),
    }
    return and_(*(of_kind[kind] for kind in chosen))


def _is_sound(kind: AudienceKind, value: str) -> bool:
    forms = {
        AudienceKind.COUNTRY: value in Country.__members__,
        AudienceKind.ROLE: value in {str(role) for role in Role},
        AudienceKind.UNIT: 0 < len(value) <= 120,  # noqa: PLR2004  # as Member.unit
        AudienceKind.MEMBER: value.isdecimal() and value.isascii() and len(value) < 10,  # noqa: PLR2004  # digits
    }
    return forms[kind]
