"""Who is invited to an event and has not got the last message about it, for those who plan it."""

from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery
from bot.services.actors import Actor
from bot.services.deliveries.unreached import Subject, last_lost
from bot.services.events.listing import Participant, participants
from bot.services.events.notices import NoticeKind
from bot.services.events.queue import EVENT, PREFIX


@dataclass(frozen=True)
class Unreached:
    """Somebody who has not got a message, or perhaps not.

    Attributes:
        kind: what the message was.
        reason: a code of `bot.services.deliveries.failures`.
    """

    person: Participant
    kind: NoticeKind
    reason: str


async def unreached(session: AsyncSession, actor: Actor, event_id: int) -> list[Unreached]:
    """Return whom the last message about an event did not reach, in the order of `listing.participants`.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is not theirs to plan.
    """
    people = await participants(session, actor, event_id)
    numbers = [each.invitee.member_id for each in people]
    kinds = [f"{PREFIX}{kind}" for kind in NoticeKind]
    lost = await last_lost(session, numbers, kinds, _about)
    return [
        Unreached(each, NoticeKind(delivery.kind.removeprefix(PREFIX)), delivery.error or "")
        for each in people
        if (delivery := lost.get((each.invitee.member_id, event_id))) is not None
    ]


def _about(delivery: Delivery) -> Subject | None:
    event_id = delivery.payload.get(EVENT)
    return None if event_id is None else (delivery.member_id, event_id)
