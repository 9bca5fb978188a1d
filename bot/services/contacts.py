"""Contact points as a person may see them: who there is for a country and function, and who is there now."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import UnknownContactError
from bot.models import Function, Visibility
from bot.services import audit
from bot.services.actors import Actor, NotAllowedError
from bot.services.availability import Availability, availability
from bot.services.contact_columns import point_cells, unit_cells
from bot.services.contact_files.vcards import card_name, saved_card
from bot.services.contact_records import PointRecord, UnitRecord
from bot.services.contact_store import load
from bot.services.permissions import Access, Action
from bot.services.public_holidays import WORKING
from bot.services.schedules import Schedule


@dataclass(frozen=True)
class Contact:
    """A contact point with its unit.

    Attributes:
        number: in buttons.
        owner_id: the member who confirms it.
    """

    number: int
    point: PointRecord
    unit: UnitRecord
    owner_id: int | None = None

    @property
    def function(self) -> Function:
        """What it is for."""
        return self.point.key.function

    @property
    def schedule(self) -> Schedule:
        """What decides when somebody is there."""
        calendar = WORKING if self.point.open_on_holidays else self.unit.holiday_calendar
        zone = ZoneInfo(self.point.zone or self.unit.zone)
        return Schedule(self.point.hours, zone, calendar, self.point.exceptions)

    def is_of(self, country: str) -> bool:
        """Say whether it answers for a country."""
        return self.unit.country == country or country in self.unit.serves

    def is_stale(self, now: dt.datetime, days: int) -> bool:
        """Say whether nobody has confirmed it for more than some days."""
        confirmed = self.point.confirmed_on
        return confirmed is None or now.date() - confirmed > dt.timedelta(days=days)


@dataclass(frozen=True)
class Card:
    """All that a reader gets to know of a contact point.

    Attributes:
        contact: itself.
        now: whether somebody is there.
        substitutes: who answers in its place today, and whether they are there.
        is_stale: nobody has confirmed it for long.
        may_confirm: the reader may.
        may_appoint: the reader may choose who looks after it.
    """

    contact: Contact
    now: Availability
    substitutes: tuple[tuple[Contact, Availability], ...]
    is_stale: bool
    may_confirm: bool
    may_appoint: bool = False


@dataclass(frozen=True)
class Saved:
    """A contact point to keep.

    Attributes:
        name: of unit and function, English.
        phone: E.164, the duty phone first; None where there is none.
        vcard: version 3.0.
    """

    name: str
    phone: str | None
    vcard: str


async def visible(session: AsyncSession, access: Access) -> list[Contact]:
    """Return all contact points that a person may see, by country, function and key.

    Raises:
        NotAllowedError: they may not view contacts at all.
    """
    if not access.may(Action.VIEW_CONTACTS):
        raise NotAllowedError(Action.VIEW_CONTACTS)
    return [contact for contact in await every(session) if may_see(access, contact)]


async def every(session: AsyncSession) -> list[Contact]:
    """Return all contact points, by country, function and key, for what the assistant does by itself."""
    stored = await load(session)
    found = [
        Contact(stored.numbers[key], point, stored.directory.units[key.unit], stored.owners.get(key))
        for key, point in stored.directory.points.items()
    ]
    order = list(Function)
    return sorted(found, key=lambda one: (one.unit.country, order.index(one.function), one.point.key))


def may_see(access: Access, contact: Contact) -> bool:
    """Say whether a person may see a contact point."""
    if not access.may(Action.VIEW_CONTACTS):
        return False
    country = contact.unit.country
    seen_by = {
        Visibility.MEMBERS: True,
        Visibility.COORDINATORS: access.may_somewhere(Action.MAINTAIN_CONTACTS),
        Visibility.COUNTRY: access.country == country or access.may(Action.MAINTAIN_CONTACTS, country),
    }
    return seen_by[contact.point.visibility] or is_owner(access, contact)


def is_owner(access: Access, contact: Contact) -> bool:
    """Say whether a person is the one who confirms a contact point."""
    return access.member_id is not None and access.member_id == contact.owner_id


def for_country(contacts: Iterable[Contact], country: str, function: Function | None = None) -> list[Contact]:
    """Return the contact points that answer for a country; those of its own units come first."""
    found = (one for one in contacts if one.is_of(country) and function in {None, one.function})
    return sorted(found, key=lambda one: one.unit.country != country)


def countries(contacts: Iterable[Contact]) -> list[str]:
    """Return the countries that have contact points, in alphabetical order of codes."""
    return sorted({code for one in contacts for code in (one.unit.country, *one.unit.serves)})


async def find(session: AsyncSession, access: Access, number: int) -> Contact:
    """Return a contact point.

    Raises:
        UnknownContactError: there is none, or the person may not see it.
        NotAllowedError: they may not view contacts at all.
    """
    return _of_number(await visible(session, access), number)


async def save(session: AsyncSession, actor: Actor, number: int) -> Saved:
    """Return a contact point to keep, and record who took it; the caller commits.

    Raises:
        UnknownContactError: there is none, or the person may not see it.
        NotAllowedError: they may not view contacts at all.
    """
    contact = await find(session, actor.access, number)
    await actor.record(session, audit.Action.EXPORT, f"contact:{number}")
    phone = next((phone.value for phone in (*contact.point.duty_phones, *contact.point.phones)), None)
    row = unit_cells(contact.unit) | point_cells(contact.point)
    return Saved(card_name(row), phone, saved_card(row))


async def look_up(session: AsyncSession, actor: Actor, number: int, stale_days: int) -> Card:
    """Return the card of a contact point, and record who looked at it; the caller commits.

    Raises:
        UnknownContactError: there is none, or the person may not see it.
        NotAllowedError: they may not view contacts at all.
    """
    contacts = await visible(session, actor.access)
    contact = _of_number(contacts, number)
    shown = card(contact, contacts, actor, stale_days)
    details = {"unit": contact.unit.key, "function": str(contact.function)}
    await actor.record(session, audit.Action.CONTACT_VIEWED, f"contact:{number}", details)
    return shown


def card(contact: Contact, contacts: Sequence[Contact], actor: Actor, stale_days: int) -> Card:
    """Return the card of a contact point; `contacts` are those that the reader may see."""
    today = actor.now.astimezone(contact.schedule.zone).date()
    keys = {days.point for days in contact.point.substitutes if days.first_day <= today <= days.last_day}
    substitutes = (one for one in contacts if one.point.key in keys)
    return Card(
        contact=contact,
        now=availability(contact.schedule, actor.now),
        substitutes=tuple((one, availability(one.schedule, actor.now)) for one in substitutes),
        is_stale=contact.is_stale(actor.now, stale_days),
        may_confirm=may_confirm(actor.access, contact),
        may_appoint=actor.access.may(Action.MAINTAIN_CONTACTS, contact.unit.country),
    )


def may_confirm(access: Access, contact: Contact) -> bool:
    """Say whether a person may say that a contact point is still right."""
    owns = is_owner(access, contact) and access.may(Action.VIEW_CONTACTS)
    return owns or access.may(Action.MAINTAIN_CONTACTS, contact.unit.country)


def _of_number(contacts: Iterable[Contact], number: int) -> Contact:
    for contact in contacts:
        if contact.number == number:
            return contact
    raise UnknownContactError(str(number))
