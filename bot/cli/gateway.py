"""`ilecu gateway`: a Bot API of our own with a web chat in front of it."""

import asyncio
import secrets
import sys

import typer

from bot import logs
from bot.gateway.access import Access
from bot.gateway.rates import RateLimits
from bot.gateway.server import serve
from bot.gateway.world import Options, World
from bot.settings import SettingsError, load_settings

MAX_FIRST_UPDATE = 10**9
"""Ids of updates begin anywhere below, as Telegram's do: the same ones again would be taken for done."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(gateway)


def gateway() -> None:
    """Serve a Bot API of our own with a web chat, for the bot of ILECU_TOKEN; only to this machine unless allowed."""
    settings = load_settings()
    logs.configure(settings.log_level, settings.log_format, sys.stderr)
    access = Access(settings.gateway_public, settings.gateway_secret.get_secret_value(), settings.gateway_names)
    try:
        access.check_bind(settings.gateway_host)
    except ValueError as error:
        raise SettingsError(f"ILECU_GATEWAY_HOST: {error}") from None
    limits = RateLimits() if settings.gateway_limits else None
    options = Options(rate_limits=limits, first_update=1 + secrets.randbelow(MAX_FIRST_UPDATE))
    world = World(settings.token.get_secret_value(), options=options)
    asyncio.run(serve(world, settings.gateway_host, settings.gateway_port, access))
