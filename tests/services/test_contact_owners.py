"""Who looks after a contact point, and who may say so."""

import pytest

from bot.database import Database
from bot.errors import UnknownContactError
from bot.models import Role
from bot.services import contact_owners as owners
from bot.services.actors import NotAllowedError
from bot.services.contact_notices import Kind
from bot.services.contacts import every, find
from bot.services.permissions import Held
from tests.contacts import directory, point, store, unit
from tests.deliveries import rows
from tests.members import acting, add, recorded

SERBIAN, SERBIAN_CURATOR, GEORGIAN, OF_SERBIA = 6, 7, 8, 9
"""Chats; the numbers of the members are 1 to 4."""


@pytest.fixture
async def network(database: Database) -> Database:
    """The NCB of Serbia, an officer, a curator and the coordinator of Serbia, and an officer of another country."""
    await add(database, SERBIAN, Held(Role.OFFICER), country="RS")
    await add(database, SERBIAN_CURATOR, Held(Role.CURATOR), country="RS")
    await add(database, GEORGIAN, Held(Role.OFFICER), country="GE")
    await add(database, OF_SERBIA, Held(Role.COORDINATOR, "RS"), country="RS")
    await store(database, directory(unit(), point()))
    return database


async def appoint(database: Database, member_id: int | None, chat_id: int = OF_SERBIA) -> bool:
    """Let the person of a chat appoint a member."""
    async with database.session() as session:
        is_done = await owners.appoint(session, await acting(session, chat_id), 1, member_id)
        await session.commit()
    return is_done


async def owner(database: Database) -> int | None:
    """Return the number of the member who looks after the contact point."""
    async with database.session() as session:
        return (await every(session))[0].owner_id


async def test_members_of_the_country_who_view_contacts_can_look_after_one(network: Database) -> None:
    async with network.session() as session:
        actor = await acting(session, OF_SERBIA)
        found = await owners.candidates(session, actor, await find(session, actor.access, 1))
    assert [member.chat_id for member in found] == [SERBIAN, OF_SERBIA]


async def test_who_is_chosen_is_asked_at_once_and_it_is_recorded(network: Database) -> None:
    assert await appoint(network, 1)
    assert await owner(network) == 1
    assert [(row.kind, row.member_id) for row in await rows(network)] == [(Kind.QUESTION, 1)]
    assert (await recorded(network))[-1] == "contact_owner_changed"


async def test_who_is_chosen_again_is_not_asked_again(network: Database) -> None:
    await appoint(network, 1)
    await appoint(network, 1)
    assert len(await rows(network)) == 1


async def test_nobody_can_be_chosen_and_nobody_is_asked(network: Database) -> None:
    await appoint(network, 1)
    assert await appoint(network, None)
    assert await owner(network) is None
    assert len(await rows(network)) == 1


@pytest.mark.parametrize("member_id", [2, 3, 99])
async def test_others_cannot_be_chosen(network: Database, member_id: int) -> None:
    assert not await appoint(network, member_id)
    assert await owner(network) is None


@pytest.mark.parametrize("chat_id", [SERBIAN, GEORGIAN])
async def test_officers_choose_nobody(network: Database, chat_id: int) -> None:
    with pytest.raises(NotAllowedError):
        await appoint(network, 1, chat_id)


async def test_what_is_gone_has_no_owner(network: Database) -> None:
    async with network.session() as session:
        with pytest.raises(UnknownContactError):
            await owners.appoint(session, await acting(session, OF_SERBIA), 99, 1)
