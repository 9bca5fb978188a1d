"""Ratings."""

import datetime as dt

import pytest

from bot.database import Database
from bot.models import Answer, Aspect, Event, EventState
from bot.services.actors import Actor, NotAllowedError
from bot.services.events import invitees, ratings
from bot.services.events.ratings import LONGEST_COMMENT, CommentRefusal, RatingRefusal
from tests.members import KEY, acting
from tests.outbox import event, store

AFTER = dt.datetime(2027, 3, 15, 9, tzinfo=dt.UTC)


@pytest.fixture
async def over(people: Database) -> Database:
    """An event: 3 and 4 were there, 5 was not."""
    await store(people, event(), [3, 4, 5])
    async with people.session() as session:
        for member_id in (3, 4):
            own = await invitees.find(session, 1, member_id)
            assert own is not None
            own.answer = Answer.YES
        await session.commit()
    return people


async def rate(
    database: Database, who: int, stars: int, text: str = "", now: dt.datetime = AFTER
) -> RatingRefusal | None:
    """Let somebody rate the content."""
    async with database.session() as session:
        actor = Actor((await acting(session, who)).access, now, KEY)
        refusal = await ratings.rate(session, actor, 1, Aspect.CONTENT, stars)
        if refusal is None and text:
            assert await ratings.comment(session, actor, 1, Aspect.CONTENT, text) is None
        await session.commit()
        return refusal


async def test_the_summary_counts_stars_and_has_comments_without_names(over: Database) -> None:
    await rate(over, 3, 4, " Zagreb next time ")
    await rate(over, 4, 5, "A good day")
    async with over.session() as session:
        found = await ratings.summary(session, await acting(session, 1), 1)
    content = found[Aspect.CONTENT]
    assert (content.people, content.mean, dict(content.stars)) == (2, 4.5, {1: 0, 2: 0, 3: 0, 4: 1, 5: 1})
    assert content.comments == ("A good day", "Zagreb next time")
    assert (found[Aspect.USEFULNESS].people, found[Aspect.USEFULNESS].mean) == (0, None)


async def test_a_new_rating_stands_in_for_the_old_one(over: Database) -> None:
    await rate(over, 3, 1, "Bad")
    await rate(over, 3, 2)
    async with over.session() as session:
        content = (await ratings.summary(session, await acting(session, 1), 1))[Aspect.CONTENT]
    assert (content.people, content.mean, content.comments) == (1, 2, ("Bad",))


@pytest.mark.parametrize(
    ("who", "now", "refusal"),
    [
        pytest.param(5, AFTER, RatingRefusal.NOT_THERE, id="who did not come"),
        pytest.param(2, AFTER, RatingRefusal.NOT_THERE, id="who was not invited"),
        pytest.param(3, AFTER - dt.timedelta(hours=1), RatingRefusal.NOT_OVER, id="too early"),
        pytest.param(3, AFTER + dt.timedelta(days=14), RatingRefusal.CLOSED, id="too late"),
    ],
)
async def test_only_who_was_there_rates_and_only_afterwards(
    over: Database, who: int, now: dt.datetime, refusal: RatingRefusal
) -> None:
    assert await rate(over, who, 5, now=now) is refusal


@pytest.mark.parametrize("stars", [0, 6])
async def test_stars_are_one_to_five(over: Database, stars: int) -> None:
    with pytest.raises(ValueError, match="expected 1 to 5"):
        await rate(over, 3, stars)


async def test_what_was_cancelled_is_not_rated(over: Database) -> None:
    async with over.session() as session:
        (await session.get_one(Event, 1)).state = EventState.CANCELLED
        await session.commit()
    assert await rate(over, 3, 5) is RatingRefusal.NOT_THERE


async def comment(database: Database, text: str, now: dt.datetime = AFTER) -> CommentRefusal | None:
    """Let the third member say something of the content."""
    async with database.session() as session:
        actor = Actor((await acting(session, 3)).access, now, KEY)
        refusal = await ratings.comment(session, actor, 1, Aspect.CONTENT, text)
        await session.commit()
        return refusal


async def test_a_comment_goes_with_stars(over: Database) -> None:
    assert await comment(over, "Well") is CommentRefusal.NO_STARS


@pytest.mark.parametrize(
    ("text", "now", "refusal"),
    [
        pytest.param("x" * LONGEST_COMMENT, AFTER, None, id="as long as it may be"),
        pytest.param("x" * (LONGEST_COMMENT + 1), AFTER, CommentRefusal.TOO_LONG, id="longer"),
        pytest.param("Well", AFTER + dt.timedelta(days=14), CommentRefusal.CLOSED, id="ratings are closed"),
    ],
)
async def test_a_comment_is_taken_whole_and_in_time_or_not_at_all(
    over: Database, text: str, now: dt.datetime, refusal: CommentRefusal | None
) -> None:
    await rate(over, 3, 4, "First")
    assert await comment(over, text, now) is refusal
    async with over.session() as session:
        found = await ratings.own(session, await acting(session, 3), 1)
    assert found[Aspect.CONTENT].comment == ("First" if refusal else text)


async def test_a_comment_can_be_taken_away(over: Database) -> None:
    await rate(over, 3, 4, "First")
    assert await comment(over, "") is None
    async with over.session() as session:
        assert (await ratings.own(session, await acting(session, 3), 1))[Aspect.CONTENT].comment is None


async def test_officers_see_no_summary(over: Database) -> None:
    async with over.session() as session:
        with pytest.raises(NotAllowedError):
            await ratings.summary(session, await acting(session, 3), 1)
