"""What differs between contacts, and making it so."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlmodel import select

from bot.database import Database
from bot.models import AuditRecord, Role
from bot.services.actors import NotAllowedError
from bot.services.audit_entry import MAX_DETAILS
from bot.services.contact_changes import CellChange, Change, Kind, apply, changes
from bot.services.contact_columns import POINT_COLUMNS
from bot.services.contact_records import Directory, Labelled
from bot.services.contact_store import load
from bot.services.permissions import Held
from tests.contacts import EUROPOL, HUNGARIAN, NCB, directories, directory, point, store, stored, two_countries, unit
from tests.members import OPERATING, acting, add


def kinds(made: list[Change]) -> dict[str, Kind]:
    """Return what happens to each."""
    return {str(change.key): change.kind for change in made}


async def records(database: Database) -> list[tuple[str, str, dict[str, Any]]]:
    """Return what the audit log has: action, object, details."""
    async with database.session() as session:
        found = await session.exec(select(AuditRecord).order_by("sequence"))
        return [(str(one.action), one.object, json.loads(one.details)) for one in found]


def test_old_and_new_stand_side_by_side() -> None:
    wanted = directory(unit(), point(hours=None, phones=(Labelled("+12025550123"),)))
    assert changes(directory(unit(), point()), wanted) == [
        Change(Kind.UNCHANGED, "rs-unit"),
        Change(
            Kind.CHANGED,
            NCB,
            (
                CellChange("phones", "+1 202-555-0123 (front desk)", "+1 202-555-0123"),
                CellChange("hours", "Mo-Fr 08:00-16:00", ""),
            ),
        ),
    ]


@pytest.mark.parametrize(("remove_missing", "kind"), [(False, Kind.KEPT), (True, Kind.REMOVED)])
def test_what_a_file_does_not_name_goes_only_when_asked(remove_missing: bool, kind: Kind) -> None:
    made = changes(two_countries(), directory(unit(), point()), remove_missing=remove_missing)
    assert kinds(made) == {
        "hu-unit": kind,
        "rs-unit": Kind.UNCHANGED,
        "hu-unit/ilecu": kind,
        "rs-unit/europol": kind,
        "rs-unit/ncb": Kind.UNCHANGED,
    }


async def test_what_is_removed_shows_what_it_was() -> None:
    (change,) = changes(directory(unit()), Directory(), remove_missing=True)
    assert CellChange("name", "Unit rs-unit of the example", "") in change.cells


@given(wanted=directories(), then=directories())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_what_is_wanted_is_what_is_stored(database: Database, wanted: Directory, then: Directory) -> None:
    for aim in (wanted, then, Directory()):
        async with database.session() as session:
            made = changes((await load(session)).directory, aim, remove_missing=True)
            await apply(session, OPERATING, aim, made)
            await session.commit()
        assert await stored(database) == aim


async def test_an_owner_is_kept_by_their_chat(database: Database) -> None:
    await add(database, 7, Held(Role.OFFICER))
    wanted = directory(unit(), point(owner=7))
    await store(database, wanted)
    assert await stored(database) == wanted


async def test_every_change_is_recorded_and_nothing_else(database: Database) -> None:
    await store(database, two_countries())
    before = len(await records(database))
    async with database.session() as session:
        wanted = directory(unit(), unit("hu-unit", "HU", zone="Europe/Budapest"), point(hours=None), point(EUROPOL))
        await apply(session, OPERATING, wanted, changes(two_countries(), wanted, remove_missing=True))
        await session.commit()
    assert before == 5
    assert (await records(database))[before:] == [
        ("contact_changed", "contact:1", {"change": "removed", "function": "ilecu", "unit": "hu-unit"}),
        (
            "contact_changed",
            "contact:2",
            {"change": "changed", "function": "europol", "phones": True, "unit": "rs-unit"},
        ),
        ("contact_changed", "contact:3", {"change": "changed", "function": "ncb", "hours": True, "unit": "rs-unit"}),
    ]


async def test_a_change_of_all_columns_fits_into_a_record() -> None:
    details = {"change": "changed", "function": "border_centre", "unit": "x" * 40}
    assert len(json.dumps(details | {column.name: True for column in POINT_COLUMNS})) < MAX_DETAILS


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        pytest.param(Held(Role.COORDINATOR, "RS"), True, id="coordinator of the country"),
        pytest.param(Held(Role.COORDINATOR), True, id="coordinator of the network"),
        pytest.param(Held(Role.COORDINATOR, "HU"), False, id="coordinator of another country"),
        pytest.param(Held(Role.OFFICER), False, id="officer"),
        pytest.param(Held(Role.ADMINISTRATOR), False, id="administrator"),
    ],
)
async def test_contacts_are_changed_by_who_maintains_them(database: Database, role: Held, allowed: bool) -> None:
    await store(database, two_countries())
    await add(database, 7, role)
    wanted = replace(two_countries(), points={**two_countries().points, NCB: point(notes="new")})
    async with database.session() as session:
        try:
            await apply(session, await acting(session, 7), wanted, changes(two_countries(), wanted))
        except NotAllowedError:
            assert not allowed
        await session.commit()
    assert ((await stored(database)).points[NCB].notes == "new") == allowed


async def test_a_unit_is_not_moved_into_a_country_by_who_does_not_maintain_it(database: Database) -> None:
    await store(database, two_countries())
    await add(database, 7, Held(Role.COORDINATOR, "RS"))
    wanted = directory(unit(country="HU", holiday_calendar="RS"))
    async with database.session() as session:
        with pytest.raises(NotAllowedError):
            await apply(session, await acting(session, 7), wanted, changes(two_countries(), wanted))
    assert (await stored(database)).points.keys() == {NCB, EUROPOL, HUNGARIAN}
