"""Measuring in a process of its own, so that nothing that was done before counts; memory is read as Linux shows it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import quantiles

ROOT = Path(__file__).parent.parent.parent
MEGABYTE = 1_000_000


def run(module: str, *arguments: str) -> dict[str, float]:
    """Run `python -m MODULE ARGUMENTS...` and return the numbers that it printed by `answer`.

    Raises:
        CalledProcessError: it failed; its error output has been shown.
    """
    environment = os.environ | {"PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT, env=environment)  # noqa: S603  # ours
    numbers: dict[str, float] = json.loads(done.stdout)
    return numbers


def answer(numbers: Mapping[str, float]) -> None:
    """Print what `run` returns."""
    print(json.dumps(numbers))


def resident() -> float:
    """Return the megabytes of this process that are in memory, shared libraries among them."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile in milliseconds; there are two measurements at least."""
    cuts = quantiles((1000 * each for each in seconds), n=100)
    return cuts[49], cuts[98]
