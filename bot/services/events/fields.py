"""The fields of an event as coordinators set them: each checked, and written as text for what is told of a change."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from bot.calendars.rules import LONGEST_RULE, RuleError, read_rule
from bot.calendars.texts import typed_line
from bot.models import EventKind
from bot.services.events.leads import MOST_LEADS, in_order
from bot.times import UnknownZoneError, instant, zone
from knowledge import Country

MOST_SEATS = 1000
LONGEST = dt.timedelta(days=62)
LANGUAGE = re.compile(r"[a-z]{2,3}")
LONGEST_LINK = 500


class Field(StrEnum):
    """What can be set; the values stay in tables. Title and description have a language beside it."""

    KIND = "kind"
    HOST_COUNTRY = "host_country"
    HOST_UNIT = "host_unit"
    VENUE = "venue"
    ADDRESS = "address"
    POSITION = "position"
    LINK = "link"
    TIMES = "times"
    RULE = "rule"
    ANSWER_BY = "answer_by"
    LANGUAGES = "languages"
    CAPACITY = "capacity"
    CONTACT = "contact"
    LEADS = "leads"
    TITLE = "title"
    DESCRIPTION = "description"


class FieldProblem(StrEnum):
    """Why a value is not taken."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_ZONE = "unknown_zone"
    OUT_OF_RANGE = "out_of_range"
    NOT_HTTPS = "not_https"
    END_BEFORE_START = "end_before_start"
    PAST = "past"
    AFTER_START = "after_start"
    BAD_RULE = "bad_rule"
    BAD_LEAD = "bad_lead"
    NOTHING_LEFT = "nothing_left"
    BAD_POSITION = "bad_position"


class FieldError(ValueError):
    """A value that is not taken.

    Attributes:
        field: of which field.
        problem: why, for a screen to explain.
    """

    def __init__(self, field: Field, problem: FieldProblem) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


@dataclass(frozen=True)
class Edit:
    """A new value of a field, checked by itself; what it makes together with others `bot.services.events.edits` checks.

    Attributes:
        field: which.
        columns: of `Event`, by name.
    """

    field: Field
    columns: Mapping[str, Any]


LONGEST_TEXTS = {Field.HOST_UNIT: 120, Field.VENUE: 200, Field.ADDRESS: 300, Field.CONTACT: 200}


def kind(value: EventKind) -> Edit:
    """Set what is planned."""
    return Edit(Field.KIND, {"kind": value})


def host_country(code: str | None) -> Edit:
    """Set the country of the host; None is the network.

    Raises:
        FieldError: it is none of ours.
    """
    if code is not None and code not in Country.__members__:
        raise FieldError(Field.HOST_COUNTRY, FieldProblem.UNKNOWN_COUNTRY)
    return Edit(Field.HOST_COUNTRY, {"host_country": code})


def text(field: Field, typed: str) -> Edit:
    """Set one of the fields of `LONGEST_TEXTS`; "" takes it away.

    Raises:
        FieldError: it is too long.
    """
    value = typed_line(typed)
    if len(value) > LONGEST_TEXTS[field]:
        raise FieldError(field, FieldProblem.TOO_LONG)
    return Edit(field, {str(field): value or None})


def link(typed: str) -> Edit:
    """Set the address of an online meeting; "" takes it away.

    Raises:
        FieldError: it is no https address, or too long.
    """
    value = typed.strip()
    if len(value) > LONGEST_LINK:
        raise FieldError(Field.LINK, FieldProblem.TOO_LONG)
    if value and not _is_https(value):
        raise FieldError(Field.LINK, FieldProblem.NOT_HTTPS)
    return Edit(Field.LINK, {"link": value or None})


def position(place: tuple[float, float] | None) -> Edit:
    """Set latitude and longitude of the venue in degrees; None takes them away.

    Raises:
        FieldError: there is no such place.
    """
    latitude, longitude = place or (None, None)
    if place and not (abs(place[0]) <= 90 and abs(place[1]) <= 180):  # noqa: PLR2004  # degrees
        raise FieldError(Field.POSITION, FieldProblem.OUT_OF_RANGE)
    return Edit(Field.POSITION, {"latitude": latitude, "longitude": longitude})


def times(start: dt.datetime, end: dt.datetime, zone_name: str) -> Edit:
    """Set when it takes place, of a series for the first time.

    Args:
        start: naive wall time at the venue.
        end: naive wall time at the venue.
        zone_name: IANA name of the venue's zone.

    Raises:
        FieldError: there is no such zone, it does not end after it starts, or lasts longer than two months.
    """
    try:
        place = zone(zone_name)
    except UnknownZoneError:
        raise FieldError(Field.TIMES, FieldProblem.UNKNOWN_ZONE) from None
    if instant(end, place) <= instant(start, place):
        raise FieldError(Field.TIMES, FieldProblem.END_BEFORE_START)
    if end - start > LONGEST:
        raise FieldError(Field.TIMES, FieldProblem.TOO_LONG)
    return Edit(Field.TIMES, {"start": start, "end": end, "zone": place.key})


def rule(typed: str, before: str | None = None) -> Edit:
    """Set how it comes again (RRULE), perhaps with days on which it does not take place; "" is once.

    Args:
        typed: the rule.
        before: the rule that it replaces: its days without the event are kept, unless the new rule has its own.

    Raises:
        FieldError: it is no rule that a calendar of meetings needs, or excludes too many days.
    """
    try:
        read = read_rule(typed) if typed.strip() else None
    except RuleError:
        raise FieldError(Field.RULE, FieldProblem.BAD_RULE) from None
    if read is not None and before is not None and not read.excluded:
        read = replace(read, excluded=read_rule(before).excluded)
    value = str(read) if read else None
    if value is not None and len(value) > LONGEST_RULE:
        raise FieldError(Field.RULE, FieldProblem.TOO_MANY)
    return Edit(Field.RULE, {"rule": value})


def answer_by(moment: dt.datetime | None) -> Edit:
    """Set until when answers are taken (aware); None is until the end."""
    return Edit(Field.ANSWER_BY, {"answer_by": moment.astimezone(dt.UTC) if moment else None})


def languages(codes: Iterable[str]) -> Edit:
    """Set the working languages (ISO 639).

    Raises:
        FieldError: one of them is no code.
    """
    found = list(dict.fromkeys(codes))
    if not all(LANGUAGE.fullmatch(code) for code in found):
        raise FieldError(Field.LANGUAGES, FieldProblem.UNKNOWN_LANGUAGE)
    return Edit(Field.LANGUAGES, {"languages": found})


def capacity(seats: int | None) -> Edit:
    """Set the number of seats; None is as many as wish.

    Raises:
        FieldError: it is less than one or more than a thousand.
    """
    if seats is not None and not 1 <= seats <= MOST_SEATS:
        raise FieldError(Field.CAPACITY, FieldProblem.OUT_OF_RANGE)
    return Edit(Field.CAPACITY, {"capacity": seats})


def leads(written: Iterable[str]) -> Edit:
    """Set how long before the start reminders come; none is no reminder.

    Raises:
        FieldError: one of them is no lead, or there are too many.
    """
    try:
        found = in_order(written)
    except ValueError:
        raise FieldError(Field.LEADS, FieldProblem.BAD_LEAD) from None
    if len(found) > MOST_LEADS:
        raise FieldError(Field.LEADS, FieldProblem.TOO_MANY)
    return Edit(Field.LEADS, {"leads": found})


def _is_https(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not re.search(r"[\s<>\"]", address)
