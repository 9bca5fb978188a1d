"""Who a broadcast goes to: conditions, how many members fit them, and which values there are to choose from."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.callbacks import EVERYWHERE, StaleButtonError
from bot.models import BroadcastAudience, Grant, Member, ReceiverKind
from bot.services.actors import Actor
from bot.services.broadcasts import participants
from bot.services.broadcasts.contents import READER_LOCALE
from bot.services.broadcasts.drafts import own
from bot.services.permissions import Access, Action
from knowledge import Country

UNIT_CODE_BYTES = 6
"""Of the hash that stands for a unit in a button, which has no room for its name."""


@dataclass(frozen=True)
class Reach:
    """How many members fit.

    Attributes:
        by_locale: those who can be reached, by the language they are written to in.
        left_out: those who fit too, but have blocked the assistant.
    """

    by_locale: Counter[str] = field(default_factory=Counter)
    left_out: int = 0

    @property
    def total(self) -> int:
        """Those who would get it."""
        return self.by_locale.total()


@dataclass(frozen=True)
class Option:
    """A value that an audience can be chosen by.

    Attributes:
        value: as in `BroadcastAudience.value`.
        code: stands for it in buttons.
        people: members that have it, within the actor's reach, whatever else is chosen.
        about: of a member: country and unit; else empty.
    """

    value: str
    code: str
    people: int
    about: str = ""


async def conditions_of(session: AsyncSession, broadcast_id: int) -> list[BroadcastAudience]:
    """Return what was chosen, by kind and value."""
    query = select(BroadcastAudience).where(BroadcastAudience.broadcast_id == broadcast_id)
    return list(await session.exec(query.order_by(col(BroadcastAudience.kind), col(BroadcastAudience.value))))


def fitting(access: Access, conditions: Iterable[BroadcastAudience]) -> list[ColumnElement[bool]]:
    """Return what a member must fulfil: to be one, in the actor's reach, and to fit what was chosen."""
    chosen: dict[tuple[ReceiverKind, bool], list[str]] = {}
    for condition in conditions:
        chosen.setdefault((condition.kind, condition.is_wanted), []).append(condition.value)
    return [
        *_in_reach(access),
        *(has if is_wanted else ~has for (kind, is_wanted), values in chosen.items() for has in (_has(kind, values),)),
    ]


async def reach(session: AsyncSession, access: Access, conditions: Iterable[BroadcastAudience]) -> Reach:
    """Return how many members fit now."""
    query = select(READER_LOCALE, Member.reachable, func.count()).where(*fitting(access, conditions))
    found = Reach()
    left_out = 0
    for locale, is_reachable, people in await session.exec(query.group_by(READER_LOCALE, col(Member.reachable))):
        if is_reachable:
            found.by_locale[locale] += people
        else:
            left_out += people
    return Reach(found.by_locale, left_out)


async def options(session: AsyncSession, actor: Actor, kind: ReceiverKind) -> list[Option]:
    """Return the values of a kind that members in the actor's reach have, in their order; events by time."""
    among = _in_reach(actor.access)
    if kind is ReceiverKind.EVENT:
        found = await participants.counts(session, actor, among)
        return [Option(value, code_of(kind, value), people) for value, people in found.items()]
    return await options_among(session, among, kind)


async def options_among(
    session: AsyncSession, among: Iterable[ColumnElement[bool]], kind: ReceiverKind
) -> list[Option]:
    """Return the values of a kind that some members have, in the order of their values; members by their numbers."""
    wanted = list(among)
    if kind is ReceiverKind.MEMBER:
        members = select(Member.id, Member.country, Member.unit).where(*wanted).order_by(col(Member.id))
        return [
            Option(str(number), str(number), 1, " · ".join(part for part in (country, unit) if part))
            for number, country, unit in await session.exec(members)
        ]
    value = _value(kind)
    query = select(value, func.count(sa.distinct(col(Member.id)))).where(*wanted)
    if kind is ReceiverKind.ROLE:
        query = query.join(Grant, col(Grant.member_id) == Member.id)
    rows = [(str(found), people) for found, people in await session.exec(query.group_by(value)) if found is not None]
    return [Option(found, code_of(kind, found), people) for found, people in sorted(rows)]


async def toggle(session: AsyncSession, actor: Actor, broadcast_id: int, kind: ReceiverKind, code: str) -> None:
    """Turn a value to the next of: no matter, wanted, left out. The caller commits.

    Raises:
        BroadcastError: as `drafts.own`.
        StaleButtonError: no member in reach has such a value (any more).
    """
    await own(session, actor, broadcast_id)
    found = [each.value for each in await options(session, actor, kind) if each.code == code]
    if not found:
        raise StaleButtonError(code)
    row = await session.get(BroadcastAudience, (broadcast_id, kind, found[0]), populate_existing=True)
    if row is None:
        session.add(BroadcastAudience(broadcast_id=broadcast_id, kind=kind, value=found[0]))
    elif row.is_wanted:
        row.is_wanted = False
        session.add(row)
    else:
        await session.delete(row)
    await session.flush()


async def everybody(session: AsyncSession, actor: Actor, broadcast_id: int) -> None:
    """Forget all that was chosen; the caller commits."""
    await own(session, actor, broadcast_id)
    for row in await conditions_of(session, broadcast_id):
        await session.delete(row)
    await session.flush()


def code_of(kind: ReceiverKind, value: str) -> str:
    """Return what stands for a value in a button."""
    if kind is not ReceiverKind.UNIT:
        return value
    return hashlib.blake2s(value.encode(), digest_size=UNIT_CODE_BYTES).hexdigest()


def _in_reach(access: Access) -> list[ColumnElement[bool]]:
    """Whoever holds a role is a member; a coordinator of countries reaches those that work for them."""
    is_member = col(Member.id).in_(select(Grant.member_id))
    if access.may(Action.BROADCAST):
        return [is_member]
    return [is_member, col(Member.country).in_([each for each in Country if access.may(Action.BROADCAST, each)])]


def _value(kind: ReceiverKind) -> SQLCoreOperations[str | None]:
    values: Mapping[ReceiverKind, SQLCoreOperations[Any]] = {
        ReceiverKind.COUNTRY: sa.func.coalesce(Member.country, EVERYWHERE),
        ReceiverKind.UNIT: col(Member.unit),
        ReceiverKind.ROLE: sa.cast(Grant.role, sa.String),
        ReceiverKind.LANGUAGE: READER_LOCALE,
    }
    return values[kind]


def _has(kind: ReceiverKind, values: list[str]) -> ColumnElement[bool]:
    """Return whether a member has one of some values; never NULL, so that it can be negated."""
    if kind is ReceiverKind.MEMBER:
        return col(Member.id).in_([int(value) for value in values])
    if kind is ReceiverKind.EVENT:
        return participants.takes_part(values)
    if kind is ReceiverKind.ROLE:
        return col(Member.id).in_(select(Grant.member_id).where(_value(kind).in_(values)))
    return sa.func.coalesce(_value(kind), "").in_(values)
