"""How many an audience means, in which languages they read, and who of those that were chosen gets no invitation."""

from collections import Counter
from dataclasses import dataclass, field

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AudienceKind, Invitee, Member
from bot.services.events import audience
from bot.services.people import locale_of
from knowledge.catalog import SOURCE_LOCALE


@dataclass(frozen=True)
class Reach:
    """How many are invited, or would be.

    Attributes:
        by_locale: all of them, by the language they are written to in.
        unreachable: those of them who have blocked the assistant: invited, but no message arrives.
        left: numbers of members who were named but hold no role (any more): not invited.
    """

    by_locale: Counter[str] = field(default_factory=Counter)
    unreachable: tuple[Member, ...] = ()
    left: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """All of them."""
        return self.by_locale.total()


async def reach_of(session: AsyncSession, event_id: int) -> Reach:
    """Return how many the audience of a draft means now."""
    members = await audience.members_of(session, event_id)
    named = [int(line.value) for line in await audience.lines(session, event_id) if line.kind is AudienceKind.MEMBER]
    there = {member.id for member in members}
    return Reach(
        Counter(locale_of(member) or SOURCE_LOCALE for member in members),
        tuple(member for member in members if not member.reachable),
        tuple(sorted(number for number in named if number not in there)),
    )


async def reach_of_invited(session: AsyncSession, event_id: int) -> Reach:
    """Return how many are invited to a published event."""
    query = select(Member).join(Invitee, col(Invitee.member_id) == Member.id).where(Invitee.event_id == event_id)
    members = (await session.exec(query.order_by(col(Member.id)))).all()
    return Reach(
        Counter(locale_of(member) or SOURCE_LOCALE for member in members),
        tuple(member for member in members if not member.reachable),
    )
