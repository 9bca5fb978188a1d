"""Records of units and contact points, written into the database; nothing is checked or recorded here."""

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel, ContactAddress, ContactPoint, HoursException, Member, Substitution, Unit
from bot.services.contact_records import PointKey, PointRecord, UnitRecord
from bot.services.contact_store import ADDRESSES, POINT_FIELDS, UNIT_FIELDS


async def save_unit(session: AsyncSession, record: UnitRecord) -> None:
    """Make a unit, or change it to what the record says."""
    unit = (await session.exec(select(Unit).where(Unit.key == record.key))).one_or_none()
    fields = {name: getattr(record, name) for name in UNIT_FIELDS}
    if unit is None:
        session.add(Unit(**fields))
    else:
        unit.sqlmodel_update(fields)
    await session.flush()


async def save_point(session: AsyncSession, record: PointRecord) -> int:
    """Make a contact point, or change it to what the record says, but for its substitutes; return its number.

    Its unit must be stored.
    """
    unit_id = (await session.exec(select(Unit.id).where(Unit.key == record.key.unit))).one()
    point = await _find(session, record.key)
    if point is None:
        point = ContactPoint(unit_id=unit_id or 0, function=record.key.function, label=record.key.label)
        session.add(point)
    point.sqlmodel_update({name: getattr(record, name) for name in POINT_FIELDS})
    owner = select(Member.id).where(Member.channel == Channel.TELEGRAM, Member.chat_id == record.owner)
    point.owner_id = None if record.owner is None else (await session.exec(owner)).one()
    await session.flush()
    number = point.id or 0
    for table in (ContactAddress, HoursException):
        await session.exec(delete(table).where(col(table.contact_point_id) == number))
    session.add_all([*_addresses(record, number), *_exceptions(record, number)])
    await session.flush()
    return number


async def save_substitutes(session: AsyncSession, record: PointRecord) -> None:
    """Write who answers for a contact point; all of them must be stored."""
    point = await _stored(session, record.key)
    await session.exec(delete(Substitution).where(col(Substitution.contact_point_id) == point.id))
    for days in record.substitutes:
        substitute = await _stored(session, days.point)
        session.add(
            Substitution(
                contact_point_id=point.id or 0,
                substitute_id=substitute.id or 0,
                first_day=days.first_day,
                last_day=days.last_day,
            )
        )
    await session.flush()


async def delete_point(session: AsyncSession, key: PointKey) -> None:
    """Delete a contact point with all that belongs to it."""
    await session.delete(await _stored(session, key))
    await session.flush()


async def delete_unit(session: AsyncSession, key: str) -> None:
    """Delete a unit with its contact points."""
    await session.delete((await session.exec(select(Unit).where(Unit.key == key))).one())
    await session.flush()


async def _find(session: AsyncSession, key: PointKey) -> ContactPoint | None:
    query = select(ContactPoint).join(Unit).where(Unit.key == key.unit, ContactPoint.function == key.function)
    return (await session.exec(query.where(ContactPoint.label == key.label))).one_or_none()


async def _stored(session: AsyncSession, key: PointKey) -> ContactPoint:
    point = await _find(session, key)
    if point is None:
        raise LookupError(f"found no contact point {key}; expected it to be stored")
    return point


def _addresses(record: PointRecord, number: int) -> list[ContactAddress]:
    return [
        ContactAddress(
            contact_point_id=number,
            kind=kind,
            value=address.value,
            label=address.label,
            is_duty=is_duty,
            position=position,
        )
        for name, (kind, is_duty) in ADDRESSES.items()
        for position, address in enumerate(getattr(record, name))
    ]


def _exceptions(record: PointRecord, number: int) -> list[HoursException]:
    return [
        HoursException(
            contact_point_id=number,
            first_day=one.first_day,
            last_day=one.last_day,
            spans=one.spans,
            reason=one.reason,
        )
        for one in record.exceptions
    ]
