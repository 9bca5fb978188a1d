"""What the queue takes: putting in a broadcast to 100,000, and finding what is due among 1,000,000."""

import asyncio
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterable

from sqlalchemy import func, insert, text
from sqlmodel import select

from bot.clocks import system_clock
from bot.database import Database
from bot.models import Channel, Delivery, Member, Priority
from bot.services.deliveries import claiming
from bot.services.deliveries.queue import Message, enqueue
from bot.services.deliveries.states import DELIVERIES
from tests.benchmarks.fresh_process import answer, resident

AUDIENCE = 100_000
ROWS = 1_000_000
ENDED = 700_000
"""Of the rows, so many are done; the others are due later, but for some that are due now."""
DUE = 500
CHUNK = 10_000
LOOKS = 50
CLAIMED = 64
SAMPLE = 0.005


async def admit(url: str) -> dict[str, float]:
    """Make `AUDIENCE` members; in a process of its own, so that its memory is not there when it counts."""
    database = Database(url)
    await database.upgrade()
    await _admit(database, AUDIENCE)
    await database.close()
    return {}


async def confirm(url: str) -> dict[str, float]:
    """Put a broadcast to all members into the queue; return seconds, and megabytes at the peak above those before."""
    database = Database(url)
    now = system_clock()
    message = Message("broadcast", "broadcast:7", now, {"broadcast": 7}, Priority.BULK, batch="broadcast:7")
    async with database.session() as session:
        await enqueue(session, message, [])  # what is made once is made
    sampling = asyncio.create_task(_peak())
    await asyncio.sleep(0)
    before, began = resident(), time.perf_counter()
    async with database.session() as session:
        await enqueue(session, message, (await session.exec(select(Member.id))).all())  # type: ignore[arg-type]  # rows have numbers
        await session.commit()
    seconds = time.perf_counter() - began
    sampling.cancel()
    (peak,) = await asyncio.gather(sampling)
    async with database.session() as session:
        assert (await session.exec(select(func.count()).select_from(Delivery))).one() == AUDIENCE
    await database.close()
    return {"seconds": seconds, "MB": peak - before}


async def find(url: str) -> dict[str, float]:
    """Fill the queue with `ROWS`; return milliseconds of a look and of a claim, the medians of some."""
    database = Database(url)
    await database.upgrade()
    await _admit(database, 1000)
    now = system_clock()
    async with database.session() as session:
        connection = await session.connection()
        for start in range(0, ROWS, CHUNK):
            await connection.execute(insert(DELIVERIES), list(map(_row(now), range(start, start + CHUNK))))
        await session.commit()
    async with database.engine.begin() as connection:
        await connection.execute(text("ANALYZE"))
    looks, claims = [], []
    for _ in range(LOOKS):
        async with database.session() as session:
            began = time.perf_counter()
            assert Priority.PERSONAL in await claiming.upcoming(session)
            looks.append(time.perf_counter() - began)
            began = time.perf_counter()
            assert len(await claiming.claim(session, Priority.PERSONAL, CLAIMED, "process", now)) == CLAIMED
            claims.append(time.perf_counter() - began)
            await session.rollback()
    await database.close()
    return {"look ms": _median_ms(looks), "claim ms": _median_ms(claims)}


def _row(now: dt.datetime) -> Callable[[int], dict[str, object]]:
    def row(number: int) -> dict[str, object]:
        is_ended = number < ENDED
        days = 1 + number % 300
        is_now = ENDED <= number < ENDED + DUE
        due_at = now - dt.timedelta(days=days) if is_ended or is_now else now + dt.timedelta(days=days)
        return {
            "key": f"reminder:{number // 1000}:{number}",
            "member_id": 1 + number % 1000,
            "kind": "reminder",
            "payload": {"event": number // 1000},
            "batch": f"event:{number // 1000}",
            "priority": 1 + number % 3 if not is_now else Priority.PERSONAL,
            "is_urgent": False,
            "due_at": due_at,
            "state": "sent" if is_ended else "due",
            "attempts": int(is_ended),
            "parts": 0,
            "may_repeat": False,
        }

    return row


async def _admit(database: Database, number: int) -> None:
    now = system_clock()
    async with database.session() as session:
        connection = await session.connection()
        for start in range(0, number, CHUNK):
            rows = [
                {"channel": Channel.TELEGRAM, "chat_id": each, "created_at": now, "reachable": True}
                for each in range(start, min(start + CHUNK, number))
            ]
            await connection.execute(insert(Member), rows)
        await session.commit()


async def _peak() -> float:
    """Return the most megabytes in memory until this is cancelled, looking every few milliseconds."""
    peak = resident()
    try:
        while True:
            peak = max(peak, resident())
            await asyncio.sleep(SAMPLE)
    except asyncio.CancelledError:
        return peak


def _median_ms(seconds: Iterable[float]) -> float:
    ordered = sorted(seconds)
    return 1000 * ordered[len(ordered) // 2]


if __name__ == "__main__":
    answer(asyncio.run({"admit": admit, "confirm": confirm, "find": find}[sys.argv[1]](sys.argv[2])))
