"""One more member invited after publication, and an invitation taken back."""

import dataclasses
import datetime as dt

import pytest

from bot.database import Database
from bot.models import Answer, EventState
from bot.services.actors import NotAllowedError
from bot.services.events import answers, invitees, single_invitations
from bot.services.events.held import EventGoneError
from bot.services.events.notices import NoticeKind
from bot.services.events.single_invitations import Invited
from tests.members import acting, recorded
from tests.outbox import FakeOutbox, event, store


async def invite(database: Database, outbox: FakeOutbox, member_id: int, by: int = 1) -> Invited:
    """Invite one more member."""
    async with database.session() as session:
        result = await single_invitations.invite_also(session, outbox, await acting(session, by), 1, member_id)
        await session.commit()
        return result


async def take_back(database: Database, outbox: FakeOutbox, invitee_id: int, by: int = 1) -> None:
    """Take an invitation back."""
    async with database.session() as session:
        await single_invitations.take_back(session, outbox, await acting(session, by), invitee_id)
        await session.commit()


async def say_yes(database: Database, outbox: FakeOutbox, member_id: int) -> Answer:
    """Let a member say yes, and return what became of it."""
    async with database.session() as session:
        own = await invitees.find(session, 1, member_id)
        assert own is not None
        await answers.answer(session, outbox, await acting(session, member_id), own.id or 0, Answer.YES)
        await session.commit()
        return own.answer


async def answer_of(database: Database, member_id: int) -> Answer | None:
    """Return what a member has answered; None for who is not invited."""
    async with database.session() as session:
        own = await invitees.find(session, 1, member_id)
        return own.answer if own else None


async def test_one_more_is_invited_told_reminded_and_recorded(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3])
    assert await invite(people, outbox, 4) is Invited.DONE
    assert outbox.to(NoticeKind.INVITATION) == [4]
    assert len(outbox.dues(4)) == 2
    assert await recorded(people) == ["event_invited"]


async def test_who_is_invited_keeps_their_answer_and_hears_nothing(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3])
    await say_yes(people, outbox, 3)
    assert await invite(people, outbox, 3) is Invited.ALREADY
    assert await answer_of(people, 3) is Answer.YES
    assert outbox.to(NoticeKind.INVITATION) == []
    assert await recorded(people) == []


@pytest.mark.parametrize("member_id", [6, 99])
async def test_who_is_no_member_is_not_invited(people: Database, outbox: FakeOutbox, member_id: int) -> None:
    await store(people, event())
    assert await invite(people, outbox, member_id) is Invited.NOT_A_MEMBER


async def test_who_comes_too_late_for_a_seat_waits(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(capacity=1), [3])
    await say_yes(people, outbox, 3)
    await invite(people, outbox, 4)
    assert await say_yes(people, outbox, 4) is Answer.WAITING


async def test_an_invitation_taken_back_is_told_and_gives_its_seat_on(people: Database, outbox: FakeOutbox) -> None:
    _, first, _ = await store(people, event(capacity=1), [3, 4])
    for member in (3, 4):
        await say_yes(people, outbox, member)
    await take_back(people, outbox, first)
    assert await answer_of(people, 3) is None
    assert await answer_of(people, 4) is Answer.YES
    assert outbox.to(NoticeKind.UNINVITED) == [3]
    assert outbox.to(NoticeKind.PROMOTION) == [4]
    assert outbox.dues(3) == []
    assert await recorded(people) == ["event_uninvited"]


async def test_who_waited_leaves_the_list_and_nobody_is_promoted(people: Database, outbox: FakeOutbox) -> None:
    _, _, second = await store(people, event(capacity=1), [3, 4])
    for member in (3, 4):
        await say_yes(people, outbox, member)
    await take_back(people, outbox, second)
    assert await answer_of(people, 3) is Answer.YES
    assert outbox.to(NoticeKind.PROMOTION) == []


async def test_an_invitation_that_was_not_sent_yet_is_not_sent(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event())
    await invite(people, outbox, 4)
    await take_back(people, outbox, 1)
    assert outbox.to(NoticeKind.INVITATION) == []


async def test_somebody_invited_again_gets_another_invitation(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event())
    await invite(people, outbox, 4)
    (first,) = outbox.waiting.keys() & {key for key in outbox.waiting if key.startswith("invitation:")}
    await take_back(people, outbox, 1)
    async with people.session() as session:
        actor = await acting(session, 1)
        later = dataclasses.replace(actor, now=actor.now + dt.timedelta(hours=1))
        await single_invitations.invite_also(session, outbox, later, 1, 4)
        await session.commit()
    assert outbox.to(NoticeKind.INVITATION) == [4]
    assert first not in outbox.waiting


async def test_candidates_are_members_who_are_not_invited(people: Database) -> None:
    await store(people, event(), [3, 5])
    async with people.session() as session:
        assert [each.value for each in await single_invitations.candidates(session, 1)] == ["1", "2", "4"]


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.CANCELLED])
async def test_only_a_published_event_is_changed(people: Database, outbox: FakeOutbox, state: EventState) -> None:
    await store(people, event(state=state), [3])
    with pytest.raises(EventGoneError):
        await invite(people, outbox, 4)
    with pytest.raises(EventGoneError):
        await take_back(people, outbox, 1)


async def test_an_invitation_that_is_gone_is_not_taken_back(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event())
    with pytest.raises(EventGoneError):
        await take_back(people, outbox, 99)


async def test_only_who_plans_the_event_does_this(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(host_country="HU"), [3])
    with pytest.raises(NotAllowedError):
        await invite(people, outbox, 4)
    with pytest.raises(NotAllowedError):
        await take_back(people, outbox, 1, by=4)
    assert await answer_of(people, 3) is Answer.NONE
