"""`ilecu contacts import|export|template|packaged`: units and contact points from files and into files."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.text import Text
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.cli.operating import operate
from bot.cli.sessions import fail
from bot.models import ContactPoint, Function
from bot.services import audit, contact_import
from bot.services.actors import Actor
from bot.services.contact_changes import Change, Kind
from bot.services.contact_files.formats import read_file, written
from bot.services.contact_files.tables import FileProblemsError, Problem, Row
from bot.services.contact_import import Import
from bot.services.contact_rows import rows_of
from bot.services.contact_store import load
from bot.services.packaged_contacts import add_partner_units

TABLE = str(ContactPoint.__tablename__)
OWNER_ONLY = 0o600
SIGNS = {Kind.ADDED: ("+", "green"), Kind.CHANGED: ("~", "yellow"), Kind.REMOVED: ("-", "red"), Kind.KEPT: ("=", "dim")}
"""How a change is marked, and its colour."""
ContactFile = Annotated[Path, typer.Argument(dir_okay=False, help="Ends in .csv, .xlsx or .vcf.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file.")]


def add_commands(group: typer.Typer) -> None:
    """Add the commands to the group `contacts`."""
    group.command(name="import")(import_contacts)
    group.command(name="export")(export_contacts)
    group.command()(template)
    group.command()(packaged)


def import_contacts(
    file: ContactFile,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    remove_missing: Annotated[
        bool, typer.Option("--remove-missing", help="Remove what the file does not name.")
    ] = False,
    unit: Annotated[str, typer.Option(help="Unit of the rows or cards that name none.")] = "",
    function: Annotated[Function | None, typer.Option(help="Function of the rows or cards that name none.")] = None,
) -> None:
    """Take units and contact points from a file: all of it, or nothing while a line is wrong."""
    rows = contact_import.meant_for(_read(file), unit, function or "")

    async def work(session: AsyncSession, operator: Actor) -> Import:
        prepared = await contact_import.prepare(session, rows, remove_missing=remove_missing)
        if prepared.problems:
            _explain(file, prepared.problems)
        if not dry_run:
            await contact_import.carry_out(session, operator, prepared)
        return prepared

    made = operate(work, TABLE).changes
    _show(made)
    typer.echo(_summary(made) + (" Nothing was changed: this was a dry run." if dry_run else ""))


def export_contacts(file: ContactFile, *, force: Force = False) -> None:
    """Write all units and contact points into a file; that this was done is recorded."""

    async def work(session: AsyncSession, operator: Actor) -> int:
        rows = rows_of((await load(session)).directory)
        _write(file, written(file, rows), force=force)
        await operator.record(session, audit.Action.EXPORT, "contacts:all", {"rows": len(rows)})
        return len(rows)

    try:
        typer.echo(f"{file}: {operate(work, TABLE)} rows")
    except FileProblemsError as error:
        _explain(file, error.problems)


def template(file: ContactFile, *, force: Force = False) -> None:
    """Write a file that has the columns and no rows; docs/contacts.md says what belongs into them."""
    if file.suffix.casefold() == ".vcf":
        fail(f"{file}: found a vCard file, which has no columns; expected .csv or .xlsx")
    try:
        _write(file, written(file, []), force=force)
    except FileProblemsError as error:
        _explain(file, error.problems)
    typer.echo(f"{file}: the columns, without rows")


def packaged() -> None:
    """Add the units that public pages name, and their functions; what is there already stays as it is."""

    async def work(session: AsyncSession, operator: Actor) -> list[Change]:
        return await add_partner_units(session, operator)

    added = operate(work, TABLE)
    _show(added)
    typer.echo(_summary(added))


def _read(file: Path) -> list[Row]:
    try:
        return read_file(file)
    except FileProblemsError as error:
        _explain(file, error.problems)
    except OSError as error:
        fail(f"{file}: {error.strerror}")


def _explain(file: Path, problems: Sequence[Problem]) -> NoReturn:
    """Say what is wrong, line by line, and end the command."""
    for problem in problems:
        typer.echo(f"{file}: {problem}", err=True)
    fail(f"Nothing was changed. Problems: {len(problems)}")


def _write(file: Path, content: bytes, *, force: bool) -> None:
    """Write a file that only its owner can read."""
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if force else os.O_EXCL)
    try:
        with os.fdopen(os.open(file, flags, OWNER_ONLY), "wb") as target:
            target.write(content)
    except FileExistsError:
        fail(f"{file}: found a file; expected none, or --force")
    except OSError as error:
        fail(f"{file}: {error.strerror}")


def _show(made: Sequence[Change]) -> None:
    """Print each change, and what it changes, old -> new."""
    console = Console(soft_wrap=True, highlight=False)
    for change in made:
        if change.kind is Kind.UNCHANGED:
            continue
        sign, colour = SIGNS[change.kind]
        kept = "  not in the file, kept" if change.kind is Kind.KEPT else ""
        console.print(Text(f"{sign} {change.key}{kept}", colour))
        for cell in change.cells:
            console.print(Text(f"    {cell.column}: {cell.old or '(nothing)'} -> {cell.new or '(nothing)'}"))


def _summary(made: Sequence[Change]) -> str:
    kinds = [change.kind for change in made]
    return ", ".join(f"{kind}: {kinds.count(kind)}" for kind in Kind) + "."
