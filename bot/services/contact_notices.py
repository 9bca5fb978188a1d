"""What people are told of contacts: owners are asked, coordinators decide, proposers hear what was decided.

Messages go through the queue of deliveries, in the transaction of their cause, and name things by number alone.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import ContactCorrection, CorrectionState, Delivery, Grant, Role
from bot.services import contact_upkeep
from bot.services.contact_corrections import Proposal
from bot.services.contact_upkeep import ASK_AGAIN_AFTER
from bot.services.contacts import Contact
from bot.services.deliveries.queue import Message, enqueue
from bot.services.deliveries.unreached import Subject, last_lost
from bot.services.permissions import NETWORK

NUMBER = "number"
"""In the payload: of the contact point, or of the correction."""


class Kind(StrEnum):
    """The kinds of deliveries."""

    QUESTION = "contact_question"
    """Is it still right? To the owner of a contact point."""
    CORRECTION = "contact_correction"
    """To who decides on it."""
    DECISION = "contact_decision"
    """To who proposed a correction."""


async def ask_owners(session: AsyncSession, now: dt.datetime, every_days: int) -> int:
    """Ask the owners of contact points that were not confirmed for so many days; the caller commits.

    Returns:
        How many contact points are asked about; who does not answer is asked again after `ASK_AGAIN_AFTER`.
    """
    due = await contact_upkeep.due(session, now, every_days)
    for contact in due:
        if contact.owner_id is not None:
            await ask_owner(session, contact.number, contact.owner_id, now)
    return len(due)


async def ask_owner(session: AsyncSession, number: int, owner_id: int, now: dt.datetime) -> None:
    """Ask who looks after a contact point whether it is right; the caller commits."""
    cause = f"{Kind.QUESTION}:{number}:{now:%Y-%m-%d}"
    asking = _message(Kind.QUESTION, cause, number, now, useless_after=now + ASK_AGAIN_AFTER)
    await enqueue(session, asking, [owner_id])
    await contact_upkeep.note_asked(session, number, now)


async def tell_deciders(session: AsyncSession, proposal: Proposal) -> None:
    """Show a correction that waits to the coordinators of its country, if there are none to the network's.

    More people may decide: whoever sees it among `contact_corrections.open_proposals`. The caller commits.
    """
    correction = proposal.correction
    if correction.state is not CorrectionState.OPEN:
        return
    message = _of_correction(Kind.CORRECTION, correction, correction.proposed_at)
    await enqueue(session, message, await _deciders(session, proposal.contact.unit.country))


async def tell_proposer(session: AsyncSession, correction: ContactCorrection, now: dt.datetime) -> None:
    """Tell who proposed a correction what was decided, once, unless they decided themselves; the caller commits."""
    proposer = correction.proposed_by
    if correction.state is CorrectionState.OPEN or proposer is None or proposer == correction.decided_by:
        return
    await enqueue(session, _of_correction(Kind.DECISION, correction, now), [proposer])


async def lost_questions(session: AsyncSession, contacts: Iterable[Contact]) -> Mapping[int, str]:
    """Return why owners did not get the last question about a contact point, by its number; those who did are left out.

    The reasons are codes of `bot.services.deliveries.failures`.
    """
    owned = {one.number: one.owner_id for one in contacts if one.owner_id is not None}
    lost = await last_lost(session, set(owned.values()), [Kind.QUESTION], _about)
    return {number: lost[owner, number].error or "" for number, owner in owned.items() if (owner, number) in lost}


def _about(delivery: Delivery) -> Subject:
    return delivery.member_id, int(delivery.payload[NUMBER])


async def _deciders(session: AsyncSession, country: str) -> list[int]:
    of_scope = select(Grant.member_id, Grant.scope).where(Grant.role == Role.COORDINATOR)
    found = (await session.exec(of_scope.where(col(Grant.scope).in_([country, NETWORK])))).all()
    own = [member_id for member_id, scope in found if scope == country]
    return own or [member_id for member_id, _scope in found]


def _of_correction(kind: Kind, correction: ContactCorrection, now: dt.datetime) -> Message:
    return _message(kind, f"{kind}:{correction.id}", correction.id or 0, now)


def _message(
    kind: Kind, cause: str, number: int, due_at: dt.datetime, useless_after: dt.datetime | None = None
) -> Message:
    payload: Mapping[str, int] = {NUMBER: number}
    return Message(kind, cause, due_at, payload, useless_after=useless_after)
