"""Roles of members: given, taken, and all of them taken at once from somebody who leaves."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Grant, Member, Role
from bot.services import audit, leaving
from bot.services.actors import Actor, NotAllowedError
from bot.services.admission import Admission, admit
from bot.services.permissions import Access, Action, Held, access_of_member, held_of


class Change(StrEnum):
    """What became of a change."""

    DONE = "done"
    NOTHING_TO_DO = "nothing_to_do"
    LAST_ADMINISTRATOR = "last_administrator"


@dataclass(frozen=True)
class Listed:
    """A member with their roles."""

    member: Member
    roles: frozenset[Held]


async def grant(session: AsyncSession, actor: Actor, member: Member, admission: Admission) -> Change:
    """Give roles; somebody new gets the country and unit too. The caller commits.

    Raises:
        NotAllowedError: the actor may not give one of them to somebody of that country.
        ValueError: the member has no row yet.
    """
    member_id = _number(member)
    is_member = (await access_of_member(session, member_id)).is_member
    country = member.country if is_member else admission.country
    _require(actor, admission.roles, country)
    added = await admit(session, member, admission, actor.now)
    for held in sorted(added):
        await _record(session, actor, audit.Action.ROLE_GRANTED, (member_id, held))
    return Change.DONE if added else Change.NOTHING_TO_DO


async def revoke(session: AsyncSession, actor: Actor, member: Member, held: Held) -> Change:
    """Take a role; with the last one ends what `bot.services.leaving` lists. The caller commits.

    Raises:
        NotAllowedError: the actor could not give it to this member.
        ValueError: the member has no row yet.
    """
    member_id = _number(member)
    _require(actor, frozenset({held}), member.country)
    administrators = await _lock_administrators(session)
    before = (await access_of_member(session, member_id)).roles
    if held not in before:
        return Change.NOTHING_TO_DO
    if held.role is Role.ADMINISTRATOR and administrators == {member_id}:
        return Change.LAST_ADMINISTRATOR
    taken = (col(Grant.member_id) == member_id, col(Grant.role) == held.role, col(Grant.scope) == held.scope)
    await session.exec(delete(Grant).where(*taken))
    if before == {held}:
        await _leave(session, actor, member_id)
    await _record(session, actor, audit.Action.ROLE_REVOKED, (member_id, held))
    return Change.DONE


async def remove(
    session: AsyncSession,
    actor: Actor,
    member: Member,
) -> Change:
    """Take all roles, end what goes with them, and leave a stranger; the row and their own data stay theirs to erase.

    The caller commits.

    Raises:
        NotAllowedError: the actor may not remove members of that country, or could not give one of the roles.
        ValueError: the member has no row yet.
    """
    member_id = _number(member)
    actor.require(Action.REMOVE_MEMBER, member.country)
    administrators = await _lock_administrators(session)
    roles = (await access_of_member(session, member_id)).roles
    if not roles:
        return Change.NOTHING_TO_DO
    _require(actor, roles, member.country)
    if administrators == {member_id}:
        return Change.LAST_ADMINISTRATOR
    await session.exec(delete(Grant).where(col(Grant.member_id) == member_id))
    await _leave(session, actor, member_id)
    await actor.record(session, audit.Action.MEMBER_REMOVED, actor.member(member_id), {"roles": len(roles)})
    return Change.DONE


async def members(session: AsyncSession, access: Access) -> list[Listed]:
    """Return the members that somebody may list, by country and number; those without a country are the network's."""
    query = select(Member, Grant).join(Grant, col(Grant.member_id) == Member.id)
    rows = (await session.exec(query.order_by(col(Member.country).nulls_first(), col(Member.id)))).all()
    roles: dict[int | None, list[Grant]] = {}
    for member, given in rows:
        roles.setdefault(member.id, []).append(given)
    people = {member.id: member for member, _ in rows if access.may(Action.LIST_MEMBERS, member.country)}
    return [
        Listed(member, held_of((given.role, given.scope) for given in roles[number]))
        for number, member in people.items()
    ]


async def find(session: AsyncSession, access: Access, member_id: int) -> Listed | None:
    """Return one member that somebody may list; None for others, and for those who are no member (any more)."""
    member = await session.get(Member, member_id, populate_existing=True)
    if member is None or not access.may(Action.LIST_MEMBERS, member.country):
        return None
    roles = (await access_of_member(session, member_id)).roles
    return Listed(member, roles) if roles else None


async def is_last_administrator(session: AsyncSession, member_id: int) -> bool:
    """Say whether nobody else could let people in; who erases what is held on themselves asks first.

    From here on nobody else ceases to be one until the transaction ends.
    """
    return await _lock_administrators(session) == {member_id}


def _number(member: Member) -> int:
    if member.id is None:
        raise ValueError("the member is not in the database")
    return member.id


def _require(actor: Actor, roles: frozenset[Held], country: str | None) -> None:
    """Stop here unless the actor could give each of the roles."""
    actor.require(Action.CHANGE_ROLES, country)
    if not all(actor.access.may_give(held, country) for held in roles):
        raise NotAllowedError(Action.CHANGE_ROLES)


async def _lock_administrators(session: AsyncSession) -> set[int]:
    """Return who is an administrator; nobody of them ceases to be one before this transaction ends.

    Two who remove each other at the same moment would else both be gone. The UPDATE changes nothing, but locks the
    rows on both databases and reads their newest state.
    """
    touch = update(Grant).where(col(Grant.role) == Role.ADMINISTRATOR).values(granted_at=Grant.granted_at)
    rows = await session.exec(touch.returning(col(Grant.member_id)), execution_options={"synchronize_session": False})
    return set(rows.scalars().all())


async def _leave(session: AsyncSession, actor: Actor, member_id: int) -> None:
    """End all that goes with a membership."""
    for step in leaving.STEPS:
        await step(session, member_id, actor.now)


async def _record(session: AsyncSession, actor: Actor, action: audit.Action, change: tuple[int, Held]) -> None:
    member_id, held = change
    await actor.record(session, action, actor.member(member_id), {"role": held.role, "scope": held.scope})
