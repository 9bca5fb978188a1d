"""What the deliveries of broadcasts become when they are sent, each in its receiver's language and time zone.

The delivery engine calls these with a delivery of `bot.services.broadcasts.outbox.Kind`; its payload names the
broadcast, and what a recall takes back.
"""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clocks import Clock
from bot.i18n import Translator
from bot.models import Broadcast, BroadcastState, Delivery
from bot.renderers import Kind as Rendering
from bot.renderers import Kinds
from bot.services.broadcasts.contents import received
from bot.services.broadcasts.outbox import BROADCAST, UNDOES, Kind, Outbox
from bot.services.broadcasts.progress import progress
from bot.views import View, broadcast_messages, broadcast_progress, broadcast_reports


def kinds(outbox: Outbox, clock: Clock) -> Kinds:
    """Return how the delivery engine renders each kind. Only a recall does no harm when it is done twice."""
    renderers = Renderers(outbox, clock)
    return {
        Kind.MESSAGE: Rendering(renderers.message),
        Kind.REMINDER: Rendering(renderers.reminder),
        Kind.RECALL: Rendering(renderers.recall, repeats=True),
        Kind.APPROVAL: Rendering(renderers.approval),
        Kind.CARD: Rendering(renderers.card),
    }


@dataclass(frozen=True)
class Renderers:
    """How each kind becomes a message.

    Attributes:
        outbox: for how far a broadcast is.
        clock: for what can still be done with it.
    """

    outbox: Outbox
    clock: Clock

    async def message(
        self, session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo
    ) -> View | None:
        """Show the broadcast; None for somebody who is no receiver any more."""
        del zone
        return await self._received(session, delivery, translator, is_reminder=False)

    async def reminder(
        self, session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo
    ) -> View | None:
        """Show it again."""
        del zone
        return await self._received(session, delivery, translator, is_reminder=True)

    async def recall(
        self, session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo
    ) -> View | None:
        """Take back what was delivered; None where nothing arrived."""
        del zone
        found = await self.outbox.message_ids(session, delivery.payload[UNDOES], delivery.member_id)
        return broadcast_messages.withdrawn(found, translator) if found else None

    async def approval(
        self, session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo
    ) -> View | None:
        """Ask to approve; None where that was decided already."""
        broadcast = await session.get(Broadcast, delivery.payload[BROADCAST])
        if broadcast is None or broadcast.state is not BroadcastState.AWAITING_APPROVAL:
            return None
        return broadcast_reports.approval(await progress(session, self.outbox, broadcast), zone, translator)

    async def card(
        self, session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo
    ) -> View | None:
        """Tell the author how it stands."""
        broadcast = await session.get(Broadcast, delivery.payload[BROADCAST])
        if broadcast is None:
            return None
        found = await progress(session, self.outbox, broadcast)
        return broadcast_progress.card(found, zone, translator, self.clock())

    async def _received(
        self, session: AsyncSession, delivery: Delivery, translator: Translator, *, is_reminder: bool
    ) -> View | None:
        content = await received(session, delivery.payload[BROADCAST], delivery.member_id, translator.locale)
        if content is None:
            return None
        await session.commit()  # the language they get it in, where that has changed since it was confirmed
        return broadcast_messages.message(content, translator, is_reminder=is_reminder)
