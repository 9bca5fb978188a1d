"""Roles given and taken."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import AuditRecord, Channel, Invitation, Member, Role
from bot.services import audit, invitations, leaving, membership
from bot.services.actors import NotAllowedError
from bot.services.admission import Admission
from bot.services.membership import Change
from bot.services.permissions import Held
from knowledge import Country
from tests.conftest import NOW
from tests.members import KEY, OPERATING, acting, add, member_of, recorded, roles_of

OFFICER, CURATOR, ADMINISTRATOR = Held(Role.OFFICER), Held(Role.CURATOR), Held(Role.ADMINISTRATOR)
OF_SERBIA, OF_NETWORK = Held(Role.COORDINATOR, "RS"), Held(Role.COORDINATOR)


@pytest.fixture
async def network(database: Database) -> Database:
    """Administrator (1), coordinators of Serbia (2) and all (3), officers (4; in Hungary 5), a stranger (6)."""
    await add(database, 1, ADMINISTRATOR, country="RS")
    await add(database, 2, OF_SERBIA, country="RS")
    await add(database, 3, OF_NETWORK)
    await add(database, 4, OFFICER, CURATOR, country="RS")
    await add(database, 5, OFFICER, country="HU")
    await add(database, 6)
    return database


@pytest.fixture
async def on_disk(tmp_path: Path) -> AsyncIterator[Database]:
    """A database that several connections share, with two administrators."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'ilecu.db'}")
    await database.upgrade()
    for chat_id in (1, 2):
        await add(database, chat_id, ADMINISTRATOR)
    yield database
    await database.close()


async def grant(database: Database, by: int, to: int, held: Held, country: Country | None = None) -> Change:
    """Let one chat give another a role."""
    async with database.session() as session:
        admission = Admission(frozenset({held}), country)
        change = await membership.grant(session, await acting(session, by), await member_of(session, to), admission)
        await session.commit()
        return change


async def revoke(database: Database, by: int, of: int, held: Held) -> Change:
    """Let one chat take a role of another."""
    async with database.session() as session:
        change = await membership.revoke(session, await acting(session, by), await member_of(session, of), held)
        await session.commit()
        return change


async def remove(database: Database, by: int, whom: int) -> Change:
    """Let one chat remove another."""
    async with database.session() as session:
        change = await membership.remove(session, await acting(session, by), await member_of(session, whom))
        await session.commit()
        return change


async def test_a_role_is_given_once(network: Database) -> None:
    assert await grant(network, 2, 6, OFFICER, Country.RS) is Change.DONE
    assert await grant(network, 2, 6, OFFICER, Country.RS) is Change.NOTHING_TO_DO
    assert await roles_of(network, 6) == {"officer"}
    assert await recorded(network) == ["role_granted"]


async def test_the_log_says_who_got_what_from_whom_by_pseudonyms(network: Database) -> None:
    await grant(network, 2, 4, OF_SERBIA)
    async with network.session() as session:
        record = await session.get_one(AuditRecord, 1)
    assert (record.actor, record.object) == (audit.pseudonym(2, KEY), f"member:{audit.pseudonym(4, KEY)}")
    assert record.details == '{"role":"coordinator","scope":"RS"}'


@pytest.mark.parametrize(
    ("by", "to", "held", "country"),
    [
        pytest.param(2, 6, OFFICER, Country.HU, id="to another country"),
        pytest.param(2, 5, OFFICER, Country.RS, id="to a member of another country, by naming one's own"),
        pytest.param(2, 4, ADMINISTRATOR, None, id="a role above"),
        pytest.param(2, 2, ADMINISTRATOR, None, id="to oneself"),
        pytest.param(2, 4, OF_NETWORK, None, id="a wider scope"),
        pytest.param(3, 3, ADMINISTRATOR, None, id="by the network's coordinator"),
        pytest.param(4, 6, OFFICER, Country.RS, id="by an officer"),
        pytest.param(6, 6, OFFICER, Country.RS, id="by a stranger"),
    ],
)
async def test_nobody_gives_what_is_not_theirs_to_give(
    network: Database, by: int, to: int, held: Held, country: Country | None
) -> None:
    before = await roles_of(network, to)
    with pytest.raises(NotAllowedError):
        await grant(network, by, to, held, country)
    assert await roles_of(network, to) == before


async def test_a_member_keeps_country_and_unit_and_a_gap_is_filled(network: Database) -> None:
    await grant(network, 1, 5, CURATOR, Country.RS)
    await grant(network, 1, 3, CURATOR, Country.UA)
    async with network.session() as session:
        assert [(await member_of(session, chat_id)).country for chat_id in (5, 3)] == ["HU", "UA"]


async def test_a_role_is_taken_with_the_next_look(network: Database) -> None:
    assert await revoke(network, 3, 4, CURATOR) is Change.DONE
    assert await revoke(network, 3, 4, CURATOR) is Change.NOTHING_TO_DO
    assert await roles_of(network, 4) == {"officer"}
    assert await recorded(network) == ["role_revoked"]


@pytest.mark.parametrize(
    ("by", "of", "held"), [(2, 1, ADMINISTRATOR), (2, 5, OFFICER), (4, 2, OF_SERBIA), (2, 4, CURATOR)]
)
async def test_nobody_takes_what_they_could_not_give(network: Database, by: int, of: int, held: Held) -> None:
    with pytest.raises(NotAllowedError):
        await revoke(network, by, of, held)


async def test_a_member_who_is_removed_holds_nothing(network: Database) -> None:
    assert await remove(network, 3, 4) is Change.DONE
    assert await remove(network, 3, 4) is Change.NOTHING_TO_DO
    assert await roles_of(network, 4) == set()
    assert await recorded(network) == ["member_removed"]


@pytest.mark.parametrize(("by", "whom"), [(2, 1), (2, 4), (2, 5), (3, 1), (4, 5), (6, 4)])
async def test_nobody_removes_beyond_their_reach(network: Database, by: int, whom: int) -> None:
    before = await roles_of(network, whom)
    with pytest.raises(NotAllowedError):
        await remove(network, by, whom)
    assert await roles_of(network, whom) == before


@pytest.mark.parametrize("taking", ["remove", "revoke"])
async def test_invitations_of_somebody_who_leaves_end(network: Database, taking: str) -> None:
    async with network.session() as session:
        offer = invitations.Offer(Admission(frozenset({OFFICER}), Country.RS))
        await invitations.create(session, await acting(session, 2), offer)
        await session.commit()
    await (remove(network, 1, 2) if taking == "remove" else revoke(network, 1, 2, OF_SERBIA))
    async with network.session() as session:
        assert (await session.exec(select(Invitation.revoked_at))).one() == NOW


async def test_what_ends_with_a_membership_ends_with_the_last_role_only(
    network: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []

    async def end(session: AsyncSession, member_id: int, now: dt.datetime) -> None:
        ended.append(member_id)

    monkeypatch.setattr(leaving, "STEPS", (end,))
    await revoke(network, 1, 4, CURATOR)
    assert ended == []
    await revoke(network, 1, 4, OFFICER)
    await remove(network, 1, 5)
    assert ended == [4, 5]


async def test_the_last_administrator_stays(network: Database) -> None:
    assert await remove(network, 1, 1) is Change.LAST_ADMINISTRATOR
    assert await revoke(network, 1, 1, ADMINISTRATOR) is Change.LAST_ADMINISTRATOR
    assert await roles_of(network, 1) == {"administrator"}
    assert await recorded(network) == []


async def test_an_administrator_goes_when_there_is_another(network: Database) -> None:
    await grant(network, 1, 4, ADMINISTRATOR)
    assert await remove(network, 4, 1) is Change.DONE
    async with network.session() as session:
        assert await membership.is_last_administrator(session, 4)
        assert not await membership.is_last_administrator(session, 2)


async def test_two_administrators_who_remove_each_other_at_once_are_not_both_gone(on_disk: Database) -> None:
    async def remove_as_if_both_had_looked(by: int, whom: int) -> Change:
        async with on_disk.session() as session:
            actor, member = await acting(session, by), await member_of(session, whom)
            await asyncio.wait_for(both_have_looked.wait(), 5)
            change = await membership.remove(session, actor, member)
            await session.commit()
            return change

    both_have_looked = asyncio.Barrier(2)
    changes = await asyncio.gather(remove_as_if_both_had_looked(1, 2), remove_as_if_both_had_looked(2, 1))
    assert sorted(changes) == [Change.DONE, Change.LAST_ADMINISTRATOR]


@pytest.mark.parametrize(
    ("by", "chats"), [(1, [3, 5, 1, 2, 4]), (2, [1, 2, 4]), (3, [3, 5, 1, 2, 4]), (4, []), (6, [])]
)
async def test_members_are_listed_to_those_who_look_after_them(network: Database, by: int, chats: list[int]) -> None:
    async with network.session() as session:
        listed = await membership.members(session, (await acting(session, by)).access)
    assert [each.member.chat_id for each in listed] == chats


async def test_a_member_is_listed_once_with_all_roles(network: Database) -> None:
    async with network.session() as session:
        listed = await membership.members(session, OPERATING.access)
    assert [each.roles for each in listed if each.member.chat_id == 4] == [{OFFICER, CURATOR}]


async def test_a_member_needs_a_row(database: Database) -> None:
    async with database.session() as session:
        with pytest.raises(ValueError, match="not in the database"):
            await membership.remove(session, OPERATING, Member(channel=Channel.TELEGRAM, chat_id=7, created_at=NOW))
