"""Opening hours of a week: what they are, how people write them, and how they are stored.

The notation is the part of OpenStreetMap's `opening_hours` that offices need: `Mo-Fr 08:00-12:00,13:00-16:30;
Sa 22:00-06:00`, or `24/7`. A span that closes at or before the hour it opens goes over midnight and belongs to the
day on which it begins.
"""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

DAY_NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DAY = 1440
"""Minutes."""
MAX_SPANS = 4
"""Spans of one day: a column of text holds the longest week."""
ALWAYS = "24/7"
CLOSED = "closed"
TIME = r"([01]?\d|2[0-4]):([0-5]\d)"
SPAN = re.compile(rf"{TIME}\s*[-–]\s*{TIME}")
RULE = re.compile(r"(?P<days>[A-Za-z][A-Za-z,\s–-]*?)\s+(?P<spans>\d.*)")
EXPECTED_SPANS = "hours such as 08:00-12:00,13:00-16:30"
EXPECTED = f"Mo-Fr 08:00-12:00,13:00-16:30; Sa 09:00-12:00, or {ALWAYS}"


@dataclass(frozen=True, order=True)
class Span:
    """When an office is open without a break, in minutes since the midnight its day begins with.

    Attributes:
        opens: 0-1439.
        closes: after `opens`, by one day at most; above 1440 it is on the next day.

    Raises:
        ValueError: it is no such span.
    """

    opens: int
    closes: int

    def __post_init__(self) -> None:
        """Refuse what is no span."""
        if not (0 <= self.opens < DAY and self.opens < self.closes <= self.opens + DAY):
            raise ValueError(f"found {self.opens}-{self.closes} minutes; expected {EXPECTED_SPANS}")

    def __str__(self) -> str:
        closes = self.closes if self.closes <= DAY else self.closes - DAY
        return f"{_clock(self.opens)}-{_clock(closes)}"


WHOLE_DAY = (Span(0, DAY),)


@dataclass(frozen=True)
class WeeklyHours:
    """The spans of each weekday, Monday first; a weekday without any is closed.

    Raises:
        ValueError: there are not seven days, or spans of one day overlap or are not in order.
    """

    days: tuple[tuple[Span, ...], ...]

    def __post_init__(self) -> None:
        """Refuse what is no week."""
        if len(self.days) != len(DAY_NAMES) or not any(self.days):
            raise ValueError(f"found no week; expected {EXPECTED}")
        for spans in self.days:
            check_day(spans)

    @classmethod
    def parse(cls, text: str) -> "WeeklyHours":
        """Read the notation.

        Raises:
            ValueError: it cannot be read, or names a weekday twice; the message says what was found and expected.
        """
        if text.strip() == ALWAYS:
            return cls((WHOLE_DAY,) * len(DAY_NAMES))
        week: dict[int, tuple[Span, ...]] = {}
        for rule in text.strip().rstrip(";").split(";"):
            days, spans = _parse_rule(rule.strip())
            for day in days:
                if week.setdefault(day, spans) is not spans:
                    raise ValueError(f"found {DAY_NAMES[day]} twice; expected each weekday once")
        return cls(tuple(week.get(day, ()) for day in range(len(DAY_NAMES))))

    def __str__(self) -> str:
        """Write them in the notation; days that follow each other with the same hours are one range."""
        if all(spans == WHOLE_DAY for spans in self.days):
            return ALWAYS
        runs = [(spans, [day for day, _ in run]) for spans, run in groupby(enumerate(self.days), key=lambda p: p[1])]
        return "; ".join(f"{_range(days)} {format_spans(spans)}" for spans, days in runs if spans)


def check_day(spans: tuple[Span, ...]) -> None:
    """Make sure that the spans of one day follow each other.

    Raises:
        ValueError: they do not, or are more than `MAX_SPANS`.
    """
    if len(spans) > MAX_SPANS:
        raise ValueError(f"found {len(spans)} spans on one day; expected at most {MAX_SPANS}")
    for earlier, later in pairwise(spans):
        if later.opens < earlier.closes:
            raise ValueError(f"found {earlier} and {later} on one day; expected spans in order that do not overlap")


def parse_spans(text: str) -> tuple[Span, ...]:
    """Read the hours of one day, or `closed`.

    Raises:
        ValueError: they cannot be read.
    """
    if text.strip().casefold() == CLOSED:
        return ()
    spans = tuple(_parse_span(part.strip()) for part in text.split(","))
    check_day(spans)
    return spans


def format_spans(spans: tuple[Span, ...]) -> str:
    """Write the hours of one day."""
    return ",".join(map(str, spans)) or CLOSED


class WeeklyHoursText(TypeDecorator[WeeklyHours]):
    """A column of weekly hours in the notation; NULL where nobody has told them."""

    impl = String(400)
    cache_ok = True

    def process_bind_param(self, value: WeeklyHours | None, dialect: Dialect) -> str | None:
        """Write the notation."""
        del dialect
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> WeeklyHours | None:
        """Read the notation."""
        del dialect
        return None if value is None else WeeklyHours.parse(value)


class SpansText(TypeDecorator[tuple[Span, ...]]):
    """A column of the hours of one day; `closed` for none."""

    impl = String(60)
    cache_ok = True

    def process_bind_param(self, value: tuple[Span, ...] | None, dialect: Dialect) -> str | None:
        """Write the notation."""
        del dialect
        return None if value is None else format_spans(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Span, ...] | None:
        """Read the notation."""
        del dialect
        return None if value is None else parse_spans(value)


def _parse_rule(rule: str) -> tuple[list[int], tuple[Span, ...]]:
    match = RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"found {rule!r}; expected {EXPECTED}")
    days = [day for part in match["days"].split(",") for day in _parse_days(part.strip())]
    return days, parse_spans(match["spans"])


def _parse_days(text: str) -> list[int]:
    """Return the weekdays of `Mo` or `Fr-Mo`."""
    names = [name.strip().capitalize() for name in re.split("[-–]", text)]
    if not 1 <= len(names) <= 2 or not set(names) <= set(DAY_NAMES):  # noqa: PLR2004  # a day, or first and last
        raise ValueError(
            f"found {text!r}; expected weekdays such as Mo, Mo-Fr or Mo,We; they are {' '.join(DAY_NAMES)}"
        )
    first, last = DAY_NAMES.index(names[0]), DAY_NAMES.index(names[-1])
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _parse_span(text: str) -> Span:
    match = SPAN.fullmatch(text)
    if match is None:
        raise ValueError(f"found {text!r}; expected {EXPECTED_SPANS}")
    hours = list(map(int, match.groups()))
    opens, closes = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
    if closes > DAY:
        raise ValueError(f"found {text!r}; expected {EXPECTED_SPANS}")
    return Span(opens, closes if closes > opens else closes + DAY)


def _range(days: list[int]) -> str:
    first, last = DAY_NAMES[days[0]], DAY_NAMES[days[-1]]
    return first if first == last else f"{first}-{last}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
