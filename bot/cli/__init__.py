"""The command line `ilecu`: one module a command or group of commands."""

import importlib
import sys
from collections.abc import Iterable, Mapping

import typer

from bot.settings import SettingsError

BAD_USAGE = 2
COMMANDS: Mapping[str, str] = {
    "demo": "bot.cli.demo",
    "demo-assistant": "bot.cli.demo_assistant",
    "run": "bot.cli.run",
    "gateway": "bot.cli.gateway",
    "ask": "bot.cli.ask",
    "articles": "bot.cli.articles",
    "between": "bot.cli.between",
    "channel": "bot.cli.channel",
    "term": "bot.cli.term",
    "i18n": "bot.cli.i18n",
    "contacts": "bot.cli.contacts",
    "guard": "bot.cli.guard",
    "admin": "bot.cli.admin",
    "audit": "bot.cli.audit",
    "retention": "bot.cli.retention",
    "db": "bot.cli.database",
}
"""Each command with the module whose `register` adds it, in the order of the help page."""


def create_app(names: Iterable[str] = tuple(COMMANDS)) -> typer.Typer:
    """Return the command line with some commands; a module is imported only for its command.

    `ilecu demo` would else wait for libraries that only the process needs which it starts.
    """
    app = typer.Typer(name="ilecu", no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
    app.callback()(_group)
    for name in names:
        importlib.import_module(COMMANDS[name]).register(app)
    return app


def main() -> None:
    """Run a command; a bad setting ends it with a message that names the setting."""
    called = [name for name in sys.argv[1:2] if name in COMMANDS]
    try:
        create_app(called or COMMANDS)()
    except SettingsError as error:
        print(f"ilecu: cannot start\n{error}", file=sys.stderr)
        sys.exit(BAD_USAGE)


def _group() -> None:
    """ILECU Assistant: procedures of international police cooperation."""
