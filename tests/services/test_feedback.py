"""Verdicts on answers."""

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import Channel, Feedback, Member
from bot.services import feedback, people
from tests.conftest import NOW


async def test_the_last_verdict_counts_per_article_and_language(database: Database) -> None:
    async with database.session() as session:
        member = await people.enrol(session, Channel.TELEGRAM, 7, NOW)
        for verdict in [("signal", "en", True), ("signal", "en", False), ("signal", "uk", True)]:
            await feedback.rate(session, member, verdict, NOW)
        await session.commit()
        rows = (await session.exec(select(Feedback).order_by(Feedback.locale))).all()
    assert [(row.locale, row.helpful) for row in rows] == [("en", False), ("uk", True)]


async def test_a_member_without_a_row_cannot_rate(database: Database) -> None:
    async with database.session() as session:
        stranger = Member(channel=Channel.TELEGRAM, chat_id=7, created_at=NOW)
        with pytest.raises(ValueError, match="not in the database"):
            await feedback.rate(session, stranger, ("signal", "en", True), NOW)


async def test_verdicts_go_with_the_member(database: Database) -> None:
    async with database.session() as session:
        member = await people.enrol(session, Channel.TELEGRAM, 7, NOW)
        await feedback.rate(session, member, ("signal", "en", True), NOW)
        await session.commit()
        await session.delete(member)
        await session.commit()
        assert (await session.exec(select(Feedback))).all() == []
