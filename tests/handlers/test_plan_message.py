"""Events written in one message in the chat."""

from bot.callbacks import PublishEvent
from bot.callbacks.event_drafting import SetKind, WriteEvent
from bot.database import Database
from bot.models import EventChange, EventKind
from tests.chat import Person, labels
from tests.handlers.test_event_plans import drafted, event_of

MESSAGE = """/newevent
• Kind: study visit
Title: Visit of the <Example>
when: 12.03.2027 9:30-16:00
zone: Tbilisi
venue: House of the Example, venue@example.org
invite: RS
colour: <blue>"""


async def test_a_message_becomes_a_draft_and_says_what_is_not_in_it(planner: Person, database: Database) -> None:
    plan = await planner.asks(MESSAGE)
    assert "📝 Draft: Visit of the <Example>" in plan["text"]
    assert "colour: <blue>\n⚠️ I do not know to which field this belongs." in plan["text"]
    assert "📨 Invite everybody" in labels(plan)
    event = await event_of(database)
    assert (event.kind, event.zone, event.venue) == (
        EventKind.STUDY_VISIT,
        "Asia/Tbilisi",
        "House of the Example, venue@example.org",
    )


async def test_officers_do_not_pass_the_guard_with_it(officer: Person) -> None:
    await officer.asks(MESSAGE)
    assert MESSAGE not in officer.messages_text()


async def test_the_command_alone_asks_and_offers_a_message_to_copy(planner: Person) -> None:
    kinds = await planner.asks("/newevent")
    assert "✍️ All in one message" in labels(kinds)
    await planner.presses(kinds, WriteEvent().pack())
    assert "/newevent\nkind: \ntitle: \n" in planner.persona.messages()[-1]["text"]


async def test_a_message_without_an_event_gets_one_to_copy(planner: Person) -> None:
    said = await planner.says("/newevent@ilecu_demo_bot hello")
    assert said[0]["text"].startswith("I found no event in this message.")
    assert "hello\n⚠️" in said[0]["text"]
    assert "/newevent\nkind: \n" in said[1]["text"]


async def test_the_kind_of_a_draft_is_corrected_by_buttons(planner: Person, database: Database) -> None:
    plan = await planner.asks(MESSAGE)
    kinds, _ = await planner.presses(plan, SetKind(1).pack())
    again, _ = await planner.presses(kinds, SetKind(1, "training").pack())
    assert "Kind: Training" in again["text"]
    assert (await event_of(database)).kind is EventKind.TRAINING


async def test_another_kind_of_a_published_event_is_a_change(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    await planner.forges(plan, SetKind(1, "training").pack())
    async with database.session() as session:
        assert (await session.get_one(EventChange, (1, 1, "kind"))).new == "training"


async def test_a_forged_kind_is_out_of_date(planner: Person) -> None:
    plan = await planner.asks(MESSAGE)
    assert "out of date" in (await planner.forges(plan, "jk:1:party"))["text"]
