"""The dispatcher: claims deliveries that are due and has them sent, in the background of the assistant.

It looks when its bell rings (something was put into the queue here, or a courier is back) and once a second, for what
other processes put in and what becomes due. Any number of processes may run one.
"""

import asyncio
import datetime as dt
import os
import secrets
import socket
from collections.abc import Set
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.bell import Bell
from bot.courier import Courier
from bot.database import Database
from bot.models import Priority
from bot.services.deliveries import claiming, leases
from bot.services.deliveries.claiming import Claim
from bot.services.deliveries.failures import OURS, Failure, Refusal
from bot.services.deliveries.outcomes import wait
from bot.services.deliveries.recording import Attempt, record
from bot.services.deliveries.triage import held_back

log = structlog.get_logger(__name__)
LOOK_INTERVAL = 1.0
"""Seconds between two looks when no bell rings."""
RENEWAL = leases.LEASE / 3
"""How often a process says that it is alive."""
GRACE = 15.0
"""Seconds that what is on its way gets when the assistant stops; what takes longer is another process's later."""
MOST_OUTAGES = 4
"""After so many failures in a row the pause gets no longer: a network that is back is used soon."""
HOST_CHARACTERS = 32
PERSONAL_COURIERS, BULK_COURIERS = 16, 64
"""Deliveries on their way at once."""
BULK_CHUNK = 32
"""Fewer are not claimed where more are due: each claim is a transaction."""
COURIERS = PERSONAL_COURIERS + BULK_COURIERS


def process_name() -> str:
    """Return a name that no other process has, now or later."""
    return f"{socket.gethostname()[:HOST_CHARACTERS]}:{os.getpid()}:{secrets.token_hex(4)}"


@dataclass
class Line:
    """Deliveries that are sent side by side.

    Attributes:
        priorities: what is in it, most urgent first.
        size: how many are on their way at once, at most.
        least: how many couriers must be free before more is claimed.
        held_until: nothing is claimed before.
        outages: how often in a row nothing could be sent.
    """

    priorities: tuple[Priority, ...]
    size: int
    least: int
    held_until: dt.datetime | None = None
    outages: int = 0
    couriers: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def is_bulk(self) -> bool:
        """Whether only one process at a time may send it."""
        return Priority.BULK in self.priorities

    @property
    def free(self) -> int:
        """How many may be claimed now."""
        free = self.size - len(self.couriers)
        return free if free >= self.least else 0

    def is_open(self, now: dt.datetime) -> bool:
        """Say whether anything may be claimed now."""
        return self.free > 0 and (self.held_until is None or self.held_until <= now)


class Dispatcher:
    """Sends what is due until it is stopped."""

    def __init__(self, courier: Courier) -> None:
        """Take who delivers."""
        self._courier = courier
        self._bell: Bell = courier.assistant().database.bell
        self._lines = (
            Line((Priority.URGENT, Priority.PERSONAL), PERSONAL_COURIERS, 1),
            Line((Priority.BULK,), BULK_COURIERS, BULK_CHUNK),
        )
        self._renewed: dt.datetime | None = None
        self._bulk_until: dt.datetime | None = None
        self._is_stopping = False

    async def run(self) -> None:
        """Look and send until `stop`; a database that fails is tried again."""
        while not self._is_stopping:
            try:
                is_more = await self.look()
            except (SQLAlchemyError, OSError) as error:
                log.warning("queue not read", error=type(error).__name__)
                is_more = False
                await asyncio.sleep(LOOK_INTERVAL)
            if not is_more:
                await self._bell.wait(LOOK_INTERVAL)

    async def stop(self) -> None:
        """Claim nothing more, let what is on its way arrive, and let another process send in bulk."""
        self._is_stopping = True
        self._bell.ring()
        couriers = [task for line in self._lines for task in line.couriers]
        if couriers:
            _, late = await asyncio.wait(couriers, timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._courier.ledger.close()
        async with self._database.session() as session:
            await leases.give(session, self._courier.owner, self._now())
            await session.commit()

    async def look(self) -> bool:
        """Claim what is due and send couriers out; say whether more may be due right now."""
        await self._live()
        now = self._now()
        open_lines = [line for line in self._lines if line.is_open(now)]
        ready: list[tuple[Line, Claim]] = []
        is_more = False
        async with self._database.session() as session:
            due = {priority for priority, at in (await claiming.upcoming(session)).items() if at <= now}
            for line in open_lines:
                claims = await self._claim(session, line, due, now)
                is_more = is_more or bool(claims)
                ready += [(line, claim) for claim in claims if not await self._hold_back(session, claim, now)]
            await session.commit()
        for line, claim in ready:
            self._send_out(line, claim)
        return is_more

    async def settle(self) -> None:
        """Look and send until nothing is due any more; for tests and the command line."""
        while True:
            is_more = await self.look()
            couriers = [task for line in self._lines for task in line.couriers]
            if couriers:
                await asyncio.wait(couriers)
            elif not is_more:
                return

    async def _live(self) -> None:
        """Say now and then that this process is alive, and take over from those that are not."""
        now = self._now()
        if self._renewed is not None and self._renewed <= now < self._renewed + RENEWAL:
            return
        async with self._database.session() as session:
            if any(line.couriers for line in self._lines):
                await claiming.renew(session, self._courier.owner, now)
            number = await claiming.take_back(session, now)
            await session.commit()
        if number:
            log.warning("deliveries of a dead process taken over", number=number)
        self._renewed = now

    async def _claim(self, session: AsyncSession, line: Line, due: Set[Priority], now: dt.datetime) -> list[Claim]:
        """Claim as much of a line as there are couriers free; where nothing is due, without a turn to write."""
        claims: list[Claim] = []
        for priority in line.priorities:
            limit = line.free - len(claims)
            if priority in due and limit > 0 and (not line.is_bulk or await self._may_send_in_bulk(session, now)):
                claims += await claiming.claim(session, priority, limit, self._courier.owner, now)
        return claims

    async def _may_send_in_bulk(self, session: AsyncSession, now: dt.datetime) -> bool:
        """Say whether this process is the one; a lease that lasts is not renewed for each claim."""
        if self._bulk_until is None or self._bulk_until < now + RENEWAL:
            is_taken = await leases.take(session, self._courier.owner, now)
            self._bulk_until = now + leases.LEASE if is_taken else None
        return self._bulk_until is not None

    async def _hold_back(self, session: AsyncSession, claim: Claim, now: dt.datetime) -> bool:
        outcome = held_back(claim, now)
        if outcome is not None:
            await record(await session.connection(), Attempt(claim.delivery.id or 0, self._courier.owner, now), outcome)
        return outcome is not None

    def _send_out(self, line: Line, claim: Claim) -> None:
        task = asyncio.create_task(self._deliver(line, claim))
        line.couriers.add(task)
        task.add_done_callback(lambda done: self._come_back(line, done))

    async def _deliver(self, line: Line, claim: Claim) -> None:
        self._learn(line, await self._courier.deliver(claim))

    def _come_back(self, line: Line, task: asyncio.Task[None]) -> None:
        line.couriers.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("courier failed", error=type(task.exception()).__name__)
        if line.free % line.least == 0:  # else there would be a look for each that comes back
            self._bell.ring()

    def _learn(self, line: Line, refused: Refusal | None) -> None:
        """Claim nothing for a while where the next one would fare no better."""
        if refused is None or refused.failure not in OURS:
            line.outages = 0
            return
        if refused.failure is Failure.FLOOD:
            pause = refused.retry_after if line.is_bulk else dt.timedelta()
        else:
            pause = wait(line.outages, 0)
            line.outages = min(line.outages + 1, MOST_OUTAGES)
        line.held_until = max(line.held_until or self._now(), self._now() + pause)

    @property
    def _database(self) -> Database:
        return self._courier.assistant().database

    def _now(self) -> dt.datetime:
        return self._courier.assistant().clock()
