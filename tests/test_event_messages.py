"""Notices of events become messages as things are when they are sent."""

import datetime as dt
import gettext
from zoneinfo import ZoneInfo

import pytest

from bot.database import Database
from bot.event_messages import MESSAGES, Told, view_of
from bot.i18n import Translator
from bot.models import Answer, ChecklistItem, ChecklistMark, Event, EventChange, EventState, FollowUp, Role, Task
from bot.services.events import invitees
from bot.services.events.notices import NoticeKind
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.members import add
from tests.outbox import event, store
from tests.views.telegram import accept

ENGLISH = Translator("en", gettext.NullTranslations())
BELGRADE = ZoneInfo("Europe/Belgrade")
DETAILS: dict[NoticeKind, dict[str, str | int]] = {
    NoticeKind.CHANGE: {"sequence": 1},
    NoticeKind.TASK_DUE: {"item": 1},
    NoticeKind.INVITATION: {"nominated_by": 2},
}


@pytest.fixture
async def invited(database: Database) -> Database:
    """A member (1) who is coming to an event in its second version, with one item to be done."""
    await add(database, 7, Held(Role.OFFICER), country="RS")
    await store(database, event(sequence=1), [1])
    async with database.session() as session:
        session.add(EventChange(event_id=1, sequence=1, field="venue", old="Hall 1", new="Hall 2"))
        session.add(ChecklistItem(event_id=1, task=Task.PASSPORT, due_at=NOW))
        await session.commit()
    await answer(database, Answer.YES)
    return database


async def answer(database: Database, given: Answer) -> None:
    """Write the member's answer."""
    async with database.session() as session:
        own = await invitees.find(session, 1, 1)
        assert own is not None
        own.answer, own.answered_sequence = given, 1
        own.waiting_since = NOW if given is Answer.WAITING else None
        await session.commit()


async def change(database: Database, **fields: object) -> None:
    """Change columns of the event."""
    async with database.session() as session:
        (await session.get_one(Event, 1)).sqlmodel_update(fields)
        await session.commit()


async def told(database: Database, kind: NoticeKind, member_id: int = 1) -> str:
    """Return what the member reads of a notice, "" for nothing."""
    notice = Told(member_id, kind, 1, DETAILS.get(kind, {}), NOW)
    async with database.session() as session:
        view = await view_of(session, notice, ENGLISH, BELGRADE)
    return "\n\n".join(accept(view)) if view else ""


@pytest.mark.parametrize(
    ("kind", "given", "begins"),
    [
        (NoticeKind.INVITATION, Answer.NONE, "📨 A colleague of your unit cannot come and suggests you."),
        (NoticeKind.CHANGE, Answer.YES, "🔄 Changed: Visit of the Example\n\nPlace\nBefore: Hall 1\nNow: Hall 2"),
        (NoticeKind.PROMOTION, Answer.YES, "🎉 A seat has become free"),
        (NoticeKind.ANSWERED_FOR, Answer.NO, "The coordinator has answered for you to Visit of the Example."),
        (NoticeKind.BEFORE_START, Answer.YES, "⏰ In 111 days: Visit of the Example"),
        (NoticeKind.ANSWER_DUE, Answer.NONE, "❓ You have not answered"),
        (NoticeKind.TASK_DUE, Answer.YES, "☑️ To be done before Visit of the Example:"),
        (NoticeKind.THANKS, Answer.YES, "🙏 Thank you"),
    ],
)
async def test_each_notice_has_its_message(invited: Database, kind: NoticeKind, given: Answer, begins: str) -> None:
    await answer(invited, given)
    assert (await told(invited, kind)).startswith(begins)


async def test_a_cancellation_is_told_of_a_cancelled_event_alone(invited: Database) -> None:
    assert await told(invited, NoticeKind.CANCELLATION) == ""
    await change(invited, state=EventState.CANCELLED, cancel_reason="Snow")
    assert "Reason: Snow" in await told(invited, NoticeKind.CANCELLATION)
    assert [await told(invited, kind) for kind in MESSAGES if kind is not NoticeKind.CANCELLATION] == [""] * 8


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (NoticeKind.PROMOTION, Answer.NO),
        (NoticeKind.BEFORE_START, Answer.NO),
        (NoticeKind.ANSWER_DUE, Answer.YES),
        (NoticeKind.THANKS, Answer.MAYBE),
    ],
)
async def test_what_an_answer_has_made_idle_is_not_said(invited: Database, kind: NoticeKind, given: Answer) -> None:
    await answer(invited, given)
    assert await told(invited, kind) == ""


async def test_a_task_that_was_ticked_meanwhile_is_not_reminded_of(invited: Database) -> None:
    async with invited.session() as session:
        session.add(ChecklistMark(item_id=1, member_id=1, done_at=NOW))
        await session.commit()
    assert await told(invited, NoticeKind.TASK_DUE) == ""


async def test_nobody_reads_of_an_event_they_are_not_invited_to(invited: Database) -> None:
    await add(invited, 8, Held(Role.COORDINATOR))
    assert await told(invited, NoticeKind.INVITATION, 2) == ""


async def test_who_is_not_invited_any_more_is_told_so_without_a_way_back(invited: Database) -> None:
    assert await told(invited, NoticeKind.UNINVITED) == ""
    async with invited.session() as session:
        own = await invitees.find(session, 1, 1)
        await session.delete(own)
        await session.commit()
    text = await told(invited, NoticeKind.UNINVITED)
    assert text.startswith("Your invitation to Visit of the Example was taken back.\n\nMonday, 15 March 2027")
    await change(invited, state=EventState.CANCELLED, cancel_reason="Snow")
    assert await told(invited, NoticeKind.UNINVITED) == ""


async def test_a_follow_up_is_told_to_its_owner_until_it_is_done(invited: Database) -> None:
    async with invited.session() as session:
        session.add(FollowUp(member_id=1, text="reply", due_at=NOW, created_at=NOW))
        await session.commit()

    async def read(member_id: int) -> bool:
        notice = Told(member_id, NoticeKind.FOLLOW_UP, None, {"follow_up": 1}, NOW)
        async with invited.session() as session:
            return await view_of(session, notice, ENGLISH, BELGRADE) is not None

    assert (await read(1), await read(2)) == (True, False)
    async with invited.session() as session:
        (await session.get_one(FollowUp, 1)).done_at = NOW + dt.timedelta(hours=1)
        await session.commit()
    assert not await read(1)
