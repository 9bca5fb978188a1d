"""Notices of events as deliveries."""

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import Delivery
from bot.services.events.notices import Notice, NoticeKind
from bot.services.events.queue import Queue
from tests.conftest import NOW
from tests.outbox import START


@pytest.mark.parametrize("own", [True, False])
async def test_only_what_somebody_chose_the_time_of_comes_in_quiet_hours(people: Database, own: bool) -> None:
    notice = Notice(3, NoticeKind.BEFORE_START, 1, NOW, START.replace(tzinfo=NOW.tzinfo), "again:1", is_own_time=own)
    async with people.session() as session:
        await Queue().put(session, [notice])
        await session.commit()
        (delivery,) = (await session.exec(select(Delivery))).all()
    assert (delivery.kind, delivery.payload, delivery.is_urgent) == ("event_before_start", {"event": 1}, own)
