"""`ilecu audit`: prove that the audit log is unchanged, and hand it out."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, NoReturn, TextIO, TypeVar

import typer
from sqlalchemy import inspect
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clocks import system_clock
from bot.database import Database
from bot.models import AuditRecord
from bot.services import audit
from bot.settings import load_settings

BROKEN = 1
CANNOT_DO = 2
"""Exit statuses: the log was changed; what was asked for cannot be done or told."""
OWNER_ONLY = 0o600
"""Permissions of a new file."""
Found = TypeVar("Found")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Audit log: verify it, note its head, export it.", no_args_is_help=True)
    for command in (verify, head, export):
        group.command()(command)
    app.add_typer(group, name="audit")


def verify(
    noted: Annotated[
        str | None, typer.Option(help="A head noted earlier, NUMBER:HASH; without it a tail cut off is not found.")
    ] = None,
) -> None:
    """Read the whole log; exit status 1 with the first record that is wrong, 2 if nothing can be said."""
    earlier = None if noted is None else _parse(noted)
    found = _run(lambda session: audit.verify(session, earlier))
    typer.echo(f"records: {found.records}")
    typer.echo(f"head: {found.head}")
    if found.first_break is not None:
        _fail(f"The log was changed: record {found.first_break} is missing or not as it was written.", BROKEN)
    if earlier is not None and earlier.sequence < found.start.sequence:
        _fail(f"Record {earlier.sequence} is no longer kept: the head that was noted proves nothing.", CANNOT_DO)
    typer.echo("The log is unbroken. Note the head where this machine cannot change it.")


def head() -> None:
    """Print number and hash of the newest record, to be noted elsewhere and given to `verify --noted`."""
    typer.echo(_run(audit.head))


def export(
    file: Annotated[Path, typer.Argument(help="Where to write, one JSON object a line.", dir_okay=False)],
    *,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
) -> None:
    """Write all records to a file, oldest first; that this was done is itself recorded, and in the file."""
    last = _run(audit.head)
    try:
        file.touch(OWNER_ONLY, exist_ok=force)
        with file.open("w", encoding="ascii") as target:
            lines = _run(lambda session: _write(session, last, target))
    except FileExistsError:
        _fail(f"{file}: found a file; expected none, or --force", CANNOT_DO)
    except OSError as error:
        _fail(f"{file}: {error.strerror}", CANNOT_DO)
    typer.echo(f"{file}: {lines} records")


async def _write(session: AsyncSession, last: audit.Head, target: TextIO) -> int:
    """Record the export, then write all lines; return their number."""
    entry = audit.Entry(audit.CLI, audit.Action.EXPORT, "audit:log", {"after": last.sequence})
    await audit.record(session, entry, system_clock())
    await session.commit()
    lines = 0
    async for line in audit.export(session):
        target.write(f"{line}\n")
        lines += 1
    return lines


def _run(work: Callable[[AsyncSession], Awaitable[Found]]) -> Found:
    """Return what work in a session of the installation's database returns."""
    return asyncio.run(_work_in(load_settings().database_url, work))


async def _work_in(url: str, work: Callable[[AsyncSession], Awaitable[Found]]) -> Found:
    database = Database(url)
    try:
        async with database.engine.connect() as connection:
            is_there = await connection.run_sync(lambda sync: inspect(sync).has_table(AuditRecord.__tablename__))
        if not is_there:
            _fail("The database has no audit log yet: run `ilecu db upgrade`.", CANNOT_DO)
        async with database.session() as session:
            return await work(session)
    finally:
        await database.close()


def _parse(noted: str) -> audit.Head:
    try:
        return audit.Head.parse(noted)
    except ValueError as error:
        _fail(f"--noted: {error}", CANNOT_DO)


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(status)
