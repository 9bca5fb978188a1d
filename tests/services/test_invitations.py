"""Invitations: stolen, reused, expired, revoked and guessed ones let nobody in."""

import asyncio
import dataclasses
import datetime as dt
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, select

from bot.database import Database
from bot.models import AuditRecord, FailedAttempt, Grant, Invitation, Member, Redemption, Role
from bot.services import attempts, audit, invitations, tokens
from bot.services.actors import NotAllowedError
from bot.services.invitations import Admission, Offer, Redeemed, Refusal, Revocation
from bot.services.permissions import Held
from knowledge import Country
from tests.conftest import NOW
from tests.members import KEY, OPERATING, acting, add, member_of, recorded, roles_of

OFFICER, OF_SERBIA, ADMINISTRATOR = Held(Role.OFFICER), Held(Role.COORDINATOR, "RS"), Held(Role.ADMINISTRATOR)
SERBIAN = Admission(frozenset({OFFICER}), Country.RS, "Unit of the example")
WRONG = f"i_{'x' * 43}"
HOUR = dt.timedelta(hours=1)


@pytest.fixture
async def on_disk(tmp_path: Path) -> AsyncIterator[Database]:
    """A database that several connections share."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'ilecu.db'}")
    await database.upgrade()
    yield database
    await database.close()


async def invite(database: Database, offer: Offer | None = None, author: int | None = None) -> str:
    """Make an invitation, by a chat or at the command line; return its token."""
    async with database.session() as session:
        actor = OPERATING if author is None else await acting(session, author)
        _, token = await invitations.create(session, actor, offer or Offer(SERBIAN))
        await session.commit()
        return token


async def redeem(database: Database, chat_id: int, token: str, now: dt.datetime = NOW) -> Redeemed | Refusal:
    """Let a chat bring a token, as a handler does."""
    async with database.session() as session:
        actor = dataclasses.replace(await acting(session, chat_id), now=now)
        outcome = await invitations.redeem(session, await member_of(session, chat_id), token, actor)
        await session.commit()
        return outcome


async def uses_left(database: Database) -> int:
    """Return the uses of the one invitation."""
    async with database.session() as session:
        return (await session.exec(select(Invitation.uses_left))).one()


async def test_a_token_fits_a_payload_and_is_stored_nowhere(database: Database) -> None:
    token = await invite(database)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", token)
    assert token.startswith(invitations.PREFIX)
    async with database.engine.connect() as connection:
        rows = [str((await connection.execute(table.select())).all()) for table in SQLModel.metadata.sorted_tables]
    assert not [row for row in rows if token in row or token[2:] in row]


async def test_two_tokens_differ_and_another_key_knows_neither() -> None:
    one, other = tokens.make(), tokens.make()
    assert len({tokens.hash_of(token, key) for token in (one, other) for key in (KEY, b"another")}) == 4


async def test_an_invitation_gives_roles_country_and_unit(database: Database) -> None:
    await add(database, 7)
    token = await invite(database, Offer(Admission(frozenset({OFFICER, OF_SERBIA}), Country.RS, "Unit of the example")))
    assert await redeem(database, 7, token) == Redeemed(frozenset({OFFICER, OF_SERBIA}), is_new=True)
    assert await roles_of(database, 7) == {"officer", "coordinator:RS"}
    async with database.session() as session:
        member = await member_of(session, 7)
    assert (member.country, member.unit) == ("RS", "Unit of the example")
    assert await recorded(database) == ["invitation_created", "invitation_used"]


async def test_the_log_names_who_came_in_by_a_pseudonym_and_with_what(database: Database) -> None:
    number = await add(database, 7)
    await redeem(database, 7, await invite(database))
    async with database.session() as session:
        record = await session.get_one(AuditRecord, 2)
    assert (record.actor, record.object) == (audit.pseudonym(number, KEY), "invitation:1")
    assert record.details == '{"role1":"officer"}'


async def test_redeeming_twice_is_harmless_and_uses_nothing(database: Database) -> None:
    await add(database, 7)
    token = await invite(database, Offer(SERBIAN, uses=2))
    assert await redeem(database, 7, token) == Redeemed(SERBIAN.roles, is_new=True)
    assert await redeem(database, 7, token) == Redeemed(SERBIAN.roles, is_new=False)
    assert await uses_left(database) == 1
    assert len(await recorded(database)) == 2


async def test_a_member_who_opens_the_link_of_a_colleague_leaves_it_to_them(database: Database) -> None:
    await add(database, 7, OFFICER, country="RS")
    assert await redeem(database, 7, await invite(database)) == Redeemed(SERBIAN.roles, is_new=False)
    assert await uses_left(database) == 1


async def test_a_used_invitation_lets_no_second_person_in(database: Database) -> None:
    await add(database, 7)
    await add(database, 8)
    token = await invite(database)
    await redeem(database, 7, token)
    assert await redeem(database, 8, token) is Refusal.USED_UP
    assert await roles_of(database, 8) == set()


@pytest.mark.parametrize(
    "token", [WRONG, "", "i_", "i_short", "i_" + "é" * 43, WRONG + "\n", "x" * 5000, "i_' OR 1=1 --", "\ud800"]
)
async def test_a_guess_is_unknown(database: Database, token: str) -> None:
    await add(database, 7)
    await invite(database)
    assert await redeem(database, 7, token) is Refusal.UNKNOWN
    assert await roles_of(database, 7) == set()


async def test_the_stored_hash_is_no_token(database: Database) -> None:
    await add(database, 7)
    await invite(database)
    async with database.session() as session:
        stolen = (await session.exec(select(Invitation.token_hash))).one()
    assert await redeem(database, 7, stolen) is Refusal.UNKNOWN
    assert await redeem(database, 7, f"i_{stolen[:43]}") is Refusal.UNKNOWN


@pytest.mark.parametrize(("seconds", "is_refused"), [(-1, False), (0, True), (1, True)])
async def test_an_invitation_expires_at_its_time(database: Database, seconds: int, is_refused: bool) -> None:
    await add(database, 7)
    token = await invite(database, Offer(SERBIAN, valid_for=HOUR))
    outcome = await redeem(database, 7, token, NOW + HOUR + dt.timedelta(seconds=seconds))
    assert (outcome is Refusal.EXPIRED) is is_refused


async def test_a_revoked_invitation_lets_nobody_in(database: Database) -> None:
    await add(database, 7)
    token = await invite(database)
    async with database.session() as session:
        assert await invitations.revoke(session, OPERATING, 1) is Revocation.DONE
        await session.commit()
        assert await invitations.revoke(session, OPERATING, 1) is Revocation.BEFORE
        assert await invitations.revoke(session, OPERATING, 2) is Revocation.UNKNOWN
        await session.commit()
    assert await redeem(database, 7, token) is Refusal.REVOKED
    assert await recorded(database) == ["invitation_created", "invitation_revoked"]


@pytest.mark.parametrize("statement", ['DELETE FROM "grant"', "UPDATE \"grant\" SET scope = 'HU'"])
async def test_an_author_who_may_not_invite_any_more_lets_nobody_in(database: Database, statement: str) -> None:
    await add(database, 1, OF_SERBIA, country="RS")
    await add(database, 7)
    token = await invite(database, author=1)
    async with database.engine.begin() as connection:
        await connection.execute(text(statement))
    assert await redeem(database, 7, token) is Refusal.REVOKED


async def test_an_invitation_goes_with_its_author(database: Database) -> None:
    await add(database, 1, OF_SERBIA, country="RS")
    await add(database, 7)
    token = await invite(database, author=1)
    async with database.session() as session:
        await session.delete(await member_of(session, 1))
        await session.commit()
    assert await redeem(database, 7, token) is Refusal.UNKNOWN


@pytest.mark.parametrize("is_erased", [False, True])
async def test_who_was_removed_does_not_come_back_by_the_same_link(database: Database, is_erased: bool) -> None:
    number = await add(database, 7)
    token = await invite(database, Offer(SERBIAN, uses=5))
    await redeem(database, 7, token)
    async with database.session() as session:
        await session.delete(await session.get_one(Member if is_erased else Grant, number if is_erased else 1))
        await session.commit()
    if is_erased:
        await add(database, 7)
    assert await redeem(database, 7, token) is Refusal.USED_UP
    assert await uses_left(database) == 4


async def test_a_member_of_one_country_is_not_moved_to_another(database: Database) -> None:
    await add(database, 7, OFFICER, country="HU")
    token = await invite(database, Offer(Admission(frozenset({OF_SERBIA}), Country.RS)))
    assert await redeem(database, 7, token) is Refusal.OTHER_COUNTRY
    assert await uses_left(database) == 1
    assert await roles_of(database, 7) == {"officer"}


async def test_somebody_who_has_left_comes_back_in_another_country(database: Database) -> None:
    await add(database, 7, country="HU")
    await redeem(database, 7, await invite(database))
    async with database.session() as session:
        assert (await member_of(session, 7)).country == "RS"


async def test_after_five_failures_the_right_one_is_refused_for_an_hour(database: Database) -> None:
    await add(database, 7)
    token = await invite(database)
    minute = dt.timedelta(minutes=1)
    for number in range(5):
        assert await redeem(database, 7, WRONG, NOW + number * minute) is Refusal.UNKNOWN
    last = NOW + 4 * minute
    assert await redeem(database, 7, token, last + minute) is Refusal.TOO_MANY_ATTEMPTS
    assert await redeem(database, 7, WRONG, last + 59 * minute) is Refusal.TOO_MANY_ATTEMPTS
    assert await redeem(database, 7, token, last + HOUR) == Redeemed(SERBIAN.roles, is_new=True)


async def test_four_failures_an_hour_are_forgiven(database: Database) -> None:
    await add(database, 7)
    token = await invite(database)
    for number in range(12):
        assert await redeem(database, 7, WRONG, NOW + number * HOUR / 4) is Refusal.UNKNOWN
    assert await redeem(database, 7, token, NOW + 3 * HOUR) == Redeemed(SERBIAN.roles, is_new=True)


async def test_failures_of_one_person_are_not_those_of_another(database: Database) -> None:
    await add(database, 7)
    await add(database, 8)
    token = await invite(database)
    for _ in range(6):
        await redeem(database, 7, WRONG)
    assert isinstance(await redeem(database, 8, token), Redeemed)


async def test_erasing_oneself_gives_no_new_tries(database: Database) -> None:
    await add(database, 7)
    for _ in range(5):
        await redeem(database, 7, WRONG)
    async with database.session() as session:
        await session.delete(await member_of(session, 7))
        await session.commit()
    await add(database, 7)
    assert await redeem(database, 7, WRONG) is Refusal.TOO_MANY_ATTEMPTS


async def test_old_tokens_count_as_failures_too(database: Database) -> None:
    await add(database, 7)
    token = await invite(database, Offer(SERBIAN, valid_for=HOUR))
    outcomes = [await redeem(database, 7, token, NOW + 2 * HOUR) for _ in range(6)]
    assert outcomes == [*[Refusal.EXPIRED] * 5, Refusal.TOO_MANY_ATTEMPTS]


async def test_many_who_guess_stop_everybody_for_a_while(database: Database) -> None:
    await add(database, 7)
    token = await invite(database)
    async with database.session() as session:
        for number in range(attempts.MAX_FAILURES_OF_ALL):
            session.add(FailedAttempt(person_hash=f"{number:064x}", at=NOW))
        await session.commit()
    assert await redeem(database, 7, token) is Refusal.TOO_MANY_ATTEMPTS
    assert isinstance(await redeem(database, 7, token, NOW + HOUR), Redeemed)


async def test_failures_are_kept_for_hours_only(database: Database) -> None:
    await add(database, 7)
    await redeem(database, 7, WRONG)
    await redeem(database, 7, WRONG, NOW + attempts.KEPT)
    async with database.session() as session:
        assert [failure.at for failure in await session.exec(select(FailedAttempt))] == [NOW + attempts.KEPT]


@pytest.mark.parametrize("uses", [1, 3])
async def test_the_last_use_goes_to_one_of_those_who_press_at_once(on_disk: Database, uses: int) -> None:
    chats = range(10, 18)
    for chat_id in chats:
        await add(on_disk, chat_id)
    token = await invite(on_disk, Offer(SERBIAN, uses=uses))
    outcomes = await asyncio.gather(*(redeem(on_disk, chat_id, token) for chat_id in chats))
    assert sum(isinstance(outcome, Redeemed) for outcome in outcomes) == uses
    assert outcomes.count(Refusal.USED_UP) == len(chats) - uses
    assert sum([bool(await roles_of(on_disk, chat_id)) for chat_id in chats]) == uses
    assert await uses_left(on_disk) == 0


async def test_one_person_who_presses_twice_at_once_uses_one(on_disk: Database) -> None:
    await add(on_disk, 7)
    token = await invite(on_disk, Offer(SERBIAN, uses=5))
    outcomes = await asyncio.gather(*(redeem(on_disk, 7, token) for _ in range(4)))
    assert [outcome.is_new for outcome in outcomes if isinstance(outcome, Redeemed)].count(True) == 1
    assert await uses_left(on_disk) == 4
    async with on_disk.session() as session:
        assert len((await session.exec(select(Redemption))).all()) == 1


@pytest.mark.parametrize(
    ("author", "admission"),
    [
        pytest.param(Held(Role.OFFICER), SERBIAN, id="an officer"),
        pytest.param(OF_SERBIA, Admission(frozenset({OFFICER}), Country.HU), id="to another country"),
        pytest.param(OF_SERBIA, Admission(frozenset({OFFICER})), id="to the network"),
        pytest.param(OF_SERBIA, Admission(frozenset({OFFICER, ADMINISTRATOR}), Country.RS), id="more than they have"),
    ],
)
async def test_nobody_invites_beyond_their_own_roles(database: Database, author: Held, admission: Admission) -> None:
    await add(database, 1, author, country="RS")
    with pytest.raises(NotAllowedError):
        await invite(database, Offer(admission), author=1)


@pytest.mark.parametrize("days", [0, -1, 31])
def test_an_invitation_is_valid_for_days_not_for_ever(days: int) -> None:
    with pytest.raises(ValueError, match="expected at most 30 days"):
        Offer(SERBIAN, valid_for=dt.timedelta(days=days))


@pytest.mark.parametrize("uses", [0, -1, 101])
def test_an_invitation_is_not_for_everybody(uses: int) -> None:
    with pytest.raises(ValueError, match="expected 1 to 100"):
        Offer(SERBIAN, uses=uses)


@pytest.mark.parametrize("unit", ["", "  ", "two\nlines", "x" * 121])
def test_a_unit_has_a_name(unit: str) -> None:
    with pytest.raises(ValueError, match="found another unit"):
        Admission(frozenset({OFFICER}), None, unit)


def test_an_invitation_gives_something() -> None:
    with pytest.raises(ValueError, match="found no role"):
        Admission(frozenset())


async def test_those_are_listed_that_can_be_used_and_that_one_may_revoke(database: Database) -> None:
    await add(database, 1, OF_SERBIA, country="RS")
    await add(database, 7)
    await invite(database, Offer(SERBIAN, valid_for=HOUR))
    used = await invite(database)
    await invite(database, Offer(Admission(frozenset({OFFICER}), Country.HU)))
    await invite(database, author=1)
    await redeem(database, 7, used)
    async with database.session() as session:
        serbian = (await acting(session, 1)).access
        everything = await invitations.standing(session, OPERATING.access, NOW)
        assert [each.invitation.id for each in everything] == [4, 3, 1]
        assert [each.invitation.id for each in await invitations.standing(session, serbian, NOW + HOUR)] == [4]
        assert everything[0].roles == {OFFICER}
        with pytest.raises(NotAllowedError):
            await invitations.revoke(session, await acting(session, 1), 3)
