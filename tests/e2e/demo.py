"""`ilecu demo` as a person runs it in a terminal, from the first line it prints to Ctrl+C."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STOP_TIMEOUT = 20
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
PROCESSES = 1
"""What the demo starts beside itself, which is the gateway: the assistant."""


@contextmanager
def running_demo(log: Path) -> Iterator[str]:
    """Run the demo while the block runs; give the address it announces. What it says on stderr goes to `log`."""
    command = [sys.executable, "-m", "bot", "demo", "--port", str(_free_port())]
    with log.open("w") as errors, _heeding_interrupts():
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)  # noqa: S603  # ours
    with process:
        try:
            yield _announced(process, log)
            _stop(process)
        finally:
            process.terminate()  # after a failure; the demo takes its children along


@contextmanager
def _heeding_interrupts() -> Iterator[None]:
    """Tests that run in the background of a shell ignore Ctrl+C, and what they start would inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _announced(process: subprocess.Popen[str], log: Path) -> str:
    """Return the address from the demo's greeting; it is printed when the gateway answers, or the demo ends."""
    assert process.stdout is not None
    for line in process.stdout:
        if found := ADDRESS.search(line):
            return found[0]
    raise AssertionError(f"the demo ended before it was ready: {log.read_text()}")


def _stop(process: subprocess.Popen[str]) -> None:
    """Press Ctrl+C, and see that the assistant ends with the demo."""
    children = _children(process.pid)
    assert len(children) == PROCESSES
    process.send_signal(signal.SIGINT)
    assert process.wait(STOP_TIMEOUT) == 0
    assert [child for child in children if _is_alive(child)] == []


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def _is_alive(pid: str) -> bool:
    return Path("/proc", pid).exists()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
