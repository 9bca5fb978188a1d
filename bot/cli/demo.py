"""`ilecu demo`: the assistant and a web chat on this machine, as two processes that talk HTTP."""

import asyncio
import os
import secrets
import signal
import socket
import sys
import tempfile
from asyncio.subprocess import Process
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.gateway.server import LOOPBACK, running
from bot.gateway.world import World
from bot.settings import PREFIX, SECRETS_VARIABLE

SECRET = f"{PREFIX}SECRET"
OWNER_ONLY = 0o600
STOP_TIMEOUT = 10
"""Seconds that the assistant gets to finish what it is doing."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def demo(
    port: Annotated[int, typer.Option(help="Loopback port of the web chat.", min=1, max=65535)] = 8080,
    folder: Annotated[Path | None, typer.Option(help="Keep the database there; without it, it is forgotten.")] = None,
) -> None:
    """Try the assistant in the browser: no Telegram account, no settings, nothing leaves this machine."""
    if not _is_free(port):
        typer.echo(f"ilecu: port {port} is taken; choose another one: --port, or make demo PORT=…", err=True)
        raise typer.Exit(1)
    with ExitStack() as stack:
        storage = folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ilecu-demo-")))
        storage.mkdir(parents=True, exist_ok=True)
        _keep_secret(storage)
        if not asyncio.run(_run(port, storage)):
            typer.echo("ilecu: the assistant ended unexpectedly", err=True)
            raise typer.Exit(1)


async def _run(port: int, storage: Path) -> bool:
    """Serve the web chat here and run the assistant beside it; tell whether a person stopped it."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    token = _demo_token()
    async with running(World(token), port=port) as address:
        assistant = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "demo-assistant",
            env=_environment(token, address, storage),
            start_new_session=True,
        )
        _announce(address)
        waits = [asyncio.create_task(stop.wait()), asyncio.create_task(assistant.wait())]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        await _end(assistant)
    return stop.is_set()


async def _end(process: Process) -> None:
    """Let a process finish, or end it after `STOP_TIMEOUT`."""
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGINT)
    try:
        await asyncio.wait_for(process.wait(), STOP_TIMEOUT)
    except TimeoutError:
        process.kill()
        await process.wait()


def _environment(token: str, address: str, storage: Path) -> dict[str, str]:
    """Return the assistant's environment: ours without `ILECU_*`, so that a real token is never used in a demo."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return kept | {
        SECRETS_VARIABLE: str(storage),
        "ILECU_TOKEN": token,
        "ILECU_API_URL": address,
        "ILECU_CLOCK_URL": f"{address}/web/clock",
        "ILECU_DATABASE_URL": f"sqlite+aiosqlite:///{storage.resolve() / 'demo.db'}",
        "ILECU_SEND_LIMITS": "false",
        "ILECU_LOG_LEVEL": "WARNING",
        "ILECU_WATCH": "true",
    }


def _demo_token() -> str:
    """Return a token that is worth nothing outside this machine."""
    return f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"


def _keep_secret(storage: Path) -> None:
    """Make the secret that belongs to the database of the folder, once; the assistant reads it from there."""
    file = storage / SECRET
    if not file.exists():
        file.touch(OWNER_ONLY)
        file.write_text(secrets.token_urlsafe(32))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _announce(address: str) -> None:
    console = Console(highlight=False)
    console.print("\n[bold]ILECU Assistant is running.[/bold] Open this in a browser, one tab for each person:\n")
    console.print(f"    [bold cyan]{address}[/bold cyan]\n")
    console.print("Ask, for example: [italic]the driver fled across the border, may we follow?[/italic]")
    console.print("Stop with Ctrl+C. Nothing leaves this machine.\n")
