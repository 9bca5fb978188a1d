"""Whether an answer helped."""

import datetime as dt

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Feedback, Member


async def rate(session: AsyncSession, member: Member, verdict: tuple[str, str, bool], now: dt.datetime) -> None:
    """Note a verdict (article id, locale, helpful); it replaces an earlier one. The caller commits.

    Raises:
        ValueError: the member has no row yet.
    """
    article_id, locale, helpful = verdict
    if member.id is None:
        raise ValueError("the member is not in the database")
    query = select(Feedback).where(
        Feedback.member_id == member.id, Feedback.article_id == article_id, Feedback.locale == locale
    )
    feedback = (await session.exec(query)).one_or_none()
    if feedback is None:
        feedback = Feedback(member_id=member.id, article_id=article_id, locale=locale, helpful=helpful, given_at=now)
    feedback.helpful = helpful
    feedback.given_at = now
    session.add(feedback)
