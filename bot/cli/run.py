"""`ilecu run` and `ilecu gateway`: the two long-running processes."""

import asyncio
import secrets
import sys
from typing import Annotated

import typer

from bot import logs
from bot.app import poll
from bot.gateway.server import serve
from bot.gateway.world import World
from bot.settings import load_settings


def run() -> None:
    """Run the assistant: fetch updates from the Bot API and answer them."""
    settings = load_settings()
    logs.configure(settings.log_level, settings.log_format, sys.stderr)
    poll(settings)


def gateway(
    port: Annotated[int, typer.Option(help="Loopback port to listen on.")] = 8080,
    token: Annotated[
        str, typer.Option(envvar="ILECU_TOKEN", help="The token that the bot comes with.", show_envvar=True)
    ] = "",
) -> None:
    """Serve a Bot API of our own with a web chat in front of it, on this machine only."""
    logs.configure("WARNING", "console", sys.stderr)
    token = token or demo_token()
    asyncio.run(serve(World(token), port=port))


def demo_token() -> str:
    """Return a token that is worth nothing outside this machine."""
    return f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)[:35]}"
