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

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.bell import Bell
from bot.courier import Courier
from bot.database import Database
from bot.dispatch_lines import Line
from bot.logs import frames
from bot.models import Priority
from bot.services.deliveries import claiming, leases
from bot.services.deliveries.claiming import Claim
from bot.services.deliveries.recording import Attempt, record
from bot.services.deliveries.triage import held_back

log = structlog.get_logger(__name__)
LOOK_INTERVAL = 1.0
"""Seconds between two looks when no bell rings."""
RENEWAL = leases.LEASE / 3
"""How often a process says that it is alive."""
GRACE = 15.0
"""Seconds that what is on its way gets when the assistant stops; what takes longer is another process's later."""
HOST_CHARACTERS = 32
PERSONAL_COURIERS, BULK_COURIERS = 16, 64
"""Deliveries on their way at once."""
BULK_CHUNK = 32
"""Fewer are not claimed where more are due: each claim is a transaction."""
COURIERS = PERSONAL_COURIERS + BULK_COURIERS


def process_name() -> str:
    """Return a name that no other process has, now or later."""
    return f"{socket.gethostname()[:HOST_CHARACTERS]}:{os.getpid()}:{secrets.token_hex(4)}"


class Dispatcher:
    """Sends what is due until it is stopped."""

    def __init__(self, courier: Courier) -> None:
        """Take who delivers."""
        self._courier = courier
        self._bell: Bell = courier.assistant().database.bell
        self._lines = (
            Line((Priority.URGENT, Priority.PERSONAL), PERSONAL_COURIERS, 1),
            Line((Priority.URGENT_BULK, Priority.BULK), BULK_COURIERS, BULK_CHUNK),
        )
        self._renewed: dt.datetime | None = None
        self._bulk_until: dt.datetime | None = None
        self._is_stopping = False
        self._is_over = asyncio.Event()
        self._is_over.set()

    async def run(self) -> None:
        """Look and send until `stop`; whatever goes wrong is tried again."""
        self._is_over.clear()
        try:
            while not self._is_stopping:
                if not await self._look_safely():
                    await self._bell.wait(LOOK_INTERVAL)
        finally:
            self._is_over.set()

    async def stop(self) -> None:
        """Claim nothing more, let what is on its way arrive, and let another process send in bulk."""
        self._is_stopping = True
        self._bell.ring()
        await self._is_over.wait()  # a look that is under way may still claim
        couriers = [task for line in self._lines for task in line.couriers]
        if couriers:
            _, late = await asyncio.wait(couriers, timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        try:
            await self._courier.ledger.close()
            async with self._database.session() as session:
                await leases.give(session, self._courier.owner, self._now())
                await session.commit()
        except (SQLAlchemyError, OSError) as error:
            log.warning("lease not given back", error=type(error).__name__)

    async def _look_safely(self) -> bool:
        try:
            return await self.look()
        except Exception as error:  # noqa: BLE001  # a process that sends nothing any more must not look alive
            log.error("queue not read", error=type(error).__name__, frames=frames(error))  # noqa: TRY400  # no texts
            await asyncio.sleep(LOOK_INTERVAL)
            return False

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
            if out := [delivery_id for line in self._lines for delivery_id in line.couriers.values()]:
                await claiming.renew(session, self._courier.owner, out, now)
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
        line.couriers[task] = claim.delivery.id or 0
        task.add_done_callback(lambda done: self._come_back(line, done))

    async def _deliver(self, line: Line, claim: Claim) -> None:
        refused = await self._courier.deliver(claim)
        line.learn(refused, self._now())

    def _come_back(self, line: Line, task: asyncio.Task[None]) -> None:
        line.couriers.pop(task, None)
        if not task.cancelled() and task.exception() is not None:
            log.error("courier failed", error=type(task.exception()).__name__)
        if line.free and line.free % line.least == 0:  # else there would be a look for each that comes back
            self._bell.ring()

    @property
    def _database(self) -> Database:
        return self._courier.assistant().database

    def _now(self) -> dt.datetime:
        return self._courier.assistant().clock()
