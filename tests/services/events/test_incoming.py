"""Drafts from calendar files."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.calendars.reading import read_file
from bot.database import Database
from bot.models import EventKind, EventState
from bot.services.actors import NotAllowedError
from bot.services.events import incoming, texts
from bot.services.events.incoming import Doubt, Taken
from bot.services.events.timing import occurrences
from tests.members import acting
from tests.outbox import START

PLAIN = (
    "SUMMARY:Visit of the Example",
    "DTSTART;TZID=Asia/Tbilisi:20270315T093000",
    "DTEND;TZID=Asia/Tbilisi:20270315T123000",
)
MANY_DAYS = [*range(20271001, 20271032), *range(20271101, 20271131)]


def calendar(*events: tuple[str, ...]) -> bytes:
    """Return a file with events of these lines."""
    lines = [line for event in events for line in ("BEGIN:VEVENT", "UID:1@example.org", *event, "END:VEVENT")]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR", ""]).encode()


async def take(database: Database, file: bytes, by: int = 1) -> list[Taken]:
    """Make drafts of a file."""
    async with database.session() as session:
        read = read_file(file, ZoneInfo("Europe/Budapest"))
        taken = await incoming.take(session, await acting(session, by), read, EventKind.MEETING, "en")
        await session.commit()
        return taken


async def test_a_file_becomes_a_draft(people: Database) -> None:
    file = calendar(
        (
            *PLAIN,
            "LOCATION:House of the Example",
            "DESCRIPTION:Line 1\\nLine 2",
            "GEO:41.7;44.8",
            "RRULE:FREQ=WEEKLY;COUNT=3",
        )
    )
    (taken,) = await take(people, file)
    draft = taken.draft
    assert taken.doubts == ()
    assert (draft.state, draft.start, draft.zone) == (EventState.DRAFT, START, "Asia/Tbilisi")
    assert (draft.venue, draft.latitude, draft.rule) == ("House of the Example", 41.7, "FREQ=WEEKLY;COUNT=3")
    assert draft.starts_at == dt.datetime(2027, 3, 15, 5, 30, tzinfo=dt.UTC)
    async with people.session() as session:
        (text,) = (await texts.of_events(session, [1]))[1]
    assert (text.locale, text.title, text.description) == ("en", "Visit of the Example", "Line 1\nLine 2")


@pytest.mark.parametrize(
    ("lines", "doubts"),
    [
        pytest.param(("SUMMARY:x", "DTSTART:20270315T093000", "DTEND:20270315T103000"), (Doubt.ZONE,), id="floating"),
        pytest.param(PLAIN[:2], (Doubt.END,), id="no end"),
        pytest.param(PLAIN[1:], (Doubt.TITLE,), id="no title"),
        pytest.param(("SUMMARY:" + "x" * 190, *PLAIN[1:]), (Doubt.LEFT_OUT,), id="a long title"),
        pytest.param((*PLAIN, "URL:http://example.org"), (Doubt.LEFT_OUT,), id="a link that is not safe"),
        pytest.param(
            (*PLAIN, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Asia/Tbilisi:20270316T120000"),
            (Doubt.EXCLUDED,),
            id="an hour of a series that is left out",
        ),
        pytest.param(
            (
                *PLAIN,
                "RRULE:FREQ=DAILY",
                *(f"EXDATE;VALUE=DATE:2027{10 + day // 28}{day % 28 + 1:02}" for day in range(40)),
            ),
            (Doubt.EXCLUDED,),
            id="more days than a rule holds",
        ),
    ],
)
async def test_what_the_file_does_not_say_for_sure_is_said(
    people: Database, lines: tuple[str, ...], doubts: tuple[Doubt, ...]
) -> None:
    (taken,) = await take(people, calendar(lines))
    assert taken.doubts == doubts


async def test_whole_days_have_no_hours(people: Database) -> None:
    (taken,) = await take(people, calendar(("SUMMARY:x", "DTSTART;VALUE=DATE:20270315", "DTEND;VALUE=DATE:20270317")))
    assert Doubt.HOURS in taken.doubts


async def test_a_past_event_keeps_its_text_but_not_its_times(people: Database) -> None:
    lines = ("SUMMARY:x", "DTSTART;TZID=Asia/Tbilisi:20200315T093000", "DTEND;TZID=Asia/Tbilisi:20200315T123000")
    (taken,) = await take(people, calendar(lines))
    assert taken.doubts == (Doubt.LEFT_OUT,)
    assert taken.draft.start is None


async def test_several_events_are_several_drafts_without_those_that_do_not_take_place(people: Database) -> None:
    changed = (*PLAIN, "RECURRENCE-ID;TZID=Asia/Tbilisi:20270315T093000")
    assert len(await take(people, calendar(PLAIN, (*PLAIN, "STATUS:CANCELLED"), changed, PLAIN))) == 2


async def test_officers_bring_in_nothing(people: Database) -> None:
    with pytest.raises(NotAllowedError):
        await take(people, calendar(PLAIN), by=3)


async def test_days_on_which_a_series_does_not_take_place_are_taken(people: Database) -> None:
    series = (*PLAIN, "RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Asia/Tbilisi:20270316T093000")
    cancelled = (
        "STATUS:CANCELLED",
        "SUMMARY:Visit of the Example",
        "DTSTART;TZID=Asia/Tbilisi:20270317T093000",
        "RECURRENCE-ID;TZID=Asia/Tbilisi:20270317T093000",
    )
    (taken,) = await take(people, calendar(series, cancelled))
    assert taken.doubts == ()
    assert taken.draft.rule == "FREQ=DAILY;COUNT=4;EXDATE=20270316,20270317"
    assert [f"{each.wall:%d}" for each in occurrences(taken.draft)] == ["15", "18"]
