"""Using an invitation. The last use goes to one person, also when two press at the same moment."""

import hmac
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Invitation, InvitationRole, Member, Redemption
from bot.services import attempts, audit, tokens
from bot.services.actors import Actor, role_codes
from bot.services.admission import Admission, admit
from bot.services.permissions import Action, Held, access_of_member, held_of
from knowledge import Country

UNSYNCHRONISED = {"synchronize_session": False}
"""Objects of the session are read again where they matter."""


class Refusal(StrEnum):
    """Why a token lets nobody in; strangers are best told nothing but UNKNOWN and TOO_MANY_ATTEMPTS apart."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    REVOKED = "revoked"
    USED_UP = "used_up"
    OTHER_COUNTRY = "other_country"
    TOO_MANY_ATTEMPTS = "too_many_attempts"


COUNTED = frozenset({Refusal.UNKNOWN, Refusal.EXPIRED, Refusal.REVOKED, Refusal.USED_UP})
"""What the brake counts."""


@dataclass(frozen=True)
class Redeemed:
    """A token that let somebody in.

    Attributes:
        roles: what the invitation gives.
        is_new: False where the person had all of it already; the invitation then has as many uses as before.
    """

    roles: frozenset[Held]
    is_new: bool


@dataclass(frozen=True)
class Standing:
    """An invitation with the roles that it gives."""

    invitation: Invitation
    roles: frozenset[Held]


async def redeem(session: AsyncSession, member: Member, token: str, actor: Actor) -> Redeemed | Refusal:
    """Let somebody in who brings a token; the caller commits, also after a refusal, which is counted.

    Args:
        session: may hold no other change; from here on other writers wait.
        member: who brings it; `bot.services.people.enrol` makes a row for a stranger.
        token: the deep-link payload, untrusted.
        actor: the same person.
    """
    person = attempts.person_hash(member, actor.key)
    if await attempts.is_blocked(session, person, actor.now):
        return Refusal.TOO_MANY_ATTEMPTS
    standing = await _locked(session, token, actor.key)
    outcome = Refusal.UNKNOWN if standing is None else await _use(session, member, standing, actor)
    if outcome in COUNTED:
        await attempts.note_failure(session, person, actor.now)
    return outcome


async def roles_of(session: AsyncSession, invitation_id: int | None) -> frozenset[Held]:
    """Return what an invitation gives."""
    query = select(InvitationRole.role, InvitationRole.scope).where(InvitationRole.invitation_id == invitation_id)
    return held_of((await session.exec(query)).all())


async def _locked(session: AsyncSession, token: str, key: bytes) -> Standing | None:
    """Return the invitation of a token; nobody else can use it before this transaction ends.

    An UPDATE that changes nothing locks the row on both databases, and then reads the newest state of it.
    """
    token_hash = tokens.hash_of(token, key)
    if token_hash is None:
        return None
    touch = update(Invitation).where(col(Invitation.token_hash) == token_hash).values(uses_left=Invitation.uses_left)
    number = (await session.exec(touch.returning(col(Invitation.id)), execution_options=UNSYNCHRONISED)).scalar()
    if number is None:
        return None
    invitation = await session.get_one(Invitation, number, populate_existing=True)
    if not hmac.compare_digest(invitation.token_hash, token_hash):
        return None
    return Standing(invitation, await roles_of(session, number))


async def _use(session: AsyncSession, member: Member, standing: Standing, actor: Actor) -> Redeemed | Refusal:
    invitation, roles = standing.invitation, standing.roles
    if invitation.id is None or member.id is None:
        raise ValueError("the member is not in the database")
    if roles <= (await access_of_member(session, member.id)).roles:
        return Redeemed(roles, is_new=False)
    refusal = await _refusal(session, member, standing, actor)
    if refusal is not None:
        return refusal
    if not await _take_one(session, invitation.id):
        return Refusal.USED_UP
    session.add(Redemption(invitation_id=invitation.id, person_hash=attempts.person_hash(member, actor.key)))
    country = Country(invitation.country) if invitation.country else None
    await admit(session, member, Admission(roles, country, invitation.unit), actor.now)
    await actor.record(session, audit.Action.INVITATION_USED, f"invitation:{invitation.id}", role_codes(roles))
    return Redeemed(roles, is_new=True)


async def _take_one(session: AsyncSession, invitation_id: int) -> bool:
    """Take one of the uses that are left; the database counts, whatever was read before."""
    use = update(Invitation).where(col(Invitation.id) == invitation_id, col(Invitation.uses_left) > 0)
    counted = use.values(uses_left=Invitation.uses_left - 1).returning(col(Invitation.id))
    return (await session.exec(counted, execution_options=UNSYNCHRONISED)).first() is not None


async def _refusal(session: AsyncSession, member: Member, standing: Standing, actor: Actor) -> Refusal | None:
    """Say what is wrong with an invitation for this person, or None."""
    invitation = standing.invitation
    if invitation.revoked_at is not None or not await _is_backed(session, standing):
        return Refusal.REVOKED
    if actor.now >= invitation.expires_at:
        return Refusal.EXPIRED
    if invitation.uses_left == 0 or await _was_used_by(session, invitation, attempts.person_hash(member, actor.key)):
        return Refusal.USED_UP
    is_member = (await access_of_member(session, member.id or 0)).is_member
    moves = invitation.country is not None and member.country not in {None, invitation.country}
    return Refusal.OTHER_COUNTRY if is_member and moves else None


async def _is_backed(session: AsyncSession, standing: Standing) -> bool:
    """Say whether the author may still give all this: who has left, or is no coordinator any more, invites nobody."""
    invitation = standing.invitation
    if invitation.created_by is None:
        return True
    author = await access_of_member(session, invitation.created_by)
    return author.may(Action.INVITE, invitation.country) and all(
        author.may_give(held, invitation.country) for held in standing.roles
    )


async def _was_used_by(session: AsyncSession, invitation: Invitation, person: str) -> bool:
    """Say whether a person has used it before: then they have lost what it gave, and do not get it back by this."""
    query = select(Redemption.person_hash).where(
        Redemption.invitation_id == invitation.id, Redemption.person_hash == person
    )
    return (await session.exec(query)).first() is not None
