"""What differs between the units and contact points that are stored and those of a file, and making it so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.services import audit, contact_saving
from bot.services.actors import Actor
from bot.services.audit_entry import Code
from bot.services.contact_columns import FUNCTION, LABEL, UNIT, point_cells, unit_cells
from bot.services.contact_records import Directory, PointKey
from bot.services.contact_store import load
from bot.services.permissions import OPERATOR, Action

Key = TypeVar("Key", bound=str | PointKey)


class Kind(StrEnum):
    """What happens to a unit or contact point."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNCHANGED = "unchanged"
    KEPT = "kept"


class CellChange(NamedTuple):
    """A cell before and after, as files write it; empty for nothing."""

    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """What happens to a unit or contact point.

    Attributes:
        kind: `KEPT` is stored and not in the file, and stays.
        key: of the unit or contact point.
        cells: that differ, in the order of columns.
    """

    kind: Kind
    key: str | PointKey
    cells: tuple[CellChange, ...] = ()


def changes(stored: Directory, wanted: Directory, *, remove_missing: bool = False) -> list[Change]:
    """Return what happens to each unit and contact point of either side, units first, by key.

    Args:
        stored: in the database.
        wanted: of a file.
        remove_missing: what is stored and not wanted is removed, not kept.
    """
    sides = (stored, wanted)
    units = _compare(*({key: unit_cells(unit) for key, unit in side.units.items()} for side in sides))
    points = _compare(*({key: point_cells(point) for key, point in side.points.items()} for side in sides))
    return [_settled(change, remove_missing=remove_missing) for change in (*units, *points)]


async def apply(session: AsyncSession, actor: Actor, wanted: Directory, made: list[Change]) -> None:
    """Make changes and record each; the caller commits, and in one transaction: all of them or none.

    Raises:
        NotAllowedError: the actor does not maintain the contacts of a country that is changed.
    """
    stored = await load(session)
    real = [change for change in made if change.kind not in {Kind.UNCHANGED, Kind.KEPT}]
    if actor.access != OPERATOR:
        for country in sorted(_countries((stored.directory, wanted), real)):
            actor.require(Action.MAINTAIN_CONTACTS, country)
    numbers = dict(stored.numbers)
    await _write(session, wanted, real, numbers)
    for change in real:
        await actor.record(session, audit.Action.CONTACT_CHANGED, named(change.key, numbers), _details(change))


async def _write(session: AsyncSession, wanted: Directory, real: list[Change], numbers: dict[PointKey, int]) -> None:
    """Save units, then contact points, then who answers for them; delete contact points before their units."""
    saved = [change.key for change in real if change.kind is not Kind.REMOVED]
    for key in saved:
        await _save(session, wanted, key, numbers)
    for key in saved:
        if isinstance(key, PointKey):
            await contact_saving.save_substitutes(session, wanted.points[key])
    for change in reversed(real):
        if change.kind is Kind.REMOVED:
            await _delete(session, change.key)


def named(key: str | PointKey, numbers: Mapping[PointKey, int]) -> str:
    """Return what the audit log calls a unit or contact point."""
    return f"contact:{numbers[key]}" if isinstance(key, PointKey) else f"unit:{key}"


def _compare(before: Mapping[Key, Mapping[str, str]], after: Mapping[Key, Mapping[str, str]]) -> Iterator[Change]:
    for key in sorted({*before, *after}, key=str):
        cells = _cell_changes(before.get(key, {}), after.get(key, {}))
        if key not in before:
            yield Change(Kind.ADDED, key, cells)
        elif key not in after:
            yield Change(Kind.REMOVED, key, cells)
        else:
            yield Change(Kind.CHANGED if cells else Kind.UNCHANGED, key, cells)


def _cell_changes(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[CellChange, ...]:
    columns = [name for name in (old or new) if name not in {UNIT, FUNCTION, LABEL}]
    found = (CellChange(name, old.get(name, ""), new.get(name, "")) for name in columns)
    return tuple(change for change in found if change.old != change.new)


def _settled(change: Change, *, remove_missing: bool) -> Change:
    """Keep what a file does not name, unless it is to be removed."""
    return Change(Kind.KEPT, change.key) if change.kind is Kind.REMOVED and not remove_missing else change


def _countries(sides: tuple[Directory, Directory], real: list[Change]) -> set[str]:
    """Return the countries of the units that are changed, before and after."""
    keys = {change.key.unit if isinstance(change.key, PointKey) else change.key for change in real}
    return {side.units[key].country for side in sides for key in keys if key in side.units}


async def _save(session: AsyncSession, wanted: Directory, key: str | PointKey, numbers: dict[PointKey, int]) -> None:
    if isinstance(key, PointKey):
        numbers[key] = await contact_saving.save_point(session, wanted.points[key])
    else:
        await contact_saving.save_unit(session, wanted.units[key])


async def _delete(session: AsyncSession, key: str | PointKey) -> None:
    if isinstance(key, PointKey):
        await contact_saving.delete_point(session, key)
    else:
        await contact_saving.delete_unit(session, key)


def _details(change: Change) -> dict[str, Code]:
    """Return which columns differ, not what they held: that is no code."""
    details: dict[str, Code] = {"change": str(change.kind)}
    if isinstance(change.key, PointKey):
        details |= {"unit": change.key.unit, "function": str(change.key.function)}
    if change.kind is Kind.CHANGED:
        details |= {cell.column: True for cell in change.cells}
    return details
