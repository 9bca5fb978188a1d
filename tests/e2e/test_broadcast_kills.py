"""Kills of the process that sends a broadcast: nobody is left out, and twice comes only what was on its way.

Nothing here depends on how fast the machine is: a kill comes when so much has arrived, or at a chosen point.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest

from bot.dispatcher import BULK_COURIERS
from bot.models import DeliveryState
from bot.services.deliveries import batches
from bot.services.deliveries.leases import LEASE
from tests.broadcasting import BATCH, Studio, studio
from tests.sending_process import CLAIMED, SENT

pytestmark = pytest.mark.e2e

AUDIENCE = 2000
CHOSEN = ((CLAIMED, 150), (SENT, 250))
RANDOM = 2
"""Kills while messages are on their way, at moments that differ from run to run."""
STEP = int(LEASE.total_seconds()) + 1
"""By so many seconds is the clock of each process ahead of the one before, so that its leases are over."""
PATIENCE = 120
LOOK_AGAIN = 0.05


async def until(happened: Callable[[], Awaitable[bool]]) -> None:
    """Wait for something; fail rather than wait for ever."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if await happened():
                return
            await asyncio.sleep(LOOK_AGAIN)


async def report(office: Studio) -> Counter[DeliveryState]:
    """Return how many deliveries are in each state."""
    async with office.database.session() as session:
        return await batches.counts(session, BATCH)


async def finished(office: Studio) -> bool:
    """Say whether nothing is left to do."""
    return not set(await report(office)) & {DeliveryState.DUE, DeliveryState.CLAIMED}


async def so_many(office: Studio, enough: int) -> bool:
    """Say whether the broadcast has come to so many."""
    return len(office.arrived()) >= enough


async def test_kills_lose_nobody_and_repeat_only_what_was_on_its_way(tmp_path: Path) -> None:
    on_their_way: list[int] = []
    async with studio(f"sqlite+aiosqlite:///{tmp_path / 'db'}", AUDIENCE, paid_broadcasts="true") as office:
        await office.confirm()
        for ahead, (point, number) in enumerate(CHOSEN):
            async with office.sending(point, number, ahead * STEP) as process:
                await asyncio.wait_for(process.wait(), PATIENCE)
            on_their_way.append((await report(office))[DeliveryState.CLAIMED])
        for ahead in range(len(CHOSEN), len(CHOSEN) + RANDOM):
            enough = len(office.arrived()) + random.randint(20, 300)  # noqa: S311  # no secret
            async with office.sending(ahead=ahead * STEP) as process:
                await until(partial(so_many, office, enough))
                process.kill()
            on_their_way.append((await report(office))[DeliveryState.CLAIMED])
        async with office.sending(ahead=(len(CHOSEN) + RANDOM) * STEP):
            await until(partial(finished, office))
        arrived, told = office.arrived(), await report(office)
    assert set(arrived) == {chat_id for chat_id in office.world.chats if chat_id > 0}
    assert arrived.total() - AUDIENCE <= sum(on_their_way) <= len(on_their_way) * BULK_COURIERS
    assert told == Counter({DeliveryState.SENT: AUDIENCE})
