"""The checklist of an event, planned in the chat."""

import pytest
from sqlmodel import select

from bot.callbacks import PreviewEvent, PublishEvent
from bot.callbacks.event_checklist import PutOnChecklist, ShowChecklist, TakeOffChecklist
from bot.database import Database
from bot.models import ChecklistItem, EventChange
from tests.chat import Message, Person
from tests.handlers.test_event_plans import drafted, set_field


async def opened(planner: Person, *, published: bool = False) -> Message:
    """Return the empty checklist of an event on 15 March."""
    plan = await drafted(planner)
    if published:
        await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    await planner.forges(plan, ShowChecklist(1).pack())
    return planner.persona.current(plan)


async def items(database: Database) -> list[tuple[str, str, str | None]]:
    """Return the list with days in UTC."""
    async with database.session() as session:
        found = (await session.exec(select(ChecklistItem).order_by("id"))).all()
    return [(str(item.task), f"{item.due_at:%m-%d %H:%M}", item.text) for item in found]


async def test_a_standard_item_is_put_on_by_two_presses(planner: Person, database: Database) -> None:
    question, _ = await planner.presses(await opened(planner), PutOnChecklist(1, "visa").pack())
    screen, _ = await planner.presses(question, PutOnChecklist(1, "visa", 14).pack())
    assert "⬜ Visa or invitation letter, by 1 March 2027" in screen["text"]
    assert await items(database) == [("visa", "03-01 13:00", None)]


async def test_a_day_and_a_remark_are_typed(planner: Person, database: Database) -> None:
    await planner.presses(await opened(planner), PutOnChecklist(1, "passport").pack())
    screen = await planner.asks("20 days before the start\nWith a copy")
    assert "⬜ Passport valid for six more months (With a copy), by 23 February 2027" in screen["text"]
    assert await items(database) == [("passport", "02-23 13:00", "With a copy")]


async def test_an_own_item_is_typed_with_its_day(planner: Person, database: Database) -> None:
    await planner.presses(await opened(planner), PutOnChecklist(1, "other").pack())
    await planner.asks("Send <slides>\n1 March")
    assert await items(database) == [("other", "03-01 13:00", "Send <slides>")]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Send slides", "By when it is to be done must be written too."),
        ("Send slides\nblue", "I do not understand this time."),
        ("Send slides\n3/4 9:00", "This can mean several times."),
        ("Send slides\n1.1.2020", "This time has passed."),
        ("Send slides\n1 May 2027", "It must be done before the event begins."),
        ("x" * 151 + "\n1 March", "This is too long; at most 150 characters."),
    ],
)
async def test_what_is_not_taken_is_explained_and_can_be_typed_again(
    planner: Person, database: Database, typed: str, text: str
) -> None:
    await planner.presses(await opened(planner), PutOnChecklist(1, "other").pack())
    assert text in (await planner.asks(typed))["text"]
    await planner.asks("Send slides\n1 March")
    assert len(await items(database)) == 1


async def test_an_item_of_a_draft_is_taken_off_at_once(planner: Person, database: Database) -> None:
    screen = await opened(planner)
    await planner.forges(screen, PutOnChecklist(1, "visa", 14).pack())
    await planner.presses(planner.persona.current(screen), TakeOffChecklist(1, 1, confirmed=False).pack())
    assert await items(database) == []


async def test_of_a_published_event_it_is_asked_first_and_then_told(planner: Person, database: Database) -> None:
    screen = await opened(planner, published=True)
    await planner.forges(screen, PutOnChecklist(1, "visa", 14).pack())
    question, _ = await planner.presses(planner.persona.current(screen), TakeOffChecklist(1, 1, confirmed=False).pack())
    assert question["text"].endswith("Everybody who is invited is told.")
    await planner.presses(question, TakeOffChecklist(1, 1, confirmed=True).pack())
    assert await items(database) == []
    async with database.session() as session:
        assert [row.sequence for row in (await session.exec(select(EventChange))).all()] == [1, 2]


async def test_a_day_that_has_passed_is_refused_by_a_notice(planner: Person, database: Database) -> None:
    screen = await opened(planner)
    plan = planner.persona.current(screen)
    for field, typed in (("answer_by", "-"), ("times", "26 November 2026 9:30-12:30")):
        await set_field(planner, plan, field, typed)
    refused = await planner.forges(plan, PutOnChecklist(1, "visa", 14).pack())
    assert refused["text"] == "This time has passed."
    assert await items(database) == []


async def test_the_preview_shows_the_list(planner: Person) -> None:
    screen = await opened(planner)
    await planner.forges(screen, PutOnChecklist(1, "travel", 3).pack())
    await planner.forges(screen, PreviewEvent(1, "en").pack())
    assert "Before you come:\n⬜ Travel booked, by 12 March 2027" in planner.persona.messages()[-1]["text"]


@pytest.mark.parametrize("data", ["pi:1:party:", "pi:1:visa:5", "pi:1:other:14", "px:1:99:1"])
async def test_forged_buttons_are_out_of_date(planner: Person, data: str) -> None:
    assert "out of date" in (await planner.forges(await opened(planner), data))["text"]
