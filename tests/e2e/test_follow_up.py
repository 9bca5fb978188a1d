"""Time limits of articles that an officer in Belgrade lets run: hours into the night, days over a change of clocks."""

import asyncio
import datetime as dt
from dataclasses import dataclass

import pytest

from bot.callbacks import FinishFollowUp, FollowDeadline, article_payload
from bot.gateway.json_types import JsonObject
from bot.i18n import Languages
from knowledge import KnowledgeBase
from knowledge.article import Duration
from tests.e2e.conftest import Words
from tests.e2e.stage import Heard, stage

pytestmark = pytest.mark.e2e

ARTICLE, LIMIT, DAYS = "red-notice", 0, 18
"""Calendar days, which end at the same hour."""
URGENT_ARTICLE, URGENT_LIMIT, HOURS = "phone-subscriber", 1, 8
"""Hours, which pass at night too."""
PRESSED = dt.datetime(2027, 3, 12, 19, 30, tzinfo=dt.UTC)
"""20:30 in Belgrade, in winter."""
DUE_AT_NIGHT = dt.datetime(2027, 3, 13, 3, 30, tzinfo=dt.UTC)
DUE = dt.datetime(2027, 3, 30, 18, 30, tzinfo=dt.UTC)
"""20:30 in Belgrade, in summer: an hour less than 18 times 24 hours later."""


@dataclass(frozen=True)
class Waited:
    """What the officer saw."""

    card: JsonObject
    made: JsonObject
    at_night: Heard
    reminder: Heard
    done: JsonObject


@pytest.fixture(scope="module")
def waited(tmp_path_factory: pytest.TempPathFactory) -> Waited:
    """Press the button, wait, and note that it is done."""

    async def play() -> Waited:
        async with stage(tmp_path_factory.mktemp("follow-up"), PRESSED) as found:
            officer = found.player("officer-belgrade")
            card = await officer.says(f"/start {article_payload(ARTICLE)}")
            made = await officer.presses(card, FollowDeadline(ARTICLE, LIMIT).pack())
            urgent = await officer.says(f"/start {article_payload(URGENT_ARTICLE)}")
            await officer.presses(urgent, FollowDeadline(URGENT_ARTICLE, URGENT_LIMIT).pack())
            await found.reaches(DUE_AT_NIGHT, officer_belgrade=1)
            await officer.presses(officer.heard[-1].message, FinishFollowUp(2).pack())
            await found.reaches(DUE, officer_belgrade=1)
            at_night, reminder = officer.heard
            done = await officer.presses(reminder.message, FinishFollowUp(1).pack())
            return Waited(card, made, at_night, reminder, done)

    return asyncio.run(play())


def test_the_article_offers_to_remind(waited: Waited, languages: Languages) -> None:
    serbian = languages.translator("sr")
    label = serbian.gettext("🔔 Remind me in {length}").format(length=serbian.duration(Duration(DAYS, "day")))
    assert label in str(waited.card["reply_markup"])


def test_the_officer_is_told_when_by_their_own_clock(waited: Waited, languages: Languages) -> None:
    serbian = languages.translator("sr")
    when = serbian.gettext("{date}, {time}").format(date=serbian.date(DUE.date()), time="20:30")
    assert waited.made["text"].startswith(serbian.gettext("🔔 I will remind you on {when}:").format(when=when))


def test_the_reminder_comes_at_the_same_hour_in_summer(waited: Waited, knowledge: KnowledgeBase, words: Words) -> None:
    assert waited.reminder.at == "2027-03-30 20:30"
    assert waited.reminder.text.startswith(words("sr", "🔔 You wanted to be reminded:"))
    assert knowledge.article(ARTICLE, "sr").title.text in waited.reminder.text


def test_hours_are_over_at_night_too(waited: Waited, knowledge: KnowledgeBase, languages: Languages) -> None:
    assert waited.at_night.at == "2027-03-13 04:30"
    assert knowledge.article(URGENT_ARTICLE, "sr").title.text in waited.at_night.text
    assert languages.translator("sr").duration(Duration(HOURS, "hour")) in waited.at_night.text


def test_what_is_done_is_off_the_list(waited: Waited, words: Words) -> None:
    assert waited.done["text"].startswith(words("sr", "You wait for nothing."))
