"""`ilecu demo`: the assistant and a web chat on this machine, as two processes that talk HTTP."""

import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import httpx
import typer
from rich.console import Console

from bot.settings import PREFIX, SECRETS_VARIABLE

READY_TIMEOUT = 30
"""Seconds that the gateway gets to start."""
POLL_INTERVAL = 0.1
STOP_TIMEOUT = 10
ADDRESS = "http://127.0.0.1:{port}"


def demo(
    port: Annotated[int, typer.Option(help="Loopback port of the web chat.")] = 8080,
    folder: Annotated[Path | None, typer.Option(help="Keep the database there; without it, it is forgotten.")] = None,
) -> None:
    """Try the assistant in the browser: no Telegram account, no settings, nothing leaves this machine."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the children end with us either way
    address = ADDRESS.format(port=port)
    if _answers(address):
        typer.echo(f"ilecu: something answers at {address} already; choose another port with --port", err=True)
        raise typer.Exit(1)
    with ExitStack() as stack:
        storage = folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ilecu-demo-")))
        storage.mkdir(parents=True, exist_ok=True)
        environment = _environment(port, storage)
        gateway = stack.enter_context(_Process("gateway", environment))
        _wait_until_ready(address, gateway)
        assistant = stack.enter_context(_Process("run", environment))
        _announce(address)
        _wait_for_end([gateway, assistant])


class _Process:
    """A child process that ends with the block."""

    def __init__(self, name: str, environment: Mapping[str, str]) -> None:
        self.name = name
        command = [sys.executable, "-m", "bot", name]
        self._process = subprocess.Popen(command, env=dict(environment), start_new_session=True)  # noqa: S603  # ours

    def __enter__(self) -> "_Process":
        return self

    def __exit__(self, *error: object) -> None:
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def has_ended(self) -> bool:
        """Tell whether the process is over."""
        return self._process.poll() is not None


def _environment(port: int, storage: Path) -> dict[str, str]:
    """Return the children's environment: ours without `ILECU_*`, so that a real token is never used in a demo."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return kept | {
        SECRETS_VARIABLE: str(storage),
        "ILECU_TOKEN": _demo_token(),
        "ILECU_API_URL": ADDRESS.format(port=port),
        "ILECU_CLOCK_URL": ADDRESS.format(port=port) + "/web/clock",
        "ILECU_GATEWAY_PORT": str(port),
        "ILECU_DATABASE_URL": f"sqlite+aiosqlite:///{storage.resolve() / 'demo.db'}",
        "ILECU_LOG_LEVEL": "WARNING",
    }


def _demo_token() -> str:
    """Return a token that is worth nothing outside this machine."""
    return f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"


def _answers(address: str) -> bool:
    try:
        httpx.get(address, timeout=POLL_INTERVAL * 10, trust_env=False)
    except httpx.HTTPError:
        return False
    return True


def _wait_until_ready(address: str, gateway: _Process) -> None:
    """Return when the gateway answers; exit status 1 when it ends or takes too long."""
    deadline = time.monotonic() + READY_TIMEOUT
    while not _answers(address):
        if gateway.has_ended() or time.monotonic() > deadline:
            typer.echo("ilecu: the web chat did not start; is the port free?", err=True)
            raise typer.Exit(1)
        time.sleep(POLL_INTERVAL)


def _announce(address: str) -> None:
    console = Console(highlight=False)
    console.print("\n[bold]ILECU Assistant is running.[/bold] Open this in a browser, one tab for each person:\n")
    console.print(f"    [bold cyan]{address}[/bold cyan]\n")
    console.print("Ask, for example: [italic]the driver fled across the border, may we follow?[/italic]")
    console.print("Stop with Ctrl+C. Nothing leaves this machine.\n")


def _wait_for_end(processes: Sequence[_Process]) -> None:
    """Return when the person stops the demo; exit status 1 when a process ends by itself."""
    try:
        while not any(process.has_ended() for process in processes):
            time.sleep(POLL_INTERVAL)
    except KeyboardInterrupt:
        return
    ended = next(process.name for process in processes if process.has_ended())
    typer.echo(f"ilecu: `ilecu {ended}` ended unexpectedly", err=True)
    raise typer.Exit(1)
