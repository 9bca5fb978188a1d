"""`ilecu run`: the assistant."""

import sys

from bot import logs
from bot.app import poll
from bot.settings import load_settings


def run() -> None:
    """Run the assistant: fetch updates from the Bot API and answer them."""
    settings = load_settings()
    logs.configure(settings.log_level, settings.log_format, sys.stderr)
    poll(settings)
