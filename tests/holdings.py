"""People for tests that something is held about, in every holding there is."""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import (
    AccessRequest,
    Aspect,
    AwaitedText,
    Broadcast,
    BroadcastReceiver,
    BroadcastState,
    Channel,
    ChecklistItem,
    ChecklistMark,
    ContactCorrection,
    ContactPoint,
    CorrectionState,
    Delivery,
    DeliveryState,
    Event,
    EventKind,
    FailedAttempt,
    Feedback,
    FollowUp,
    Function,
    Invitation,
    InvitationRole,
    Invitee,
    PersonalLead,
    Priority,
    Question,
    Rating,
    Redemption,
    RequestState,
    Role,
    Task,
    Unit,
)
from bot.services import audit
from bot.services.holdings import DataSubject
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.members import KEY, add

OFFICER = Held(Role.OFFICER)
NAME = "Somebody Unknown"
UNIT = "Unit of the tests"


def person(member_id: int | None, chat_id: int) -> DataSubject:
    """Return somebody of the tests' installation."""
    return DataSubject(member_id, Channel.TELEGRAM, chat_id, KEY)


async def add_with_everything(database: Database, chat_id: int, now: dt.datetime = NOW) -> DataSubject:
    """Make a member that every holding has one row about, but for the audit log, which has two."""
    member_id = await add(database, chat_id, OFFICER, country="RS")
    found = person(member_id, chat_id)
    async with database.session() as session:
        session.add(question(chat_id, now))
        session.add(Feedback(member_id=member_id, article_id="hot-pursuit", locale="sr", helpful=True, given_at=now))
        session.add(AwaitedText(member_id=member_id, subject="unit", details={}, asked_at=now))
        session.add(delivery(member_id, now))
        await _add_enrolment(session, found, now)
        await _add_contacts(session, found, now)
        await _add_broadcast(session, member_id, now)
        await _add_events(session, member_id, now)
        for action in (audit.Action.CONTACT_VIEWED, audit.Action.ACCESS_APPROVED):
            named = {"member": found.pseudonym} if action is audit.Action.ACCESS_APPROVED else {}
            actor = audit.CLI if named else str(found.pseudonym)
            await audit.record(session, audit.Entry(actor, action, "request:1", named), now)
        await session.commit()
    return found


def question(chat_id: int, asked_at: dt.datetime, message_id: int = 1) -> Question:
    """Return the record of a question."""
    return Question(
        channel=Channel.TELEGRAM,
        chat_id=chat_id,
        message_id=message_id,
        answer_message_id=message_id + 1,
        outcome="answer",
        article_id="hot-pursuit",
        locale="sr",
        asked_at=asked_at,
    )


def delivery(member_id: int, now: dt.datetime) -> Delivery:
    """Return a message that was sent."""
    return Delivery(
        key=f"test:{member_id}",
        member_id=member_id,
        kind="test",
        payload={},
        priority=Priority.PERSONAL,
        due_at=now,
        state=DeliveryState.SENT,
        ended_at=now,
    )


async def _add_enrolment(session: AsyncSession, subject: DataSubject, now: dt.datetime) -> None:
    """Add an invitation that somebody made and used, and a request that they made and decided."""
    assert subject.member_id is not None
    invitation = Invitation(
        token_hash=subject.hash, created_by=subject.member_id, created_at=now, expires_at=now, uses_left=1
    )
    session.add(invitation)
    await session.flush()
    assert invitation.id is not None
    foreign = Invitation(token_hash=subject.hash[::-1], created_at=now, expires_at=now, uses_left=1)
    session.add(foreign)
    await session.flush()
    assert foreign.id is not None
    session.add(InvitationRole(invitation_id=invitation.id, role=Role.OFFICER))
    session.add(Redemption(invitation_id=foreign.id, person_hash=subject.hash))
    session.add(FailedAttempt(person_hash=subject.hash, at=now))
    asked = AccessRequest(member_id=subject.member_id, unit=UNIT, locale="sr", country="RS", asked_at=now)
    asked.state, asked.decided_by, asked.decided_at = RequestState.APPROVED, subject.member_id, now
    session.add(asked)


async def _add_contacts(session: AsyncSession, subject: DataSubject, now: dt.datetime) -> None:
    """Add a contact point that somebody owns, and a correction of it that they proposed and decided."""
    unit = Unit(key=f"u{subject.chat_id}", country="RS", name="U", zone="Europe/Belgrade", holiday_calendar="RS")
    session.add(unit)
    await session.flush()
    point = ContactPoint(unit_id=unit.id or 0, function=Function.NCB, owner_id=subject.member_id)
    session.add(point)
    await session.flush()
    session.add(
        ContactCorrection(
            contact_point_id=point.id or 0,
            column="notes",
            old_text="a",
            new_text="b",
            state=CorrectionState.APPROVED,
            proposed_by=subject.member_id,
            proposed_at=now,
            decided_by=subject.member_id,
            decided_at=now,
        )
    )


async def _add_broadcast(session: AsyncSession, member_id: int, now: dt.datetime) -> None:
    """Add a broadcast that somebody wrote, approved and received."""
    broadcast = Broadcast(state=BroadcastState.DONE, author_id=member_id, approved_by=member_id, created_at=now)
    broadcast.confirmed_at = broadcast.started_at = now
    session.add(broadcast)
    await session.flush()
    session.add(BroadcastReceiver(broadcast_id=broadcast.id or 0, member_id=member_id, country="RS", locale="sr"))


async def _add_events(session: AsyncSession, member_id: int, now: dt.datetime) -> None:
    """Add an event that somebody planned, was invited to and did everything for."""
    event = Event(kind=EventKind.MEETING, created_by=member_id, created_at=now)
    session.add(event)
    await session.flush()
    item = ChecklistItem(event_id=event.id or 0, task=Task.PASSPORT, due_at=now)
    session.add_all(
        [
            item,
            Invitee(event_id=event.id or 0, member_id=member_id, nominated_by=member_id, invited_at=now),
            Rating(event_id=event.id or 0, member_id=member_id, aspect=Aspect.CONTENT, stars=5, given_at=now),
            FollowUp(member_id=member_id, text="answer from the NCB", due_at=now, created_at=now),
            PersonalLead(member_id=member_id, lead="3d"),
        ]
    )
    await session.flush()
    session.add(ChecklistMark(item_id=item.id or 0, member_id=member_id, done_at=now))
