"""How an event comes again, in the chat."""

import pytest

from bot.callbacks import BeginEvent, PublishEvent, SetField
from bot.callbacks.event_drafting import SetRepetition, SkipDay
from bot.database import Database
from bot.models import EventChange
from tests.chat import Message, Person, labels
from tests.handlers.test_event_plans import drafted, event_of


@pytest.fixture
async def plan(planner: Person) -> Message:
    """The plan of a draft on Monday 15 March 2027, 9:30-12:30 in Tbilisi."""
    return await drafted(planner)


async def test_a_rule_is_chosen_by_buttons_and_shows_its_next_dates(
    planner: Person, plan: Message, database: Database
) -> None:
    question, _ = await planner.presses(plan, SetField(1, "rule").pack())
    choice, _ = await planner.presses(question, SetRepetition(1).pack())
    ends, _ = await planner.presses(choice, "Every two weeks: Monday")
    assert "Monday, 15 March 2027\n• Monday, 29 March 2027\n• Monday, 12 April 2027" in ends["text"]
    again, _ = await planner.presses(ends, "10 times")
    assert "Repetition: every 2 weeks, 10 times" in again["text"]
    assert "The next dates:\n• Monday, 15 March 2027" in again["text"]
    assert (await event_of(database)).rule == "FREQ=WEEKLY;BYDAY=MO;INTERVAL=2;COUNT=10"


@pytest.mark.parametrize(
    ("typed", "rule"),
    [("7", "FREQ=WEEKLY;BYDAY=MO;COUNT=7"), ("31 May 2027", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270531")],
)
async def test_the_end_is_typed_as_a_day_or_a_number(
    planner: Person, plan: Message, database: Database, typed: str, rule: str
) -> None:
    await planner.forges(plan, SetRepetition(1, "w").pack())
    for wrong in ("blue", "0", "1000", "1 March 2027"):
        assert "I do not understand this." in (await planner.asks(wrong))["text"]
    await planner.asks(typed)
    assert (await event_of(database)).rule == rule


async def test_once_again_takes_the_rule_away(planner: Person, plan: Message, database: Database) -> None:
    await planner.forges(plan, SetRepetition(1, "w", "c3").pack())
    await planner.forges(plan, SetRepetition(1, "-", "-").pack())
    assert (await event_of(database)).rule is None


async def test_without_a_first_day_it_is_asked_for(planner: Person) -> None:
    kinds = await planner.asks("/newevent")
    plan, _ = await planner.presses(kinds, BeginEvent("meeting").pack())
    await planner.forges(plan, SetRepetition(1).pack())
    assert planner.persona.current(plan)["text"].startswith("First set date and time")


async def test_a_day_is_taken_out_of_a_draft_by_a_button(planner: Person, plan: Message, database: Database) -> None:
    await planner.forges(plan, SetRepetition(1, "w", "c3").pack())
    days, _ = await planner.presses(planner.persona.current(plan), SkipDay(1).pack())
    again, _ = await planner.presses(days, "✅ 22 March 2027")
    assert labels(again)[:3] == ["✅ 15 March 2027", "❌ 22 March 2027", "✅ 29 March 2027"]
    assert (await event_of(database)).rule == "FREQ=WEEKLY;BYDAY=MO;COUNT=3;EXDATE=20270322"


async def test_of_a_published_series_a_day_and_the_rule_are_changes_that_are_told(
    planner: Person, plan: Message, database: Database
) -> None:
    await planner.forges(plan, SetRepetition(1, "w", "c2").pack())
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    await planner.forges(plan, SkipDay(1, 0, "20270322", takes_place=False).pack())
    notice = await planner.forges(plan, SkipDay(1, 0, "20270315", takes_place=False).pack())
    assert notice["text"] == "No day would be left. Cancel the event instead."
    await planner.forges(plan, SetRepetition(1, "w", "c5").pack())
    async with database.session() as session:
        assert (await session.get_one(EventChange, (1, 1, "excluded"))).new == "2027-03-22"
        assert (await session.get_one(EventChange, (1, 2, "rule"))).new == "FREQ=WEEKLY;BYDAY=MO;COUNT=5"


@pytest.mark.parametrize("data", ["jr:1:z:", "jr:1:l:", "jr:1:w:c0", "jr:1:w:x", "jx:1:0:2027:1"])
async def test_forged_buttons_are_out_of_date(planner: Person, plan: Message, data: str) -> None:
    assert "out of date" in (await planner.forges(plan, data))["text"]
