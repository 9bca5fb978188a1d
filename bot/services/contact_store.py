"""Units and contact points in the database, read as records."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AddressKind, ContactAddress, ContactPoint, HoursException, Member, Substitution, Unit
from bot.services.contact_records import Directory, Labelled, PointKey, PointRecord, SubstituteDays, UnitRecord
from bot.services.schedules import DayException

Part = TypeVar("Part", ContactAddress, HoursException, Substitution)
ADDRESSES = {
    "phones": (AddressKind.PHONE, False),
    "duty_phones": (AddressKind.PHONE, True),
    "emails": (AddressKind.EMAIL, False),
    "secure": (AddressKind.SECURE, False),
}
"""Fields of a record, with what the table says of their addresses: kind, and whether a duty phone."""
POINT_FIELDS = ("languages", "hours", "open_on_holidays", "zone", "visibility", "notes", "confirmed_on")
"""Fields that table and record share."""
UNIT_FIELDS = tuple(UnitRecord.__dataclass_fields__)
"""All of them are shared."""


@dataclass(frozen=True)
class Stored:
    """What the database has.

    Attributes:
        directory: as records.
        numbers: of the contact points.
        owners: numbers of the members who confirm them; not all have one.
    """

    directory: Directory
    numbers: Mapping[PointKey, int]
    owners: Mapping[PointKey, int]


async def load(session: AsyncSession) -> Stored:
    """Return all units and contact points."""
    units = (await session.exec(select(Unit))).all()
    rows = (await session.exec(select(ContactPoint, Unit.key).join(Unit))).all()
    keys = {point.id: PointKey(unit, point.function, point.label) for point, unit in rows if point.id is not None}
    chats = dict((await session.exec(select(Member.id, Member.chat_id))).all())
    parts = await _parts(session, keys)
    points = {
        key: PointRecord(key, **_shared(point), **parts[number], owner=chats.get(point.owner_id))
        for point, _ in rows
        if (number := point.id) is not None and (key := keys[number])
    }
    numbers = {key: number for number, key in keys.items()}
    owners = {
        keys[point.id]: point.owner_id for point, _ in rows if point.id is not None and point.owner_id is not None
    }
    return Stored(Directory({unit.key: unit_record(unit) for unit in units}, points), numbers, owners)


def unit_record(unit: Unit) -> UnitRecord:
    """Return a unit of the table as a record."""
    return UnitRecord(**{name: getattr(unit, name) for name in UNIT_FIELDS})


def _shared(point: ContactPoint) -> dict[str, Any]:
    return {name: getattr(point, name) for name in POINT_FIELDS}


async def _parts(session: AsyncSession, keys: dict[int, PointKey]) -> dict[int, dict[str, Any]]:
    """Return what belongs to each contact point, by number, as fields of a record."""
    addresses = (await session.exec(select(ContactAddress).order_by(col(ContactAddress.position)))).all()
    days = (await session.exec(select(HoursException).order_by(col(HoursException.first_day)))).all()
    away = (await session.exec(select(Substitution).order_by(col(Substitution.first_day)))).all()
    phones, exceptions, substitutes = _by_point(addresses), _by_point(days), _by_point(away)
    return {one: _fields(phones[one], exceptions[one], substitutes[one], keys) for one in keys}


def _by_point(rows: Sequence[Part]) -> dict[int, list[Part]]:
    found: dict[int, list[Part]] = defaultdict(list)
    for row in rows:
        found[row.contact_point_id].append(row)
    return found


def _fields(
    addresses: list[ContactAddress],
    days: list[HoursException],
    away: list[Substitution],
    keys: Mapping[int, PointKey],
) -> dict[str, Any]:
    """Return what belongs to one contact point as fields of a record."""
    exceptions = tuple(DayException(one.first_day, one.last_day, one.spans, one.reason) for one in days)
    substitutes = tuple(SubstituteDays(one.first_day, one.last_day, keys[one.substitute_id]) for one in away)
    return {**_addresses(addresses), "exceptions": exceptions, "substitutes": substitutes}


def _addresses(rows: Sequence[ContactAddress]) -> dict[str, tuple[Labelled, ...]]:
    return {
        name: tuple(Labelled(row.value, row.label) for row in rows if (row.kind, row.is_duty) == told)
        for name, told in ADDRESSES.items()
    }
