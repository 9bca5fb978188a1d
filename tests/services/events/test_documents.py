"""The files that go with an event."""

import datetime as dt

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import Answer, AuditRecord, Event, EventDocument, EventState, FileKind, Invitee
from bot.services.actors import Actor, NotAllowedError
from bot.services.events import documents
from bot.services.events.documents import MOST_DOCUMENTS, DocumentRefusal, File
from bot.services.events.held import EventGoneError
from bot.services.events.notices import NoticeKind
from tests.conftest import NOW
from tests.members import KEY, acting
from tests.outbox import FakeOutbox, event, store

AFTER = dt.datetime(2027, 3, 20, 9, 4, tzinfo=dt.UTC)
PROGRAMME = File("file-1", FileKind.DOCUMENT, "programme <1>.pdf")


@pytest.fixture
async def invited(people: Database) -> Database:
    """An event to which 3 said yes, 4 nothing and 5 no."""
    await store(people, event(), [3, 4, 5])
    async with people.session() as session:
        for own in (await session.exec(select(Invitee))).all():
            own.answer = {3: Answer.YES, 5: Answer.NO}.get(own.member_id, Answer.NONE)
        await session.commit()
    return people


async def add(
    database: Database, outbox: FakeOutbox, file: File = PROGRAMME, who: int = 1, now: dt.datetime = NOW
) -> EventDocument | DocumentRefusal:
    """Add a file to the event."""
    async with database.session() as session:
        actor = Actor((await acting(session, who)).access, now, KEY)
        result = await documents.add(session, outbox, actor, 1, file)
        await session.commit()
        return result


async def change(database: Database, **fields: object) -> None:
    """Change columns of the event."""
    async with database.session() as session:
        (await session.get_one(Event, 1)).sqlmodel_update(fields)
        await session.commit()


async def names(database: Database, who: int) -> list[str]:
    """Return the names of the documents that somebody sees."""
    async with database.session() as session:
        return [each.name for each in (await documents.shelf(session, await acting(session, who), 1)).documents]


async def test_a_file_is_there_for_the_invited_and_for_who_plans(invited: Database, outbox: FakeOutbox) -> None:
    await add(invited, outbox)
    await add(invited, outbox, File("photo-1", FileKind.PHOTO))
    assert await names(invited, 4) == await names(invited, 1) == ["programme <1>.pdf", ""]


async def test_nobody_else_sees_it(invited: Database, outbox: FakeOutbox) -> None:
    await add(invited, outbox)
    async with invited.session() as session:
        stranger = await acting(session, 6)
        assert await documents.find(session, stranger, 1) is None
        with pytest.raises(EventGoneError):
            await documents.shelf(session, stranger, 1)


async def test_who_has_not_declined_is_told_once_of_files_that_come_together(
    invited: Database, outbox: FakeOutbox
) -> None:
    await add(invited, outbox, now=NOW)
    await add(invited, outbox, File("file-2", FileKind.DOCUMENT, "form.pdf"), now=NOW + dt.timedelta(minutes=9))
    assert outbox.to(NoticeKind.DOCUMENTS) == [3, 4]
    assert {notice.due for notice in outbox.waiting.values()} == {NOW + dt.timedelta(minutes=10)}
    await add(invited, outbox, File("file-3", FileKind.DOCUMENT, "map.pdf"), now=NOW + dt.timedelta(minutes=10))
    assert outbox.to(NoticeKind.DOCUMENTS) == [3, 4, 3, 4]


async def test_slides_after_the_end_are_told_to_those_who_came(invited: Database, outbox: FakeOutbox) -> None:
    await add(invited, outbox, now=AFTER)
    (notice,) = outbox.waiting.values()
    assert (notice.member_id, notice.due) == (3, AFTER.replace(minute=10))
    assert notice.useless_after == AFTER + dt.timedelta(days=14)


async def test_of_a_draft_nobody_is_told_and_nothing_recorded(invited: Database, outbox: FakeOutbox) -> None:
    await change(invited, state=EventState.DRAFT)
    await add(invited, outbox)
    async with invited.session() as session:
        assert (await session.exec(select(AuditRecord))).all() == []
    assert outbox.waiting == {}
    with pytest.raises(EventGoneError):
        await names(invited, 3)


async def test_what_is_done_to_a_published_event_is_recorded(invited: Database, outbox: FakeOutbox) -> None:
    await add(invited, outbox)
    async with invited.session() as session:
        assert await documents.remove(session, await acting(session, 1), 1) == 1
        await session.commit()
        records = (await session.exec(select(AuditRecord))).all()
    assert [(str(each.action), each.details) for each in records] == [
        ("event_changed", '{"field1":"documents","sequence":0}')
    ] * 2
    assert await names(invited, 1) == []


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        pytest.param(PROGRAMME, DocumentRefusal.ALREADY, id="the same file"),
        pytest.param(
            File("file-2", FileKind.DOCUMENT, "somebody@example.org.pdf"), DocumentRefusal.NAME, id="personal data"
        ),
    ],
)
async def test_some_files_are_not_taken(
    invited: Database, outbox: FakeOutbox, file: File, refusal: DocumentRefusal
) -> None:
    await add(invited, outbox)
    assert await add(invited, outbox, file) is refusal


async def test_there_is_a_limit(invited: Database, outbox: FakeOutbox) -> None:
    taken = [await add(invited, outbox, File(f"file-{n}", FileKind.DOCUMENT)) for n in range(MOST_DOCUMENTS + 1)]
    assert [isinstance(each, EventDocument) for each in taken] == [*[True] * MOST_DOCUMENTS, False]
    assert taken[-1] is DocumentRefusal.TOO_MANY


async def test_names_are_one_short_line(invited: Database, outbox: FakeOutbox) -> None:
    added = await add(invited, outbox, File("file-2", FileKind.DOCUMENT, "a\n\u202eb" + "c" * 200))
    assert isinstance(added, EventDocument)
    assert (added.name[:4], len(added.name)) == ("a bc", 120)


async def test_a_cancelled_event_gets_none(invited: Database, outbox: FakeOutbox) -> None:
    await change(invited, state=EventState.CANCELLED)
    with pytest.raises(EventGoneError):
        await add(invited, outbox)


async def test_officers_neither_add_nor_remove(invited: Database, outbox: FakeOutbox) -> None:
    await add(invited, outbox)
    with pytest.raises(NotAllowedError):
        await add(invited, outbox, File("file-2", FileKind.DOCUMENT), who=3)
    async with invited.session() as session:
        with pytest.raises(NotAllowedError):
            await documents.remove(session, await acting(session, 3), 1)
