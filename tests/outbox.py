"""An outbox that keeps what it is given, and events for tests: plainly made up."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import Event, EventKind, EventState, EventText, Invitee
from bot.services.events.notices import Notice, NoticeKind
from bot.services.events.timing import settle

START = dt.datetime(2027, 3, 15, 9, 30)  # noqa: DTZ001  # wall time at the venue
INVITED = dt.datetime(2026, 11, 1, 8, 0, tzinfo=dt.UTC)


class FakeOutbox:
    """Keeps notices by their keys, as the contract of `Outbox` says.

    Attributes:
        waiting: what was put and not withdrawn, by key.
    """

    def __init__(self) -> None:
        self.waiting: dict[str, Notice] = {}

    async def put(self, session: AsyncSession, notices: Sequence[Notice]) -> None:
        """Keep notices."""
        self.waiting |= {notice.dedupe_key: notice for notice in notices}

    async def withdraw(self, session: AsyncSession, prefix: str) -> None:
        """Forget those whose key begins so."""
        self.waiting = {key: notice for key, notice in self.waiting.items() if not key.startswith(prefix)}

    def to(self, kind: NoticeKind) -> list[int]:
        """Return who gets a kind of notice, in the order in which they were put."""
        return [notice.member_id for notice in self.waiting.values() if notice.kind is kind]

    def dues(self, member_id: int) -> list[str]:
        """Return when reminders of a member are due, by what their keys end with, in order."""
        notices = sorted(self.waiting.values(), key=lambda notice: notice.due)
        return [
            f"{notice.dedupe_key.rpartition(':')[2]} {notice.due:%m-%d %H:%M}"
            for notice in notices
            if notice.member_id == member_id and notice.dedupe_key.startswith("reminder:")
        ]


def event(**fields: object) -> Event:
    """Return a published event of one morning in Tbilisi; keyword arguments replace fields."""
    given: dict[str, Any] = {
        "kind": EventKind.STUDY_VISIT,
        "state": EventState.PUBLISHED,
        "host_country": "GE",
        "venue": "House of the Example",
        "start": START,
        "end": START + dt.timedelta(hours=3),
        "zone": "Asia/Tbilisi",
        "leads": ["7d", "1d"],
        "created_at": INVITED,
        "changed_at": INVITED,
    }
    made = Event(**(given | fields))
    settle(made)
    return made


async def store(database: Database, made: Event, members: Sequence[int] = ()) -> list[int]:
    """Store an event with an English text and invitations; return the numbers of the event and of the invitations."""
    async with database.session() as session:
        session.add(made)
        await session.flush()
        assert made.id is not None
        session.add(EventText(event_id=made.id, locale="en", title="Visit of the Example"))
        invitees = [Invitee(event_id=made.id, member_id=each, invited_at=INVITED) for each in members]
        session.add_all(invitees)
        await session.commit()
        return [made.id, *(invitee.id or 0 for invitee in invitees)]
