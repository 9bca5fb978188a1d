"""Units and contact points as values: what files hold, what is compared, and what tables are made from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.models import Function, Visibility
from bot.models.opening_hours import WeeklyHours
from bot.services.schedules import DayException

PART = "/"
"""Stands between the parts of a contact point's key."""


@dataclass(frozen=True, order=True)
class PointKey:
    """What tells a contact point from all others; written as `hu-nebek/europol` or `hu-nebek/liaison/Vienna`.

    Attributes:
        unit: key of its unit.
        function: what it is for.
        label: which of several; empty for the only one.
    """

    unit: str
    function: Function
    label: str = ""

    def __str__(self) -> str:
        return PART.join(filter(None, (self.unit, self.function, self.label)))


@dataclass(frozen=True)
class Labelled:
    """An address and a few words about it: where a phone rings, which secure channel it is; they may be empty."""

    value: str
    label: str = ""


@dataclass(frozen=True)
class SubstituteDays:
    """Days, the last included, on which another contact point answers."""

    first_day: dt.date
    last_day: dt.date
    point: PointKey


@dataclass(frozen=True)
class UnitRecord:
    """A unit; see `bot.models.contacts.Unit` for what the fields mean."""

    key: str
    country: str
    name: str
    zone: str
    holiday_calendar: str
    serves: tuple[str, ...] = ()
    name_national: str | None = None
    parent: str | None = None
    city: str | None = None
    web: str | None = None
    notes: str | None = None


@dataclass(frozen=True)
class PointRecord:
    """A contact point with all that belongs to it; phones are E.164.

    Attributes:
        owner: private chat of the member who confirms it.
    """

    key: PointKey
    phones: tuple[Labelled, ...] = ()
    duty_phones: tuple[Labelled, ...] = ()
    emails: tuple[Labelled, ...] = ()
    secure: tuple[Labelled, ...] = ()
    languages: tuple[str, ...] = ()
    hours: WeeklyHours | None = None
    open_on_holidays: bool = False
    zone: str | None = None
    exceptions: tuple[DayException, ...] = ()
    substitutes: tuple[SubstituteDays, ...] = ()
    visibility: Visibility = Visibility.MEMBERS
    notes: str | None = None
    confirmed_on: dt.date | None = None
    owner: int | None = None


@dataclass(frozen=True)
class Directory:
    """All units and contact points."""

    units: Mapping[str, UnitRecord] = field(default_factory=dict)
    points: Mapping[PointKey, PointRecord] = field(default_factory=dict)
