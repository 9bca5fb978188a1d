"""The command line `ilecu`: one module a group of commands."""

import sys

import typer

from bot.cli import articles, ask, database, demo, gateway, i18n, run
from bot.settings import SettingsError

BAD_USAGE = 2


def create_app() -> typer.Typer:
    """Return the command line with all its groups."""
    app = typer.Typer(
        name="ilecu", help="ILECU Assistant: procedures of international police cooperation.", no_args_is_help=True,
        pretty_exceptions_enable=False, add_completion=False,
    )  # fmt: skip
    app.command("demo")(demo.demo)
    app.command("run")(run.run)
    app.command("gateway")(gateway.gateway)
    app.command("ask")(ask.ask)
    app.add_typer(articles.app, name="articles", help="The articles of the knowledge base.")
    app.add_typer(i18n.app, name="i18n", help="The translations.")
    app.add_typer(database.app, name="db", help="The database.")
    return app


def main() -> None:
    """Run a command; a bad setting ends it with a message that names the setting."""
    try:
        create_app()()
    except SettingsError as error:
        print(f"ilecu: cannot start\n{error}", file=sys.stderr)
        sys.exit(BAD_USAGE)
