"""Keeping contacts true: owners are asked whether they are still right, coordinators see what is not looked after."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import ContactPoint, Function
from bot.services import audit
from bot.services.actors import Actor, NotAllowedError
from bot.services.contact_records import PointKey
from bot.services.contacts import Contact, every, find, may_confirm
from bot.services.cover import Post, StandIn, gaps
from bot.services.permissions import Access, Action
from bot.services.schedules import Interval

ASK_AGAIN_AFTER = dt.timedelta(days=7)
"""Who does not answer is asked again, not every day."""


@dataclass(frozen=True)
class Uncovered:
    """A function of a unit that nobody covers for some time.

    Attributes:
        contacts: that have the function there, at least one.
        gaps: in the coming days, in order; empty where only hours are not known.
        unknown: those whose hours are not known; they cover nothing.
    """

    contacts: tuple[Contact, ...]
    gaps: tuple[Interval, ...]
    unknown: tuple[Contact, ...]


async def due(session: AsyncSession, now: dt.datetime, every_days: int) -> list[Contact]:
    """Return the contact points whose owners are to be asked now; who asks calls `note_asked`.

    Args:
        session: reads.
        now: aware.
        every_days: the setting `contact_confirmation_days`.
    """
    owned = [one for one in await every(session) if one.owner_id is not None and one.is_stale(now, every_days)]
    rows = [await session.get_one(ContactPoint, one.number) for one in owned]
    waited = [row.asked_at is None or now - row.asked_at >= ASK_AGAIN_AFTER for row in rows]
    return [one for one, is_due in zip(owned, waited, strict=True) if is_due]


async def note_asked(session: AsyncSession, number: int, now: dt.datetime) -> None:
    """Keep that the owner of a contact point was asked; the caller commits."""
    await session.exec(update(ContactPoint).where(col(ContactPoint.id) == number).values(asked_at=now))


async def is_asked(session: AsyncSession, number: int) -> bool:
    """Say whether the owner of a contact point was asked and nobody has confirmed it since."""
    row = await session.get(ContactPoint, number)
    return row is not None and row.asked_at is not None


async def confirm(session: AsyncSession, actor: Actor, number: int) -> None:
    """Take a contact point as right from today on; the caller commits.

    Raises:
        UnknownContactError: there is none, or the person may not see it.
        NotAllowedError: they are not its owner and do not maintain its country's contacts.
    """
    contact = await find(session, actor.access, number)
    if not may_confirm(actor.access, contact):
        raise NotAllowedError(Action.MAINTAIN_CONTACTS)
    row = await session.get_one(ContactPoint, number)
    row.confirmed_on = actor.now.astimezone(dt.UTC).date()
    row.asked_at = None
    await session.flush()
    await actor.record(session, audit.Action.CONTACT_CONFIRMED, f"contact:{number}")


async def stale(session: AsyncSession, access: Access, now: dt.datetime, every_days: int) -> list[Contact]:
    """Return the contact points of a coordinator's countries that nobody has confirmed for long, longest first."""
    found = [one for one in await maintained(session, access) if one.is_stale(now, every_days)]
    return sorted(found, key=lambda one: one.point.confirmed_on or dt.date.min)


async def uncovered(session: AsyncSession, access: Access, now: dt.datetime) -> list[Uncovered]:
    """Return what is not covered in the coming days in a coordinator's countries, by country and function."""
    contacts = await maintained(session, access)
    by_key = {one.point.key: one for one in await every(session)}
    groups: dict[tuple[str, Function], list[Contact]] = {}
    for one in contacts:
        groups.setdefault((one.unit.key, one.function), []).append(one)
    found = [
        Uncovered(
            tuple(group),
            tuple(gaps([_post(one, by_key) for one in group], function, now)),
            tuple(one for one in group if one.point.hours is None and not one.point.duty_phones),
        )
        for (_, function), group in groups.items()
    ]
    return [one for one in found if one.gaps or one.unknown]


async def maintained(session: AsyncSession, access: Access) -> list[Contact]:
    """Return the contact points of the countries whose contacts a person maintains.

    Raises:
        NotAllowedError: there is no such country.
    """
    if not access.may_somewhere(Action.MAINTAIN_CONTACTS):
        raise NotAllowedError(Action.MAINTAIN_CONTACTS)
    return [one for one in await every(session) if access.may(Action.MAINTAIN_CONTACTS, one.unit.country)]


def _post(contact: Contact, contacts: Mapping[PointKey, Contact]) -> Post:
    """Return what counts of a contact point for cover."""
    away = ((days, contacts[days.point]) for days in contact.point.substitutes)
    stand_ins = tuple(
        StandIn(days.first_day, days.last_day, other.schedule, bool(other.point.duty_phones)) for days, other in away
    )
    return Post(contact.schedule, bool(contact.point.duty_phones), stand_ins)
