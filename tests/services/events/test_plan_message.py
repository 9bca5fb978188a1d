"""Events written in one message."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.database import Database
from bot.dates import Now, Reason
from bot.models import EventKind, EventText
from bot.services.actors import NotAllowedError
from bot.services.events import audience, texts
from bot.services.events.fields import Field, FieldProblem
from bot.services.events.plan_lines import Unread
from bot.services.events.plan_message import Doubtful, Refused, Why, Written, write
from bot.services.events.typed_fields import Typist, Unclear
from tests.conftest import NOW
from tests.members import acting

LOCALES = ("en", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk")
WHOLE = """
kind: study visit
title: Visit of the <Example>
when: 12.03.2027 9:30-16:00
zone: Tbilisi
venue: House of the Example
address: Example Street 1
link: https://example.org/room
capacity: 20
answer by: 1.3.2027
languages: English, ka
contact: Front office
reminders: 7d 1d
repeat: FREQ=WEEKLY;COUNT=2
host: Unit G
host country: Georgia
invite: RS, MD
description: Bring slides.
And pens.
"""


def typist(locale: str = "en", zone: str = "Europe/Budapest") -> Typist:
    """Return somebody who types in Budapest."""
    return Typist(Now(NOW, ZoneInfo(zone)), locale, LOCALES)


async def written(database: Database, text: str, locale: str = "en", by: int = 2) -> Written:
    """Make a draft of a message."""
    async with database.session() as session:
        found = await write(session, await acting(session, by), text, typist(locale))
        await session.commit()
        return found


async def test_a_message_makes_a_draft_with_all_that_it_says(people: Database) -> None:
    found = await written(people, WHOLE)
    draft = found.draft
    assert draft is not None
    assert found.refused == ()
    assert (draft.kind, draft.zone, draft.host_country, draft.host_unit) == (
        EventKind.STUDY_VISIT,
        "Asia/Tbilisi",
        "GE",
        "Unit G",
    )
    assert (f"{draft.start:%Y-%m-%d %H:%M}", f"{draft.end:%H:%M}") == ("2027-03-12 09:30", "16:00")
    assert draft.answer_by == dt.datetime(2027, 3, 1, 13, tzinfo=dt.UTC)
    assert (draft.venue, draft.address, draft.link) == (
        "House of the Example",
        "Example Street 1",
        "https://example.org/room",
    )
    assert (draft.capacity, draft.languages, draft.leads) == (20, ["en", "ka"], ["7d", "1d"])
    assert (draft.contact, draft.rule) == ("Front office", "FREQ=WEEKLY;COUNT=2")
    async with people.session() as session:
        assert [line.value for line in await audience.lines(session, 1)] == ["MD", "RS"]
        (text,) = (await texts.of_events(session, [1]))[1]
    assert text == EventText(
        event_id=1, locale="en", title="Visit of the <Example>", description="Bring slides.\nAnd pens."
    )


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("hu", "típus: tanulmányút\nidőzóna: Tbiliszi\nmikor: 2027. március 12. 9:30-16:00\nférőhely: 20"),
        ("uk", "вид: ознайомчий візит\nчасовий пояс: Тбілісі\nколи: 12 березня 2027 9:30-16:00\nкількість місць: 20"),
        ("sr_Latn", "vrsta: studijska poseta\nvremenska zona: Tbilisi\nkada: 12. mart 2027 9:30-16:00\nbroj mesta: 20"),
        ("mk", "ВИД: студиска посета\nград: Тбилиси\nкога: 12 март 2027 9:30-16:00\nместа: 20"),
        ("ro", "- tip: vizita de studiu\n- oras: Tbilisi\n- cand: 12 martie 2027 9:30-16:00\n- locuri: 20"),
        ("ka", "ადგილების რაოდენობა: 20\nროდის: 12 მარტი 2027 9:30-16:00\nქალაქი: თბილისი\nსახე: სასწავლო ვიზიტი"),
    ],
)
async def test_each_language_has_its_words(people: Database, locale: str, text: str) -> None:
    found = await written(people, text, locale)
    assert found.draft is not None
    assert found.refused == ()
    assert (found.draft.kind, found.draft.capacity) == (EventKind.STUDY_VISIT, 20)
    assert found.draft.starts_at == dt.datetime(2027, 3, 12, 5, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("line", "field", "why"),
    [
        ("kind: party", Field.KIND, Doubtful.KIND),
        ("when: blue", Field.TIMES, Unclear(Reason.UNKNOWN_WORD)),
        ("when: 1.1.2020 9:00-10:00", Field.TIMES, FieldProblem.PAST),
        ("zone: Atlantis", None, Doubtful.PLACE),
        ("link: http://example.org", Field.LINK, FieldProblem.NOT_HTTPS),
        ("capacity: many", Field.CAPACITY, FieldProblem.OUT_OF_RANGE),
        ("languages: klingon tongue", Field.LANGUAGES, FieldProblem.UNKNOWN_LANGUAGE),
        ("host country: Atlantis", Field.HOST_COUNTRY, FieldProblem.UNKNOWN_COUNTRY),
        ("repeat: often", Field.RULE, FieldProblem.BAD_RULE),
        ("reminders: soon", Field.LEADS, FieldProblem.BAD_LEAD),
        ("venue: " + "x" * 201, Field.VENUE, FieldProblem.TOO_LONG),
        ("title: " + "x" * 151, Field.TITLE, FieldProblem.TOO_LONG),
        ("description: Bring slides.", Field.DESCRIPTION, Doubtful.NO_TITLE),
        ("colour: blue", None, Unread.NO_FIELD),
    ],
)
async def test_a_line_that_is_not_taken_is_quoted_with_its_reason_and_keeps_no_other_out(
    people: Database, line: str, field: Field | None, why: Why
) -> None:
    found = await written(people, f"contact: Front office\n{line}")
    assert found.draft is not None
    assert found.draft.contact == "Front office"
    assert found.refused == (Refused(line, field, why),)


async def test_several_meanings_of_a_time_are_offered(people: Database) -> None:
    (refused,) = (await written(people, "when: 3/4 9:00")).refused
    assert isinstance(refused.why, Unclear)
    assert len(refused.why.meanings) == 2


async def test_a_day_to_answer_by_after_the_start_is_told(people: Database) -> None:
    found = await written(people, "answer by: 1.4.2027\nwhen: 12.03.2027 9:30")
    assert found.refused == (Refused("answer by: 1.4.2027", Field.ANSWER_BY, FieldProblem.AFTER_START),)


async def test_whom_nobody_knows_is_told_part_by_part(people: Database) -> None:
    found = await written(people, "invite: RS, Atlantis, curators of MD")
    assert found.refused == (
        Refused("Atlantis", None, Doubtful.INVITED),
        Refused("curators of MD", None, Doubtful.INVITED),
    )


@pytest.mark.parametrize(
    ("text", "zone", "venue"),
    [
        ("place: Tbilisi\nvenue: House", "Asia/Tbilisi", "House"),
        ("place: Tbilisi", "Asia/Tbilisi", "Tbilisi"),
        ("place: Room 7", "Europe/Budapest", "Room 7"),
        ("host country: GE", "Asia/Tbilisi", None),
        ("zone: Kyiv\nplace: Tbilisi", "Europe/Kyiv", "Tbilisi"),
    ],
)
async def test_times_are_those_of_the_place(people: Database, text: str, zone: str, venue: str | None) -> None:
    found = await written(people, f"{text}\nwhen: 12.03.2027 9:30")
    assert found.draft is not None
    assert found.refused == ()
    assert (found.draft.zone, found.zone.key, found.draft.venue) == (zone, zone, venue)


async def test_a_country_that_is_not_theirs_is_no_host(people: Database) -> None:
    found = await written(people, "host country: HU\ntitle: Visit", by=1)
    assert found.draft is not None
    assert found.draft.host_country == "GE"
    assert found.refused == (Refused("host country: HU", Field.HOST_COUNTRY, Doubtful.NOT_YOURS),)


async def test_a_message_without_an_event_makes_no_draft(people: Database) -> None:
    found = await written(people, "hello")
    assert (found.draft, found.refused) == (None, (Refused("hello", None, Unread.NO_FIELD),))


async def test_officers_make_no_draft(people: Database) -> None:
    with pytest.raises(NotAllowedError):
        await written(people, WHOLE, by=3)
