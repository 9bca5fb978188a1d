"""Where outcomes are noted, each in a transaction of its own, over connections that stay open.

A connection from the pool and a transaction around one statement cost three times what the statement does.
"""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database import Database
from bot.services.deliveries.outcomes import Outcome
from bot.services.deliveries.recording import Attempt, record

WRITERS = 4
"""Connections to a database that several can write to."""


class Ledger:
    """Notes what became of deliveries."""

    def __init__(self, database: Database) -> None:
        """Take the database; connections are opened as they are needed."""
        self._database = database
        number = 1 if database.engine.dialect.name == "sqlite" else WRITERS
        self._places = asyncio.Semaphore(number)
        self._idle: list[AsyncConnection] = []

    async def note(self, attempt: Attempt, outcome: Outcome) -> None:
        """Note an outcome; it is stored when this returns.

        Raises:
            SQLAlchemyError, OSError: it is not, or not for certain; to note it again does no harm.
        """
        async with self._places:
            connection = self._idle.pop() if self._idle else await self._open()
            try:
                await record(connection, attempt, outcome)
            except BaseException:  # also when cancelled: what the connection is in the middle of is unknown
                await _drop(connection)
                raise
            self._idle.append(connection)

    async def close(self) -> None:
        """Close the connections."""
        while self._idle:
            await self._idle.pop().close()

    async def _open(self) -> AsyncConnection:
        """Open a connection on which each statement is a transaction."""
        connection = await self._database.engine.connect()
        return await connection.execution_options(isolation_level="AUTOCOMMIT")


async def _drop(connection: AsyncConnection) -> None:
    try:
        await connection.invalidate()
        await connection.close()
    except (SQLAlchemyError, OSError):
        return  # it was broken anyway
