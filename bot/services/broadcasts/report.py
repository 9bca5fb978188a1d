"""What became of a broadcast: by country and language, and receiver by receiver as a table."""

import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlmodel import col

from bot.models import Broadcast, BroadcastReceiver, Member
from bot.services import audit, spreadsheets
from bot.services.broadcasts.desk import Desk, managed
from bot.services.broadcasts.outbox import Fate, Outcome, batch_of
from bot.services.broadcasts.progress import Progress, progress

COLUMNS = ("member", "country", "unit", "language", "outcome", "reason", "read_at")


@dataclass(frozen=True)
class Group:
    """The receivers of one country who got the text in one language.

    Attributes:
        country: None: of the network.
        locale: of the text.
    """

    country: str | None
    locale: str


@dataclass
class Line:
    """What became of the receivers of one group."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    confirmed: int = 0


@dataclass(frozen=True)
class Report:
    """What became of all receivers.

    Attributes:
        progress: of all together.
        lines: by country and language, those of the network first.
    """

    progress: Progress
    lines: dict[Group, Line]

    @property
    def erased(self) -> int:
        """Receivers who have erased their data since; nothing more is known of them."""
        return self.progress.broadcast.receivers - sum(line.outcomes.total() for line in self.lines.values())


@dataclass(frozen=True)
class _Row:
    """One receiver."""

    member_id: int
    group: Group
    confirmed_at: dt.datetime | None
    unit: str | None


async def report(desk: Desk, broadcast_id: int) -> Report:
    """Return what became of a broadcast.

    Raises:
        BroadcastError: as `desk.managed`.
    """
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    lines: dict[Group, Line] = {}
    async for row, fate in _receivers(desk, broadcast):
        line = lines.setdefault(row.group, Line())
        line.outcomes[fate.outcome] += 1
        line.confirmed += row.confirmed_at is not None
    ordered = dict(sorted(lines.items(), key=lambda item: (item[0].country or "", item[0].locale)))
    return Report(await progress(desk.session, desk.outbox, broadcast), ordered)


async def table(desk: Desk, broadcast_id: int) -> bytes:
    """Return one line a receiver as CSV, in which no cell is run as a formula; the caller commits.

    Raises:
        BroadcastError: as `desk.managed`.
    """
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    rows: list[Sequence[str]] = [COLUMNS]
    async for row, fate in _receivers(desk, broadcast):
        read_at = row.confirmed_at.isoformat(timespec="seconds") if row.confirmed_at else ""
        about = (row.group.country or "", row.unit or "", row.group.locale)
        rows.append((str(row.member_id), *about, fate.outcome, fate.reason, read_at))
    details = {"receivers": broadcast.receivers}
    await desk.actor.record(desk.session, audit.Action.EXPORT, f"broadcast:{broadcast_id}", details)
    return spreadsheets.csv_file(rows)


async def _receivers(desk: Desk, broadcast: Broadcast) -> AsyncIterator[tuple[_Row, Fate]]:
    """Yield each receiver with what became of their delivery; those without one, as before approval, are pending."""
    fates = {fate.member_id: fate async for fate in desk.outbox.fates(desk.session, batch_of(broadcast.id or 0))}
    query = (
        sa.select(
            col(BroadcastReceiver.member_id),
            col(BroadcastReceiver.country),
            col(BroadcastReceiver.locale),
            col(BroadcastReceiver.confirmed_at),
            col(Member.unit),
        )
        .join(Member, col(Member.id) == BroadcastReceiver.member_id)
        .where(col(BroadcastReceiver.broadcast_id) == broadcast.id)
        .order_by(col(BroadcastReceiver.member_id))
    )
    connection = await desk.session.connection()
    async for member_id, country, locale, confirmed_at, unit in await connection.stream(query):
        row = _Row(member_id, Group(country, locale), confirmed_at, unit)
        yield row, fates.get(member_id, Fate(member_id, Outcome.PENDING))
