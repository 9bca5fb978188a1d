"""After an event in the chat: found among the past ones, rated, commented on, summed up for its coordinator."""

import pytest
from sqlmodel import select

from bot.callbacks import (
    CommentRating,
    ExportRatings,
    ListPastEvents,
    ListRatings,
    RateEvent,
    ShowEvent,
    ShowParticipants,
    ShowRatings,
)
from bot.database import Database
from bot.gateway.cast import CAST
from bot.models import Answer, Invitee, Member, Rating
from bot.services.events.ratings import LONGEST_COMMENT
from tests.chat import Message, Person, Room
from tests.conftest import NOW
from tests.outbox import event, store

COORDINATOR = "coordinator-budapest"


@pytest.fixture
async def over(room: Room, database: Database) -> Database:
    """An event of this morning, to which the administrator came."""
    user_id = next(profile.user_id for profile in CAST if profile.key == "administrator")
    async with database.session() as session:
        member = (await session.exec(select(Member).where(Member.chat_id == user_id))).one()
    start = NOW.replace(tzinfo=None, hour=6)
    await store(database, event(start=start, end=start.replace(hour=8), zone="UTC"), [member.id or 0])
    async with database.session() as session:
        own = (await session.exec(select(Invitee))).one()
        own.answer = Answer.YES
        await session.commit()
    return database


async def ratings(database: Database) -> dict[str, tuple[int, str | None]]:
    """Return the stars and comments that were given, by aspect."""
    async with database.session() as session:
        return {str(row.aspect): (row.stars, row.comment) for row in (await session.exec(select(Rating))).all()}


async def card(person: Person) -> Message:
    """Open the event by the list of past ones."""
    past, _ = await person.presses(await person.asks("/events"), ListPastEvents().pack())
    message, _ = await person.presses(past, ShowEvent(1).pack())
    return message


async def write(person: Person, message: Message, text: str) -> list[Message]:
    """Press the button that asks for a comment on the content, and type one."""
    await person.presses(message, CommentRating(1, "content", write=True).pack())
    return await person.says(text)


async def rate(person: Person) -> Message:
    """Give the content four stars; return the screen that follows."""
    own, _ = await person.presses(await card(person), ListRatings(1).pack())
    stars, _ = await person.presses(own, RateEvent(1, "content").pack())
    shown, notice = await person.presses(stars, RateEvent(1, "content", 4).pack())
    assert notice["text"] == "Thank you."
    return shown


async def test_stars_and_a_comment_are_given_by_the_card(over: Database, administrator: Person) -> None:
    (answer,) = await write(administrator, await rate(administrator), "A good <day>")
    assert "Content: ⭐⭐⭐⭐\nA good <day>" in answer["text"]
    assert await ratings(over) == {"content": (4, "A good <day>")}


async def test_after_skip_a_text_is_a_question_again(over: Database, administrator: Person) -> None:
    shown = await rate(administrator)
    asked, _ = await administrator.presses(shown, CommentRating(1, "content", write=True).pack())
    await administrator.presses(asked, ListRatings(1).pack())
    await administrator.says("hot pursuit across the border")
    assert await ratings(over) == {"content": (4, None)}


async def test_a_comment_that_is_too_long_is_asked_for_again(over: Database, administrator: Person) -> None:
    (refusal,) = await write(administrator, await rate(administrator), "x" * (LONGEST_COMMENT + 1))
    assert "longer than 500 characters" in refusal["text"]
    await administrator.says("Shorter")
    assert await ratings(over) == {"content": (4, "Shorter")}


async def test_a_comment_with_personal_data_is_not_kept_and_still_asked_for(
    over: Database, administrator: Person
) -> None:
    await write(administrator, await rate(administrator), "Thank somebody@example.org")
    assert await ratings(over) == {"content": (4, None)}
    await administrator.says("Thank the host")
    assert await ratings(over) == {"content": (4, "Thank the host")}


async def test_a_comment_is_deleted_by_its_button(over: Database, administrator: Person) -> None:
    shown = await rate(administrator)
    await write(administrator, shown, "A good day")
    await administrator.forges(shown, CommentRating(1, "content", write=False).pack())
    assert await ratings(over) == {"content": (4, None)}


@pytest.mark.parametrize("data", ["er:1:food:5", "er:1:content:6", "er:1:content:0", "uc:1:food:1", "ux:1:pdf"])
async def test_forged_ratings_are_old_buttons(over: Database, room: Room, data: str) -> None:
    person = room.person("administrator" if data[:2] != "ux" else COORDINATOR)
    notice = await person.forges(await person.asks("/language"), data)
    assert "text" in notice
    assert await ratings(over) == {}


async def test_the_coordinator_sees_the_summary_before_ratings_are_closed_and_takes_it_along(
    over: Database, room: Room, administrator: Person
) -> None:
    await write(administrator, await rate(administrator), "A good day")
    coordinator = room.person(COORDINATOR)
    people, _ = await coordinator.presses(await card(coordinator), ShowParticipants(1).pack())
    summary, _ = await coordinator.presses(people, ShowRatings(1).pack())
    assert "<b>" not in summary["text"]
    assert "▁▁▁█▁" in summary["text"]
    assert "– A good day" in summary["text"]
    await coordinator.presses(summary, ExportRatings(1, "csv").pack())
    assert coordinator.persona.messages()[-1]["document"]["file_name"] == "event-1-ratings.csv"


async def test_who_does_not_plan_gets_no_summary(over: Database, administrator: Person) -> None:
    message = await card(administrator)
    for route in (ShowRatings(1), ExportRatings(1, "csv")):
        await administrator.forges(message, route.pack())
    assert "was rated" not in administrator.messages_text()
    assert not any("document" in message for message in administrator.persona.messages())
