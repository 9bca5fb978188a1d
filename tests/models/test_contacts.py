"""What the tables of contacts refuse, keep and give back."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import String, delete, literal, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, col, select

from bot.database import Database
from bot.models import (
    AddressKind,
    ContactAddress,
    ContactCorrection,
    ContactPoint,
    Function,
    HoursException,
    Member,
    Substitution,
    Unit,
    Visibility,
)
from bot.models.opening_hours import Span, WeeklyHours
from tests.conftest import NOW
from tests.members import add

DAY = dt.date(2026, 12, 24)
HOURS = WeeklyHours.parse("Mo-Fr 08:00-16:00; Sa 22:00-06:00")


def unit(**fields: object) -> Unit:
    """Return a unit."""
    given: dict[str, Any] = {"id": 1, "key": "rs-unit", "country": "RS", "name": "Unit of the example"}
    return Unit(**({**given, "zone": "Europe/Belgrade", "holiday_calendar": "RS"} | fields))


def address(**fields: object) -> ContactAddress:
    """Return the first phone of the first contact point."""
    given: dict[str, Any] = {"contact_point_id": 1, "kind": AddressKind.PHONE, "value": "+12025550123", "position": 0}
    return ContactAddress(**(given | fields))


def correction(**fields: object) -> ContactCorrection:
    """Return an open correction of the first contact point."""
    given: dict[str, Any] = {"contact_point_id": 1, "column": "hours", "old_text": "24/7", "new_text": ""}
    return ContactCorrection(**(given | {"proposed_at": NOW} | fields))


@pytest.fixture
async def stored(database: Database) -> Database:
    """A unit with two contact points."""
    async with database.session() as session:
        session.add(unit())
        await session.flush()
        session.add_all([ContactPoint(id=1, unit_id=1, function=Function.NCB, hours=HOURS, languages=("sr", "en"))])
        session.add_all([ContactPoint(id=2, unit_id=1, function=Function.EUROPOL)])
        await session.commit()
    return database


async def add_row(database: Database, *rows: SQLModel) -> None:
    """Store rows."""
    async with database.session() as session:
        session.add_all(rows)
        await session.commit()


async def test_hours_languages_and_codes_come_back_as_they_were(stored: Database) -> None:
    async with stored.session() as session:
        point = await session.get_one(ContactPoint, 1)
        other = await session.get_one(ContactPoint, 2)
    assert (point.hours, point.languages, point.function) == (HOURS, ("sr", "en"), Function.NCB)
    assert (other.hours, other.languages, other.visibility) == (None, (), Visibility.MEMBERS)


@pytest.mark.parametrize(
    ("row", "constraint"),
    [
        pytest.param(unit(id=2, key="other", country="SRB"), "unit_country_is_a_code", id="country"),
        pytest.param(unit(id=2, key="other", zone=""), "unit_has_a_zone", id="zone"),
        pytest.param(unit(id=2), "UNIQUE", id="a second unit of the same key"),
        pytest.param(ContactPoint(unit_id=1, function=Function.NCB), "UNIQUE", id="the same function again"),
        pytest.param(ContactPoint(unit_id=9, function=Function.NCB), "FOREIGN KEY", id="of no unit"),
        pytest.param(address(value="2025550123"), "phone_is_e164", id="a phone without a plus"),
        pytest.param(address(value="+1202555012345678"), "phone_is_e164", id="a phone that is too long"),
        pytest.param(
            address(kind=AddressKind.EMAIL, value="duty@example.org", is_duty=True),
            "only_phones_are_duty_phones",
            id="an e-mail address on duty",
        ),
        pytest.param(
            HoursException(contact_point_id=1, first_day=DAY, last_day=dt.date(2026, 12, 23), spans=()),
            "exception_has_days",
            id="an exception that ends before it begins",
        ),
        pytest.param(
            Substitution(contact_point_id=1, substitute_id=2, first_day=DAY, last_day=dt.date(2026, 12, 23)),
            "substitution_has_days",
            id="a substitution that ends before it begins",
        ),
        pytest.param(
            Substitution(contact_point_id=1, substitute_id=1, first_day=DAY, last_day=DAY),
            "nobody_substitutes_themselves",
            id="a substitute of itself",
        ),
        pytest.param(correction(decided_at=NOW), "decided_correction_has_a_time", id="decided and open"),
        pytest.param(correction(new_text="24/7"), "correction_changes_something", id="no change"),
    ],
)
async def test_what_must_not_be_is_refused(stored: Database, row: SQLModel, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        await add_row(stored, row)


async def test_an_e_mail_address_is_no_phone(stored: Database) -> None:
    await add_row(stored, address(), address(kind=AddressKind.EMAIL, value="unit@example.org"))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        await add_row(stored, address(position=1))


async def test_what_belongs_to_a_unit_goes_with_it(stored: Database) -> None:
    day = HoursException(contact_point_id=1, first_day=DAY, last_day=DAY, spans=(Span(540, 720),))
    away = Substitution(contact_point_id=2, substitute_id=1, first_day=DAY, last_day=DAY)
    await add_row(stored, address(), day, away, correction())
    async with stored.session() as session:
        await session.delete(await session.get_one(Unit, 1))
        await session.commit()
        for table in (ContactPoint, ContactAddress, HoursException, Substitution, ContactCorrection):
            assert (await session.exec(select(table))).all() == []


async def test_a_contact_point_outlives_its_owner(stored: Database) -> None:
    member_id = await add(stored, 7)
    async with stored.session() as session:
        (await session.get_one(ContactPoint, 1)).owner_id = member_id
        await session.commit()
        await session.exec(delete(Member))
        await session.commit()
    async with stored.session() as session:
        assert (await session.get_one(ContactPoint, 1)).owner_id is None


async def test_the_number_of_a_contact_point_is_not_given_again(stored: Database) -> None:
    async with stored.session() as session:
        await session.delete(await session.get_one(ContactPoint, 2))
        await session.commit()
        session.add(ContactPoint(unit_id=1, function=Function.SELEC))
        await session.commit()
        assert (await session.exec(select(ContactPoint.id))).all() == [1, 3]


async def test_a_code_of_a_later_version_is_not_misread(stored: Database) -> None:
    async with stored.session() as session:
        await session.exec(
            update(ContactPoint).where(col(ContactPoint.id) == 1).values(function=literal("oracle", String()))
        )
        await session.commit()
        with pytest.raises(ValueError, match="oracle"):
            await session.exec(select(ContactPoint))
