"""`ilecu db`: the database."""

import asyncio

import typer

from bot.database import Database
from bot.settings import load_settings


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Look after the database.", no_args_is_help=True)
    group.callback()(lambda: None)
    group.command()(upgrade)
    app.add_typer(group, name="db")


def upgrade() -> None:
    """Bring the tables up to date; the assistant does this by itself when it starts."""
    asyncio.run(_upgrade(load_settings().database_url))
    typer.echo("The database is up to date.")


async def _upgrade(url: str) -> None:
    database = Database(url)
    try:
        await database.upgrade()
    finally:
        await database.close()
