"""Edits of events, and what they change."""

import datetime as dt

import pytest

from bot.services.events import fields
from bot.services.events.edits import Difference, Times, apply, problems, read_times, written
from bot.services.events.fields import Field, FieldError, FieldProblem
from tests.conftest import NOW
from tests.outbox import START, event

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
LATER = fields.times(START + 14 * DAY, START + 14 * DAY + HOUR, "Europe/Belgrade")


def test_only_what_differs_is_a_difference() -> None:
    made = event(capacity=5)
    edits = [fields.capacity(5), fields.text(Field.VENUE, "Hall 2"), fields.languages(["en"])]
    assert apply(made, edits, NOW) == [
        Difference("venue", "House of the Example", "Hall 2"),
        Difference("languages", "", "en"),
    ]


def test_new_times_bring_new_instants() -> None:
    """Clocks in Belgrade have gone forward by then."""
    made = event()
    (difference,) = apply(made, [LATER], NOW)
    assert made.starts_at == dt.datetime(2027, 3, 29, 7, 30, tzinfo=dt.UTC)
    assert difference.old == "2027-03-15T09:30:00/2027-03-15T12:30:00/Asia/Tbilisi"
    assert read_times(difference.new) == Times(START + 14 * DAY, START + 14 * DAY + HOUR, "Europe/Belgrade")


@pytest.mark.parametrize(
    ("field", "text"),
    [(Field.POSITION, ""), (Field.CAPACITY, ""), (Field.KIND, "study_visit"), (Field.LEADS, "7d,1d"), (Field.LINK, "")],
)
def test_fields_are_written_as_codes(field: Field, text: str) -> None:
    assert written(event(), field) == text


def test_no_times_are_read_from_nothing() -> None:
    assert read_times("") is None


@pytest.mark.parametrize(
    ("edit", "field", "problem"),
    [
        pytest.param(
            fields.times(START - 365 * DAY, START - 365 * DAY + HOUR, "Asia/Tbilisi"),
            Field.TIMES,
            FieldProblem.PAST,
            id="past",
        ),
        pytest.param(
            fields.times(START - 40 * DAY, START - 40 * DAY + HOUR, "Asia/Tbilisi"),
            Field.ANSWER_BY,
            FieldProblem.AFTER_START,
            id="a start before answers are closed",
        ),
        pytest.param(fields.answer_by(NOW), Field.ANSWER_BY, FieldProblem.PAST, id="a deadline that has passed"),
        pytest.param(
            fields.rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), Field.RULE, FieldProblem.BAD_RULE, id="30 February"
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(edit: fields.Edit, field: Field, problem: FieldProblem) -> None:
    made = event(answer_by=dt.datetime(2027, 3, 1, tzinfo=dt.UTC))
    with pytest.raises(FieldError) as error:
        apply(made, [edit], NOW)
    assert (error.value.field, error.value.problem) == (field, problem)


def test_an_old_problem_of_another_field_does_not_stand_in_the_way() -> None:
    made = event(answer_by=NOW - DAY)
    assert list(problems(made, NOW)) == [(Field.ANSWER_BY, FieldProblem.PAST)]
    assert len(apply(made, [fields.capacity(3)], NOW)) == 1


def test_a_series_that_has_begun_is_not_past() -> None:
    made = event(rule="FREQ=WEEKLY;COUNT=3")
    assert list(problems(made, dt.datetime(2027, 3, 23, tzinfo=dt.UTC))) == []
