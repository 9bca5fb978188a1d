"""Letting a person in: the roles, and the country and unit that go with them. Who may do so is checked by who calls."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AccessRequest, Grant, Member, RequestState
from bot.services.permissions import Held, access_of_member
from knowledge import Country

MAX_UNIT = 120
"""Characters of a unit's name."""


@dataclass(frozen=True)
class Admission:
    """What a person is let in with.

    Attributes:
        roles: at least one.
        country: that the person works for; None for a unit of the network, such as a secretariat.
        unit: its name; None leaves it open.

    Raises:
        ValueError: there is no role, or the unit's name is none.
    """

    roles: frozenset[Held]
    country: Country | None = None
    unit: str | None = None

    def __post_init__(self) -> None:
        """Refuse what lets nobody in."""
        if not self.roles:
            raise ValueError("found no role; expected at least one")
        if self.unit is not None and unit_name(self.unit) != self.unit:
            raise ValueError(f"found another unit; expected a name of at most {MAX_UNIT} characters")


def unit_name(text: str) -> str | None:
    """Return what somebody typed as a unit's name, in one line; None for nothing, or more than a name."""
    name = " ".join(text.split())
    return name if name and name.isprintable() and len(name) <= MAX_UNIT else None


async def admit(session: AsyncSession, member: Member, admission: Admission, now: dt.datetime) -> frozenset[Held]:
    """Give roles, and return those that are new; the caller commits.

    Somebody who already is a member keeps the country and the unit they have. A request of theirs that is
    still open has become moot, and is deleted.

    Raises:
        ValueError: the member has no row yet.
    """
    if member.id is None:
        raise ValueError("the member is not in the database")
    before = await access_of_member(session, member.id)
    if not before.is_member:
        member.country, member.unit = None, None  # of an earlier membership, or of nobody
    member.country, member.unit = member.country or admission.country, member.unit or admission.unit
    session.add(member)
    is_open = (col(AccessRequest.member_id) == member.id, col(AccessRequest.state) == RequestState.OPEN)
    await session.exec(delete(AccessRequest).where(*is_open))
    added = [held for held in sorted(admission.roles) if await add(session, member.id, held, now)]
    return frozenset(added)


async def add(session: AsyncSession, member_id: int, held: Held, now: dt.datetime) -> bool:
    """Give a role, and say whether it is new; the caller commits."""
    query = select(Grant.id).where(Grant.member_id == member_id, Grant.role == held.role, Grant.scope == held.scope)
    if (await session.exec(query)).first() is not None:
        return False
    session.add(Grant(member_id=member_id, role=held.role, scope=held.scope, granted_at=now))
    await session.flush()
    return True
