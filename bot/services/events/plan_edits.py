"""Fields and texts of an event whatever its state: a draft is set, a published event changed, and that is told."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import EventState
from bot.services.actors import Actor
from bot.services.events import changes, drafts, held
from bot.services.events.notices import Outbox
from bot.services.events.typed_fields import Typed


async def save(session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, typed: Sequence[Typed]) -> None:
    """Set fields and texts; the caller commits.

    Raises:
        EventGoneError: the event is not there, cancelled or over.
        FieldError: what they make is not possible; nothing is to be committed then.
        NotAllowedError: it is, or would be, of a country whose events the actor does not plan.
    """
    event = await held.planned(session, actor, event_id)
    if event.state is EventState.DRAFT:
        await drafts.set_typed(session, actor, event_id, typed)
    else:
        await changes.change(session, outbox, actor, event_id, typed)
