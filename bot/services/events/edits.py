"""Edits applied to an event, what they make together, and what they changed as text."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.calendars.recurrence import Series, check_takes_place
from bot.calendars.rules import RuleError, read_rule
from bot.models import Event
from bot.services.events.fields import Edit, Field, FieldError, FieldProblem
from bot.services.events.timing import settle
from bot.times import zone

TOGETHER = {Field.TIMES: {Field.TIMES, Field.ANSWER_BY, Field.RULE}, Field.RULE: {Field.RULE, Field.TIMES}}
"""What may become wrong by a change of another field."""

EXCLUDED = "excluded"
"""Field of a difference beside those of `Field`: days on which a series does not take place, in ISO 8601."""


@dataclass(frozen=True)
class Difference:
    """A field before and after, as `written` gives it."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Times:
    """What the field TIMES is written from: naive wall times at the venue, and its zone."""

    start: dt.datetime
    end: dt.datetime
    zone: str


def apply(event: Event, edits: Iterable[Edit], now: dt.datetime) -> list[Difference]:
    """Apply edits and return what differs by them; the caller saves the event.

    Raises:
        FieldError: what they make is not possible; the event is changed then and not to be saved.
    """
    wanted = list(edits)
    before = {edit.field: written(event, edit.field) for edit in wanted}
    for edit in wanted:
        for column, value in edit.columns.items():
            setattr(event, column, value)
    settle(event)
    touched = {field for edit in wanted for field in TOGETHER.get(edit.field, {edit.field})}
    for field, problem in problems(event, now):
        if field in touched:
            raise FieldError(field, problem)
    after = {field: written(event, field) for field in before}
    found = [Difference(field, before[field], after[field]) for field in before if before[field] != after[field]]
    return [part for each in found for part in (_of_rule(each) if each.field == Field.RULE else (each,))]


def problems(event: Event, now: dt.datetime) -> Iterator[tuple[Field, FieldProblem]]:
    """Yield what does not fit together in an event whose fields are right each by itself."""
    if event.starts_at is None or event.over_at is None:
        if event.start is not None and event.rule is not None:
            yield Field.RULE, FieldProblem.NOTHING_LEFT  # all its days are excluded
        return
    if event.over_at <= now or (event.rule is None and event.starts_at <= now):
        yield Field.TIMES, FieldProblem.PAST
    if event.answer_by is not None and event.answer_by > event.starts_at:
        yield Field.ANSWER_BY, FieldProblem.AFTER_START
    if event.answer_by is not None and event.answer_by <= now:
        yield Field.ANSWER_BY, FieldProblem.PAST
    if not _takes_place(event):
        yield Field.RULE, FieldProblem.BAD_RULE


def written(event: Event, field: Field) -> str:
    """Return a field as text that `bot.views` can read: codes, ISO 8601, numbers; "" for nothing."""
    if field is Field.TIMES and event.start is None:
        return ""  # a draft may know its zone first
    if field is Field.TIMES:
        parts = (event.start, event.end, event.zone)
        return "/".join(part if isinstance(part, str) else part.isoformat() for part in parts if part is not None)
    if field is Field.POSITION:
        return f"{event.latitude},{event.longitude}" if event.latitude is not None else ""
    value = getattr(event, str(field))
    if isinstance(value, dt.datetime):
        return value.isoformat()
    return ",".join(value) if isinstance(value, list) else str("" if value is None else value)


def _of_rule(of: Difference) -> Iterator[Difference]:
    """Yield how it comes again and the days without it, each by itself if it differs; without a rule there are none."""
    before, after = (read_rule(text) if text else None for text in (of.old, of.new))
    bare = [str(replace(rule, excluded=())) if rule else "" for rule in (before, after)]
    if bare[0] != bare[1]:
        yield Difference(Field.RULE, *bare)
    days = [",".join(day.isoformat() for day in rule.excluded) if rule else "" for rule in (before, after)]
    if after is not None and days[0] != days[1]:
        yield Difference(EXCLUDED, *days)


def read_times(text: str) -> Times | None:
    """Return what TIMES was written from; None for ""."""
    if not text:
        return None
    start, end, zone_name = text.split("/", 2)
    return Times(dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end), zone_name)


def _takes_place(event: Event) -> bool:
    if event.rule is None or event.start is None or event.zone is None:
        return True
    try:
        check_takes_place(Series(event.start, zone(event.zone), read_rule(event.rule)))
    except RuleError:
        return False
    return True
