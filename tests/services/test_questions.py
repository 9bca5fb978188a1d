"""What a question leads to, and what is noted of it."""

from sqlmodel import select

from bot.database import Database
from bot.models import Channel, Question
from bot.services import questions
from bot.services.questions import Place, Reply
from knowledge import KnowledgeBase, Outcome
from tests.conftest import NOW

PLACE = Place(Channel.TELEGRAM, -7, 12)


def test_an_answer_is_one_article_in_the_language_of_the_question(knowledge: KnowledgeBase) -> None:
    reply = questions.reply(knowledge, "чи можемо переслідувати через кордон, водій втік", "en")
    assert (reply.outcome, reply.locale) == (Outcome.ANSWER, "uk")
    assert [article.id for article in reply.articles] == ["hot-pursuit"]
    assert reply.articles[0].locale == "uk"


def test_without_an_article_the_reply_is_in_a_language_on_offer(knowledge: KnowledgeBase) -> None:
    reply = questions.reply(knowledge, "🌦️", "hu")
    assert (reply.outcome, reply.articles, reply.locale) == (Outcome.NONE, (), "hu")


def test_words_typed_so_far_offer_a_few_articles(knowledge: KnowledgeBase) -> None:
    offered = questions.candidates(knowledge, "hot pursuit", "en", 3)
    assert offered[0].id == "hot-pursuit"
    assert len(offered) <= 3


def test_no_words_offer_the_first_articles(knowledge: KnowledgeBase) -> None:
    assert questions.candidates(knowledge, "  ", "en", 3) == knowledge.all("en")[:3]


async def test_a_message_has_one_record_which_an_edit_changes(database: Database, knowledge: KnowledgeBase) -> None:
    article = knowledge.article("hot-pursuit", "en")
    async with database.session() as session:
        await questions.record(session, PLACE, Reply(Outcome.NONE, (), "en"), 13, NOW)
        await session.commit()
        await questions.record(session, PLACE, Reply(Outcome.ANSWER, (article,), "uk"), 14, NOW)
        await session.commit()
        (row,) = (await session.exec(select(Question))).all()
    assert (row.answer_message_id, row.outcome, row.article_id, row.locale) == (14, "answer", "hot-pursuit", "uk")


async def test_a_question_for_a_contact_is_noted_without_saying_for_which(
    database: Database, knowledge: KnowledgeBase
) -> None:
    article = knowledge.article("hot-pursuit", "en")
    async with database.session() as session:
        await questions.record(session, PLACE, Reply(Outcome.ANSWER, (article,), "uk"), 13, NOW)
        await questions.record_contact(session, PLACE, "ka", 14, NOW)
        await session.commit()
        (row,) = (await session.exec(select(Question))).all()
    assert (row.answer_message_id, row.outcome, row.article_id, row.locale) == (14, "contact", None, "ka")


async def test_a_suggestion_names_no_article_as_the_answer(database: Database, knowledge: KnowledgeBase) -> None:
    offered = tuple(knowledge.all("en")[:3])
    async with database.session() as session:
        await questions.record(session, PLACE, Reply(Outcome.SUGGEST, offered, "en"), 13, NOW)
        row = await questions.find(session, PLACE)
    assert row is not None
    assert row.article_id is None
