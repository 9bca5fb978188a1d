"""The point on the map: sent or typed by who plans the event, shown to whoever sees it."""

import pytest
from sqlmodel import select

from bot.callbacks import PublishEvent, SetField
from bot.callbacks.event_map import AskPoint, DropPoint, ShowMap
from bot.database import Database
from bot.models import Event, EventChange
from tests.chat import Message, Person
from tests.handlers.test_event_plans import drafted, event_of


async def shares(person: Person, latitude: float, longitude: float) -> Message:
    """Send a location; return the answer."""
    before = len(person.persona.messages())
    person.persona.share_location(latitude, longitude)
    await person.room.settle()
    return person.persona.messages()[before:][-1]


async def point(database: Database) -> tuple[float | None, float | None]:
    """Return where the event takes place."""
    event = await event_of(database)
    return event.latitude, event.longitude


async def test_a_point_is_typed_and_taken_away(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.presses(plan, AskPoint(1).pack())
    assert "This is no latitude and longitude." in (await planner.asks("over there"))["text"]
    plan = await planner.asks("41.69, 44.80")
    assert "Point on the map: 41.69, 44.8" in plan["text"]
    assert await point(database) == (41.69, 44.8)
    question, _ = await planner.presses(plan, AskPoint(1).pack())
    await planner.presses(question, DropPoint(1).pack())
    assert await point(database) == (None, None)


async def test_a_point_is_sent_as_a_location(planner: Person, database: Database) -> None:
    await planner.presses(await drafted(planner), AskPoint(1).pack())
    assert "Point on the map: 41.69, 44.8" in (await shares(planner, 41.69, 44.8))["text"]
    assert await point(database) == (41.69, 44.8)


async def test_a_location_that_comes_while_the_place_is_asked_for_is_kept(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, SetField(1, "venue").pack())
    await planner.asks("-")
    await planner.forges(plan, SetField(1, "venue").pack())
    answer = await shares(planner, 41.69, 44.8)
    assert answer["text"].startswith("The point on the map is kept.")
    await planner.asks("House of the Example")
    assert (await event_of(database)).venue == "House of the Example"
    assert await point(database) == (41.69, 44.8)


async def test_another_field_is_asked_for_again(planner: Person, database: Database) -> None:
    await planner.forges(await drafted(planner), SetField(1, "capacity").pack())
    answer = await shares(planner, 41.69, 44.8)
    assert answer["text"].startswith("Seats")
    await planner.asks("12")
    assert (await event_of(database)).capacity == 12
    assert await point(database) == (None, None)


async def test_a_location_that_nobody_asked_for_sets_nothing(planner: Person, database: Database) -> None:
    await drafted(planner)
    await shares(planner, 41.69, 44.8)
    assert await point(database) == (None, None)


async def test_a_point_of_a_published_event_is_a_change_that_is_told(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    await planner.forges(plan, AskPoint(1).pack())
    await planner.asks("41.69, 44.80")
    async with database.session() as session:
        (row,) = (await session.exec(select(EventChange))).all()
    assert (row.field, row.old, row.new) == ("position", "", "41.69,44.8")


@pytest.mark.parametrize("address", ["Example Street 1", None])
async def test_the_map_is_a_message_of_telegram_s_own(planner: Person, database: Database, address: str | None) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    async with database.session() as session:
        event = await session.get_one(Event, 1)
        event.latitude, event.longitude, event.address = 41.69, 44.8, address
        await session.commit()
    await planner.forges(plan, ShowMap(1).pack())
    sent = planner.persona.messages()[-1]
    assert sent["location"]["latitude"] == 41.69
    venue = sent.get("venue", {})
    assert (venue.get("title"), venue.get("address")) == (address and "House of the Example", address)


async def test_who_plans_a_draft_looks_at_its_point(planner: Person) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, AskPoint(1).pack())
    await planner.asks("41.69, 44.80")
    await planner.forges(plan, ShowMap(1).pack())
    assert planner.persona.messages()[-1]["venue"]["title"] == "House of the Example"


async def test_who_is_not_invited_sees_no_map(planner: Person, officer: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, AskPoint(1).pack())
    await planner.asks("41.69, 44.80")
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    pressed = await officer.asks("/events")
    said = await officer.forges(pressed, ShowMap(1).pack())
    assert said["text"]
    assert not any("location" in message for message in officer.persona.messages())
