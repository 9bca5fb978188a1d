"""From a cold start of the demo's two processes to the first answer in the chat."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx

PERSONA = "administrator"
QUESTION = "the driver fled across the border, may we follow"
TIMEOUT = 60.0
INTERVAL = 0.02


def measure() -> float:
    """Return the seconds until the first answer.

    Raises:
        TimeoutError: there was none within `TIMEOUT`.
    """
    port = _free_port()
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  # ours
        [sys.executable, "-m", "bot", "demo", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        cwd=Path(__file__).parent.parent.parent,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )
    try:
        _ask_and_wait(f"http://127.0.0.1:{port}")
        return time.perf_counter() - began
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def report(rounds: int = 5) -> list[str]:
    """Return the times of some rounds, as lines."""
    times = sorted(measure() for _ in range(rounds))
    return [f"start to first answer: median {times[len(times) // 2]:.1f} s, worst {times[-1]:.1f} s, {rounds} rounds"]


def _ask_and_wait(address: str) -> None:
    deadline = time.perf_counter() + TIMEOUT
    chat: dict[str, Any] | None = None
    client = httpx.Client(base_url=address, headers={"origin": address}, trust_env=False)
    while time.perf_counter() < deadline:
        with suppress(httpx.TransportError):
            chat = chat or _ask(client)
            if len(client.get(f"/web/{PERSONA}/chats/{chat['id']}/messages").json()) > 1:
                return
        time.sleep(INTERVAL)
    raise TimeoutError(f"no answer within {TIMEOUT} s")


def _ask(client: httpx.Client) -> dict[str, Any]:
    """Ask the question; return the chat it was asked in."""
    chats = client.get(f"/web/{PERSONA}/chats").json()
    chat: dict[str, Any] = next(entry["chat"] for entry in chats if entry["chat"]["type"] == "private")
    client.post(f"/web/{PERSONA}/chats/{chat['id']}/messages", json={"text": QUESTION}).raise_for_status()
    return chat


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
