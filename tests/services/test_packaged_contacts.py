"""The contacts that come with the assistant."""

import datetime as dt
from pathlib import Path
from urllib.parse import urlsplit

import phonenumbers
import pytest
import yaml
from phonenumbers import PhoneNumberFormat
from sqlmodel import select

from bot.database import Database
from bot.models import AuditRecord, Function
from bot.services import contacts
from bot.services.availability import State, availability
from bot.services.contact_changes import Kind
from bot.services.contact_files.tables import FileProblemsError
from bot.services.contact_records import PointKey
from bot.services.packaged_contacts import DEMO_CONTACTS, PARTNER_UNITS, add_partner_units, load_demo_contacts, read
from knowledge import Country
from tests.conftest import NOW
from tests.contacts import directory, point, store, stored, unit
from tests.members import OPERATING

TODAY = NOW.date()


def test_units_of_public_pages_have_sources_and_nothing_to_call() -> None:
    entries = yaml.safe_load(PARTNER_UNITS.read_text(encoding="utf-8"))
    assert all(urlsplit(source).hostname for entry in entries for source in entry["sources"])
    assert all(entry["sources"] and entry["web"] for entry in entries)
    packaged = read(PARTNER_UNITS)
    assert {unit.country for unit in packaged.units.values()} == set(Country)
    for one in packaged.points.values():
        assert (one.phones, one.duty_phones, one.emails, one.secure, one.confirmed_on) == ((), (), (), (), None)


def test_what_no_page_says_is_unknown() -> None:
    packaged = read(PARTNER_UNITS)
    known = {str(key) for key, one in packaged.points.items() if one.hours is not None}
    assert known == {"ge-ncb/ncb"}


def test_everything_in_the_demonstration_is_plainly_made_up() -> None:
    demo = read(DEMO_CONTACTS, TODAY)
    assert {unit.country for unit in demo.units.values()} == set(Country)
    for one in demo.units.values():
        assert "(fictitious)" in one.name
        assert urlsplit(one.web or "").hostname == "example.org"
    for made in demo.points.values():
        assert made.notes == "Fictitious."
        assert all(address.value.endswith("@example.org") for address in made.emails)
        assert all(address.value.startswith("DEMO-") for address in made.secure)
    numbers = [phone.value for one in demo.points.values() for phone in (*one.phones, *one.duty_phones)]
    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        shown = phonenumbers.format_number(phonenumbers.parse(number), PhoneNumberFormat.INTERNATIONAL)
        assert shown.startswith("+1 202-555-01")


async def test_the_demonstration_has_something_of_everything(database: Database) -> None:
    async with database.session() as session:
        await load_demo_contacts(session, NOW)
        await session.commit()
        every = await contacts.every(session)
    states = {availability(one.schedule, NOW).state for one in every}
    assert states == set(State)
    assert {one.is_stale(NOW, 180) for one in every} == {True, False}
    assert {one.function for one in every} == set(Function)
    assert any(one.point.substitutes for one in every)
    assert all(one.point.confirmed_on and one.point.confirmed_on <= TODAY for one in every)


async def test_a_demonstration_keeps_what_was_changed(database: Database) -> None:
    await store(database, directory(unit(), point()))
    async with database.session() as session:
        await load_demo_contacts(session, NOW)
        await session.commit()
    assert await stored(database) == directory(unit(), point())


async def test_public_units_are_added_beside_what_is_there(database: Database) -> None:
    own = unit("rs-umops", name="Own name")
    key = PointKey("rs-umops", Function.NCB)
    await store(database, directory(own, point(key)))
    async with database.session() as session:
        added = await add_partner_units(session, OPERATING)
        again = await add_partner_units(session, OPERATING)
        await session.commit()
    found = await stored(database)
    assert found.units["rs-umops"] == own
    assert found.points[key] == point(key)
    assert PointKey("rs-umops", Function.EUROPOL) in found.points
    assert (again, {change.kind for change in added}) == ([], {Kind.ADDED})
    async with database.session() as session:
        assert len((await session.exec(select(AuditRecord))).all()) == len(added) + 2


def test_days_of_the_demonstration_follow_its_start() -> None:
    days = read(DEMO_CONTACTS, dt.date(2027, 1, 31)).points[PointKey("demo-mk", Function.EUROPOL)].exceptions
    assert (days[0].first_day, days[0].last_day) == (dt.date(2027, 2, 7), dt.date(2027, 2, 11))


def test_a_packaged_file_that_is_wrong_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "units.yaml"
    file.write_text("- {unit: rs-unit, country: RS, name: Unit, zone: Mars, holidays: RS}", encoding="utf-8")
    with pytest.raises(FileProblemsError, match="line 1, zone: found 'Mars'"):
        read(file)
