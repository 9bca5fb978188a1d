"""`ilecu db`: the database."""

import asyncio

import typer

from bot.database import Database
from bot.settings import load_settings

app = typer.Typer(no_args_is_help=True)


@app.callback()
def group() -> None:
    """Look after the database."""


@app.command()
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
