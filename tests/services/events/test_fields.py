"""What each field takes."""

import datetime as dt
from collections.abc import Callable

import pytest

from bot.services.events import fields
from bot.services.events.fields import Edit, Field, FieldError, FieldProblem
from tests.outbox import START

HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("edit", "columns"),
    [
        pytest.param(
            fields.text(Field.VENUE, "  House \n of\u202e the Example "), {"venue": "House of the Example"}, id="text"
        ),
        pytest.param(fields.text(Field.CONTACT, " "), {"contact": None}, id="no text"),
        pytest.param(fields.link(" https://example.org/a?b=1 "), {"link": "https://example.org/a?b=1"}, id="link"),
        pytest.param(fields.link(""), {"link": None}, id="no link"),
        pytest.param(fields.position((41.7, 44.8)), {"latitude": 41.7, "longitude": 44.8}, id="position"),
        pytest.param(fields.position(None), {"latitude": None, "longitude": None}, id="no position"),
        pytest.param(fields.languages(["en", "ka", "en"]), {"languages": ["en", "ka"]}, id="languages"),
        pytest.param(fields.capacity(None), {"capacity": None}, id="no limit"),
        pytest.param(fields.rule("rrule:freq=weekly;count=3"), {"rule": "FREQ=WEEKLY;COUNT=3"}, id="rule"),
        pytest.param(fields.rule(""), {"rule": None}, id="once"),
        pytest.param(fields.leads(["2h", "7d"]), {"leads": ["7d", "2h"]}, id="leads"),
        pytest.param(fields.host_country(None), {"host_country": None}, id="the network"),
        pytest.param(
            fields.answer_by(dt.datetime.fromisoformat("2027-03-01T12:00+04:00")),
            {"answer_by": dt.datetime(2027, 3, 1, 8, tzinfo=dt.UTC)},
            id="deadline",
        ),
        pytest.param(
            fields.times(START, START + HOUR, "Europe/Kiev"),
            {"start": START, "end": START + HOUR, "zone": "Europe/Kyiv"},
            id="times, with today's name of the zone",
        ),
    ],
)
def test_a_value_is_kept_as_columns(edit: Edit, columns: dict[str, object]) -> None:
    assert edit.columns == columns


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        pytest.param(lambda: fields.text(Field.VENUE, "x" * 201), FieldProblem.TOO_LONG, id="long text"),
        pytest.param(lambda: fields.link("http://example.org"), FieldProblem.NOT_HTTPS, id="no https"),
        pytest.param(lambda: fields.link("javascript:alert(1)"), FieldProblem.NOT_HTTPS, id="script"),
        pytest.param(lambda: fields.link("https://"), FieldProblem.NOT_HTTPS, id="no host"),
        pytest.param(lambda: fields.link("https://[example"), FieldProblem.NOT_HTTPS, id="broken host"),
        pytest.param(lambda: fields.link("https://example.org/a b"), FieldProblem.NOT_HTTPS, id="blank in a link"),
        pytest.param(lambda: fields.link("https://example.org/" + "x" * 500), FieldProblem.TOO_LONG, id="long link"),
        pytest.param(lambda: fields.position((91, 0)), FieldProblem.OUT_OF_RANGE, id="beyond the pole"),
        pytest.param(lambda: fields.position((float("nan"), 0)), FieldProblem.OUT_OF_RANGE, id="no number"),
        pytest.param(lambda: fields.languages(["english"]), FieldProblem.UNKNOWN_LANGUAGE, id="no code"),
        pytest.param(lambda: fields.capacity(0), FieldProblem.OUT_OF_RANGE, id="no seat"),
        pytest.param(lambda: fields.capacity(1001), FieldProblem.OUT_OF_RANGE, id="a stadium"),
        pytest.param(lambda: fields.rule("FREQ=SECONDLY"), FieldProblem.BAD_RULE, id="each second"),
        pytest.param(lambda: fields.leads(["soon"]), FieldProblem.BAD_LEAD, id="no lead"),
        pytest.param(lambda: fields.leads([f"{n}d" for n in range(1, 9)]), FieldProblem.TOO_MANY, id="eight leads"),
        pytest.param(lambda: fields.host_country("XX"), FieldProblem.UNKNOWN_COUNTRY, id="no country of ours"),
        pytest.param(lambda: fields.times(START, START, "Asia/Tbilisi"), FieldProblem.END_BEFORE_START, id="no length"),
        pytest.param(lambda: fields.times(START, START + HOUR, "Tbilisi"), FieldProblem.UNKNOWN_ZONE, id="no zone"),
        pytest.param(
            lambda: fields.times(START, START + dt.timedelta(days=63), "Asia/Tbilisi"),
            FieldProblem.TOO_LONG,
            id="a season",
        ),
        pytest.param(
            lambda: fields.times(
                dt.datetime(2027, 3, 28, 2, 30),  # noqa: DTZ001  # wall time that is skipped: the clock shows 03:30
                dt.datetime(2027, 3, 28, 3, 15),  # noqa: DTZ001  # so this one is before
                "Europe/Belgrade",
            ),
            FieldProblem.END_BEFORE_START,
            id="an end that comes before by the change of clocks",
        ),
    ],
)
def test_what_is_not_taken_is_said_by_field_and_reason(make: Callable[[], Edit], problem: FieldProblem) -> None:
    with pytest.raises(FieldError) as error:
        make()
    assert error.value.problem is problem


def test_a_rule_keeps_the_days_of_the_one_before_unless_it_has_its_own() -> None:
    before = "FREQ=WEEKLY;EXDATE=20270316"
    assert fields.rule("FREQ=DAILY", before).columns == {"rule": "FREQ=DAILY;EXDATE=20270316"}
    assert fields.rule("FREQ=DAILY;EXDATE=20270401", before).columns == {"rule": "FREQ=DAILY;EXDATE=20270401"}
    assert fields.rule("", before).columns == {"rule": None}


def test_a_rule_that_excludes_too_many_days_is_refused() -> None:
    before = "FREQ=DAILY;EXDATE=" + ",".join(f"202710{day:02}" for day in range(1, 32))
    with pytest.raises(FieldError) as error:
        fields.rule("FREQ=MONTHLY;BYDAY=1TU;COUNT=10", before)
    assert error.value.problem is FieldProblem.TOO_MANY
