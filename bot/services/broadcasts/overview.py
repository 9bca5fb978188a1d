"""A draft with all that belongs to it, as its author sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Broadcast, BroadcastAudience, BroadcastText
from bot.services.actors import Actor
from bot.services.broadcasts.audience import Reach, conditions_of, reach
from bot.services.broadcasts.contents import Content, content, texts_of
from bot.services.broadcasts.desk import number
from bot.services.broadcasts.drafts import own
from bot.services.broadcasts.participants import Gathering, gatherings
from knowledge.catalog import SOURCE_LOCALE


@dataclass(frozen=True)
class Overview:
    """A draft.

    Attributes:
        texts: by language.
        conditions: on who receives it.
        reach: how many members fit them now.
        events: whose participants were chosen, or can be, by number.
    """

    broadcast: Broadcast
    texts: dict[str, BroadcastText]
    conditions: list[BroadcastAudience]
    reach: Reach
    events: Mapping[int, Gathering] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of the broadcast."""
        return number(self.broadcast)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing but the time being right."""
        is_cleared = all(text.is_cleared for text in self.texts.values())
        return SOURCE_LOCALE in self.texts and is_cleared and self.reach.total > 0

    def content(self, reader: str) -> Content:
        """Return what a reader of a language would get."""
        return content(self.broadcast, {locale: text.text for locale, text in self.texts.items()}, reader)


async def overview(session: AsyncSession, actor: Actor, broadcast_id: int) -> Overview:
    """Return a draft of the actor as it is now.

    Raises:
        BroadcastError: as `drafts.own`.
    """
    broadcast = await own(session, actor, broadcast_id)
    conditions = await conditions_of(session, broadcast_id)
    texts = await texts_of(session, broadcast_id)
    events = await gatherings(session, actor, conditions)
    return Overview(broadcast, texts, conditions, await reach(session, actor.access, conditions), events)
