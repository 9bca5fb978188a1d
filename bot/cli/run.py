"""`ilecu run`: the assistant."""

import sys

import typer

from bot import logs
from bot.app import poll
from bot.settings import load_settings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(run)


def run() -> None:
    """Run the assistant: fetch updates from the Bot API and answer them."""
    settings = load_settings()
    logs.configure(settings.log_level, settings.log_format, sys.stderr)
    poll(settings)
