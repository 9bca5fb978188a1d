"""The broadcasts that a coordinator may steer, page by page."""

from sqlmodel import col, select

from bot.database import Database
from bot.models import Broadcast, ReceiverKind
from bot.services.broadcasts import audience, confirmation
from bot.services.broadcasts.listing import confirmed
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import HUNGARY, NETWORK, SECOND, SERBIA, desk_of, drafted, populate


async def send_to(database: Database, country: str) -> int:
    """Send a broadcast of the network to one country."""
    outbox = FakeOutbox()
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await audience.toggle(desk.session, desk.actor, draft, ReceiverKind.COUNTRY, country)
        await confirmation.confirm(desk, draft, None, 0)
    return draft


async def listed(database: Database, chat_id: int, page: int = 0) -> tuple[list[int | None], bool]:
    """Return the numbers on a page of two, and whether there are more."""
    async with desk_of(database, FakeOutbox(), chat_id) as desk:
        found, is_more = await confirmed(desk.session, desk.actor.access, page, 2)
    return [each.id for each in found], is_more


async def test_each_sees_what_they_could_have_sent_newest_first(database: Database) -> None:
    await populate(database)
    serbian, hungarian, third = [await send_to(database, country) for country in ("RS", "HU", "RS")]
    assert await listed(database, SECOND) == ([third, hungarian], True)
    assert await listed(database, SECOND, 1) == ([serbian], False)
    assert await listed(database, SERBIA) == ([third, serbian], False)
    assert await listed(database, HUNGARY) == ([hungarian], False)


async def test_drafts_are_their_authors_alone(database: Database) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        await drafted(desk, en="One.")
    assert await listed(database, NETWORK) == ([], False)
    async with database.session() as session:
        assert len((await session.exec(select(Broadcast).order_by(col(Broadcast.id)))).all()) == 1
