"""How participants found an event that is over, and the summary of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars.texts import clean
from bot.models import Answer, Aspect, Event, EventState, Rating
from bot.services.actors import Actor
from bot.services.events import held, invitees
from bot.services.events.reminders import ratings_close

MOST_STARS = 5
LONGEST_COMMENT = 500


class RatingRefusal(StrEnum):
    """Why a rating is not taken."""

    NOT_THERE = "not_there"
    NOT_OVER = "not_over"
    CLOSED = "closed"


class CommentRefusal(StrEnum):
    """Why a comment is not taken."""

    NO_STARS = "no_stars"
    TOO_LONG = "too_long"
    CLOSED = "closed"


@dataclass(frozen=True)
class AspectSummary:
    """How one aspect was found.

    Attributes:
        stars: how many people gave so many, for 1 to 5.
        comments: without names, in no order that tells who wrote them.
    """

    stars: Mapping[int, int]
    comments: tuple[str, ...]

    @property
    def people(self) -> int:
        """How many rated it."""
        return sum(self.stars.values())

    @property
    def mean(self) -> float | None:
        """The mean of the stars; None when nobody rated it."""
        return sum(stars * people for stars, people in self.stars.items()) / self.people if self.people else None


async def rate(session: AsyncSession, actor: Actor, event_id: int, aspect: Aspect, stars: int) -> RatingRefusal | None:
    """Keep the stars of somebody who was there, in place of those they gave before; the caller commits.

    Raises:
        ValueError: the stars are not 1 to 5.
    """
    if not 1 <= stars <= MOST_STARS:
        raise ValueError(f"found {stars} stars; expected 1 to {MOST_STARS}")
    refusal = await _refusal(session, actor, event_id)
    if refusal is not None:
        return refusal
    member_id = actor.access.member_id or 0
    found = await session.get(Rating, (event_id, member_id, aspect), populate_existing=True)
    rating = found or Rating(event_id=event_id, member_id=member_id, aspect=aspect, stars=stars, given_at=actor.now)
    rating.stars, rating.given_at = stars, actor.now
    session.add(rating)
    await session.flush()
    return None


async def comment(
    session: AsyncSession, actor: Actor, event_id: int, aspect: Aspect, text: str
) -> CommentRefusal | None:
    """Keep a comment with stars that were given, in place of an earlier one, "" for none; the caller commits."""
    key = (event_id, actor.access.member_id or 0, aspect)
    rating = await session.get(Rating, key, populate_existing=True)
    if rating is None:
        return CommentRefusal.NO_STARS
    if await _refusal(session, actor, event_id) is not None:
        return CommentRefusal.CLOSED
    words = clean(text).strip()
    if len(words) > LONGEST_COMMENT:
        return CommentRefusal.TOO_LONG
    rating.comment = words or None
    session.add(rating)
    return None


async def own(session: AsyncSession, actor: Actor, event_id: int) -> dict[Aspect, Rating]:
    """Return what somebody has given an event so far."""
    query = select(Rating).where(Rating.event_id == event_id, Rating.member_id == actor.access.member_id)
    return {rating.aspect: rating for rating in (await session.exec(query)).all()}


async def summary(session: AsyncSession, actor: Actor, event_id: int) -> dict[Aspect, AspectSummary]:
    """Return how each aspect of an event was found.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is not theirs to plan.
    """
    await held.planned(session, actor, event_id)
    rows = (await session.exec(select(Rating).where(Rating.event_id == event_id).order_by(col(Rating.stars)))).all()
    by_aspect: defaultdict[Aspect, list[Rating]] = defaultdict(list)
    for row in rows:
        by_aspect[row.aspect].append(row)
    return {aspect: _summary(by_aspect[aspect]) for aspect in Aspect}


def _summary(ratings: list[Rating]) -> AspectSummary:
    given = [rating.stars for rating in ratings]
    stars = {number: given.count(number) for number in range(1, MOST_STARS + 1)}
    return AspectSummary(stars, tuple(sorted(rating.comment for rating in ratings if rating.comment)))


async def can_rate(session: AsyncSession, actor: Actor, event_id: int) -> bool:
    """Say whether somebody was there, and ratings are taken now."""
    return await _refusal(session, actor, event_id) is None


async def _refusal(session: AsyncSession, actor: Actor, event_id: int) -> RatingRefusal | None:
    event = await session.get(Event, event_id)
    own = await invitees.find(session, event_id, actor.access.member_id or 0)
    if event is None or own is None or own.answer is not Answer.YES:
        return RatingRefusal.NOT_THERE
    if event.state is not EventState.PUBLISHED or event.ends_at is None or event.over_at is None:
        return RatingRefusal.NOT_THERE
    if actor.now < event.ends_at:
        return RatingRefusal.NOT_OVER
    return RatingRefusal.CLOSED if actor.now >= ratings_close(event.over_at) else None
