"""Requests for access: a stranger asks, one coordinator decides, once."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AccessRequest, Grant, Member, RequestState, Role
from bot.services import audit
from bot.services.actors import Actor, NotAllowedError
from bot.services.admission import Admission, admit, unit_name
from bot.services.permissions import Access, Action, Held, access_of_member
from knowledge import Country

WAIT = dt.timedelta(days=1)
"""After a refusal, before the same person can ask again: coordinators are not to be worn down."""
GIVEN = Held(Role.OFFICER)
"""The role that a request is for; others are given to people who are known."""


@dataclass(frozen=True)
class Wish:
    """What a stranger says of themselves.

    Attributes:
        unit: the name of their unit, as `bot.services.admission.unit_name` returns it.
        country: None for a unit of the network.
        locale: in which they want to be answered.
    """

    unit: str
    country: Country | None
    locale: str


class AskRefusal(StrEnum):
    """Why nobody is asked."""

    IS_MEMBER = "is_member"
    IS_OPEN = "is_open"
    TOO_SOON = "too_soon"


class DecideRefusal(StrEnum):
    """Why there is nothing to decide: the request is no more, since the person was let in otherwise, or has gone."""

    GONE = "gone"


@dataclass(frozen=True)
class Decision:
    """What was decided on a request.

    Attributes:
        request: with state, decider and time.
        is_mine: False where somebody else was faster; then nothing was changed.
    """

    request: AccessRequest
    is_mine: bool


async def ask(session: AsyncSession, actor: Actor, wish: Wish) -> AccessRequest | AskRefusal:
    """Note a request of the actor, to be shown to `deciders`; the caller commits.

    Raises:
        ValueError: the actor has no row yet, or the unit's name is none.
    """
    member_id = actor.access.member_id
    if member_id is None or unit_name(wish.unit) != wish.unit:
        raise ValueError("found no member or no unit; expected both")
    refusal = await _refusal(session, member_id, actor.now)
    if refusal is not None:
        return refusal
    asked = AccessRequest(
        member_id=member_id, unit=wish.unit, country=wish.country, locale=wish.locale, asked_at=actor.now
    )
    session.add(asked)
    await session.flush()
    details = {"country": wish.country, "locale": wish.locale}
    await actor.record(session, audit.Action.ACCESS_REQUESTED, f"request:{asked.id}", details)
    return asked


async def open_requests(session: AsyncSession, access: Access) -> list[AccessRequest]:
    """Return the requests that somebody may decide, oldest first; those without a country are the network's."""
    query = select(AccessRequest).where(AccessRequest.state == RequestState.OPEN).order_by(col(AccessRequest.id))
    found = (await session.exec(query.execution_options(populate_existing=True))).all()
    return [each for each in found if access.may(Action.DECIDE_ACCESS_REQUEST, each.country)]


async def deciders(session: AsyncSession, country: str | None) -> list[Member]:
    """Return whom a request is shown to, by number; only people who can be reached.

    They are the coordinators of the country; if there are none, those of the network; else the administrators. More
    people may decide: whoever sees the request in `open_requests`.
    """
    tiers = [(Role.COORDINATOR, country)] if country else []
    for role, scope in [*tiers, (Role.COORDINATOR, ""), (Role.ADMINISTRATOR, "")]:
        query = (
            select(Member)
            .join(Grant, col(Grant.member_id) == Member.id)
            .where(Grant.role == role, Grant.scope == scope, col(Member.reachable))
            .order_by(col(Member.id))
        )
        found = (await session.exec(query)).all()
        if found:
            return list(found)
    return []


async def approve(session: AsyncSession, actor: Actor, request_id: int) -> Decision | DecideRefusal:
    """Let the person in as an officer; the caller commits, then tells them.

    Raises:
        NotAllowedError: the actor may not decide for this country.
    """
    decision = await _decide(session, actor, request_id, RequestState.APPROVED)
    if isinstance(decision, Decision) and decision.is_mine:
        asked = decision.request
        member = await session.get_one(Member, asked.member_id)
        country = Country(asked.country) if asked.country else None
        await admit(session, member, Admission(frozenset({GIVEN}), country, asked.unit), actor.now)
        await _record(session, actor, audit.Action.ACCESS_APPROVED, asked)
    return decision


async def decline(session: AsyncSession, actor: Actor, request_id: int) -> Decision | DecideRefusal:
    """Leave the person outside; the caller commits, then tells them.

    Raises:
        NotAllowedError: the actor may not decide for this country.
    """
    decision = await _decide(session, actor, request_id, RequestState.DECLINED)
    if isinstance(decision, Decision) and decision.is_mine:
        await _record(session, actor, audit.Action.ACCESS_DECLINED, decision.request)
    return decision


async def _refusal(session: AsyncSession, member_id: int, now: dt.datetime) -> AskRefusal | None:
    if (await access_of_member(session, member_id)).is_member:
        return AskRefusal.IS_MEMBER
    query = select(AccessRequest.state, AccessRequest.decided_at).where(AccessRequest.member_id == member_id)
    earlier = (await session.exec(query)).all()
    if any(state is RequestState.OPEN for state, _ in earlier):
        return AskRefusal.IS_OPEN
    declined = [at for state, at in earlier if state is RequestState.DECLINED and at is not None]
    return AskRefusal.TOO_SOON if any(now < at + WAIT for at in declined) else None


async def _decide(
    session: AsyncSession, actor: Actor, request_id: int, state: RequestState
) -> Decision | DecideRefusal:
    """Change the state if it is open; the database lets one decider do so."""
    asked = await session.get(AccessRequest, request_id, populate_existing=True)
    if asked is None:
        return DecideRefusal.GONE
    actor.require(Action.DECIDE_ACCESS_REQUEST, asked.country)
    if not actor.access.may_give(GIVEN, asked.country):
        raise NotAllowedError(Action.DECIDE_ACCESS_REQUEST)
    deciding = (
        update(AccessRequest)
        .where(col(AccessRequest.id) == request_id, col(AccessRequest.state) == RequestState.OPEN)
        .values(state=state, decided_by=actor.access.member_id, decided_at=actor.now)
        .returning(col(AccessRequest.id))
    )
    changed = await session.exec(deciding, execution_options={"synchronize_session": False})
    is_mine = changed.first() is not None
    found = await session.get(AccessRequest, request_id, populate_existing=True)
    return DecideRefusal.GONE if found is None else Decision(found, is_mine)


async def _record(session: AsyncSession, actor: Actor, action: audit.Action, asked: AccessRequest) -> None:
    details = {"member": audit.pseudonym(asked.member_id, actor.key), "country": asked.country}
    await actor.record(session, action, f"request:{asked.id}", details)
