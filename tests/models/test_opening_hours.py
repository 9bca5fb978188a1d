"""The notation of opening hours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.opening_hours import DAY, MAX_SPANS, Span, WeeklyHours, format_spans, parse_spans

CLOCKS = st.integers(0, DAY - 1)


@st.composite
def days(draw: st.DrawFn) -> tuple[Span, ...]:
    """Return the spans of one day; the last may go over midnight."""
    times = sorted(draw(st.lists(CLOCKS, unique=True, max_size=2 * MAX_SPANS)))
    spans = [Span(*pair) for pair in zip(times[::2], times[1::2], strict=False)]
    is_long = draw(st.booleans())
    if spans and is_long:
        last = spans.pop().opens
        spans.append(Span(last, draw(st.integers(last + 1, last + DAY))))
    return tuple(spans)


WEEKS = st.lists(days(), min_size=7, max_size=7).filter(any).map(lambda week: WeeklyHours(tuple(week)))


@given(WEEKS)
def test_hours_are_read_as_they_are_written(hours: WeeklyHours) -> None:
    assert WeeklyHours.parse(str(hours)) == hours
    assert len(str(hours)) <= 400


@given(days())
def test_hours_of_a_day_are_read_as_they_are_written(spans: tuple[Span, ...]) -> None:
    assert parse_spans(format_spans(spans)) == spans


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param("mo–fr 8:00 – 16:30", "Mo-Fr 08:00-16:30", id="as people type"),
        pytest.param("Mo-Su 00:00-24:00", "24/7", id="always"),
        pytest.param("Fr-Mo 09:00-12:00;", "Mo 09:00-12:00; Fr-Su 09:00-12:00", id="over the end of the week"),
        pytest.param("Mo,We 22:00-06:00", "Mo 22:00-06:00; We 22:00-06:00", id="over midnight"),
        pytest.param("Sa 08:00-08:00", "Sa 08:00-08:00", id="a day and a night"),
        pytest.param("Sa 00:00-00:00", "Sa 00:00-24:00", id="a whole day"),
    ],
)
def test_hours_are_written_in_one_way(typed: str, written: str) -> None:
    assert str(WeeklyHours.parse(typed)) == written


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "found ''; expected Mo-Fr 08:00-12:00"),
        ("whenever", "found 'whenever'; expected Mo-Fr"),
        ("Mo-Fr", "found 'Mo-Fr'; expected Mo-Fr 08:00"),
        ("Pn-Pt 08:00-16:00", "found 'Pn-Pt'; expected weekdays such as Mo"),
        ("Mo-Tu-We 08:00-16:00", "found 'Mo-Tu-We'; expected weekdays"),
        ("Mo 8-16", "found '8-16'; expected hours such as"),
        ("Mo 08:00-25:00", "found '08:00-25:00'; expected hours"),
        ("Mo 08:00-24:30", "found '08:00-24:30'; expected hours"),
        ("Mo 24:00-08:00", "expected hours such as"),
        ("Mo 08:00-12:00,11:00-13:00", "expected spans in order that do not overlap"),
        ("Mo 08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00,16:00-17:00", "found 5 spans on one day"),
        ("Mo-We 08:00-12:00; Tu 09:00-10:00", "found Tu twice; expected each weekday once"),
        ("Mo closed", "found 'Mo closed'"),
    ],
)
def test_what_cannot_be_read_is_explained(typed: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        WeeklyHours.parse(typed)


def test_a_week_has_seven_days_and_opens_on_one() -> None:
    for week in ((), ((),) * 7, ((Span(0, 60),),) * 6):
        with pytest.raises(ValueError, match="found no week"):
            WeeklyHours(week)
