"""Personal data in texts of an event: asked about before it is published, as public phones of venues are legitimate."""

import re
from collections.abc import Iterable, Mapping

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import guard
from bot.guard import Kind
from bot.models import Event, EventState, EventText
from bot.services.permissions import Access, Action

AWAITED_FIELD = "event_field"
"""What `bot.services.awaiting` calls a field of an event."""
PLAN_MESSAGE = re.compile(r"/newevent(?:@\w+)?\s+\S", re.IGNORECASE)
"""How a message begins that makes a draft."""
AWAITED_TEXT = "event_text"
"""What it calls title and description in one language."""
OF_DRAFTS = frozenset({AWAITED_FIELD, AWAITED_TEXT})
"""What may hold public phones of venues while it is of a draft, see `kinds_in`."""
EVENT = "event"
"""In its details: the number of the event."""


def kinds_in(event: Event, texts: Iterable[EventText]) -> list[Kind]:
    """Return which kinds of personal data an event seems to hold, each once; none for an ordinary one."""
    shown = [event.host_unit, event.venue, event.address, event.contact]
    shown += [part for text in texts for part in (text.title, text.description)]
    return list(dict.fromkeys(finding.kind for part in shown if part for finding in guard.find(part)))


def makes_draft(text: str, access: Access) -> bool:
    """Say whether a message makes a draft of an event: what it holds is asked about before anybody else sees it."""
    return PLAN_MESSAGE.match(text) is not None and access.may_somewhere(Action.PLAN_EVENTS)


async def is_of_draft(session: AsyncSession, details: Mapping[str, str]) -> bool:
    """Say whether a field that was asked for is of a draft: what it holds is asked about before anybody sees it."""
    event = await session.get(Event, int(details.get(EVENT, "0")))
    return event is not None and event.state is EventState.DRAFT
