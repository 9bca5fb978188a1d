"""Imports: all of a file or nothing of it."""

import pytest

from bot.database import Database
from bot.models import Role
from bot.services.contact_changes import Kind
from bot.services.contact_files.tables import Row
from bot.services.contact_import import Import, carry_out, meant_for, prepare
from bot.services.permissions import Held
from tests.contacts import NCB, store, stored, two_countries
from tests.members import OPERATING, add, recorded

GOOD = {"unit": "rs-unit", "function": "ncb", "notes": "new"}


async def import_rows(database: Database, *cells: dict[str, str]) -> Import:
    """Import rows as far as they can be."""
    async with database.session() as session:
        prepared = await prepare(session, [Row(line, cell) for line, cell in enumerate(cells, start=2)])
        if not prepared.problems:
            await carry_out(session, OPERATING, prepared)
        await session.commit()
        return prepared


async def test_one_wrong_line_keeps_all_the_others_out(database: Database) -> None:
    await store(database, two_countries())
    before = await recorded(database)
    prepared = await import_rows(database, GOOD, {"unit": "rs-unit", "function": "europol", "notes": "a\nb"})
    assert [problem.line for problem in prepared.problems] == [3]
    assert prepared.changes == ()
    assert await stored(database) == two_countries()
    assert await recorded(database) == before


async def test_a_good_file_is_imported_once(database: Database) -> None:
    await store(database, two_countries())
    assert [change.kind for change in (await import_rows(database, GOOD)).changes].count(Kind.CHANGED) == 1
    assert [change.kind for change in (await import_rows(database, GOOD)).changes].count(Kind.CHANGED) == 0
    assert (await stored(database)).points[NCB].notes == "new"


async def test_what_has_problems_cannot_be_carried_out(database: Database) -> None:
    prepared = await import_rows(database, {"unit": "?"})
    async with database.session() as session:
        with pytest.raises(ValueError, match="found problems"):
            await carry_out(session, OPERATING, prepared)


@pytest.mark.parametrize(("roles", "problems"), [((Held(Role.OFFICER),), 0), ((), 1)])
async def test_who_has_left_confirms_nothing(database: Database, roles: tuple[Held, ...], problems: int) -> None:
    await store(database, two_countries())
    await add(database, 7, *roles)
    assert len((await import_rows(database, GOOD | {"owner": "7"})).problems) == problems


def test_rows_that_name_no_unit_are_given_one() -> None:
    rows = [Row(1, {"phones": "1"}), Row(5, {"unit": "hu-unit", "function": "", "notes": ""})]
    assert [dict(row.cells) for row in meant_for(rows, "rs-unit", "ncb")] == [
        {"unit": "rs-unit", "function": "ncb", "phones": "1"},
        {"unit": "hu-unit", "function": "ncb", "notes": ""},
    ]
    assert meant_for(rows, "", "") == rows
