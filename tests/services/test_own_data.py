"""What is held about a person: counted, read, erased."""

import datetime as dt

import pytest
from sqlmodel import col, select

from bot.database import Database
from bot.models import AccessRequest, AuditRecord, Channel, Grant, Invitation, Member, Question, Role
from bot.services import audit, own_data
from bot.services.holdings import HOLDINGS, DataSubject, Erasure, Subject
from bot.services.own_data import Outcome, Row
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.holdings import add_with_everything, person, question
from tests.members import KEY, acting, add, recorded

KEPT = {holding.subject for holding in HOLDINGS if holding.erasure is Erasure.KEEP}
ADMINISTRATOR = Held(Role.ADMINISTRATOR)


async def counts(database: Database, subject: DataSubject) -> dict[Subject, int]:
    """Return how many rows are held about somebody, by what they are."""
    async with database.session() as session:
        return await own_data.counts(session, subject)


async def erase(database: Database, subject: DataSubject) -> Outcome:
    """Erase somebody."""
    async with database.session() as session:
        outcome = await own_data.erase(session, subject, subject.pseudonym or audit.SYSTEM, NOW)
        await session.commit()
        return outcome


async def read(database: Database, subject: DataSubject) -> dict[Subject, list[Row]]:
    """Return what is held about somebody."""
    async with database.session() as session:
        return await own_data.read(session, subject)


async def test_every_holding_has_rows_in_these_tests(database: Database) -> None:
    found = await counts(database, await add_with_everything(database, 7))
    assert set(found) == set(Subject)
    assert all(found.values())


async def test_everything_is_read_and_nothing_of_others(database: Database) -> None:
    subject, other = await add_with_everything(database, 7), await add_with_everything(database, 8)
    found = await read(database, subject)
    assert {what: len(rows) for what, rows in found.items()} == await counts(database, subject)
    assert found[Subject.MEMBER][0]["chat_id"] == 7
    assert found[Subject.ROLES] == [{"role": Role.OFFICER, "scope": "", "granted_at": NOW}]
    assert str(other.pseudonym) not in str(found)


async def test_an_erased_person_is_gone_but_for_what_must_stay(database: Database) -> None:
    subject = await add_with_everything(database, 7)
    before = await counts(database, subject)
    assert await erase(database, subject) is Outcome.DONE
    after = await counts(database, subject)
    assert {what for what, rows in after.items() if rows} == KEPT
    assert after[Subject.AUDIT] == before[Subject.AUDIT] + 1


async def test_erasing_one_leaves_the_others(database: Database) -> None:
    subject, other = await add_with_everything(database, 7), await add_with_everything(database, 8)
    before = await counts(database, other)
    await erase(database, subject)
    assert await counts(database, other) == before


async def test_what_somebody_decided_stays_decided(database: Database) -> None:
    subject, asker = await add_with_everything(database, 7), await add(database, 8)
    async with database.session() as session:
        (asked,) = await session.exec(select(AccessRequest))
        asked.member_id = asker
        await session.commit()
    await erase(database, subject)
    async with database.session() as session:
        (asked,) = await session.exec(select(AccessRequest))
        assert (asked.member_id, asked.decided_by, asked.decided_at) == (asker, None, NOW)


async def test_an_erasure_is_recorded_by_pseudonym(database: Database) -> None:
    subject = await add_with_everything(database, 7)
    await erase(database, subject)
    async with database.session() as session:
        record = (await session.exec(select(AuditRecord).order_by(col(AuditRecord.sequence).desc()))).first()
    assert record is not None
    assert (record.action, record.object) == (audit.Action.ERASURE, f"member:{subject.pseudonym}")
    assert record.actor == subject.pseudonym
    assert '"questions":1' in record.details


async def test_an_export_is_recorded(database: Database) -> None:
    subject = await add_with_everything(database, 7)
    async with database.session() as session:
        await own_data.export(session, await acting(session, 7), subject)
        await session.commit()
    assert (await recorded(database))[-1] == "export"


async def test_a_stranger_can_see_and_erase_what_is_held_about_their_chat(database: Database) -> None:
    async with database.session() as session:
        session.add(question(9, NOW))
        session.add(question(-5, NOW))
        await session.commit()
        stranger = await own_data.subject(session, Channel.TELEGRAM, 9, KEY)
        assert len((await own_data.export(session, await acting(session, 9), stranger))[Subject.QUESTIONS]) == 1
    assert await erase(database, stranger) is Outcome.DONE
    async with database.session() as session:
        assert [row.chat_id for row in await session.exec(select(Question))] == [-5]


async def test_who_nothing_is_held_about_is_told_so_and_not_recorded(database: Database) -> None:
    assert await erase(database, person(None, 9)) is Outcome.NOTHING_HELD
    assert await recorded(database) == []


async def test_the_last_administrator_stays(database: Database) -> None:
    member_id = await add(database, 7, ADMINISTRATOR)
    assert await erase(database, person(member_id, 7)) is Outcome.LAST_ADMINISTRATOR
    async with database.session() as session:
        assert (await session.exec(select(Grant.role))).all() == [Role.ADMINISTRATOR]


async def test_one_of_two_administrators_may_go(database: Database) -> None:
    member_id = await add(database, 7, ADMINISTRATOR)
    await add(database, 8, ADMINISTRATOR)
    assert await erase(database, person(member_id, 7)) is Outcome.DONE


async def test_invitations_of_somebody_erased_let_nobody_in(database: Database) -> None:
    subject = await add_with_everything(database, 7)
    await erase(database, subject)
    async with database.session() as session:
        query = select(Invitation).where(col(Invitation.created_by).is_not(None))
        assert (await session.exec(query)).all() == []


async def test_who_comes_back_is_another_person_to_the_audit_log(database: Database) -> None:
    subject = await add_with_everything(database, 7)
    await erase(database, subject)
    again = person(await add(database, 7), 7)
    assert again.pseudonym != subject.pseudonym
    assert (await counts(database, again))[Subject.AUDIT] == 0


@pytest.mark.parametrize("secret", [KEY.decode(), "member_id"])
def test_the_key_of_the_installation_is_not_shown_by_accident(secret: str) -> None:
    assert (secret in repr(person(3, 7))) == (secret == "member_id")


async def test_days_and_instants_are_read_as_such(database: Database) -> None:
    async with database.session() as session:
        session.add(Member(channel=Channel.TELEGRAM, chat_id=7, created_at=NOW, last_seen=NOW.date()))
        await session.commit()
    (row,) = (await read(database, person(None, 7)))[Subject.MEMBER]
    assert (row["created_at"], row["last_seen"]) == (NOW, dt.date(2026, 11, 24))
