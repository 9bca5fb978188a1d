"""What became of a broadcast: sums up to the audience, and is harmless in a spreadsheet."""

import csv
import io

import pytest

from bot.database import Database
from bot.models import Member
from bot.services.actors import NotAllowedError
from bot.services.broadcasts import receipts, report
from bot.services.broadcasts.outbox import Outcome
from bot.services.broadcasts.report import COLUMNS, Group
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import (
    HUNGARY,
    IN_SERBIAN,
    IN_UKRAINIAN,
    NETWORK,
    OFFICER,
    SERBIA,
    change,
    confirmed,
    desk_of,
    populate,
)
from tests.conftest import NOW
from tests.members import recorded


async def sent(database: Database, outbox: FakeOutbox) -> dict[int, int]:
    """Have a broadcast sent with some mishaps; return the members by chat."""
    people = await populate(database)
    await confirmed(database, outbox)
    outbox.end(people[OFFICER], Outcome.FAILED, "bad_request")
    outbox.end(people[IN_UKRAINIAN], Outcome.UNREACHABLE, "blocked")
    outbox.end(people[SERBIA], Outcome.UNKNOWN, "no_answer")
    outbox.end_all(Outcome.SENT)
    async with database.session() as session:
        await receipts.confirm(session, people[IN_SERBIAN], 1, NOW)
        await session.commit()
    return people


async def test_lines_are_by_country_and_language_and_sum_up_to_the_audience(database: Database) -> None:
    outbox = FakeOutbox()
    await sent(database, outbox)
    async with desk_of(database, outbox, NETWORK) as desk:
        found = await report.report(desk, 1)
    assert list(found.lines) == [
        Group(None, "en"),
        Group("HU", "en"),
        Group("RS", "en"),
        Group("RS", "sr"),
        Group("UA", "en"),
    ]
    assert found.lines[Group("HU", "en")].outcomes == {Outcome.SENT: 1, Outcome.FAILED: 1}
    assert found.lines[Group("RS", "sr")].confirmed == 1
    assert found.lines[Group("RS", "en")].outcomes == {Outcome.UNKNOWN: 1}
    assert sum(line.outcomes.total() for line in found.lines.values()) == found.progress.broadcast.receivers == 8
    assert found.erased == 0


async def test_who_has_erased_their_data_is_counted_and_nothing_more(database: Database) -> None:
    outbox = FakeOutbox()
    people = await sent(database, outbox)
    async with database.session() as session:
        await session.delete(await session.get_one(Member, people[OFFICER]))
        await session.commit()
    async with desk_of(database, outbox, NETWORK) as desk:
        found = await report.report(desk, 1)
    assert found.erased == 1
    assert sum(line.outcomes.total() for line in found.lines.values()) == 7


async def test_the_table_has_a_line_for_each_receiver_and_is_recorded(database: Database) -> None:
    outbox = FakeOutbox()
    people = await sent(database, outbox)
    await change(database, IN_SERBIAN, unit="=HYPERLINK()")
    async with desk_of(database, outbox, NETWORK) as desk:
        content = await report.table(desk, 1)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 9
    by_member = {row[0]: row[1:] for row in rows[1:]}
    assert by_member[str(people[OFFICER])] == ["HU", "", "en", "failed", "bad_request", ""]
    assert by_member[str(people[IN_SERBIAN])] == ["RS", "'=HYPERLINK()", "sr", "sent", "", "2026-11-24T09:00:00+00:00"]
    assert await recorded(database) == ["broadcast_confirmed", "export"]


@pytest.mark.parametrize("chat_id", [SERBIA, HUNGARY, OFFICER])
async def test_who_may_not_address_all_receivers_sees_no_report(database: Database, chat_id: int) -> None:
    outbox = FakeOutbox()
    await sent(database, outbox)
    async with desk_of(database, outbox, chat_id) as desk:
        for look in (report.report, report.table):
            with pytest.raises(NotAllowedError):
                await look(desk, 1)
