"""Events planned in the chat: drafted, published, changed, cancelled; and calendar files taken in."""

import pytest
from sqlmodel import select

from bot.callbacks import (
    BeginEvent,
    CancelEvent,
    DiscardDraft,
    InviteCountry,
    PickDay,
    PreviewEvent,
    PublishEvent,
    SetField,
    ShowPlan,
)
from bot.callbacks.event_audience import ShowAudience
from bot.database import Database
from bot.models import Event, EventChange, EventState, EventText, Invitee
from tests.chat import Message, Person

FILE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1@example.org
SUMMARY:Visit of the Example
DTSTART;TZID=Asia/Tbilisi:20270315T093000
DTEND;TZID=Asia/Tbilisi:20270315T123000
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n").encode()


async def set_field(planner: Person, message: Message, field: str, typed: str) -> Message:
    """Press the button of a field and type its value; return the plan as it is then."""
    await planner.forges(message, SetField(1, field).pack())
    return await planner.asks(typed)


async def drafted(planner: Person) -> Message:
    """Make a draft that is ready to be published; return the plan."""
    kinds = await planner.asks("/newevent")
    plan, _ = await planner.presses(kinds, BeginEvent("study_visit").pack())
    for field, typed in (
        ("host_country", "Georgia"),
        ("title", "Visit of the Example\nBring slides."),
        ("times", "15 March 2027 9:30-12:30"),
        ("venue", "House of the Example\nExample Street 1"),
        ("answer_by", "1 March 2027"),
        ("capacity", "2"),
    ):
        plan = await set_field(planner, plan, field, typed)
    audience, _ = await planner.presses(plan, ShowAudience(1).pack())
    audience, _ = await planner.presses(audience, InviteCountry(1, "RS", invited=True).pack())
    plan, _ = await planner.presses(audience, ShowPlan(1).pack())
    return plan


async def event_of(database: Database) -> Event:
    """Return the event."""
    async with database.session() as session:
        return await session.get_one(Event, 1)


async def test_a_draft_says_what_it_has_and_what_it_lacks(planner: Person) -> None:
    kinds = await planner.asks("/newevent")
    plan, _ = await planner.presses(kinds, BeginEvent("study_visit").pack())
    assert "⚠️ Still missing: a title." in plan["text"]
    plan = await set_field(planner, plan, "title", "Visit of the Example")
    assert "📝 Draft: Visit of the Example" in plan["text"]
    assert "Still missing: a title." not in plan["text"]


async def test_a_typed_time_is_that_of_the_venue(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    event = await event_of(database)
    assert (event.zone, f"{event.start:%d %H:%M}", f"{event.end:%d %H:%M}") == ("Asia/Tbilisi", "15 09:30", "15 12:30")
    assert f"{event.answer_by:%m-%d %H:%M}" == "03-01 13:00"
    assert "Monday, 15 March 2027, 09:30–12:30, time in Tbilisi" in plan["text"]


async def test_a_draft_is_previewed_published_and_then_invites(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    assert "Invited would be: 1 person." in plan["text"]
    await planner.presses(plan, PreviewEvent(1, "en").pack())
    assert "Bring slides." in planner.persona.messages()[-1]["text"]
    question, _ = await planner.presses(plan, PublishEvent(1, confirmed=False).pack())
    assert question["text"] == "Invite 1 person now?"
    done, _ = await planner.presses(question, PublishEvent(1, confirmed=True).pack())
    assert done["text"] == "1 person is invited."
    async with database.session() as session:
        assert len((await session.exec(select(Invitee))).all()) == 1


async def test_what_is_not_ready_is_not_published_by_a_forged_button(planner: Person, database: Database) -> None:
    kinds = await planner.asks("/newevent")
    plan, _ = await planner.presses(kinds, BeginEvent("meeting").pack())
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    assert (await event_of(database)).state is EventState.DRAFT


async def test_a_day_is_chosen_in_the_calendar_and_its_hours_typed(planner: Person, database: Database) -> None:
    kinds = await planner.asks("/newevent")
    plan, _ = await planner.presses(kinds, BeginEvent("meeting").pack())
    question, _ = await planner.presses(plan, SetField(1, "times").pack())
    november, _ = await planner.presses(question, PickDay(1, "2026-11").pack())
    assert november["text"].startswith("11/2026")
    december, _ = await planner.presses(november, PickDay(1, "2026-12").pack())
    await planner.presses(december, PickDay(1, "2026-12-14").pack())
    await planner.asks("9:30-12:00")
    event = await event_of(database)
    assert (f"{event.start:%Y-%m-%d %H:%M}", f"{event.end:%H:%M}") == ("2026-12-14 09:30", "12:00")


@pytest.mark.parametrize(
    ("field", "typed", "text"),
    [
        ("link", "http://example.org", "A link must begin with https://."),
        ("capacity", "many", "This number is not possible."),
        ("host_country", "Atlantis", "This is not one of the seven countries."),
        ("times", "blue", "I do not understand this time."),
        ("times", "3/4 9:00", "This can mean several times."),
        ("times", "1.1.2020 9:00-10:00", "This time has passed."),
        ("title", "-", "This must not be empty."),
        ("leads", "soon", "Please write reminders as 14d 1d 2h."),
    ],
)
async def test_what_is_not_taken_is_explained_and_can_be_typed_again(
    planner: Person, database: Database, field: str, typed: str, text: str
) -> None:
    kinds = await planner.asks("/newevent")
    plan, _ = await planner.presses(kinds, BeginEvent("meeting").pack())
    refusal = await set_field(planner, plan, field, typed)
    assert text in refusal["text"]
    again = await planner.asks("-" if field not in {"title", "times"} else "15 March 2027 9:30-12:30")
    assert "📝 Draft" in again["text"]


async def test_a_draft_waits_and_is_found_again(planner: Person) -> None:
    await drafted(planner)
    again = await planner.asks("/newevent")
    plan, _ = await planner.presses(again, ShowPlan(1).pack())
    assert "📝 Draft: Visit of the Example" in plan["text"]


async def test_a_draft_is_deleted_after_a_question(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    question, _ = await planner.presses(plan, DiscardDraft(1, confirmed=False).pack())
    await planner.presses(question, DiscardDraft(1, confirmed=True).pack())
    async with database.session() as session:
        assert (await session.exec(select(Event))).all() == []


async def test_a_field_of_a_published_event_is_a_change_that_is_told(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    changed = await set_field(planner, plan, "times", "29 March 2027 9:30-12:30")
    assert "✏️ Change: Visit of the Example" in changed["text"]
    async with database.session() as session:
        (row,) = (await session.exec(select(EventChange))).all()
    assert (row.field, row.sequence) == ("times", 1)
    assert (await event_of(database)).confirm_sequence == 1


async def test_the_phone_of_a_venue_is_asked_about_before_it_is_published(planner: Person) -> None:
    plan = await set_field(planner, await drafted(planner), "venue", "House of the Example\nvenue@example.org")
    assert "Personal data must not be typed here." not in plan["text"]
    question, _ = await planner.presses(plan, PublishEvent(1, confirmed=False).pack())
    assert question["text"].startswith("It seems to hold personal data: an e-mail address.")
    done, _ = await planner.presses(question, PublishEvent(1, confirmed=True).pack())
    assert done["text"] == "1 person is invited."


async def test_personal_data_is_not_told_at_once_as_a_change(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    answer = await set_field(planner, plan, "venue", "House of the Example\nvenue@example.org")
    assert answer["text"].startswith("Personal data must not be typed here.")
    assert (await event_of(database)).venue == "House of the Example"


async def test_an_event_is_cancelled_for_a_reason(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    await planner.forges(plan, CancelEvent(1).pack())
    await planner.asks("Snow on the roads")
    event = await event_of(database)
    assert (event.state, event.cancel_reason) == (EventState.CANCELLED, "Snow on the roads")


async def test_a_calendar_file_becomes_a_draft(planner: Person, database: Database) -> None:
    (answer,) = await planner.sends("document", FILE, name="visit.ics")
    assert answer["text"] == "1 draft was made."
    async with database.session() as session:
        assert (await session.get_one(EventText, (1, "en"))).title == "Visit of the Example"
    assert (await event_of(database)).zone == "Asia/Tbilisi"


@pytest.mark.parametrize("content", [b"no calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
async def test_a_file_that_is_no_calendar_is_refused(planner: Person, content: bytes) -> None:
    (answer,) = await planner.sends("document", content, name="visit.ics")
    assert answer["text"] == "I cannot read this calendar file."


async def test_officers_plan_nothing_by_forged_buttons(planner: Person, officer: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, SetField(1, "title").pack())
    pressed = await officer.asks("/events")
    for route in (ShowPlan(1), SetField(1, "title"), DiscardDraft(1, confirmed=True), PublishEvent(1, confirmed=True)):
        await officer.forges(pressed, route.pack())
    assert (await event_of(database)).state is EventState.DRAFT
    assert "Visit of the Example" not in officer.messages_text()


@pytest.mark.parametrize("data", ["eb:party", "es:1:state", "ed:1:2026-13", "ed:1:x", "eu:1:XX:1", "ew:1:en"])
async def test_forged_buttons_are_out_of_date(planner: Person, data: str) -> None:
    kinds = await planner.asks("/newevent")
    plan, _ = await planner.presses(kinds, BeginEvent("meeting").pack())
    assert "out of date" in (await planner.forges(plan, data))["text"]
