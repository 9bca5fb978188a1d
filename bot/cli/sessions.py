"""One unit of work in the installation's database, for commands."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import NoReturn, TypeVar

import typer
from sqlalchemy import inspect
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database

CANNOT_DO = 2
"""Exit status: what was asked for cannot be done."""
Found = TypeVar("Found")


def run_in_session(url: str, table: str, work: Callable[[AsyncSession], Awaitable[Found]]) -> Found:
    """Return what work in a session returns, and commit.

    Exit status 2, with what to do, where the database does not have the table that the work needs.
    """

    async def in_session(database: Database) -> Found:
        async with database.session() as session:
            found = await work(session)
            await session.commit()
            return found

    return run_in_database(url, table, in_session)


def run_in_database(url: str, table: str, work: Callable[[Database], Awaitable[Found]]) -> Found:
    """Return what work returns that makes its own transactions; else as `run_in_session`."""
    return asyncio.run(_run(url, table, work))


def fail(message: str) -> NoReturn:
    """Say why something cannot be done, and end the command; what was not committed is lost."""
    typer.echo(message, err=True)
    raise typer.Exit(CANNOT_DO)


async def _run(url: str, table: str, work: Callable[[Database], Awaitable[Found]]) -> Found:
    database = Database(url)
    try:
        async with database.engine.connect() as connection:
            is_there = await connection.run_sync(lambda sync: inspect(sync).has_table(table))
        if not is_there:
            fail("The database is not up to date: run `ilecu db upgrade`.")
        return await work(database)
    finally:
        await database.close()
