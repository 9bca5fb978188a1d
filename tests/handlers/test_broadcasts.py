"""A coordinator puts a broadcast together in the chat, sends it, and steers it."""

import dataclasses

import pytest
from sqlmodel import select

from bot.callbacks.broadcasts import DraftStep, EditDraft, RunDeed, SteerBroadcast
from bot.database import Database
from bot.models import AuditRecord, Broadcast, BroadcastReceiver, BroadcastState, BroadcastText, Role
from bot.services.broadcasts.outbox import Kind, Outcome
from bot.services.permissions import Held
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import change
from tests.chat import Message, Person, Room, labels
from tests.members import add, member_of, recorded
from tests.outbox import event, store

BUDAPEST, BELGRADE = 555_004, 555_002
MEMBERS = 6
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture
async def coordinator(room: Room, database: Database) -> Person:
    """A coordinator of the network who reads English."""
    await change(database, BUDAPEST, locale="en")
    return room.person("coordinator-budapest")


@pytest.fixture
def outbox(room: Room) -> FakeOutbox:
    """What would be delivered."""
    found = room.application.bot_data["assistant"].broadcast_outbox
    assert isinstance(found, FakeOutbox)
    return found


async def press(person: Person, message: Message, *buttons: str) -> Message:
    """Press buttons one after the other; return what is shown then."""
    for label in buttons:
        message, _ = await person.presses(message, label)
    return message


async def with_text(person: Person, text: str = "Room 7 is moved.") -> Message:
    """Begin a draft with an English text; return what follows."""
    await press(person, await person.asks("/broadcast"), "Texts", "English")
    return await person.asks(text)


async def sent(person: Person) -> Message:
    """Send a broadcast to everybody; return the message that shows how far it is."""
    return await press(person, await with_text(person), "Check and send", f"Send to {MEMBERS} members")


async def state_of(database: Database) -> BroadcastState:
    """Return where the one broadcast stands."""
    async with database.session() as session:
        return BroadcastState((await session.exec(select(Broadcast.state))).one())


def last_text(person: Person) -> str:
    """Return the newest message of a chat."""
    return str(person.persona.messages()[-1]["text"])


async def test_a_broadcast_is_written_checked_and_sent(
    coordinator: Person, database: Database, outbox: FakeOutbox
) -> None:
    draft = await coordinator.asks("/broadcast")
    assert "The text in English is missing" in draft["text"]
    assert "Check and send" not in labels(draft)
    ready = await with_text(coordinator)
    assert "Texts: English" in ready["text"]
    check = await press(coordinator, ready, "Check and send")
    assert check["text"].startswith("Send this broadcast?")
    shown = await press(coordinator, check, "Send to 6 members")
    assert shown["text"].startswith("Broadcast 1: being sent")
    assert len(outbox.receivers(Kind.MESSAGE)) == MEMBERS
    assert await recorded(database) == ["broadcast_confirmed"]


async def test_a_draft_goes_on_where_it_was_left(coordinator: Person) -> None:
    await with_text(coordinator)
    assert "Texts: English" in (await coordinator.asks("/broadcast"))["text"]


async def test_a_second_press_sends_nothing_twice(coordinator: Person, outbox: FakeOutbox) -> None:
    check = await press(coordinator, await with_text(coordinator), "Check and send")
    await press(coordinator, check, "Send to 6 members")
    await coordinator.forges(check, "bc:1:6")
    assert last_text(coordinator).startswith("This broadcast was confirmed already.")
    assert [order.kind for order in outbox.orders] == [Kind.MESSAGE]


async def test_another_number_of_receivers_is_asked_again(
    coordinator: Person, database: Database, outbox: FakeOutbox
) -> None:
    check = await press(coordinator, await with_text(coordinator), "Check and send")
    await add(database, 7, Held(Role.OFFICER))
    await press(coordinator, check, "Send to 6 members")
    assert last_text(coordinator).startswith("Meanwhile the number of receivers has changed")
    assert outbox.orders == []


async def test_a_public_phone_is_asked_about_and_not_deleted(coordinator: Person, database: Database) -> None:
    shown = await with_text(coordinator, "Call the venue: +36 1 555 0123")
    assert "This text seems to hold: a phone number" in shown["text"]
    assert any("+36 1 555 0123" in message.get("text", "") for message in coordinator.persona.messages())
    assert "Check and send" not in labels(await coordinator.asks("/broadcast"))
    await press(coordinator, shown, "It is public, keep it")
    assert "Check and send" in labels(await coordinator.asks("/broadcast"))


async def test_personal_data_that_nobody_asked_for_is_deleted_as_ever(coordinator: Person) -> None:
    await with_text(coordinator)
    assert (await coordinator.asks("Call: +36 1 555 0123"))["text"].startswith("Personal data must not be typed here.")


async def test_a_command_with_personal_data_is_no_text(coordinator: Person) -> None:
    await press(coordinator, await coordinator.asks("/broadcast"), "Texts", "English")
    assert (await coordinator.asks("/term +36 1 555 0123"))["text"].startswith("Personal data must not be typed")


async def test_a_text_that_is_too_long_is_asked_for_again(coordinator: Person) -> None:
    await press(coordinator, await coordinator.asks("/broadcast"), "Texts", "English")
    assert (await coordinator.asks("x" * 4000))["text"].startswith("This text is too long")
    assert "Texts: English" in (await coordinator.asks("Short."))["text"]


async def test_texts_are_opened_changed_and_deleted(coordinator: Person, database: Database) -> None:
    ready = await with_text(coordinator)
    await press(coordinator, ready, "Texts", "Srpski" if "Srpski" in labels(ready) else "Српски")
    ready = await coordinator.asks("Соба 7.")
    texts = await press(
        coordinator, ready, "Texts", "✓ Српски", "Also for those without a text of their own", "« Texts"
    )
    assert "gets: Српски" in texts["text"]
    await press(coordinator, texts, "✓ Српски", "Delete this text")
    async with database.session() as session:
        assert (await session.exec(select(BroadcastText.locale))).all() == ["en"]
        assert (await session.exec(select(Broadcast.fallback_locale))).one() == "en"


async def test_the_preview_is_what_receivers_get(coordinator: Person) -> None:
    preview = await press(coordinator, await with_text(coordinator, "<b>1 & 2</b>"), "Preview")
    await coordinator.presses(preview, "English")
    shown = coordinator.persona.messages()[-1]
    assert shown["text"] == "Message from the coordinators\n\n<b>1 & 2</b>"
    _, answer = await coordinator.presses(shown, "I have read it")
    assert answer["text"].startswith("This was not sent to you")


async def test_the_audience_is_chosen_by_turning_values(coordinator: Person, outbox: FakeOutbox) -> None:
    ready = await with_text(coordinator)
    countries = await press(coordinator, ready, "Audience", "Countries")
    assert "Serbia (1)" in labels(countries)
    shown = await press(coordinator, countries, "Serbia (1)", "« Audience")
    assert "Only: Serbia" in shown["text"]
    card = await press(coordinator, shown, "« Draft", "Check and send", "Send to 1 member")
    assert "1 receiver" in card["text"]
    assert len(outbox.receivers(Kind.MESSAGE)) == 1


async def test_everybody_is_chosen_again(coordinator: Person) -> None:
    shown = await press(coordinator, await coordinator.asks("/broadcast"), "Audience", "Roles", "Translator (1)")
    shown = await press(coordinator, shown, "✓ Translator (1)", "« Audience")
    assert "Left out: Translator" in shown["text"]
    assert "6 members get it" in (await press(coordinator, shown, "Everybody I may write to"))["text"]


async def test_a_file_is_attached_previewed_and_taken_off(coordinator: Person) -> None:
    ready = await with_text(coordinator)
    await press(coordinator, ready, "Attachment")
    (ready,) = await coordinator.sends("document", b"plan")
    assert "Attachment: case.document" in ready["text"]
    await press(coordinator, await press(coordinator, ready, "Preview"), "English")
    shown = coordinator.persona.messages()[-1]
    assert shown["document"]["file_name"] == "case.document"
    assert shown["caption"].endswith("Room 7 is moved.")
    ready = await press(coordinator, ready, "« Draft", "Attachment", "Without a file")
    assert "Attachment:" not in ready["text"]


async def test_a_photo_is_attached(coordinator: Person, database: Database) -> None:
    await press(coordinator, await with_text(coordinator), "Attachment")
    (ready,) = await coordinator.sends("photo", PNG)
    assert "Attachment: a photo" in ready["text"]


async def test_a_file_that_nobody_asked_for_changes_nothing(coordinator: Person, database: Database) -> None:
    await press(coordinator, await coordinator.asks("/broadcast"), "Texts", "English")
    await coordinator.sends("document", b"plan")
    assert "Texts: English" in (await coordinator.asks("Room 7 is moved."))["text"]
    async with database.session() as session:
        assert (await session.exec(select(Broadcast.file_id))).one() is None


async def test_it_is_scheduled_in_the_authors_zone(coordinator: Person, database: Database, outbox: FakeOutbox) -> None:
    await press(coordinator, await with_text(coordinator), "When")
    ready = await coordinator.asks("tomorrow 8:30")
    assert "Sent on 25 November 2026, 08:30 (Europe/Budapest)" in ready["text"]
    await press(coordinator, ready, "Check and send", "Send to 6 members")
    assert await state_of(database) is BroadcastState.SCHEDULED
    assert outbox.orders[0].due_at.isoformat() == "2026-11-25T07:30:00+00:00"


async def test_what_means_several_times_is_asked_back(coordinator: Person) -> None:
    await press(coordinator, await with_text(coordinator), "When")
    choice = await coordinator.asks("tomorrow at 5")
    assert choice["text"] == "Which one do you mean?"
    ready = await press(coordinator, choice, "25 November 2026, 17:00")
    assert "Sent on 25 November 2026, 17:00" in ready["text"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("soonish", "I do not understand this"),
        ("tomorrow", "I do not understand this"),
        ("31 June 8:30", "There is no such day"),
        ("1 January 2026 8:30", "This time has passed already"),
    ],
)
async def test_what_is_no_time_is_asked_for_again(coordinator: Person, typed: str, told: str) -> None:
    await press(coordinator, await with_text(coordinator), "When")
    assert (await coordinator.asks(typed))["text"].startswith(told)
    assert "25 November 2026, 08:30" in (await coordinator.asks("tomorrow 8:30"))["text"]


async def test_urgency_and_sending_at_once_are_chosen(coordinator: Person) -> None:
    ready = await press(coordinator, await with_text(coordinator), "Urgent")
    assert "Urgent: also in quiet hours" in ready["text"]
    assert "wakes people" in (await press(coordinator, ready, "Check and send"))["text"]
    ready = await press(
        coordinator, await coordinator.asks("/broadcast"), "Not urgent", "When", "At once, when I confirm"
    )
    assert "Not urgent" in ready["text"]
    assert "To be sent at once" in ready["text"]


async def test_a_draft_is_discarded_after_a_question(coordinator: Person, database: Database) -> None:
    gone = await press(coordinator, await with_text(coordinator), "Discard the draft", "Yes, discard it")
    assert gone["text"].startswith("The draft is gone.")
    async with database.session() as session:
        assert (await session.exec(select(Broadcast))).all() == []


async def test_it_is_paused_resumed_and_cancelled(coordinator: Person, database: Database, outbox: FakeOutbox) -> None:
    card = await press(coordinator, await sent(coordinator), "Pause")
    assert card["text"].startswith("Broadcast 1: paused")
    assert outbox.paused == {"broadcast:1"}
    card = await press(coordinator, card, "Go on", "Cancel")
    assert card["text"].startswith("Send nothing more of this broadcast?")
    card = await press(coordinator, card, "Yes, cancel it")
    assert card["text"].startswith("Broadcast 1: cancelled")
    assert await state_of(database) is BroadcastState.CANCELLED


async def test_the_report_and_its_table_are_shown(coordinator: Person, database: Database, outbox: FakeOutbox) -> None:
    card = await sent(coordinator)
    outbox.end(1, Outcome.FAILED, "bad_request")
    outbox.end_all(Outcome.SENT)
    report = await press(coordinator, card, "Report")
    assert "Serbia · English\n• Sent: 1" in report["text"]
    await press(coordinator, report, "As a table (CSV)")
    assert coordinator.persona.messages()[-1]["document"]["file_name"] == "broadcast-1.csv"
    assert (await recorded(database))[-1] == "export"
    assert "Telegram refused the message: 1" in (await press(coordinator, report, "« Broadcast"))["text"]


async def test_failed_ones_are_sent_again_and_silent_ones_reminded(
    coordinator: Person, database: Database, outbox: FakeOutbox
) -> None:
    card = await sent(coordinator)
    outbox.end(1, Outcome.FAILED, "bad_request")
    outbox.end_all(Outcome.SENT)
    card = await press(coordinator, card, "Refresh", "Send again to failed only")
    assert "Still to come: 1" in card["text"]
    outbox.end_all(Outcome.SENT)
    async with database.session() as session:
        broadcast = (await session.exec(select(Broadcast))).one()
        broadcast.state = BroadcastState.DONE
        session.add(broadcast)
        await session.commit()
    shown = await press(coordinator, card, "Refresh", "Remind who has not confirmed")
    assert shown["text"] == "6 receivers are reminded."
    assert len(outbox.receivers(Kind.REMINDER)) == MEMBERS


async def test_it_is_recalled_after_a_question(coordinator: Person, database: Database, outbox: FakeOutbox) -> None:
    card = await sent(coordinator)
    outbox.end(1, Outcome.SENT)
    shown = await press(coordinator, card, "Recall", "Yes, recall it")
    assert shown["text"].startswith("Broadcast 1: recalled")
    assert outbox.receivers(Kind.RECALL) == [1]


async def test_a_sent_one_is_listed_and_copied(coordinator: Person, database: Database) -> None:
    await press(coordinator, await sent(coordinator), "Cancel", "Yes, cancel it")
    listing = await coordinator.asks("/broadcasts")
    card = await press(coordinator, listing, "1 · 24 November 2026, 10:00 · cancelled")
    draft = await press(coordinator, card, "Copy as a draft")
    assert draft["text"].startswith("Broadcast: draft")
    assert "Texts: English" in draft["text"]


async def test_many_receivers_need_a_second_coordinator(
    room: Room, coordinator: Person, database: Database, outbox: FakeOutbox
) -> None:
    assistant = room.application.bot_data["assistant"]
    settings = assistant.settings.model_copy(update={"broadcast_approval_above": 2})
    room.application.bot_data["assistant"] = dataclasses.replace(assistant, settings=settings)
    second = room.person("stranger")
    await add(database, second.persona.user_id, Held(Role.COORDINATOR))
    check = await press(coordinator, await with_text(coordinator), "Check and send")
    assert "need a second coordinator" in check["text"]
    card = await press(coordinator, check, "Send to 7 members")
    assert card["text"].startswith("Broadcast 1: waits for approval")
    await coordinator.forges(card, SteerBroadcast(1, RunDeed.APPROVE).pack())
    assert last_text(coordinator).startswith("Another coordinator must decide")
    listing = await second.asks("/broadcasts")
    await second.forges(listing, SteerBroadcast(1, RunDeed.READ).pack())
    assert last_text(second).endswith("Room 7 is moved.")
    await second.forges(listing, SteerBroadcast(1, RunDeed.APPROVE).pack())
    assert len(outbox.receivers(Kind.MESSAGE)) == MEMBERS + 1


async def test_a_coordinator_of_a_country_writes_to_it_alone(
    room: Room, database: Database, outbox: FakeOutbox
) -> None:
    serbian = room.person("stranger")
    member_id = await add(database, serbian.persona.user_id, Held(Role.COORDINATOR, "RS"), country="RS")
    ready = await with_text(serbian)
    assert "2 members get it" in ready["text"]
    assert labels(await press(serbian, ready, "Audience", "Countries")) == ["Serbia (2)", "« Audience"]
    await press(serbian, await serbian.asks("/broadcast"), "Check and send", "Send to 2 members")
    async with database.session() as session:
        countries = (await session.exec(select(BroadcastReceiver.country))).all()
        actor = (await session.exec(select(AuditRecord.actor))).one()
    assert countries == ["RS", "RS"]
    assert member_id in outbox.receivers(Kind.MESSAGE)
    assert actor.startswith("m_")


async def test_a_coordinator_of_a_country_neither_sees_nor_steers_what_went_to_others(
    room: Room, coordinator: Person, database: Database
) -> None:
    await sent(coordinator)
    serbian = room.person("stranger")
    await add(database, serbian.persona.user_id, Held(Role.COORDINATOR, "RS"), country="RS")
    listing = await serbian.asks("/broadcasts")
    assert listing["text"].startswith("No broadcast was sent yet.")
    for deed in RunDeed:
        if deed in {RunDeed.CANCEL, RunDeed.RECALL}:
            continue  # only ask whether it is meant
        await serbian.forges(listing, SteerBroadcast(1, deed).pack())
        assert last_text(serbian).startswith("You may not do this."), deed
    assert await state_of(database) is BroadcastState.RUNNING


async def test_the_draft_of_another_is_out_of_reach(room: Room, coordinator: Person, database: Database) -> None:
    await with_text(coordinator)
    second = room.person("stranger")
    await add(database, second.persona.user_id, Held(Role.COORDINATOR))
    listing = await second.asks("/broadcasts")
    for step in DraftStep:
        if step is DraftStep.DISCARD_SURELY:
            continue
        await second.forges(listing, EditDraft(1, step).pack())
        assert last_text(second).startswith("This broadcast is no longer here."), step
    await second.forges(listing, EditDraft(1, DraftStep.DISCARD_SURELY).pack())
    assert await state_of(database) is BroadcastState.DRAFT


@pytest.mark.parametrize(
    "data", ["bl:1:xx:1", "bl:1:sr_Latn:1", "bv:1:colour:0:", "bv:1:country:0:XX", "ba:1:999999999999"]
)
async def test_forged_buttons_change_nothing(coordinator: Person, data: str) -> None:
    ready = await with_text(coordinator)
    assert (await coordinator.forges(ready, data))["text"].startswith("This button is out of date.")


async def test_a_receiver_confirms_once_and_the_button_says_when(
    room: Room, coordinator: Person, database: Database
) -> None:
    await sent(coordinator)
    reader = room.person("administrator")
    message = await reader.asks("/language")
    await reader.forges(message, "bk:1")
    assert labels(reader.persona.current(message)) == ["✓ Read on 24 November 2026, 09:00"]
    async with database.session() as session:
        read = [row for row in await session.exec(select(BroadcastReceiver)) if row.confirmed_at is not None]
    assert len(read) == 1


async def test_participants_of_an_event_are_written_to(
    coordinator: Person, database: Database, outbox: FakeOutbox
) -> None:
    async with database.session() as session:
        officer = await member_of(session, BELGRADE)
    await store(database, event(), [officer.id or 0])
    who = "who is invited to Visit of the Example (15 March 2027)"
    events = await press(coordinator, await with_text(coordinator), "Audience", "Participants of events")
    shown = await press(coordinator, events, f"{who} (1)", "« Audience")
    assert f"Only: {who}" in shown["text"]
    assert "1 member gets it" in shown["text"]
    await press(coordinator, shown, "« Draft", "Check and send", "Send to 1 member")
    assert outbox.receivers(Kind.MESSAGE) == [officer.id]
