"""Calendar files, read by two independent parsers."""

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars.event import Alarm, Method, Organizer, Status, event_uid
from bot.calendars.export import MOST_EVENTS, write
from bot.calendars.rules import read_rule
from bot.calendars.texts import clean
from bot.times import Lead, WallKind, instant, read_wall, zone
from tests.calendars.events import STAMP, at, event
from tests.calendars.parsers import by_icalendar, by_vobject, forgetful_vobject
from tests.times.strategies import any_wall_time, zones


def vevent(**fields: object) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(write([event(**fields)])).events
    return found


@given(any_wall_time.filter(lambda time: time.year >= 2026), zones)
@settings(deadline=None)
def test_two_parsers_read_the_same_instants(start: dt.datetime, place: ZoneInfo) -> None:
    end = start + dt.timedelta(hours=5)
    file = write([event(start=start, end=end, zone=place.key)])
    (one,), (other,) = by_icalendar(file), by_vobject(file)
    assert (one.start, one.end) == (instant(start, place), instant(end, place))
    if {read_wall(start, place).kind, read_wall(end, place).kind} <= {WallKind.ONCE, WallKind.MISSING}:
        assert (other.start, other.end) == (one.start, one.end)


@given(st.text(), st.text(), st.text())
@settings(deadline=None)
def test_any_text_comes_back_but_for_what_cannot_be_seen(title: str, description: str, location: str) -> None:
    file = write([event(title=title, description=description, location=location)])
    for (read,) in (by_icalendar(file), by_vobject(file)):
        assert read.title == " ".join(clean(title).split())[:200]
        assert read.description.split() == clean(description).split()
        assert read.location.split() == clean(location).split()


@pytest.mark.parametrize(
    "text", ["Визита; „тест”, \\n", "a:b;c,d\\", "👩‍✈️ 🇬🇪" * 30, "BEGIN:VEVENT\nEND:VCALENDAR", "შეხვედრა" * 40]
)
def test_text_cannot_leave_its_property(text: str) -> None:
    file = write([event(description=text)])
    assert [read.description for read in (*by_icalendar(file), *by_vobject(file))] == [text, text]


def test_lines_are_folded_at_75_octets_and_end_with_crlf() -> None:
    lines = write([event(title="Семінар " * 20, description="😀" * 90)]).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_several_events_share_the_component_of_their_zone() -> None:
    file = write([event(uid="a"), event(uid="b"), event(uid="c", zone="Europe/Budapest")], Method.PUBLISH, "Усі події")
    calendar = icalendar.Calendar.from_ical(file)
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Asia/Tbilisi", "Europe/Budapest"]
    assert [read.uid for read in by_vobject(file)] == ["a", "b", "c"]
    assert calendar["X-WR-CALNAME"] == "Усі події"


def test_a_cancellation_says_so_twice_and_rings_no_more() -> None:
    file = write([event(sequence=3, alarms=(Alarm(Lead(1), "Tomorrow"),))], Method.CANCEL)
    calendar = icalendar.Calendar.from_ical(file)
    (found,) = calendar.events
    assert (calendar["METHOD"], found["STATUS"], found["SEQUENCE"]) == ("CANCEL", "CANCELLED", 3)
    assert not found.subcomponents


def test_details_are_where_calendars_look_for_them() -> None:
    found = vevent(
        position=(41.7151, 44.8271),
        url="https://example.org/a,b;c?d=e f",
        status=Status.TENTATIVE,
        organizer=Organizer('NCB "Tbilisi"', "ncb@example.org"),
    )
    assert found["GEO"].to_ical() == "41.7151;44.8271"
    assert found["URL"] == "https://example.org/a,b;c?d=e%20f"
    assert (found["STATUS"], found["ORGANIZER"]) == ("TENTATIVE", "mailto:ncb@example.org")
    assert found["ORGANIZER"].params["CN"] == "NCB 'Tbilisi'"
    assert found.decoded("DTSTAMP") == STAMP


def test_what_is_not_given_is_not_written() -> None:
    assert vevent().keys() == {"UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "example.org"])
def test_only_web_addresses_are_written(url: str) -> None:
    assert "URL" not in vevent(url=url)


@pytest.mark.parametrize(
    ("lead", "trigger"), [(Lead(7), "-P7D"), (Lead(elapsed=dt.timedelta(hours=2)), "-PT2H")], ids=["days", "hours"]
)
def test_an_alarm_rings_before_the_start(lead: Lead, trigger: str) -> None:
    (alarm,) = vevent(alarms=(Alarm(lead, "Bring your passport"),)).walk("VALARM")
    assert (alarm["TRIGGER"].to_ical(), alarm["DESCRIPTION"]) == (trigger.encode(), "Bring your passport")


def test_whole_days_have_no_zone() -> None:
    found = vevent(start=at("2027-03-12T00:00"), end=at("2027-03-15T00:00"), whole_days=True)
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (dt.date(2027, 3, 12), dt.date(2027, 3, 15))
    assert found["DTSTART"].params["VALUE"] == "DATE"


def test_a_series_has_the_same_starts_in_another_parser() -> None:
    series = event(
        zone="Europe/Budapest",
        start=at("2027-03-22T09:30"),
        rule=read_rule("FREQ=WEEKLY;UNTIL=20270412"),
        excluded=(at("2027-04-05T09:30"),),
    )
    other = forgetful_vobject(write([series])).vevent
    starts = [time.astimezone(dt.UTC).isoformat() for time in other.getrruleset(addRDate=True)]
    assert starts == ["2027-03-22T08:30:00+00:00", "2027-03-29T07:30:00+00:00", "2027-04-12T07:30:00+00:00"]


@pytest.mark.parametrize(
    ("until", "written"),
    [
        ("20270412", "20270412T215959Z"),
        ("20270412T093000", "20270412T073000Z"),
        ("20270412T073000Z", "20270412T073000Z"),
    ],
)
def test_the_end_of_a_series_is_an_instant_in_utc(until: str, written: str) -> None:
    found = vevent(zone="Europe/Budapest", rule=read_rule(f"FREQ=WEEKLY;UNTIL={until}"))
    assert found["RRULE"].to_ical() == f"FREQ=WEEKLY;UNTIL={written}".encode()


def test_the_count_of_a_series_stays() -> None:
    assert vevent(rule=read_rule("FREQ=DAILY;COUNT=5"))["RRULE"].to_ical() == b"FREQ=DAILY;COUNT=5"


def test_one_event_of_a_series_is_named_by_its_first_start() -> None:
    found = vevent(instance=at("2027-03-12T09:30"), start=at("2027-03-13T10:00"))
    assert found["RECURRENCE-ID"].params["TZID"] == "Asia/Tbilisi"
    assert found.decoded("RECURRENCE-ID").astimezone(dt.UTC) == at("2027-03-12T05:30+00:00")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"end": at("2027-03-12T09:30")}, "is not after the start"),
        ({"stamp": at("2027-03-12T09:30")}, "needs a zone"),
    ],
)
def test_an_event_that_cannot_be_is_refused(fields: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        write([event(**fields)])


@pytest.mark.parametrize("count", [0, MOST_EVENTS + 1])
def test_a_file_has_some_events_but_not_too_many(count: int) -> None:
    with pytest.raises(ValueError, match="expected 1 to"):
        write([event()] * count)


def test_a_missing_hour_is_written_as_clocks_show_it() -> None:
    found = vevent(zone="Europe/Budapest", start=at("2027-03-28T02:30"), end=at("2027-03-28T05:00"))
    assert found["DTSTART"].to_ical() == b"20270328T033000"


def test_an_event_has_the_same_uid_each_time() -> None:
    assert event_uid(7, "example.org") == event_uid(7, "example.org") == "event-7@example.org"


def test_the_zone_of_a_file_is_that_of_the_venue() -> None:
    assert vevent()["DTSTART"].params["TZID"] == zone("Asia/Tbilisi").key
