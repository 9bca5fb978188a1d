"""The delivery engine: throughput, answers meanwhile, what the queue takes; and the HTTP client it sends with.

On SQLite, and on PostgreSQL where TEST_POSTGRES has the address of an empty database.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from bot.database import Database
from tests.benchmarks import broadcast, clients
from tests.benchmarks.fresh_process import run

POSTGRES = "TEST_POSTGRES"
AT_LIMITS = (
    "{name}: at Telegram's limits {rate:.1f}/s with {refused:.0f} refused (429); "
    "answers p95 {busy ms:.0f} ms, idle {idle ms:.0f} ms"
)


def report() -> Iterator[str]:
    """Yield what was measured, a line a subject."""
    yield from clients.report()
    for name in ("SQLite", *(["PostgreSQL"] if POSTGRES in os.environ else [])):
        with _empty(name) as url:
            yield AT_LIMITS.format(name=name, **asyncio.run(broadcast.with_limits(url)))
        with _empty(name) as url:
            yield f"{name}: without limits {asyncio.run(broadcast.without_limits(url)):.0f}/s"
        with _empty(name) as url:
            run("tests.benchmarks.queueing", "admit", url)
            numbers = run("tests.benchmarks.queueing", "confirm", url)
            yield f"{name}: confirming 100,000 takes {numbers['seconds']:.1f} s and {numbers['MB']:.0f} MB"
        with _empty(name) as url:
            numbers = run("tests.benchmarks.queueing", "find", url)
            yield "{name}: among 1,000,000 a look takes {look ms:.1f} ms, claiming 64 {claim ms:.1f} ms".format(
                name=name, **numbers
            )


@contextmanager
def _empty(name: str) -> Iterator[str]:
    """Give the address of an empty database."""
    if name == "SQLite":
        with TemporaryDirectory() as folder:
            yield f"sqlite+aiosqlite:///{Path(folder) / 'db'}"
        return
    try:
        yield os.environ[POSTGRES]
    finally:
        asyncio.run(_clear(os.environ[POSTGRES]))


async def _clear(url: str) -> None:
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
    await database.close()
