"""`ilecu retention`: how long things are kept, and deleting what is kept too long."""

import datetime as dt
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.sessions import run_in_database
from bot.clocks import system_clock
from bot.database import Database
from bot.models import AuditRecord
from bot.services import audit, retention
from bot.services.keys import installation_key
from bot.services.periods import Periods
from bot.services.retention import Report, Rules
from bot.settings import load_settings

LOG_CHANGED = 1
"""Exit status: the audit log was changed by somebody, so nothing of it was deleted."""


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="How long things are kept; delete what is kept too long.", no_args_is_help=True)
    group.command()(show)
    group.command()(run)
    app.add_typer(group, name="retention")


def show() -> None:
    """Show the periods, and when the assistant last did its daily work."""
    settings = load_settings()
    periods = Periods.of(settings)
    last = run_in_database(settings.database_url, str(AuditRecord.__tablename__), _last_run)
    table = Table("What", "Kept", caption=f"last daily run: {last:%Y-%m-%d %H:%M} UTC" if last else "no daily run yet")
    for keep, length in periods.kept.items():
        table.add_row(str(keep), _written(length))
    table.add_row("told before that", _written(periods.notice))
    Console().print(table)


def run(*, dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be deleted.")] = False) -> None:
    """Delete now what is kept too long; the assistant then tells members who are inactive.

    Exit status 1 where the audit log was changed by somebody: then nothing of it is deleted.
    """
    settings = load_settings()
    rules = Rules(Periods.of(settings), installation_key(settings.secret.get_secret_value()), audit.CLI)
    now = system_clock()
    work = retention.forecast if dry_run else retention.run
    report = run_in_database(
        settings.database_url, str(AuditRecord.__tablename__), lambda database: work(database, rules, now)
    )
    _print(report, dry_run=dry_run)
    if report.audit is None:
        typer.echo("The audit log was changed: nothing of it is deleted. See `ilecu audit verify`.", err=True)
        raise typer.Exit(LOG_CHANGED)


async def _last_run(database: Database) -> dt.datetime | None:
    async with database.session() as session:
        return await retention.last_run(session)


def _print(report: Report, *, dry_run: bool) -> None:
    counts = {str(what): rows for what, rows in report.deleted.items()}
    counts |= {"inactive members": report.erased, "audit": report.audit or 0}
    table = Table("What", "Would be deleted" if dry_run else "Deleted")
    for what, rows in counts.items():
        table.add_row(what, str(rows))
    Console().print(table)
    if dry_run:
        typer.echo(f"Inactive members to be told: {report.told}")


def _written(length: dt.timedelta) -> str:
    hours = length // dt.timedelta(hours=1)
    return f"{length.days} days" if length.days else f"{hours} hours"
