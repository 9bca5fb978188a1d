"""A question: its answer, and the record of what became of it (never its text)."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel, Question
from knowledge import KnowledgeBase, LocalisedArticle, Outcome, SearchResult
from knowledge.pieces import PLACE_CONTEXT

CONTACT = "contact"
"""Outcome of a question that was answered with contacts, or with a country to choose."""
MAX_LENGTH = 1000
"""Characters of a question; who types more tells a case, and cases do not belong here."""


@dataclass(frozen=True)
class Reply:
    """What a question leads to.

    Attributes:
        outcome: answer, suggest or none.
        articles: the article for an answer, up to three to choose from for a suggestion, else empty; in `locale`.
        locale: the language of the question where it is clearly one of ours, else the asker's.
        place: who handles it, where it is a known matter that no article covers; in `locale`.
    """

    outcome: Outcome
    articles: tuple[LocalisedArticle, ...]
    locale: str
    place: str | None = None


@dataclass(frozen=True)
class Place:
    """A message that asks: its channel, chat and number."""

    channel: Channel
    chat_id: int
    message_id: int


def reply(knowledge: KnowledgeBase, query: str, locale: str) -> Reply:
    """Find what a question leads to; `locale` is the asker's."""
    return from_result(knowledge, knowledge.search(query, locale), locale)


def from_result(knowledge: KnowledgeBase, result: SearchResult, locale: str) -> Reply:
    """Turn what search found into articles; their language is the question's, else `locale`."""
    language = result.locale or locale
    hits = (result.answer,) if result.answer else result.suggestions
    articles = tuple(knowledge.article(hit.article_id, language) for hit in hits)
    return Reply(result.outcome, articles, language, None if hits else _place(knowledge, result.topic, language))


def _place(knowledge: KnowledgeBase, topic: str | None, locale: str) -> str | None:
    place = knowledge.reference.scope.place(topic) if topic else None
    return knowledge.text(locale, PLACE_CONTEXT, place).text if place else None


async def find(session: AsyncSession, place: Place) -> Question | None:
    """Return the record of a message that was answered before."""
    query = select(Question).where(
        Question.channel == place.channel, Question.chat_id == place.chat_id, Question.message_id == place.message_id
    )
    return (await session.exec(query)).one_or_none()


async def record(session: AsyncSession, place: Place, given: Reply, answer_message_id: int, now: dt.datetime) -> None:
    """Note what a message led to; a message that was edited keeps one record. The caller commits."""
    article_id = given.articles[0].id if given.outcome is Outcome.ANSWER else None
    question = await _noted(session, place, given.locale, answer_message_id, now)
    question.outcome, question.article_id = given.outcome, article_id
    session.add(question)


async def record_contact(
    session: AsyncSession, place: Place, locale: str, answer_message_id: int, now: dt.datetime
) -> None:
    """Note that a message asked for a contact, as `record`; the audit log says which one was shown."""
    question = await _noted(session, place, locale, answer_message_id, now)
    question.outcome, question.article_id = CONTACT, None
    session.add(question)


async def _noted(
    session: AsyncSession, place: Place, locale: str, answer_message_id: int, now: dt.datetime
) -> Question:
    """Return the record of a message, made now if there is none."""
    question = await find(session, place) or Question(
        channel=place.channel,
        chat_id=place.chat_id,
        message_id=place.message_id,
        answer_message_id=answer_message_id,
        outcome=Outcome.NONE,
        locale=locale,
        asked_at=now,
    )
    question.answer_message_id, question.locale = answer_message_id, locale
    return question


def candidates(knowledge: KnowledgeBase, query: str, locale: str, limit: int) -> list[LocalisedArticle]:
    """Return the articles that fit words typed so far, best first; without words, the first of all articles."""
    if not query.strip():
        return knowledge.all(locale)[:limit]
    result = knowledge.search(query, locale)
    if result.outcome is Outcome.NONE:
        return []
    return [knowledge.article(hit.article_id, result.locale or locale) for hit in result.hits[:limit]]
