"""What is installed is what the lock files name: pinned, hashed, from no address of their own."""

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = sorted(ROOT.glob("requirements*.lock"))
PINNED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+))?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
OF_THE_ENVIRONMENT = {"ilecu-assistant", "pip", "setuptools", "wheel"}
"""The project itself, and what `python -m venv` brings."""


class Requirement(NamedTuple):
    """One entry of a lock file: what is required, and how it is known again."""

    text: str
    hashes: list[str]


def entries(lock: Path) -> list[Requirement]:
    """Return the entries of a lock file."""
    joined = lock.read_text().replace("\\\n", " ")
    lines = [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    return [Requirement(*_split(line.split())) for line in lines]


def _split(words: list[str]) -> tuple[str, list[str]]:
    hashes = [word for word in words if word.startswith("--hash")]
    return " ".join(word for word in words if word not in hashes), hashes


def normal(name: str) -> str:
    """Return the name as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, set[str]]:
    """Return the versions that the lock files allow, by name; for some there is one for each Python."""
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for entry in entries(lock):
            if match := PINNED.fullmatch(entry.text):
                versions.setdefault(normal(match["name"]), set()).add(match["version"])
    return versions


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    found = entries(lock)
    assert found
    assert [entry.text for entry in found if not PINNED.fullmatch(entry.text)] == []
    assert [entry.text for entry in found if not entry.hashes or not all(map(HASH.fullmatch, entry.hashes))] == []


def test_nothing_is_installed_that_is_not_locked() -> None:
    allowed = locked()
    installed = {normal(found.metadata["Name"]): found.version for found in distributions()}
    strange = {
        name: version
        for name, version in installed.items()
        if name not in OF_THE_ENVIRONMENT and version not in allowed.get(name, ())
    }
    assert strange == {}


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {normal(re.split(r"[<>=\[;\s]", wanted)[0]) for wanted in project["dependencies"]}
    assistant = {normal(entry.text.partition("==")[0]) for entry in entries(ROOT / "requirements.lock")}
    assert names - assistant == set()
