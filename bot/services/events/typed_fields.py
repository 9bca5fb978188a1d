"""Fields of an event as coordinators type them, in their language; a single dash takes a field away."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.dates import Now, Reason, Understood, When, read
from bot.models import Event, EventText
from bot.services.countries import find_countries
from bot.services.events import fields
from bot.services.events.fields import Edit, Field, FieldError, FieldProblem
from bot.services.events.plan_places import zone_of_place
from bot.services.events.working_languages import codes_of
from bot.times import instant, zone_of

Typed = Edit | EventText
"""What a typed field sets."""
NOTHING = "-"
MORNING, EVENING = dt.time(9), dt.time(17)
"""Of a day that was typed without hours."""
HOUR = dt.timedelta(hours=1)
"""How long something lasts whose end was not typed."""
SEATS = re.compile(r"(?P<number>[0-9]{1,5})(?:\s[^\d]*)?", re.ASCII)
"""`20`, or `20 seats`."""
SEPARATORS = str.maketrans({",": " ", ";": " "})


@dataclass(frozen=True)
class Unclear:
    """A time that means nothing, or several things.

    Attributes:
        reason: why; None where it has several meanings.
        meanings: the likeliest first; () where it has none.
    """

    reason: Reason | None
    meanings: tuple[When, ...] = ()


@dataclass(frozen=True)
class Typist:
    """Who types.

    Attributes:
        now: with the zone of the venue.
        locale: theirs; texts are written in it.
        locales: whose names of countries are known.
    """

    now: Now
    locale: str
    locales: tuple[str, ...]


TYPED = (
    Field.TITLE,
    Field.TIMES,
    Field.VENUE,
    Field.LINK,
    Field.RULE,
    Field.ANSWER_BY,
    Field.CAPACITY,
    Field.HOST_COUNTRY,
    Field.HOST_UNIT,
    Field.LANGUAGES,
    Field.CONTACT,
    Field.LEADS,
)
"""What can be typed, in the order in which it is asked for."""


def parse(field: Field, typed: str, event: Event, typist: Typist) -> list[Typed] | Unclear:
    """Return what a typed field sets.

    A text has the title on its first line and the description below it; a place its name and the address below.

    Raises:
        FieldError: the value is not taken.
    """
    text = "" if typed.strip() == NOTHING else typed.strip()
    if field is Field.TIMES:
        return _times(text, event, typist)
    if field is Field.ANSWER_BY:
        return _answer_by(text, typist)
    first, _newline, rest = text.partition("\n")
    if field is Field.TITLE:
        return [EventText(event_id=event.id or 0, locale=typist.locale, title=first, description=rest)]
    if field is Field.VENUE:
        return _place(first, rest, event)
    if field is Field.HOST_COUNTRY:
        return _host(text, event, typist)
    return [fields.rule(text, event.rule) if field is Field.RULE else PLAIN[field](text)]


def _place(name: str, address: str, event: Event) -> list[Typed]:
    """Return name and address of the venue; the point on the map goes with a former one that is given up."""
    edits = [fields.text(Field.VENUE, name), fields.text(Field.ADDRESS, address)]
    is_same = all(getattr(event, column) == value for edit in edits for column, value in edit.columns.items())
    is_of_former = event.venue is not None and event.latitude is not None
    return [*edits, fields.position(None)] if is_of_former and not is_same else [*edits]


def _times(text: str, event: Event, typist: Typist) -> list[Typed] | Unclear:
    """Return the times; a second line is the city by whose clock they are, which can stand alone to correct it."""
    typed, _newline, city = (part.strip() for part in text.partition("\n"))
    place = zone_of_place(city) if city else None
    if city and place is None:
        raise FieldError(Field.TIMES, FieldProblem.UNKNOWN_ZONE)
    found = read(typed, Now(typist.now.moment, place) if place else typist.now, typist.locale)
    if isinstance(found, Understood):
        start, end = _span(found.value)
        return [fields.times(start, end, place.key if place else event.zone or typist.now.zone.key)]
    alone = zone_of_place(typed)
    if alone is not None and event.start is not None and event.end is not None:
        return [fields.times(event.start, event.end, alone.key)]
    return Unclear(getattr(found, "reason", None), getattr(found, "candidates", ()))


def _span(when: When) -> tuple[dt.datetime, dt.datetime]:
    """Return start and end as wall times; of a day without hours those of a working day, without an end an hour on."""
    start = dt.datetime.combine(when.day, when.time or MORNING)
    if when.end_day is not None and (when.end_time is not None or when.end_day > when.day):
        return start, dt.datetime.combine(when.end_day, when.end_time or EVENING)
    return start, dt.datetime.combine(when.day, EVENING) if when.time is None else start + HOUR


def _answer_by(text: str, typist: Typist) -> list[Typed] | Unclear:
    """A day without a time is the end of that day's work."""
    if not text:
        return [fields.answer_by(None)]
    found = read(text, typist.now, typist.locale)
    if isinstance(found, Understood):
        local = dt.datetime.combine(found.value.day, found.value.time or EVENING)
        return [fields.answer_by(instant(local, typist.now.zone))]
    return Unclear(getattr(found, "reason", None), getattr(found, "candidates", ()))


def _host(text: str, event: Event, typist: Typist) -> list[Typed]:
    """Set the country of the host; times that were typed before it are meant by the clock there."""
    if not text:
        return [fields.host_country(None)]
    found = find_countries(text, typist.locales)
    if len(found) != 1:
        raise FieldError(Field.HOST_COUNTRY, FieldProblem.UNKNOWN_COUNTRY)
    host = fields.host_country(found[0])
    if event.start is None or event.end is None or event.host_country == found[0]:
        return [host]
    return [host, fields.times(event.start, event.end, zone_of(found[0]).key)]


def _capacity(text: str) -> Edit:
    found = SEATS.fullmatch(text)
    if text and found is None:
        raise FieldError(Field.CAPACITY, FieldProblem.OUT_OF_RANGE)
    return fields.capacity(int(found["number"]) if found else None)


PLAIN: Mapping[Field, Callable[[str], Edit]] = {
    Field.LINK: fields.link,
    Field.CAPACITY: _capacity,
    Field.HOST_UNIT: lambda text: fields.text(Field.HOST_UNIT, text),
    Field.LANGUAGES: lambda text: fields.languages(codes_of(text)),
    Field.CONTACT: lambda text: fields.text(Field.CONTACT, text),
    Field.LEADS: lambda text: fields.leads(text.lower().translate(SEPARATORS).split()),
}
