"""A draft becomes an invitation: the audience is frozen, everybody in it is invited once."""

from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Event, EventState, Invitee
from bot.models.audit import Action as Audited
from bot.services.actors import Actor
from bot.services.audit_entry import Code
from bot.services.events import audience, drafts, held, invitees, notices
from bot.services.events.drafts import Missing
from bot.services.events.notices import Outbox
from bot.services.events.scheduling import reschedule
from bot.services.events.timing import settle


@dataclass(frozen=True)
class Published:
    """What became of it.

    Attributes:
        event: as it is now.
        invited: in the order of members' numbers.
    """

    event: Event
    invited: tuple[Invitee, ...]


async def publish(session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int) -> Published | list[Missing]:
    """Publish a draft and invite its audience, or return what it lacks; the caller commits.

    Raises:
        EventGoneError: it is no draft, perhaps because it was published meanwhile.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.draft(session, actor, event_id)
    settle(event)
    lacks = await drafts.missing(session, actor, event)
    if lacks:
        return lacks
    event.state, event.changed_at = EventState.PUBLISHED, actor.now
    session.add(event)
    members = [member.id or 0 for member in await audience.members_of(session, event_id)]
    invited = tuple([await invitees.invite(session, event, member_id, actor.now) for member_id in members])
    await outbox.put(session, [notices.invitation(event, each, actor.now) for each in invited])
    await reschedule(session, outbox, event, actor.now)
    details: dict[str, Code] = {"kind": str(event.kind), "invited": len(invited)}
    await actor.record(session, Audited.EVENT_PUBLISHED, f"event:{event_id}", details)
    return Published(event, invited)
