"""What the tables of broadcasts refuse, and what goes when somebody goes."""

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, col, select

from bot.database import Database
from bot.models import Broadcast, BroadcastReceiver, BroadcastState, BroadcastText, FileKind, Member
from tests.conftest import NOW
from tests.members import add


async def save(database: Database, *rows: SQLModel) -> None:
    """Store rows in one transaction."""
    async with database.session() as session:
        session.add_all(rows)
        await session.commit()


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([Broadcast(author_id=1, created_at=NOW), Broadcast(author_id=1, created_at=NOW)], id="two drafts"),
        pytest.param([Broadcast(created_at=NOW, file_id="f")], id="a file of no kind"),
        pytest.param([Broadcast(created_at=NOW, receivers=-1)], id="fewer than nobody"),
        pytest.param([BroadcastText(broadcast_id=9, locale="en", text="x")], id="a text of nothing"),
    ],
)
async def test_what_cannot_be_is_refused(database: Database, rows: list[SQLModel]) -> None:
    await add(database, 7)
    with pytest.raises(IntegrityError):
        await save(database, *rows)


async def test_what_is_no_draft_any_more_leaves_room_for_one(database: Database) -> None:
    await add(database, 7)
    sent = Broadcast(author_id=1, created_at=NOW, state=BroadcastState.DONE, file_id="f", file_kind=FileKind.PHOTO)
    await save(database, sent, Broadcast(author_id=1, created_at=NOW))
    async with database.session() as session:
        first, second = (await session.exec(select(Broadcast).order_by(col(Broadcast.id)))).all()
    assert (first.state, first.file_kind, second.state) == (BroadcastState.DONE, FileKind.PHOTO, BroadcastState.DRAFT)


async def test_a_broadcast_outlives_its_author_and_forgets_a_receiver_who_goes(database: Database) -> None:
    await add(database, 7)
    await save(database, Broadcast(author_id=1, created_at=NOW, receivers=1))
    await save(database, BroadcastReceiver(broadcast_id=1, member_id=1, locale="en"))
    async with database.session() as session:
        await session.exec(delete(Member))
        await session.commit()
    async with database.session() as session:
        kept = (await session.exec(select(Broadcast))).one()
        assert (kept.author_id, kept.receivers) == (None, 1)
        assert (await session.exec(select(BroadcastReceiver))).all() == []
