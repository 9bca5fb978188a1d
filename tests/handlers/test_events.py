"""Events in the chat: seen, answered, ticked, noted, taken into a calendar; and what their coordinators see."""

import pytest
from sqlmodel import select

from bot.callbacks import (
    AnswerEvent,
    AnswerFor,
    ExportAnswers,
    NominateColleague,
    RateEvent,
    RemindAgain,
    SendCalendar,
    ShowEvent,
    ShowParticipants,
    TickItem,
    WriteNote,
)
from bot.database import Database
from bot.gateway.cast import CAST
from bot.models import Channel, ChecklistItem, Event, EventState, Grant, Invitee, Member, Role, Task
from tests.chat import Message, Person, Room
from tests.conftest import NOW
from tests.outbox import event, store

COORDINATOR, TBILISI = "coordinator-budapest", "officer-tbilisi"


@pytest.fixture
async def invited(room: Room, database: Database) -> dict[str, int]:
    """An event with one seat and one item; numbers of the invitations of an administrator and an officer."""
    numbers = {}
    async with database.session() as session:
        for key in ("administrator", TBILISI):
            user_id = next(profile.user_id for profile in CAST if profile.key == key)
            member = (await session.exec(select(Member).where(Member.chat_id == user_id))).one()
            numbers[key] = member.id or 0
    _event, *invitations = await store(database, event(capacity=1), list(numbers.values()))
    async with database.session() as session:
        session.add(ChecklistItem(event_id=1, task=Task.PASSPORT, due_at=NOW))
        await session.commit()
    return dict(zip(numbers, invitations, strict=True))


async def answer_of(database: Database, invitee_id: int) -> str:
    """Return what somebody has answered."""
    async with database.session() as session:
        return str((await session.get_one(Invitee, invitee_id)).answer)


async def card(person: Person) -> Message:
    """Open the event by the list."""
    listing = await person.asks("/events")
    message, _ = await person.presses(listing, ShowEvent(1).pack())
    return message


async def test_without_invitations_the_list_is_empty(administrator: Person) -> None:
    assert (await administrator.asks("/events"))["text"] == "No events are coming that you are invited to."
    assert "Nothing is planned." in (await administrator.asks("/agenda"))["text"]


async def test_an_event_is_listed_opened_and_answered(
    invited: dict[str, int], administrator: Person, database: Database
) -> None:
    message = await card(administrator)
    assert "Monday, 15 March 2027, 09:30–12:30, time in Tbilisi" in message["text"]
    answered, _ = await administrator.presses(message, AnswerEvent(1, "yes").pack())
    assert "✅ You said that you will come." in answered["text"]
    assert await answer_of(database, invited["administrator"]) == "yes"


async def test_the_second_who_comes_hears_their_place(
    invited: dict[str, int], room: Room, administrator: Person
) -> None:
    officer = room.person(TBILISI)
    await officer.presses(await card(officer), AnswerEvent(1, "yes").pack())
    answered, _ = await administrator.presses(await card(administrator), AnswerEvent(1, "yes").pack())
    assert "You are number 1 on the waiting list." in answered["text"]


async def test_a_forged_answer_is_an_old_button(
    invited: dict[str, int], administrator: Person, database: Database
) -> None:
    notice = await administrator.forges(await card(administrator), "ea:1:waiting")
    assert "out of date" in notice["text"]
    assert await answer_of(database, invited["administrator"]) == "none"


async def test_an_event_of_others_is_gone_for_who_is_not_invited(invited: dict[str, int], room: Room) -> None:
    stranger_to_it = room.person("officer-belgrade")
    listing = await stranger_to_it.asks("/events")
    for route in (ShowEvent(1), AnswerEvent(1, "yes"), SendCalendar(1), ShowParticipants(1), TickItem(1, done=True)):
        await stranger_to_it.forges(listing, route.pack())
    assert "Visit of the Example" not in stranger_to_it.messages_text()


async def test_a_tick_is_shown_on_the_card(invited: dict[str, int], administrator: Person) -> None:
    message = await card(administrator)
    ticked, _ = await administrator.presses(message, TickItem(1, done=True).pack())
    assert "✅ Passport valid for six more months" in ticked["text"]
    unticked, _ = await administrator.presses(ticked, TickItem(1, done=False).pack())
    assert "⬜ Passport valid for six more months" in unticked["text"]


async def test_a_note_is_asked_for_and_kept(invited: dict[str, int], administrator: Person) -> None:
    message = await card(administrator)
    await administrator.presses(message, WriteNote(1).pack())
    assert (await administrator.asks("I come by train"))["text"] == "Your note is with the coordinator."
    assert "Your note: I come by train" in (await card(administrator))["text"]


async def test_a_note_that_is_too_long_is_asked_for_again(invited: dict[str, int], administrator: Person) -> None:
    await administrator.presses(await card(administrator), WriteNote(1).pack())
    assert "longer than 300 characters" in (await administrator.asks("x" * 301))["text"]
    kept = await administrator.asks("I come by train")
    shown, _ = await administrator.presses(kept, ShowEvent(1).pack())
    assert "Your note: I come by train" in shown["text"]


async def test_a_note_to_an_event_that_was_cancelled_meanwhile_says_so(
    invited: dict[str, int], administrator: Person, database: Database
) -> None:
    await administrator.presses(await card(administrator), WriteNote(1).pack())
    async with database.session() as session:
        (await session.get_one(Event, 1)).state = EventState.CANCELLED
        await session.commit()
    assert (await administrator.asks("I come by train"))["text"] == "This event was cancelled."


async def test_a_colleague_is_sent_instead(invited: dict[str, int], room: Room, database: Database) -> None:
    officer = room.person(TBILISI)
    async with database.session() as session:
        own = await session.get_one(Invitee, invited[TBILISI])
        colleague = Member(channel=Channel.TELEGRAM, chat_id=600_000, created_at=NOW, country="GE", unit="Demo unit")
        session.add(colleague)
        await session.flush()
        session.add(Grant(member_id=colleague.id or 0, role=Role.OFFICER, granted_at=NOW))
        await session.commit()
    question, _ = await officer.presses(await card(officer), NominateColleague(1).pack())
    _, notice = await officer.presses(question, NominateColleague(1, colleague.id).pack())
    assert notice["text"]
    assert await answer_of(database, own.id or 0) == "no"
    async with database.session() as session:
        nominee = (await session.exec(select(Invitee).where(Invitee.member_id == colleague.id))).one()
    assert nominee.nominated_by == own.member_id


async def test_the_calendar_file_comes_as_a_document(invited: dict[str, int], administrator: Person) -> None:
    message = await card(administrator)
    await administrator.presses(message, SendCalendar(1).pack())
    assert administrator.persona.messages()[-1]["document"]["file_name"] == "event-1-2027-03-15.ics"


async def test_ones_own_calendar_needs_an_answer(invited: dict[str, int], administrator: Person) -> None:
    listing = await administrator.asks("/events")
    _, notice = await administrator.presses(listing, SendCalendar().pack())
    assert notice["text"] == "This event is no longer here."
    await administrator.presses(await card(administrator), AnswerEvent(1, "maybe").pack())
    await administrator.presses(await administrator.asks("/events"), SendCalendar().pack())
    assert administrator.persona.messages()[-1]["document"]["file_name"] == "events.ics"


async def test_a_reminder_is_put_off(invited: dict[str, int], administrator: Person) -> None:
    notice = await administrator.forges(await card(administrator), RemindAgain(1, 3).pack())
    assert notice["text"] == "I will remind you on 24 November 2026, 12:00."


async def test_the_coordinator_sees_answers_for_somebody_and_takes_the_list_along(
    invited: dict[str, int], room: Room, database: Database
) -> None:
    coordinator = room.person(COORDINATOR)
    message = await card(coordinator)
    listing, _ = await coordinator.presses(message, ShowParticipants(1).pack())
    person, _ = await coordinator.presses(listing, AnswerFor(invited[TBILISI]).pack())
    await coordinator.presses(person, AnswerFor(invited[TBILISI], "yes").pack())
    assert await answer_of(database, invited[TBILISI]) == "yes"
    await coordinator.forges(listing, ExportAnswers(1, "xlsx").pack())
    assert coordinator.persona.messages()[-1]["document"]["file_name"] == "event-1-answers.xlsx"


async def test_an_officer_cannot_answer_for_others_by_a_forged_button(
    invited: dict[str, int], room: Room, database: Database
) -> None:
    officer = room.person(TBILISI)
    message = await card(officer)
    for route in (AnswerFor(invited["administrator"], "no"), ShowParticipants(1), ExportAnswers(1, "csv")):
        await officer.forges(message, route.pack())
    assert await answer_of(database, invited["administrator"]) == "none"
    assert not any("document" in message for message in officer.persona.messages())


async def test_an_event_is_rated_when_it_is_over(
    invited: dict[str, int], administrator: Person, database: Database
) -> None:
    message = await card(administrator)
    await administrator.presses(message, AnswerEvent(1, "yes").pack())
    early = await administrator.forges(message, RateEvent(1, "content", 5).pack())
    assert early["text"] == "You can rate an event when it is over."
    async with database.session() as session:
        held = await session.get_one(Event, 1)
        held.ends_at = held.over_at = NOW
        held.starts_at = NOW.replace(hour=1)
        await session.commit()
    notice = await administrator.forges(message, RateEvent(1, "content", 5).pack())
    assert notice["text"] == "Thank you."


async def test_a_cancelled_event_takes_no_answers(
    invited: dict[str, int], administrator: Person, database: Database
) -> None:
    message = await card(administrator)
    async with database.session() as session:
        (await session.get_one(Event, 1)).state = EventState.CANCELLED
        await session.commit()
    notice = await administrator.forges(message, AnswerEvent(1, "yes").pack())
    assert notice["text"] == "This event was cancelled."
