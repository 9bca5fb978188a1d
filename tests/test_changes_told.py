"""Several changes of an event that wait together are told in one message, and none is lost."""

import datetime as dt
import gettext
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import pytest

from bot.database import Database
from bot.event_deliveries import kinds_of_events
from bot.i18n import Translator
from bot.models import Answer, Delivery, DeliveryState, Role
from bot.services.actors import Actor
from bot.services.deliveries.outcomes import Outcome, sent, skipped
from bot.services.events import changes, fields, invitees, notices
from bot.services.events.fields import Edit, Field
from bot.services.events.notices import SETTLING
from bot.services.events.queue import Queue
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.deliveries import claim, note, rows, states
from tests.members import acting, add
from tests.outbox import START, event, store
from tests.views.telegram import accept

ENGLISH = Translator("en", gettext.NullTranslations())
BELGRADE = ZoneInfo("Europe/Belgrade")
LATER = NOW + dt.timedelta(minutes=10)
FAILED = Outcome(DeliveryState.FAILED)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
VENUES = [fields.text(Field.VENUE, f"Hall {number}") for number in range(4)]
SEATS = [fields.capacity(number) for number in range(10, 13)]


@pytest.fixture
async def invited(database: Database) -> Database:
    """A coordinator (1), and a member (2) who is invited to an event."""
    await add(database, 7, Held(Role.COORDINATOR))
    await add(database, 8, Held(Role.OFFICER), country="RS")
    await store(database, event(venue="Hall 0", leads=[]), [2])
    return database


async def change(database: Database, edits: Sequence[Edit], now: dt.datetime = NOW) -> None:
    """Change the event."""
    async with database.session() as session:
        actor = Actor((await acting(session, 7)).access, now, b"key")
        await changes.change(session, Queue(), actor, 1, edits)
        await session.commit()


async def deliver(database: Database, now: dt.datetime = LATER, outcome: Outcome | None = None) -> list[str]:
    """Send all that is due; return the messages, and note an outcome for them in place of their arrival."""
    told = []
    while claims := await claim(database, now):
        for claimed in claims:
            text = await rendered(database, claimed.delivery, now)
            told += [text] if text else []
            await note(database, claimed, (outcome or sent(5)) if text else skipped(), now)
    return told


async def rendered(database: Database, delivery: Delivery, now: dt.datetime) -> str:
    """Return what a delivery says now, "" for nothing."""
    async with database.session() as session:
        kinds = kinds_of_events(lambda: now)
        view = await kinds[delivery.kind].render(session, delivery, ENGLISH, BELGRADE)
    return "\n\n".join(accept(view)) if view else ""


async def invite(database: Database) -> None:
    """Put the member's invitation into the queue."""
    async with database.session() as session:
        own = await invitees.find(session, 1, 2)
        assert own is not None
        await Queue().put(session, [notices.invitation(event(id=1), own, NOW)])
        await session.commit()


async def test_nothing_is_told_before_others_could_follow(invited: Database) -> None:
    await change(invited, [VENUES[1]])
    assert await deliver(invited, NOW + SETTLING - dt.timedelta(seconds=1)) == []
    (told,) = await deliver(invited, NOW + SETTLING)
    assert "Before: Hall 0\nNow: Hall 1" in told


async def test_changes_that_wait_together_are_one_message_from_what_was_known(invited: Database) -> None:
    await change(invited, [VENUES[1]])
    await change(invited, [SEATS[0]], NOW + dt.timedelta(minutes=1))
    await change(invited, [VENUES[2]], NOW + dt.timedelta(minutes=2))
    (told,) = await deliver(invited)
    assert "Place\nBefore: Hall 0\nNow: Hall 2\n\nSeats\nBefore: –\nNow: 10" in told
    assert await states(invited) == [DeliveryState.SKIPPED, DeliveryState.SKIPPED, DeliveryState.SENT]


async def test_what_was_told_is_not_told_again_and_what_failed_is(invited: Database) -> None:
    await change(invited, [VENUES[1]])
    await deliver(invited, LATER, FAILED)
    await change(invited, [SEATS[0]], LATER)
    (both,) = await deliver(invited, LATER + HOUR)
    assert "Before: Hall 0\nNow: Hall 1" in both
    assert "Before: –\nNow: 10" in both
    await change(invited, [SEATS[1]], LATER + HOUR)
    (last,) = await deliver(invited, LATER + 2 * HOUR)
    assert "Hall" not in last
    assert "Before: 10\nNow: 11" in last


async def test_a_change_that_comes_while_another_is_on_its_way_tells_both_until_that_has_arrived(
    invited: Database,
) -> None:
    await change(invited, [VENUES[1]])
    (first,) = await claim(invited, LATER)
    await change(invited, [VENUES[2]], LATER)
    _, second = await rows(invited)
    assert "Before: Hall 0\nNow: Hall 2" in await rendered(invited, second, LATER + HOUR)
    await note(invited, first, sent(5), LATER)
    assert "Before: Hall 1\nNow: Hall 2" in await rendered(invited, second, LATER + HOUR)


async def test_what_was_changed_back_is_not_told(invited: Database) -> None:
    await change(invited, [VENUES[1]])
    await change(invited, [VENUES[0]])
    assert await deliver(invited) == []


async def test_who_must_answer_again_is_told_also_when_it_was_changed_back(invited: Database) -> None:
    async with invited.session() as session:
        own = await invitees.find(session, 1, 2)
        assert own is not None
        own.answer, own.answered_sequence = Answer.YES, 0
        await session.commit()
    for start in (START + DAY, START):
        await change(invited, [fields.times(start, start + 3 * HOUR, "Asia/Tbilisi")])
    (told,) = await deliver(invited)
    assert "Something was changed and changed back. It is as you knew it." in told
    assert "Please answer again." in told


async def test_an_invitation_that_waits_tells_what_has_changed(invited: Database) -> None:
    await invite(invited)
    await change(invited, [VENUES[1]])
    (told,) = await deliver(invited, NOW + DAY)
    assert "📍 Hall 1" in told
    assert "Before:" not in told


async def test_a_change_soon_before_the_invitation_arrived_is_told_all_the_same(invited: Database) -> None:
    await change(invited, [VENUES[1]])
    await invite(invited)
    (invitation,) = await claim(invited, NOW)
    await note(invited, invitation, sent(5), NOW + dt.timedelta(minutes=1))
    (told,) = await deliver(invited)
    assert "Before: Hall 0\nNow: Hall 1" in told
