"""How fast a broadcast goes out, and what officers who ask meanwhile notice of it.

The gateway is in this process, the assistant in one of its own; they share the machine's processors.
"""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import quantiles

from bot.gateway.chats import Chat
from bot.gateway.personas import Persona
from bot.gateway.rates import RateLimits
from tests.broadcasting import BATCH, Studio, studio

AT_LIMITS = 1500
WITHOUT_LIMITS = 5000
ASKERS = 24
"""Officers who ask, beside the audience; each asks twice, so that no chat meets its own limit."""
BETWEEN_QUESTIONS = 2.0
"""Seconds; answers count among what Telegram allows, so that many of them are as many messages less."""
LOOK_AGAIN = 0.001
TOO_MANY_REQUESTS = 429


async def with_limits(url: str) -> dict[str, float]:
    """Send at Telegram's limits, which the gateway keeps, while officers ask; return the numbers."""
    async with studio(url, AT_LIMITS + ASKERS, RateLimits()) as office, office.sending():
        askers = [profile.key for profile in office.world.cast.values()][AT_LIMITS:]
        await _seconds(office, askers[0])  # the first one waits for the process to start
        idle = [await _seconds(office, key, BETWEEN_QUESTIONS / 8) for key in askers]
        with _refusals() as refused:
            await office.confirm(count=AT_LIMITS)
            sending = asyncio.create_task(_rate(office, AT_LIMITS))
            busy = []
            for key in askers:
                busy.append(await _seconds(office, key, BETWEEN_QUESTIONS))
                assert not sending.done(), "the broadcast was over before all had asked"
            rate = await sending
    return {"rate": rate, "refused": len(refused), "idle ms": _p95(idle), "busy ms": _p95(busy)}


async def without_limits(url: str) -> float:
    """Return how many messages a second go out as a paid broadcast."""
    async with studio(url, WITHOUT_LIMITS, paid_broadcasts="true") as office, office.sending():
        await office.confirm()
        return await _rate(office, WITHOUT_LIMITS)


async def _rate(office: Studio, number: int) -> float:
    """Return how many messages a second arrive, from the first to the last of so many."""
    chats = [office.world.chats[profile.user_id] for profile in office.world.cast.values()][:number]
    before = sum(len(chat.messages) for chat in chats)
    began, seen = 0.0, 0
    while seen < number:
        await asyncio.sleep(0.02)
        seen = sum(len(chat.messages) for chat in chats) - before
        if seen and not began:
            began, first = time.perf_counter(), seen
    rate = (seen - first) / (time.perf_counter() - began)
    assert set(office.arrived(BATCH).values()) == {1}
    return rate


async def _seconds(office: Studio, key: str, pause: float = 0.0) -> float:
    """Ask for help and return how long the answer takes."""
    await asyncio.sleep(pause)
    asker = Persona(office.world, key)
    chat: Chat = office.world.chats[asker.profile.user_id]
    asker.say("/help")
    before, began = len(chat.messages), time.perf_counter()
    while True:
        if len(chat.messages) > before:
            return time.perf_counter() - began
        await asyncio.sleep(LOOK_AGAIN)


@contextmanager
def _refusals() -> Iterator[list[str]]:
    """Collect the methods that the gateway refuses for coming too fast, while the block runs."""
    refused: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if isinstance(record.args, tuple) and record.args[-1] == TOO_MANY_REQUESTS:
                refused.append(str(record.args[0]))

    log, collector = logging.getLogger("bot.gateway.api"), Collector()
    log.addHandler(collector)
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        yield refused
    finally:
        log.removeHandler(collector)


def _p95(seconds: list[float]) -> float:
    return 1000 * quantiles(seconds, n=20)[-1]
