"""Single days of a series."""

import datetime as dt

import pytest

from bot.calendars.reading import read_file
from bot.database import Database
from bot.models import Answer, Event, EventState
from bot.services.actors import NotAllowedError
from bot.services.events import calendar, changes, excluding, fields, invitees, texts
from bot.services.events.edits import Difference
from bot.services.events.excluding import Day
from bot.services.events.fields import FieldError, FieldProblem
from bot.services.events.held import EventGoneError
from bot.services.events.notices import NoticeKind
from bot.services.events.timing import occurrences
from bot.times import zone
from tests.conftest import NOW
from tests.members import acting
from tests.outbox import START, FakeOutbox, event, store

SECOND = dt.date(2027, 3, 22)
OFF, ON = Day(SECOND, takes_place=False), Day(SECOND, takes_place=True)
RULE = "FREQ=WEEKLY;COUNT=3"


async def set_day(database: Database, outbox: FakeOutbox, wanted: Day, by: int = 1) -> Event:
    """Take a day out of the series, or put it back; return the event."""
    async with database.session() as session:
        await excluding.set_day(session, outbox, await acting(session, by), 1, wanted)
        await session.commit()
        return await session.get_one(Event, 1)


def days(of: Event) -> list[str]:
    """Return the days on which it takes place."""
    return [f"{each.wall:%m-%d}" for each in occurrences(of)]


async def test_a_day_of_a_draft_is_taken_out_and_put_back_and_nobody_is_told(
    people: Database, outbox: FakeOutbox
) -> None:
    await store(people, event(state=EventState.DRAFT, rule=RULE), [3])
    assert days(await set_day(people, outbox, OFF)) == ["03-15", "03-29"]
    assert days(await set_day(people, outbox, ON)) == ["03-15", "03-22", "03-29"]
    assert outbox.waiting == {}


async def test_a_day_of_a_published_series_is_taken_out_and_told_and_nobody_confirms(
    people: Database, outbox: FakeOutbox
) -> None:
    await store(people, event(rule=RULE), [3, 4])
    async with people.session() as session:
        own = await invitees.find(session, 1, 3)
        assert own is not None
        own.answer, own.answered_sequence = Answer.YES, 0
        await session.commit()
    found = await set_day(people, outbox, OFF)
    assert (days(found), found.sequence, found.confirm_sequence) == (["03-15", "03-29"], 1, 0)
    assert outbox.to(NoticeKind.CHANGE) == [3, 4]
    assert not any("20270322" in key for key in outbox.waiting)
    async with people.session() as session:
        assert await changes.of_versions(session, 1, [1]) == [Difference("excluded", "", "2027-03-22")]


async def test_the_first_day_can_be_taken_out(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(rule=RULE))
    found = await set_day(people, outbox, Day(START.date(), takes_place=False))
    assert days(found) == ["03-22", "03-29"]
    assert found.starts_at == dt.datetime(2027, 3, 22, 5, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "wanted", [ON, Day(dt.date(2027, 3, 23), takes_place=False)], ids=["takes place", "no day of it"]
)
async def test_what_changes_nothing_is_no_version(people: Database, outbox: FakeOutbox, wanted: Day) -> None:
    await store(people, event(rule=RULE), [3])
    assert (await set_day(people, outbox, wanted)).sequence == 0
    assert outbox.waiting == {}


@pytest.mark.parametrize("begun", ["2026-11-03", "2027-03-15"], ids=["one has passed", "all are ahead"])
async def test_at_least_one_day_is_left(people: Database, outbox: FakeOutbox, begun: str) -> None:
    start = dt.datetime.fromisoformat(begun + "T09:30")
    last = start + dt.timedelta(days=28)
    rule = "FREQ=WEEKLY;INTERVAL=4;COUNT=2"
    if start > NOW.replace(tzinfo=None):
        rule += f";EXDATE={start:%Y%m%d}"
    await store(people, event(start=start, end=start + dt.timedelta(hours=1), rule=rule))
    with pytest.raises(FieldError) as error:
        await set_day(people, outbox, Day(last.date(), takes_place=False))
    assert error.value.problem is FieldProblem.NOTHING_LEFT


async def test_days_that_have_passed_are_not_offered(people: Database) -> None:
    start = NOW.replace(tzinfo=None, hour=9, minute=30) - dt.timedelta(days=7)
    series = event(start=start, end=start + dt.timedelta(hours=1), rule=RULE)
    assert len(excluding.days_of(series, NOW)) < 3
    assert excluding.days_of(event(), NOW) == []


async def test_officers_and_cancelled_events_take_no_days_out(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(rule=RULE, state=EventState.CANCELLED))
    with pytest.raises(NotAllowedError):
        await set_day(people, outbox, OFF, by=3)
    with pytest.raises(EventGoneError):
        await set_day(people, outbox, OFF)


async def test_the_calendar_file_says_on_which_days_it_does_not_take_place(
    people: Database, outbox: FakeOutbox
) -> None:
    await store(people, event(rule=RULE))
    found = await set_day(people, outbox, OFF)
    async with people.session() as session:
        written = (await texts.of_events(session, [1]))[1]
    content = calendar.invitation_file(found, written, "en", "example.org")
    assert b"RRULE:FREQ=WEEKLY;COUNT=3\r\n" in content
    assert b"EXDATE;TZID=Asia/Tbilisi:20270322T093000\r\n" in content
    (read,) = read_file(content, zone("UTC")).events
    assert read.excluded == (dt.datetime(2027, 3, 22, 9, 30),)  # noqa: DTZ001  # wall time at the venue


async def test_another_rule_keeps_the_days_without_it_and_each_is_told_by_itself(
    people: Database, outbox: FakeOutbox
) -> None:
    await store(people, event(rule=RULE), [3])
    await set_day(people, outbox, OFF)
    async with people.session() as session:
        edit = fields.rule("FREQ=WEEKLY;COUNT=5", RULE + ";EXDATE=20270322")
        changed = await changes.change(session, outbox, await acting(session, 1), 1, [edit])
        assert days(changed.event) == ["03-15", "03-29", "04-05", "04-12"]
        assert changed.differences == (Difference("rule", RULE, "FREQ=WEEKLY;COUNT=5"),)
        once = await changes.change(session, outbox, await acting(session, 1), 1, [fields.rule("", changed.event.rule)])
        assert once.differences == (Difference("rule", "FREQ=WEEKLY;COUNT=5", ""),)
