"""Calendar files of other producers, and files that mean harm."""

import datetime as dt
from pathlib import Path

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars.content_lines import LARGEST_FILE, MOST_LINES
from bot.calendars.event import CalendarEvent, Method
from bot.calendars.export import write
from bot.calendars.imported import ImportedEvent
from bot.calendars.problems import CalendarFileError, Problem
from bot.calendars.reading import CalendarFile, read_file
from bot.calendars.rules import read_rule
from bot.times import instant, zone
from tests.calendars.events import at, event

FILES = Path(__file__).parent.parent / "data" / "calendars"
BELGRADE = zone("Europe/Belgrade")


def read(name: str) -> CalendarFile:
    return read_file((FILES / f"{name}.ics").read_bytes(), BELGRADE)


def only(name: str) -> ImportedEvent:
    found = read(name)
    assert not found.findings
    (one,) = found.events
    return one


def calendar(*lines: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode()


def meeting(*lines: str) -> bytes:
    return calendar("BEGIN:VEVENT", *lines, "END:VEVENT")


def problem(file: bytes) -> tuple[Problem, int]:
    with pytest.raises(CalendarFileError) as raised:
        read_file(file, BELGRADE)
    return raised.value.finding.problem, raised.value.finding.line


def test_an_invitation_of_outlook_is_read_with_its_windows_zone() -> None:
    found = only("outlook-invitation")
    assert (found.zone, found.zone_given, found.sequence) == ("Europe/Budapest", True, 2)
    assert (found.start, found.end) == (at("2027-03-29T09:30"), at("2027-03-29T11:30"))
    assert (found.title, found.location) == ("Coordination meeting", "Example street 1, Budapest")
    assert found.description == "Agenda:\n1. Welcome, coffee\n2. Work on the joint operation; second part"


def test_a_zone_as_outlook_shows_it_is_that_of_its_first_city() -> None:
    found = only("outlook-cities")
    assert (found.zone, found.zone_given) == ("Europe/Belgrade", True)
    assert (found.start, found.end) == (at("2027-03-12T09:30"), at("2027-03-12T11:00"))


def test_a_zone_that_only_the_file_defines_is_one_of_ours_that_keeps_its_time_and_is_to_be_confirmed() -> None:
    found = only("exchange-custom-zone")
    assert (found.zone, found.zone_given) == ("Europe/Bucharest", False)
    assert found.rule == read_rule("FREQ=WEEKLY;BYDAY=MO;WKST=MO;UNTIL=20270802T063000Z")
    assert found.excluded == (at("2027-07-19T09:30"),)


def test_an_event_that_cannot_be_read_does_not_keep_the_others_out() -> None:
    found = read("exchange-unknown-zone")
    assert [(each.problem, each.line, each.detail) for each in found.findings] == [
        (Problem.UNKNOWN_ZONE, 7, "tzone://Microsoft/Custom")
    ]
    assert [(each.title, each.zone, each.end) for each in found.events] == [
        ("Georgian zone", "Asia/Tbilisi", at("2027-07-12T11:00"))
    ]


def test_a_cancellation_is_one() -> None:
    assert read("exchange-cancellation").method is Method.CANCEL
    found = only("exchange-cancellation")
    assert (found.cancelled, found.sequence, found.zone) == (True, 3, "Europe/Kyiv")


def test_a_file_of_google_has_its_instants_on_the_clock_of_its_calendar() -> None:
    meeting_, days, series = read("google-calendar").events
    assert (meeting_.start, meeting_.zone, meeting_.zone_given) == (at("2027-03-29T09:30"), "Europe/Kyiv", False)
    assert (days.whole_days, days.start, days.end) == (True, at("2027-05-01T00:00"), at("2027-05-04T00:00"))
    assert (series.zone, str(series.rule)) == ("Asia/Tbilisi", "FREQ=WEEKLY;WKST=SU;BYDAY=MO;COUNT=4")


def test_markup_and_scripts_are_taken_out_of_a_description() -> None:
    assert read("google-calendar").events[0].description == "Порядок денний\n1. Вступ\nдокладніше"


def test_ends_in_another_zone_are_on_the_clock_of_the_start() -> None:
    found = only("thunderbird")
    assert (found.zone, found.end, found.position) == ("Europe/Bucharest", at("2027-03-12T11:30"), (44.43, 26.1))


def test_floating_times_get_the_default_zone_and_missing_ends_an_hour_or_a_day() -> None:
    floating, day = read("apple-floating").events
    assert (floating.zone, floating.zone_given, floating.end_given) == ("Europe/Belgrade", False, False)
    assert (floating.end, day.end) == (at("2027-03-12T10:30"), at("2027-03-13T00:00"))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("windows-1251", "Састанак о прекограничној сарадњи"),
        ("windows-1250", "Előkészítő ülés: működő együttműködés, űrlap"),
        ("utf-16", "სამუშაო შეხვედრა"),
        ("utf-8-mark", "Ședință"),
        ("folded-inside-a-letter", "Зустріч"),
    ],
)
def test_letters_survive_their_encoding(name: str, title: str) -> None:
    assert only(name).title == title


def test_what_is_wrong_is_told_by_kind_and_line() -> None:
    assert [(each.problem, each.line) for each in read("wrong-events").findings] == [
        (Problem.NO_START, 4),
        (Problem.BAD_TIME, 9),
        (Problem.BAD_TIME, 13),
        (Problem.END_BEFORE_START, 18),
        (Problem.BAD_DURATION, 23),
        (Problem.TOO_LONG, 28),
        (Problem.BAD_RULE, 33),
        (Problem.BAD_RULE, 38),
        (Problem.TOO_LONG, 43),
        (Problem.EXTRA_DATES, 48),
    ]


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        pytest.param(b"", Problem.NO_CALENDAR, id="empty"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0", Problem.NO_CALENDAR, id="a picture"),
        pytest.param(b"<html>BEGIN:VCALENDAR</html>", Problem.NO_CALENDAR, id="a page"),
        pytest.param(b"BEGIN:VCARD\r\nEND:VCARD\r\n", Problem.NO_CALENDAR, id="a contact"),
        pytest.param(calendar(), Problem.NO_EVENT, id="no event"),
        pytest.param(calendar("BEGIN:VTODO", "END:VTODO"), Problem.NO_EVENT, id="a task"),
        pytest.param(calendar("METHOD:REPLY"), Problem.ANSWER, id="an answer"),
        pytest.param(meeting("DTSTART:20270312T090000Z")[:-20], Problem.UNBALANCED, id="cut off"),
        pytest.param(calendar("END:VEVENT"), Problem.UNBALANCED, id="end without beginning"),
        pytest.param(b"BEGIN:VCALENDAR\r\n" * 2, Problem.TOO_DEEP, id="a calendar in a calendar"),
        pytest.param(calendar(*["BEGIN:VEVENT"] * 9, *["END:VEVENT"] * 9), Problem.TOO_DEEP, id="nested"),
        pytest.param(b"BEGIN:X\r\n" * 9000, Problem.NO_CALENDAR, id="nested without calendar"),
        pytest.param(calendar(*["BEGIN:VEVENT", "END:VEVENT"] * 201), Problem.TOO_MANY_PARTS, id="many events"),
        pytest.param(calendar(*["BEGIN:VTODO", "END:VTODO"] * 2001), Problem.TOO_MANY_PARTS, id="many parts"),
        pytest.param(
            calendar(*["BEGIN:VEVENT", "RRULE:FREQ=DAILY", "END:VEVENT"] * 51), Problem.TOO_MANY_PARTS, id="many series"
        ),
        pytest.param(b"\n" * (MOST_LINES + 1), Problem.TOO_MANY_PARTS, id="many lines"),
        pytest.param(b"x" * (LARGEST_FILE + 1), Problem.TOO_LARGE, id="large"),
    ],
)
def test_a_file_that_is_none_or_too_much_is_refused(file: bytes, kind: Problem) -> None:
    assert problem(file)[0] is kind


def test_a_refused_file_says_where() -> None:
    assert problem(calendar("BEGIN:VEVENT", "END:VALARM")) == (Problem.UNBALANCED, 3)


def test_attachments_are_passed_over_however_large() -> None:
    attachment = "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "A" * 300_000
    file = meeting("DTSTART:20270312T090000Z", attachment, "ATTACH:https://example.org/malware", "SUMMARY:Meeting")
    assert read_file(file, BELGRADE).events[0].title == "Meeting"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://example.org/visit", "https://example.org/visit"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://example.org/\u202emoc", ""),
        ("https://example.org/" + "a" * 500, ""),
    ],
)
def test_only_web_addresses_are_shown(written: str, shown: str) -> None:
    file = meeting("DTSTART:20270312T090000Z", f"URL:{written}")
    assert read_file(file, BELGRADE).events[0].url == shown


def test_control_characters_do_not_come_through() -> None:
    file = meeting("DTSTART:20270312T090000Z", "SUMMARY:A\x00\x07\x1b[31mB\u202egnp.exe")
    assert read_file(file, BELGRADE).events[0].title == "A[31mBgnp.exe"


def test_long_texts_are_cut() -> None:
    found = read_file(meeting("DTSTART:20270312T090000Z", "SUMMARY:" + "я" * 999), BELGRADE).events[0]
    assert (len(found.title), found.title[-1]) == (200, "…")


@pytest.mark.parametrize("sequence", ["", "-1", "9" * 30, "٣", "one"])
def test_a_sequence_that_is_none_is_the_first(sequence: str) -> None:
    assert read_file(meeting("DTSTART:20270312T090000Z", f"SEQUENCE:{sequence}"), BELGRADE).events[0].sequence == 0


def test_a_day_that_is_excluded_excludes_what_starts_on_it() -> None:
    file = meeting(
        "DTSTART;TZID=Asia/Tbilisi:20270312T093000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270313"
    )
    assert read_file(file, BELGRADE).events[0].excluded == (at("2027-03-13T09:30"),)


def test_days_of_a_duration_keep_the_hour_over_a_change_of_clocks() -> None:
    file = meeting("DTSTART;TZID=Europe/Budapest:20270327T090000", "DURATION:P1DT2H")
    assert read_file(file, BELGRADE).events[0].end == at("2027-03-28T11:00")


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail_otherwise(file: bytes) -> None:
    with pytest.raises(CalendarFileError):
        read_file(file, BELGRADE)


LINES = st.lists(
    st.sampled_from(["DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RECURRENCE-ID", "GEO", "SUMMARY", "UID"])
    .flatmap(lambda name: st.tuples(st.just(name), st.text(alphabet='0123456789TZP:;=,\\"-WDHMS/é\n ', max_size=30)))
    .map("".join),
    max_size=8,
)


@given(LINES)
def test_no_properties_make_it_fail_otherwise(lines: list[str]) -> None:
    try:
        found = read_file(meeting("DTSTART:20270312T090000Z", *lines), BELGRADE)
    except CalendarFileError:
        return
    assert len(found.events) + len(found.findings) >= 1


def _again(original: CalendarEvent) -> ImportedEvent:
    (found,) = read_file(write([original], Method.REQUEST), BELGRADE).events
    return found


@given(st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2035, 12, 31)), st.text(max_size=60))  # noqa: DTZ001 - wall times
@settings(deadline=None)
def test_what_we_write_we_read(start: dt.datetime, location: str) -> None:
    original = event(start=start.replace(second=0, microsecond=0), location=location, zone="Europe/Kyiv")
    again = _again(original)
    assert (instant(again.start, zone(again.zone)), instant(again.end, zone(again.zone))) == (
        original.starts_at,
        original.ends_at,
    )
    assert (again.uid, again.title, again.zone_given) == (original.uid, original.title, True)


@pytest.mark.parametrize(
    "name",
    ["exchange-cancellation", "exchange-custom-zone", "google-calendar", "outlook-invitation", "utf-8-mark"],
)
def test_our_instants_are_those_of_icalendar_where_it_knows_the_zone(name: str) -> None:
    ours = {each.uid: instant(each.start, zone(each.zone)) for each in read(name).events}
    theirs = {
        str(each["UID"]): each.decoded("DTSTART")
        for each in icalendar.Calendar.from_ical((FILES / f"{name}.ics").read_bytes()).walk("VEVENT")
    }
    known = {uid: time for uid, time in theirs.items() if isinstance(time, dt.datetime) and time.tzinfo and uid in ours}
    assert known
    assert {uid: ours[uid] for uid in known} == {uid: time.astimezone(dt.UTC) for uid, time in known.items()}
