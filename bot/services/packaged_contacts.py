"""Contacts that come with the assistant: units that public pages name, and the made-up ones of the demonstration."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.services.actors import Actor
from bot.services.contact_changes import Change, Kind, apply, changes
from bot.services.contact_files.tables import FileProblemsError, Row
from bot.services.contact_records import Directory
from bot.services.contact_rows import read_rows
from bot.services.contact_saving import save_point, save_substitutes, save_unit
from bot.services.contact_store import load

PARTNER_UNITS = Path(__file__).parents[1] / "partner_units.yaml"
DEMO_CONTACTS = Path(__file__).parents[1] / "demo_contacts.yaml"
POINTS, SOURCES = "points", "sources"
DAY = re.compile(r"\{today([+-]\d+)?\}")


def read(path: Path, today: dt.date | None = None) -> Directory:
    """Return the contacts of a packaged file.

    Args:
        path: YAML; units with the columns of contact files, and `points` with those of contact points.
        today: what `{today}` stands for; None where the file has none.

    Raises:
        FileProblemsError: an entry is wrong; lines are numbers of rows, from 1.
    """
    rows = [Row(number, cells) for number, cells in enumerate(_rows(path, today), start=1)]
    directory, problems = read_rows(rows, Directory(), frozenset())
    if problems:
        raise FileProblemsError(problems)
    return directory


async def add_partner_units(session: AsyncSession, actor: Actor) -> list[Change]:
    """Add the units of public pages and their functions that are not there; what is there stays as it is.

    The caller commits.

    Returns:
        What was added.

    Raises:
        NotAllowedError: the actor does not maintain the contacts of all their countries.
    """
    packaged = read(PARTNER_UNITS)
    made = changes((await load(session)).directory, packaged)
    added = [change for change in made if change.kind is Kind.ADDED]
    await apply(session, actor, packaged, added)
    return added


async def load_demo_contacts(session: AsyncSession, now: dt.datetime) -> None:
    """Fill an empty directory with the made-up contacts of the demonstration; the caller commits.

    Where there are contacts already, nothing is done: a demonstration that keeps its database keeps its changes.
    """
    if (await load(session)).directory.units:
        return
    demo = read(DEMO_CONTACTS, now.date())
    for unit in demo.units.values():
        await save_unit(session, unit)
    for point in demo.points.values():
        await save_point(session, point)
    for point in demo.points.values():
        await save_substitutes(session, point)


def _rows(path: Path, today: dt.date | None) -> Iterator[Mapping[str, str]]:
    """Yield a row for each contact point, and for each unit without any."""
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        unit = {name: value for name, value in entry.items() if name not in {POINTS, SOURCES}}
        for point in entry.get(POINTS) or [{}]:
            yield {name: _cell(value, today) for name, value in (unit | point).items()}


def _cell(value: Any, today: dt.date | None) -> str:  # noqa: ANN401  # whatever YAML made of it
    if today is None:
        return str(value)
    return DAY.sub(lambda match: f"{today + dt.timedelta(days=int(match[1] or 0))}", str(value))
