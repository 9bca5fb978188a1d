"""Fields of events as they are typed."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.dates import Now, Reason
from bot.models import Event, EventKind, EventText
from bot.services.events.fields import Edit, Field, FieldError, FieldProblem
from bot.services.events.typed_fields import TYPED, Typist, Unclear, parse
from tests.conftest import NOW
from tests.outbox import event

LOCALES = ("en", "uk", "sr")
DRAFT = Event(id=1, kind=EventKind.MEETING, created_at=NOW)


def typist(locale: str = "en") -> Typist:
    """Return somebody who plans an event in Tbilisi."""
    return Typist(Now(NOW, ZoneInfo("Asia/Tbilisi")), locale, LOCALES)


def columns(field: Field, typed: str, locale: str = "en") -> dict[str, Any]:
    """Return the columns that a typed field sets."""
    found = parse(field, typed, DRAFT, typist(locale))
    assert isinstance(found, list)
    return {name: value for edit in found if isinstance(edit, Edit) for name, value in edit.columns.items()}


@pytest.mark.parametrize(
    ("typed", "locale", "start", "end"),
    [
        ("15 March 2027 9:30-12:30", "en", "2027-03-15 09:30", "2027-03-15 12:30"),
        ("15 березня 2027 9:30", "uk", "2027-03-15 09:30", "2027-03-15 10:30"),
        ("15. mart 2027 u 9:30", "sr_Latn", "2027-03-15 09:30", "2027-03-15 10:30"),
        ("15 March 2027", "en", "2027-03-15 09:00", "2027-03-15 17:00"),
        ("15-17 March 2027", "en", "2027-03-15 09:00", "2027-03-17 17:00"),
    ],
)
def test_a_typed_time_is_on_the_clock_of_the_venue(typed: str, locale: str, start: str, end: str) -> None:
    found = columns(Field.TIMES, typed, locale)
    assert (f"{found['start']:%Y-%m-%d %H:%M}", f"{found['end']:%Y-%m-%d %H:%M}") == (start, end)
    assert found["zone"] == "Asia/Tbilisi"


def test_a_second_line_is_the_city_by_whose_clock_it_is() -> None:
    found = columns(Field.TIMES, "15 March 2027 9:30\nKyiv")
    assert (found["zone"], f"{found['start']:%H:%M}") == ("Europe/Kyiv", "09:30")
    with pytest.raises(FieldError) as error:
        columns(Field.TIMES, "15 March 2027 9:30\nAtlantis")
    assert error.value.problem is FieldProblem.UNKNOWN_ZONE


def test_a_city_alone_corrects_the_zone_and_keeps_the_hours() -> None:
    known = event(zone="Asia/Tbilisi")
    found = parse(Field.TIMES, "Київ", known, typist("uk"))
    assert isinstance(found, list)
    (edit,) = found
    assert isinstance(edit, Edit)
    assert (edit.columns["zone"], edit.columns["start"]) == ("Europe/Kyiv", known.start)
    assert isinstance(parse(Field.TIMES, "Київ", DRAFT, typist("uk")), Unclear)


@pytest.mark.parametrize(
    ("typed", "hour"), [("1 March 2027", 13), ("1 March 2027 12:00", 8)], ids=["end of work", "as typed"]
)
def test_answers_are_taken_until_a_moment_at_the_venue(typed: str, hour: int) -> None:
    assert columns(Field.ANSWER_BY, typed) == {"answer_by": dt.datetime(2027, 3, 1, hour, tzinfo=dt.UTC)}


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        (Field.VENUE, "Hall 2\nStreet 1", {"venue": "Hall 2", "address": "Street 1"}),
        (Field.VENUE, "-", {"venue": None, "address": None}),
        (Field.HOST_COUNTRY, "Україна", {"host_country": "UA"}),
        (Field.HOST_COUNTRY, "-", {"host_country": None}),
        (Field.LANGUAGES, "EN, ro", {"languages": ["en", "ro"]}),
        (Field.LANGUAGES, "англійська та румунська", {"languages": ["en", "ro"]}),
        (Field.CAPACITY, "12", {"capacity": 12}),
        (Field.CAPACITY, "12 seats", {"capacity": 12}),
        (Field.CAPACITY, "-", {"capacity": None}),
        (Field.LEADS, "2h, 7D", {"leads": ["7d", "2h"]}),
        (Field.ANSWER_BY, "-", {"answer_by": None}),
        (Field.RULE, "-", {"rule": None}),
    ],
)
def test_a_typed_field_sets_columns_and_a_dash_takes_it_away(
    field: Field, typed: str, expected: dict[str, object]
) -> None:
    assert columns(field, typed, "uk") == expected


@pytest.mark.parametrize(
    ("host", "typed", "zone"),
    [
        pytest.param(None, "Georgia", "Asia/Tbilisi", id="the host comes after the times"),
        pytest.param("GE", "Moldova", "Europe/Chisinau", id="the host is another one"),
        pytest.param("GE", "Georgia", None, id="the host is the same"),
        pytest.param("GE", "-", None, id="no host any more"),
    ],
)
def test_times_are_meant_by_the_clock_of_the_host_whichever_is_typed_first(
    host: str | None, typed: str, zone: str | None
) -> None:
    start = dt.datetime(2027, 3, 15, 9, 30)  # noqa: DTZ001  # wall time
    draft = Event(id=1, kind=EventKind.MEETING, created_at=NOW, host_country=host, zone="Europe/Budapest")
    draft.start, draft.end = start, start + dt.timedelta(hours=3)
    found = parse(Field.HOST_COUNTRY, typed, draft, typist())
    assert isinstance(found, list)
    edits = {edit.field: edit.columns for edit in found if isinstance(edit, Edit)}
    assert edits.get(Field.TIMES) == ({"start": draft.start, "end": draft.end, "zone": zone} if zone else None)


def test_a_title_has_its_description_below_it_in_the_language_of_who_types() -> None:
    assert parse(Field.TITLE, "Візит\nРядок 1\nРядок 2", DRAFT, typist("uk")) == [
        EventText(event_id=1, locale="uk", title="Візит", description="Рядок 1\nРядок 2")
    ]


def test_several_meanings_are_offered_and_none_is_said() -> None:
    several = parse(Field.TIMES, "3/4 9:00", DRAFT, typist())
    assert isinstance(several, Unclear)
    assert {str(each) for each in several.meanings} == {"2027-04-03T09:00", "2027-03-04T09:00"}
    assert parse(Field.TIMES, "blue", DRAFT, typist()) == Unclear(Reason.UNKNOWN_WORD)


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        (Field.CAPACITY, "-1", FieldProblem.OUT_OF_RANGE),
        (Field.CAPACITY, "1000000", FieldProblem.OUT_OF_RANGE),
        (Field.CAPACITY, "12 or 13", FieldProblem.OUT_OF_RANGE),
        (Field.HOST_COUNTRY, "RS MD", FieldProblem.UNKNOWN_COUNTRY),
        (Field.LINK, "ftp://example.org", FieldProblem.NOT_HTTPS),
    ],
)
def test_what_is_not_taken_is_an_error(field: Field, typed: str, problem: FieldProblem) -> None:
    with pytest.raises(FieldError) as error:
        parse(field, typed, DRAFT, typist())
    assert error.value.problem is problem


@pytest.mark.parametrize("field", TYPED)
def test_every_field_that_is_asked_for_can_be_typed(field: Field) -> None:
    parse(field, "-", DRAFT, typist())


@pytest.mark.parametrize(
    ("typed", "goes"),
    [
        pytest.param("House", False, id="the same"),
        pytest.param("House\nExample Street 1", True, id="another address"),
        pytest.param("Hall", True, id="another place"),
        pytest.param("-", True, id="no place any more"),
    ],
)
def test_the_point_on_the_map_goes_with_the_place_that_is_given_up(typed: str, goes: bool) -> None:
    planned = Event(id=1, kind=EventKind.MEETING, created_at=NOW, venue="House", latitude=41.69, longitude=44.8)
    found = parse(Field.VENUE, typed, planned, typist())
    assert isinstance(found, list)
    assert any(isinstance(edit, Edit) and edit.field is Field.POSITION for edit in found) is goes
