"""Databases of PostgreSQL for single tests: copies of one that has all tables, on the server of TEST_POSTGRES."""

import asyncio
import itertools
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.database import Database

POSTGRES = os.environ.get("TEST_POSTGRES")
"""The address of a database whose role may make others; None where tests run on SQLite alone."""


class Copies:
    """Copies of a database that has all tables and no rows.

    Attributes:
        server: a database to give orders from.
        template: what is copied.
    """

    def __init__(self, server: URL) -> None:
        """Take the address of a database to give orders from."""
        self.server = server
        self.template = f"ilecu_tables_{os.getpid()}"
        self._numbers = itertools.count(1)

    @asynccontextmanager
    async def one(self) -> AsyncIterator[Database]:
        """Make a copy, and drop it afterwards."""
        name = f"ilecu_test_{os.getpid()}_{next(self._numbers)}"
        await self.order(f'CREATE DATABASE "{name}" TEMPLATE "{self.template}"')
        database = Database(self.address(name))
        try:
            yield database
        finally:
            await database.close()
            await self.order(f'DROP DATABASE "{name}" WITH (FORCE)')

    async def make(self) -> None:
        """Make the database that is copied."""
        await self.order(f'CREATE DATABASE "{self.template}"')
        database = Database(self.address(self.template))
        await database.upgrade()
        await database.close()

    async def order(self, statement: str) -> None:
        """Give an order that no transaction can hold."""
        engine = create_async_engine(self.server, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.execute(text(statement))
        await engine.dispose()

    def address(self, name: str) -> str:
        """Return the address of a database of the server."""
        return self.server.set(database=name).render_as_string(hide_password=False)


@contextmanager
def copies(address: str) -> Iterator[Copies]:
    """Have copies made on the server of a database, from migrations that run once."""
    made = Copies(make_url(address))
    asyncio.run(made.make())
    try:
        yield made
    finally:
        asyncio.run(made.order(f'DROP DATABASE "{made.template}" WITH (FORCE)'))
