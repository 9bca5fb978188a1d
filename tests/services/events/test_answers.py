"""Answers to invitations, and what they bring about for others."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import Answer, EventState, Invitee, Role
from bot.services import leaving, membership
from bot.services.actors import NotAllowedError
from bot.services.events import answers, nominations, seats
from bot.services.events.answers import Answered, AnswerRefusal
from bot.services.events.departures import give_up_seats
from bot.services.events.notices import NoticeKind
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.members import OPERATING, acting, add, member_of, recorded
from tests.outbox import FakeOutbox, event, store

OFFICER, OF_GEORGIA, OF_SERBIA = (
    Held(Role.OFFICER),
    Held(Role.COORDINATOR, "GE"),
    Held(Role.COORDINATOR, "RS"),
)
SOON = NOW + dt.timedelta(days=10)


@pytest.fixture
async def network(database: Database) -> Database:
    """Officers of two units (1, 2, 3 of one, 4 of another), coordinators of Georgia (5) and Serbia (6), a stranger (7).

    All but 3, 6 and 7 are invited to an event with one seat; invitations have their people's numbers but for 5 (4th).
    """
    return await _with_people(database)


@pytest.fixture
async def on_disk(tmp_path: Path) -> AsyncIterator[Database]:
    """The same in a file that several connections share."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'ilecu.db'}")
    await database.upgrade()
    yield await _with_people(database)
    await database.close()


async def _with_people(database: Database) -> Database:
    for chat_id, unit in ((1, "Unit A"), (2, "Unit A"), (3, "Unit A"), (4, "Unit B")):
        number = await add(database, chat_id, OFFICER, country="RS")
        async with database.session() as session:
            (await member_of(session, chat_id)).unit = unit
            await session.commit()
        assert number == chat_id
    await add(database, 5, OF_GEORGIA, country="GE")
    await add(database, 6, OF_SERBIA, country="RS")
    await add(database, 7, country="RS")
    await store(database, event(capacity=1, answer_by=SOON), [1, 2, 4, 5])
    return database


async def invitation_of(database: Database, member_id: int) -> Invitee:
    """Return the invitation of a member."""
    async with database.session() as session:
        return (await session.exec(select(Invitee).where(Invitee.member_id == member_id))).one()


async def say(
    database: Database, outbox: FakeOutbox, member_id: int, wish: Answer, by: int | None = None
) -> Answered | AnswerRefusal:
    """Let a member answer, or somebody else for them."""
    invitee = await invitation_of(database, member_id)
    async with database.session() as session:
        actor = await acting(session, by or member_id)
        result = await answers.answer(session, outbox, actor, invitee.id or 0, wish)
        await session.commit()
        return result


async def change_event(database: Database, **fields: object) -> None:
    """Change columns of the event."""
    async with database.session() as session:
        held = await seats.hold(session, 1)
        assert held is not None
        held.sqlmodel_update(fields)
        await session.commit()


async def said(database: Database) -> dict[int, str]:
    """Return the answers by member."""
    async with database.session() as session:
        return {row.member_id: str(row.answer) for row in await session.exec(select(Invitee).order_by("id"))}


async def test_the_second_who_says_yes_waits_and_hears_their_place(network: Database, outbox: FakeOutbox) -> None:
    first, second = [await say(network, outbox, who, Answer.YES) for who in (1, 2)]
    assert isinstance(first, Answered)
    assert isinstance(second, Answered)
    assert (first.invitee.answer, first.place) == (Answer.YES, None)
    assert (second.invitee.answer, second.place) == (Answer.WAITING, 1)


@pytest.mark.parametrize("wish", [Answer.NO, Answer.MAYBE])
async def test_who_gets_the_seat_of_another_is_told(network: Database, outbox: FakeOutbox, wish: Answer) -> None:
    for who in (1, 2, 4):
        await say(network, outbox, who, Answer.YES)
    result = await say(network, outbox, 1, wish)
    assert isinstance(result, Answered)
    assert [each.member_id for each in result.promoted] == [2]
    assert outbox.to(NoticeKind.PROMOTION) == [2]


async def test_who_waits_twice_is_told_twice(network: Database, outbox: FakeOutbox) -> None:
    for who, wish in ((1, Answer.YES), (2, Answer.YES), (1, Answer.NO), (2, Answer.NO), (1, Answer.YES)):
        await say(network, outbox, who, wish)
    first = set(outbox.waiting)
    async with network.session() as session:
        later = await acting(session, 2)
        later = type(later)(later.access, NOW + dt.timedelta(hours=1), later.key)
        await answers.answer(session, outbox, later, (await invitation_of(network, 2)).id or 0, Answer.YES)
        await session.commit()
    await say(network, outbox, 1, Answer.NO)
    assert outbox.to(NoticeKind.PROMOTION) == [2, 2]
    assert {key for key in outbox.waiting if key.startswith("promotion")} - first


async def test_somebody_elses_seat_is_free_when_a_colleague_is_nominated(network: Database, outbox: FakeOutbox) -> None:
    for who in (1, 2):
        await say(network, outbox, who, Answer.YES)
    async with network.session() as session:
        actor = await acting(session, 1)
        result = await nominations.nominate(session, outbox, actor, 1, 3)
        await session.commit()
    assert isinstance(result, Answered)
    assert await said(network) == {1: "no", 2: "yes", 4: "none", 5: "none", 3: "none"}
    assert (await invitation_of(network, 3)).nominated_by == 1
    assert outbox.to(NoticeKind.PROMOTION) == [2]
    assert outbox.to(NoticeKind.INVITATION) == [3]


@pytest.mark.parametrize(
    ("colleague", "refusal"),
    [
        pytest.param(4, AnswerRefusal.OTHER_UNIT, id="another unit"),
        pytest.param(5, AnswerRefusal.OTHER_UNIT, id="another country"),
        pytest.param(7, AnswerRefusal.NOT_A_MEMBER, id="no member"),
        pytest.param(99, AnswerRefusal.NOT_A_MEMBER, id="nobody"),
        pytest.param(1, AnswerRefusal.NOT_A_MEMBER, id="oneself"),
    ],
)
async def test_only_a_colleague_of_the_unit_can_be_nominated(
    network: Database, outbox: FakeOutbox, colleague: int, refusal: AnswerRefusal
) -> None:
    async with network.session() as session:
        assert await nominations.nominate(session, outbox, await acting(session, 1), 1, colleague) is refusal
    assert outbox.waiting == {}


async def test_colleagues_are_members_of_the_same_unit(network: Database) -> None:
    async with network.session() as session:
        assert [each.id for each in await nominations.colleagues(session, 1)] == [2, 3]
        assert await nominations.colleagues(session, 5) == []


async def test_the_seat_of_who_is_removed_goes_to_who_waits(
    network: Database, outbox: FakeOutbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in (1, 2):
        await say(network, outbox, who, Answer.YES)
    monkeypatch.setattr(leaving, "STEPS", (give_up_seats(outbox),))
    async with network.session() as session:
        await membership.remove(session, OPERATING, await member_of(session, 1))
        await session.commit()
    assert await said(network) == {2: "yes", 4: "none", 5: "none"}
    assert outbox.to(NoticeKind.PROMOTION) == [2]
    assert outbox.dues(1) == []


async def test_past_events_keep_who_was_there(network: Database, outbox: FakeOutbox) -> None:
    async with network.session() as session:
        await give_up_seats(outbox)(session, 1, NOW + dt.timedelta(days=365))
        await session.commit()
    assert 1 in await said(network)


async def test_who_holds_an_event_lets_others_wait_who_then_see_what_was_changed(on_disk: Database) -> None:
    async def capacity() -> int | None:
        async with on_disk.session() as session:
            held = await seats.hold(session, 1)
            return held.capacity if held else None

    async with on_disk.session() as session:
        held = await seats.hold(session, 1)
        assert held is not None
        waiting = asyncio.create_task(capacity())
        done, _ = await asyncio.wait({waiting}, timeout=0.2)
        held.capacity = 9
        await session.commit()
    assert not done
    assert await waiting == 9


async def test_two_who_answer_at_the_same_moment_do_not_both_get_the_last_seat(
    on_disk: Database, outbox: FakeOutbox
) -> None:
    await asyncio.gather(*(say(on_disk, outbox, who, Answer.YES) for who in (1, 2, 4)))
    assert sorted((await said(on_disk)).values()) == ["none", "waiting", "waiting", "yes"]


async def test_two_who_leave_at_the_same_moment_free_two_seats(on_disk: Database, outbox: FakeOutbox) -> None:
    await change_event(on_disk, capacity=2)
    for who in (1, 2, 4, 5):
        await say(on_disk, outbox, who, Answer.YES)
    await asyncio.gather(*(say(on_disk, outbox, who, Answer.NO) for who in (1, 2)))
    assert await said(on_disk) == {1: "no", 2: "no", 4: "yes", 5: "yes"}
    assert sorted(outbox.to(NoticeKind.PROMOTION)) == [4, 5]


async def test_a_coordinator_of_the_host_answers_for_somebody_who_is_told(
    network: Database, outbox: FakeOutbox
) -> None:
    await say(network, outbox, 1, Answer.YES, by=5)
    assert (await said(network))[1] == "yes"
    assert outbox.to(NoticeKind.ANSWERED_FOR) == [1]
    assert await recorded(network) == ["event_answered_for"]


async def test_a_seat_that_a_coordinator_frees_goes_to_who_waits(network: Database, outbox: FakeOutbox) -> None:
    for who in (1, 2):
        await say(network, outbox, who, Answer.YES)
    await say(network, outbox, 1, Answer.NO, by=5)
    assert outbox.to(NoticeKind.PROMOTION) == [2]


@pytest.mark.parametrize("by", [pytest.param(2, id="a colleague"), pytest.param(6, id="another coordinator"), 7])
async def test_nobody_else_answers_for_somebody(network: Database, outbox: FakeOutbox, by: int) -> None:
    with pytest.raises(NotAllowedError):
        await say(network, outbox, 1, Answer.YES, by=by)
    assert (await said(network))[1] == "none"


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        pytest.param({"answer_by": NOW - dt.timedelta(minutes=1)}, AnswerRefusal.TOO_LATE, id="after the day"),
        pytest.param({"over_at": NOW}, AnswerRefusal.OVER, id="after the end"),
        pytest.param({"state": EventState.CANCELLED}, AnswerRefusal.CANCELLED, id="cancelled"),
        pytest.param({"state": EventState.DRAFT}, AnswerRefusal.GONE, id="a draft again"),
    ],
)
async def test_answers_are_taken_while_they_are_of_use(
    network: Database, outbox: FakeOutbox, fields: dict[str, object], refusal: AnswerRefusal
) -> None:
    await change_event(network, **fields)
    assert await say(network, outbox, 1, Answer.YES) is refusal
    assert outbox.waiting == {}


async def test_until_the_last_moment_an_answer_is_in_time(network: Database, outbox: FakeOutbox) -> None:
    await change_event(network, answer_by=NOW)
    assert isinstance(await say(network, outbox, 1, Answer.YES), Answered)


async def test_who_answered_before_the_date_changed_may_answer_again_after_the_deadline(
    network: Database, outbox: FakeOutbox
) -> None:
    await say(network, outbox, 1, Answer.YES)
    await change_event(network, answer_by=NOW - dt.timedelta(minutes=1), sequence=1, confirm_sequence=1)
    assert isinstance(await say(network, outbox, 1, Answer.NO), Answered)
    assert await say(network, outbox, 1, Answer.YES) is AnswerRefusal.TOO_LATE
    assert await say(network, outbox, 2, Answer.YES) is AnswerRefusal.TOO_LATE


async def test_coordinators_answer_after_the_deadline_too(network: Database, outbox: FakeOutbox) -> None:
    await change_event(network, answer_by=NOW - dt.timedelta(minutes=1))
    assert isinstance(await say(network, outbox, 1, Answer.YES, by=5), Answered)


async def test_an_invitation_that_is_not_there_is_gone(network: Database, outbox: FakeOutbox) -> None:
    async with network.session() as session:
        actor = await acting(session, 1)
        assert await answers.answer(session, outbox, actor, 99, Answer.YES) is AnswerRefusal.GONE


@pytest.mark.parametrize("wish", [Answer.NONE, Answer.WAITING])
async def test_nobody_chooses_to_wait_or_to_have_said_nothing(
    network: Database, outbox: FakeOutbox, wish: Answer
) -> None:
    with pytest.raises(ValueError, match="expected yes, no or maybe"):
        await say(network, outbox, 1, wish)


async def test_the_same_answer_again_confirms_the_new_version(network: Database, outbox: FakeOutbox) -> None:
    await say(network, outbox, 1, Answer.YES)
    await change_event(network, sequence=1, confirm_sequence=1)
    before = await invitation_of(network, 1)
    await say(network, outbox, 1, Answer.YES)
    after = await invitation_of(network, 1)
    assert (before.answered_sequence, after.answered_sequence) == (0, 1)
    assert after.answer is Answer.YES


async def test_reminders_follow_the_answer(network: Database, outbox: FakeOutbox) -> None:
    await say(network, outbox, 1, Answer.YES)
    assert outbox.dues(1) == [
        "start-202703150930-7d 03-08 05:30",
        "start-202703150930-1d 03-14 05:30",
        "thanks 03-15 10:30",
    ]
    await say(network, outbox, 1, Answer.NO)
    assert outbox.dues(1) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  I come\x00 by train ", "I come by train"), ("", None), (" ", None), ("x" * 300, "x" * 300)],
)
async def test_a_note_goes_with_the_answer(network: Database, typed: str, kept: str | None) -> None:
    async with network.session() as session:
        await answers.note(session, await acting(session, 1), 1, typed)
        await session.commit()
    assert (await invitation_of(network, 1)).note == kept


async def test_a_note_that_is_too_long_is_refused_and_the_one_before_stays(network: Database) -> None:
    async with network.session() as session:
        await answers.note(session, await acting(session, 1), 1, "I come by train")
        assert await answers.note(session, await acting(session, 1), 1, "x" * 301) is AnswerRefusal.LONG_NOTE
        await session.commit()
    assert (await invitation_of(network, 1)).note == "I come by train"
