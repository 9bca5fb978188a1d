"""Requests for access."""

import asyncio
import dataclasses
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.database import Database
from bot.models import AccessRequest, Member, RequestState, Role
from bot.services import access_requests
from bot.services.access_requests import WAIT, AskRefusal, DecideRefusal, Decision, Wish
from bot.services.actors import NotAllowedError
from bot.services.admission import Admission, unit_name
from bot.services.membership import grant
from bot.services.permissions import Access, Held
from knowledge import Country
from tests.conftest import NOW
from tests.members import OPERATING, acting, add, member_of, recorded, roles_of

OF_SERBIA, OF_HUNGARY = Held(Role.COORDINATOR, "RS"), Held(Role.COORDINATOR, "HU")
OF_NETWORK, ADMINISTRATOR, OFFICER = Held(Role.COORDINATOR), Held(Role.ADMINISTRATOR), Held(Role.OFFICER)
WISH = Wish("Unit of the example", Country.RS, "sr")


@pytest.fixture
async def network(database: Database) -> Database:
    """Two coordinators of Serbia, one of Hungary, one of the network, an administrator, an officer, a stranger (7)."""
    for chat_id, held in enumerate([OF_SERBIA, OF_SERBIA, OF_HUNGARY, OF_NETWORK, ADMINISTRATOR, OFFICER], start=1):
        await add(database, chat_id, held, country="RS")
    await add(database, 7)
    return database


@pytest.fixture
async def on_disk(tmp_path: Path) -> AsyncIterator[Database]:
    """A database that several connections share, with two coordinators and a stranger (7)."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'ilecu.db'}")
    await database.upgrade()
    for chat_id, roles in ((1, [OF_SERBIA]), (2, [OF_SERBIA]), (7, [])):
        await add(database, chat_id, *roles)
    yield database
    await database.close()


async def ask(
    database: Database, chat_id: int = 7, wish: Wish = WISH, now: dt.datetime = NOW
) -> AccessRequest | AskRefusal:
    """Let a chat ask."""
    async with database.session() as session:
        actor = dataclasses.replace(await acting(session, chat_id), now=now)
        asked = await access_requests.ask(session, actor, wish)
        await session.commit()
        return asked


async def decide(database: Database, chat_id: int, *, approve: bool, number: int = 1) -> Decision | DecideRefusal:
    """Let a chat decide."""
    async with database.session() as session:
        deciding = access_requests.approve if approve else access_requests.decline
        decision = await deciding(session, await acting(session, chat_id), number)
        await session.commit()
        return decision


async def test_a_request_is_open_and_says_what_is_needed_to_decide(network: Database) -> None:
    asked = await ask(network)
    assert isinstance(asked, AccessRequest)
    assert (asked.unit, asked.country, asked.locale, asked.state) == ("Unit of the example", "RS", "sr", "open")
    assert await recorded(network) == ["access_requested"]


async def test_asking_again_does_not_ask_twice(network: Database) -> None:
    await ask(network)
    assert await ask(network) is AskRefusal.IS_OPEN


async def test_a_member_has_nothing_to_ask_for(network: Database) -> None:
    assert await ask(network, 6) is AskRefusal.IS_MEMBER


@pytest.mark.parametrize("unit", ["", " Unit", "x" * 121, "two\nlines"])
async def test_a_request_names_a_unit(network: Database, unit: str) -> None:
    with pytest.raises(ValueError, match="expected both"):
        await ask(network, wish=Wish(unit, Country.RS, "sr"))


@pytest.mark.parametrize(
    ("typed", "name"),
    [(" Unit  of\nthe example ", "Unit of the example"), (" ", None), ("x" * 121, None), ("\x00", None)],
)
def test_a_units_name_is_put_in_one_line(typed: str, name: str | None) -> None:
    assert unit_name(typed) == name


@pytest.mark.parametrize(
    ("chat_id", "countries"),
    [(1, ["RS"]), (3, ["HU"]), (4, ["RS", None, "HU"]), (5, ["RS", None, "HU"]), (6, []), (7, [])],
)
async def test_those_are_shown_that_one_may_decide(
    network: Database, chat_id: int, countries: list[str | None]
) -> None:
    for number, country in enumerate((Country.RS, None, Country.HU), start=20):
        await add(network, number)
        await ask(network, number, Wish("Unit of the example", country, "en"))
    async with network.session() as session:
        shown = await access_requests.open_requests(session, (await acting(session, chat_id)).access)
    assert [asked.country for asked in shown] == countries


@pytest.mark.parametrize(
    ("country", "lost", "chats"),
    [
        pytest.param("RS", [], [1, 2], id="those of the country"),
        pytest.param("RS", [1], [2], id="only who can be reached"),
        pytest.param("RS", [1, 2], [4], id="else those of the network"),
        pytest.param("UA", [], [4], id="a country without one"),
        pytest.param(None, [], [4], id="the network"),
        pytest.param("UA", [4], [5], id="else the administrators"),
        pytest.param("UA", [4, 5], [], id="nobody"),
    ],
)
async def test_a_request_is_shown_to_the_nearest_who_may_decide(
    network: Database, country: str | None, lost: list[int], chats: list[int]
) -> None:
    async with network.session() as session:
        for chat_id in lost:
            (await member_of(session, chat_id)).reachable = False
        await session.flush()
        assert [member.chat_id for member in await access_requests.deciders(session, country)] == chats


async def test_who_is_approved_is_an_officer_of_that_country(network: Database) -> None:
    await ask(network)
    decision = await decide(network, 1, approve=True)
    assert isinstance(decision, Decision)
    assert decision.is_mine
    assert (decision.request.state, decision.request.decided_at) == (RequestState.APPROVED, NOW)
    assert await roles_of(network, 7) == {"officer"}
    async with network.session() as session:
        member = await member_of(session, 7)
    assert (member.country, member.unit) == ("RS", "Unit of the example")
    assert await recorded(network) == ["access_requested", "access_approved"]


async def test_who_is_declined_stays_a_stranger(network: Database) -> None:
    await ask(network)
    decision = await decide(network, 1, approve=False)
    assert isinstance(decision, Decision)
    assert decision.request.state is RequestState.DECLINED
    assert await roles_of(network, 7) == set()
    assert await recorded(network) == ["access_requested", "access_declined"]


async def test_who_is_declined_can_ask_again_a_day_later(network: Database) -> None:
    await ask(network)
    await decide(network, 1, approve=False)
    assert await ask(network, now=NOW + WAIT - dt.timedelta(seconds=1)) is AskRefusal.TOO_SOON
    assert isinstance(await ask(network, now=NOW + WAIT), AccessRequest)


@pytest.mark.parametrize("second", [True, False])
async def test_the_second_who_decides_learns_what_the_first_did(network: Database, second: bool) -> None:
    await ask(network)
    await decide(network, 1, approve=False)
    late = await decide(network, 2, approve=second)
    assert isinstance(late, Decision)
    assert not late.is_mine
    assert late.request.state is RequestState.DECLINED
    assert await roles_of(network, 7) == set()
    assert await recorded(network) == ["access_requested", "access_declined"]


async def test_of_two_who_decide_at_once_one_does(on_disk: Database) -> None:
    await ask(on_disk)
    decisions = await asyncio.gather(decide(on_disk, 1, approve=True), decide(on_disk, 2, approve=False))
    mine = [decision for decision in decisions if isinstance(decision, Decision) and decision.is_mine]
    assert len(mine) == 1
    assert {decision.request.state for decision in decisions if isinstance(decision, Decision)} == {
        mine[0].request.state
    }
    assert bool(await roles_of(on_disk, 7)) is (mine[0].request.state is RequestState.APPROVED)


@pytest.mark.parametrize("chat_id", [3, 6, 7])
@pytest.mark.parametrize("approve", [True, False])
async def test_nobody_else_decides(network: Database, chat_id: int, approve: bool) -> None:
    await ask(network)
    with pytest.raises(NotAllowedError):
        await decide(network, chat_id, approve=approve)
    assert await roles_of(network, 7) == set()


async def test_a_request_of_the_network_is_not_for_coordinators_of_a_country(network: Database) -> None:
    await ask(network, wish=Wish("Unit of the example", None, "en"))
    with pytest.raises(NotAllowedError):
        await decide(network, 1, approve=True)
    assert isinstance(await decide(network, 4, approve=True), Decision)


async def test_a_request_is_moot_once_the_person_is_let_in_otherwise(network: Database) -> None:
    await ask(network)
    async with network.session() as session:
        await grant(session, OPERATING, await member_of(session, 7), Admission(frozenset({OFFICER}), Country.HU))
        await session.commit()
    assert await decide(network, 1, approve=True) is DecideRefusal.GONE
    assert await decide(network, 1, approve=True, number=99) is DecideRefusal.GONE


async def test_a_request_goes_with_the_person_and_stays_when_the_decider_goes(network: Database) -> None:
    await ask(network)
    await decide(network, 1, approve=True)
    async with network.session() as session:
        await session.delete(await member_of(session, 1))
        await session.commit()
    async with network.session() as session:
        assert (await session.get_one(AccessRequest, 1)).decided_by is None
        await session.delete(await session.get_one(Member, 7))
        await session.commit()
    async with network.session() as session:
        assert await session.get(AccessRequest, 1) is None


async def test_somebody_without_a_row_cannot_ask(database: Database) -> None:
    async with database.session() as session:
        with pytest.raises(ValueError, match="expected both"):
            await access_requests.ask(session, dataclasses.replace(OPERATING, access=Access()), WISH)
