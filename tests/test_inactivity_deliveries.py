"""The notice to who stays away, as it is sent."""

import datetime as dt
import gettext
from zoneinfo import ZoneInfo

import pytest

from bot.database import Database
from bot.i18n import Translator
from bot.inactivity_deliveries import kinds_of_inactivity
from bot.models import Delivery, Priority
from bot.services.inactivity import NOTICE
from bot.services.periods import Periods
from bot.views import View
from tests.conftest import NOW
from tests.members import add, member_of
from tests.views.telegram import accept

ENGLISH = Translator("en", gettext.NullTranslations())
PERIODS = Periods({}, dt.timedelta(days=14))


@pytest.fixture
async def away(database: Database) -> Database:
    """A member who counts as told."""
    await add(database, 7)
    await note_told(database, NOW.date())
    return database


async def note_told(database: Database, day: dt.date | None) -> None:
    """Note when they were told."""
    async with database.session() as session:
        (await member_of(session, 7)).told_on = day
        await session.commit()


async def render(database: Database) -> View | None:
    """Return the notice."""
    delivery = Delivery(key="k", member_id=1, kind=NOTICE, payload={}, priority=Priority.PERSONAL, due_at=NOW)
    async with database.session() as session:
        return await kinds_of_inactivity(PERIODS)[NOTICE].render(session, delivery, ENGLISH, ZoneInfo("UTC"))


async def test_it_says_how_long_is_left(away: Database) -> None:
    view = await render(away)
    assert view is not None
    assert "In 14 days I will erase what I hold about you" in accept(view)[0]


async def test_who_was_seen_meanwhile_gets_none(away: Database) -> None:
    await note_told(away, None)
    assert await render(away) is None
