"""Seats by country as they are typed, and set in drafts and published events."""

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import EventChange, EventState
from bot.services.actors import NotAllowedError
from bot.services.events import audience, quotas
from bot.services.events.notices import NoticeKind
from bot.services.events.quotas import QuotaError, QuotaProblem
from knowledge import Country
from tests.members import acting
from tests.outbox import FakeOutbox, event, store

LOCALES = ("en", "ro", "uk")
BOTH = {Country.MD: 3, Country.RO: 2}


@pytest.mark.parametrize(
    "typed",
    ["MD 3, RO 2", "md 3 ro 2", "Moldova: 3; România=2", "Молдова - 3\nРумунія – 2", " MD3,RO2, "],
)
def test_seats_are_read_in_many_forms(typed: str) -> None:
    assert quotas.parse(typed, LOCALES) == BOTH


def test_a_country_of_two_words_is_one_country() -> None:
    assert quotas.parse("North Macedonia 4", LOCALES) == {Country.MK: 4}


def test_a_dash_is_no_quota() -> None:
    assert quotas.parse(" - ", LOCALES) == {}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", QuotaProblem.UNREADABLE),
        ("MD", QuotaProblem.UNREADABLE),
        ("3", QuotaProblem.UNREADABLE),
        ("Atlantis 3", QuotaProblem.UNREADABLE),
        ("MD RO 3", QuotaProblem.UNREADABLE),
        ("MD 0", QuotaProblem.OUT_OF_RANGE),
        ("MD 1001", QuotaProblem.OUT_OF_RANGE),
        ("MD 3, Moldova 2", QuotaProblem.TWICE),
    ],
)
def test_what_is_no_quota_is_refused(typed: str, problem: QuotaProblem) -> None:
    with pytest.raises(QuotaError) as error:
        quotas.parse(typed, LOCALES)
    assert error.value.problem is problem


async def test_the_seats_of_a_draft_are_set_and_nobody_is_told(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        await quotas.save(session, outbox, await acting(session, 1), 1, BOTH)
        assert await audience.quotas_of(session, 1) == {"MD": 3, "RO": 2}
    assert outbox.waiting == {}


async def test_the_seats_of_a_published_event_are_a_change_that_is_told(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3, 4])
    async with people.session() as session:
        await quotas.save(session, outbox, await acting(session, 1), 1, BOTH)
        (row,) = (await session.exec(select(EventChange))).all()
    assert (row.field, row.old, row.new) == ("quotas", "", "MD=3,RO=2")
    assert outbox.to(NoticeKind.CHANGE) == [3, 4]


async def test_seats_are_set_by_who_plans_the_event(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        with pytest.raises(NotAllowedError):
            await quotas.save(session, outbox, await acting(session, 3), 1, BOTH)
