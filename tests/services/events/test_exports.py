"""Answers as a table."""

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import Answer, AuditRecord, ChecklistItem, ChecklistMark, Invitee, Task
from bot.services.actors import NotAllowedError
from bot.services.events import exports
from bot.services.events.exports import Format
from tests.conftest import NOW
from tests.members import acting
from tests.outbox import event, store


@pytest.fixture
async def answered(people: Database) -> Database:
    """An event in its second version: 3 has answered the first one, 4 nothing."""
    await store(people, event(sequence=1, confirm_sequence=1), [3, 4])
    async with people.session() as session:
        own = (await session.exec(select(Invitee).where(Invitee.member_id == 3))).one()
        own.answer, own.answered_at, own.answered_sequence, own.note = Answer.YES, NOW, 0, "=HYPERLINK(1)"
        session.add_all([ChecklistItem(id=each, event_id=1, task=Task.VISA, due_at=NOW) for each in (1, 2)])
        await session.flush()
        session.add(ChecklistMark(item_id=2, member_id=3, done_at=NOW))
        await session.commit()
    return people


async def test_each_invited_person_has_a_row(answered: Database) -> None:
    async with answered.session() as session:
        head, *rows = await exports.rows(session, await acting(session, 1), 1)
    assert [dict(zip(head, row, strict=True)) for row in rows] == [
        {
            "member": "3",
            "country": "RS",
            "unit": "Unit A",
            "answer": "yes",
            "waiting_place": "",
            "confirmed": "no",
            "answered_at": "2026-11-24T09:00+00:00",
            "nominated_by": "",
            "checklist": "1/2",
            "note": "=HYPERLINK(1)",
        },
        dict.fromkeys(head, "")
        | {"member": "4", "country": "MD", "unit": "Unit B", "answer": "none", "checklist": "0/2"},
    ]


@pytest.mark.parametrize(("form", "begins"), [(Format.CSV, b"\xef\xbb\xbfmember,"), (Format.XLSX, b"PK")])
async def test_a_file_is_made_and_noted_in_the_audit_log(answered: Database, form: Format, begins: bytes) -> None:
    async with answered.session() as session:
        content = await exports.export(session, await acting(session, 1), 1, form)
        await session.commit()
        record = await session.get_one(AuditRecord, 1)
    assert content.startswith(begins)
    assert (str(record.action), record.object) == ("export", "event:1")
    assert record.details == f'{{"format":"{form}","rows":2}}'


async def test_no_cell_of_a_file_is_run_as_a_formula(answered: Database) -> None:
    async with answered.session() as session:
        content = await exports.export(session, await acting(session, 1), 1, Format.CSV)
    assert b",'=HYPERLINK(1)" in content


async def test_officers_export_nothing(answered: Database) -> None:
    async with answered.session() as session:
        with pytest.raises(NotAllowedError):
            await exports.export(session, await acting(session, 3), 1, Format.CSV)
