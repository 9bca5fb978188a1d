"""What belongs to an event beside its fields and texts: whom it is for, seats by country, what is to be done before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AudienceKind, ChecklistItem, Event, EventAudience, EventState
from bot.services.events import audience, checklist
from bot.services.events.reach import Reach, reach_of, reach_of_invited


@dataclass(frozen=True)
class Parts:
    """The parts of an event.

    Attributes:
        audience: lines as chosen, by kind and value.
        reach: whom they mean now; of a published event who is invited.
        quotas: seats by country.
        checklist: by due day.
    """

    audience: Sequence[EventAudience] = ()
    reach: Reach = field(default_factory=Reach)
    quotas: Mapping[str, int] = field(default_factory=dict)
    checklist: Sequence[ChecklistItem] = ()

    def chosen(self, kind: AudienceKind) -> list[str]:
        """Return the values of a kind in the audience, in their order."""
        return [line.value for line in self.audience if line.kind is kind]


async def parts_of(session: AsyncSession, event: Event) -> Parts:
    """Return the parts of an event in any state."""
    event_id = event.id or 0
    reach = reach_of if event.state is EventState.DRAFT else reach_of_invited
    return Parts(
        await audience.lines(session, event_id),
        await reach(session, event_id),
        await audience.quotas_of(session, event_id),
        await checklist.items_of(session, event_id),
    )
