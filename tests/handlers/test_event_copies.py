"""New drafts like earlier events, in the chat."""

import pytest

from bot.callbacks import PublishEvent, ShowEvent
from bot.callbacks.event_drafting import CopyEvent, ListEarlier
from bot.database import Database
from bot.models import Event, EventState
from tests.chat import Message, Person, labels
from tests.handlers.test_event_plans import drafted


@pytest.fixture
async def published(planner: Person) -> Message:
    """The plan of an event in Tbilisi on Monday 15 March 2027, 9:30-12:30, that is published."""
    plan = await drafted(planner)
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    return plan


async def copy_of(database: Database) -> Event:
    """Return the second event."""
    async with database.session() as session:
        return await session.get_one(Event, 2)


async def test_a_published_event_is_copied_to_a_day_of_the_calendar(
    planner: Person, published: Message, database: Database
) -> None:
    await planner.forges(published, ShowEvent(1).pack())
    card = planner.persona.current(published)
    assert "📋 Copy as a new draft" in labels(card)
    question, _ = await planner.presses(card, CopyEvent(1).pack())
    assert "On which day does the new event begin?" in question["text"]
    december, _ = await planner.presses(question, CopyEvent(1, "2026-12").pack())
    plan, _ = await planner.presses(december, CopyEvent(1, "2026-12-14").pack())
    assert "📝 Draft: Visit of the Example" in plan["text"]
    copied = await copy_of(database)
    assert (copied.state, f"{copied.start:%Y-%m-%d %H:%M}", copied.capacity) == (
        EventState.DRAFT,
        "2026-12-14 09:30",
        2,
    )
    await planner.says("hot pursuit on 15 December")
    async with database.session() as session:
        assert await session.get(Event, 3) is None


@pytest.mark.parametrize(
    ("typed", "times"),
    [("12 April 2027", "2027-04-12 09:30 12:30"), ("12 April 2027 14:00-15:00", "2027-04-12 14:00 15:00")],
)
async def test_the_day_is_typed_with_other_hours_or_without(
    planner: Person, published: Message, database: Database, typed: str, times: str
) -> None:
    await planner.forges(published, CopyEvent(1).pack())
    assert "📝 Draft" in (await planner.asks(typed))["text"]
    copied = await copy_of(database)
    assert f"{copied.start:%Y-%m-%d %H:%M} {copied.end:%H:%M}" == times


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("blue", "I do not understand this time."),
        ("1.1.2020", "This time has passed."),
        ("3/4", "This can mean several times."),
    ],
)
async def test_a_day_that_is_not_taken_can_be_typed_again(
    planner: Person, published: Message, typed: str, text: str
) -> None:
    await planner.forges(published, CopyEvent(1).pack())
    assert text in (await planner.asks(typed))["text"]
    assert "📝 Draft" in (await planner.asks("12 April 2027"))["text"]


async def test_a_new_event_is_made_like_one_of_the_earlier_ones(planner: Person, published: Message) -> None:
    kinds = await planner.asks("/newevent")
    listed, _ = await planner.presses(kinds, ListEarlier().pack())
    assert labels(listed) == ["15 March 2027 · Visit of the Example"]
    question, _ = await planner.presses(listed, CopyEvent(1).pack())
    assert question["text"].startswith("Visit of the Example")


async def test_without_an_earlier_event_there_is_none_to_copy(planner: Person) -> None:
    kinds = await planner.asks("/newevent")
    listed, _ = await planner.presses(kinds, ListEarlier().pack())
    assert listed["text"] == "There is no earlier event that you plan."


@pytest.mark.parametrize("data", ["jc:1:2027-13", "jc:1:x", "jc:1:2027-02-30"])
async def test_forged_days_are_out_of_date(planner: Person, published: Message, data: str) -> None:
    assert "out of date" in (await planner.forges(published, data))["text"]
