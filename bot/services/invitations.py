"""Invitations: made once, shown once, kept as a hash, and worth only what their author may give at the time of use."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Invitation, InvitationRole
from bot.services import audit, tokens
from bot.services.actors import Actor, NotAllowedError, role_codes
from bot.services.admission import Admission
from bot.services.permissions import Access, Action
from bot.services.redemption import UNSYNCHRONISED, Redeemed, Refusal, Standing, redeem, roles_of
from bot.services.tokens import PREFIX

__all__ = [
    "MAX_USES",
    "MAX_VALIDITY",
    "PREFIX",
    "Admission",
    "Offer",
    "Redeemed",
    "Refusal",
    "Revocation",
    "Standing",
    "create",
    "redeem",
    "revoke",
    "standing",
]

MAX_VALIDITY = dt.timedelta(days=30)
MAX_USES = 100
"""The colleagues of a large seminar; more would be a link for everybody."""


@dataclass(frozen=True)
class Offer:
    """What an invitation is to be.

    Attributes:
        admission: what it lets people in with.
        valid_for: more than nothing, at most `MAX_VALIDITY`.
        uses: how many people it lets in, 1 to `MAX_USES`.

    Raises:
        ValueError: it would be of no use, or a danger.
    """

    admission: Admission
    valid_for: dt.timedelta = dt.timedelta(days=7)
    uses: int = 1

    def __post_init__(self) -> None:
        """Refuse what nobody should hand out."""
        if not dt.timedelta() < self.valid_for <= MAX_VALIDITY:
            raise ValueError(f"found a validity of {self.valid_for}; expected at most {MAX_VALIDITY.days} days")
        if not 1 <= self.uses <= MAX_USES:
            raise ValueError(f"found {self.uses} uses; expected 1 to {MAX_USES}")


class Revocation(StrEnum):
    """What became of an invitation that was to be revoked."""

    DONE = "done"
    BEFORE = "before"
    UNKNOWN = "unknown"


async def create(session: AsyncSession, actor: Actor, offer: Offer) -> tuple[Invitation, str]:
    """Make an invitation, and return it with its token: the deep-link payload, which is stored nowhere.

    The caller commits.

    Raises:
        NotAllowedError: the actor may not invite to this country, or not give one of the roles.
    """
    admission = offer.admission
    actor.require(Action.INVITE, admission.country)
    if not all(actor.access.may_give(held, admission.country) for held in admission.roles):
        raise NotAllowedError(Action.INVITE)
    token = tokens.make()
    invitation = Invitation(
        token_hash=tokens.hash_of(token, actor.key) or "",
        country=admission.country,
        unit=admission.unit,
        created_by=actor.access.member_id,
        created_at=actor.now,
        expires_at=actor.now + offer.valid_for,
        uses_left=offer.uses,
    )
    await _store(session, invitation, admission)
    details = role_codes(admission.roles) | {"country": admission.country, "uses": offer.uses}
    await actor.record(session, audit.Action.INVITATION_CREATED, f"invitation:{invitation.id}", details)
    return invitation, token


async def revoke(session: AsyncSession, actor: Actor, invitation_id: int) -> Revocation:
    """Make an invitation useless, whoever made it; the caller commits.

    Raises:
        NotAllowedError: the actor may not invite to its country.
    """
    invitation = await session.get(Invitation, invitation_id, populate_existing=True)
    if invitation is None:
        return Revocation.UNKNOWN
    actor.require(Action.INVITE, invitation.country)
    is_open = col(Invitation.id) == invitation_id, col(Invitation.revoked_at).is_(None)
    revoking = update(Invitation).where(*is_open).values(revoked_at=actor.now).returning(col(Invitation.id))
    if (await session.exec(revoking, execution_options=UNSYNCHRONISED)).first() is None:
        return Revocation.BEFORE
    await actor.record(session, audit.Action.INVITATION_REVOKED, f"invitation:{invitation_id}")
    return Revocation.DONE


async def standing(session: AsyncSession, access: Access, now: dt.datetime) -> list[Standing]:
    """Return the invitations that can still be used and that somebody may revoke, newest first."""
    query = (
        select(Invitation)
        .where(col(Invitation.revoked_at).is_(None), col(Invitation.uses_left) > 0, col(Invitation.expires_at) > now)
        .order_by(col(Invitation.id).desc())
        .execution_options(populate_existing=True)
    )
    found = [each for each in (await session.exec(query)).all() if access.may(Action.INVITE, each.country)]
    return [Standing(each, await roles_of(session, each.id)) for each in found]


async def _store(session: AsyncSession, invitation: Invitation, admission: Admission) -> None:
    session.add(invitation)
    await session.flush()
    if invitation.id is None:
        raise ValueError("found an invitation without a number; expected one from the database")
    session.add_all(
        InvitationRole(invitation_id=invitation.id, role=held.role, scope=held.scope) for held in admission.roles
    )
    await session.flush()
