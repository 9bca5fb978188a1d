"""Units and contact points for tests: plainly made up."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from bot.database import Database
from bot.models import Function, Visibility
from bot.models.opening_hours import WeeklyHours
from bot.services.contact_changes import apply, changes
from bot.services.contact_records import Directory, Labelled, PointKey, PointRecord, SubstituteDays, UnitRecord
from bot.services.contact_store import load
from bot.services.schedules import DayException
from tests.members import OPERATING
from tests.models.test_opening_hours import WEEKS, days

OFFICE = WeeklyHours.parse("Mo-Fr 08:00-16:00")
NCB, EUROPOL = PointKey("rs-unit", Function.NCB), PointKey("rs-unit", Function.EUROPOL)
HUNGARIAN = PointKey("hu-unit", Function.ILECU)
PHONES = st.integers(100, 199).map(lambda number: f"+12025550{number}")
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp"), exclude_characters="();/"), max_size=30
).map(str.strip)


def unit(key: str = "rs-unit", country: str = "RS", **fields: Any) -> UnitRecord:  # noqa: ANN401  # any field
    """Return a unit."""
    given: dict[str, Any] = {
        "name": f"Unit {key} of the example",
        "zone": "Europe/Belgrade",
        "holiday_calendar": country,
    }
    return UnitRecord(key, country, **(given | fields))


def point(key: PointKey = NCB, **fields: Any) -> PointRecord:  # noqa: ANN401  # any field
    """Return a contact point with office hours and a phone."""
    given: dict[str, Any] = {
        "hours": OFFICE,
        "phones": (Labelled("+12025550123", "front desk"),),
        "languages": ("sr", "en"),
    }
    return PointRecord(key, **(given | fields))


def directory(*records: UnitRecord | PointRecord) -> Directory:
    """Return a directory of records."""
    return Directory(
        {one.key: one for one in records if isinstance(one, UnitRecord)},
        {one.key: one for one in records if isinstance(one, PointRecord)},
    )


def two_countries() -> Directory:
    """Return a unit with two contact points in Serbia, and one with one in Hungary."""
    hungarian = unit("hu-unit", "HU", zone="Europe/Budapest")
    return directory(unit(), hungarian, point(), point(EUROPOL, phones=()), point(HUNGARIAN))


async def store(database: Database, wanted: Directory) -> None:
    """Store a directory, as an import at the command line does."""
    async with database.session() as session:
        await apply(session, OPERATING, wanted, changes((await load(session)).directory, wanted))
        await session.commit()


async def stored(database: Database) -> Directory:
    """Return what is stored."""
    async with database.session() as session:
        return (await load(session)).directory


@st.composite
def points(draw: st.DrawFn, key: PointKey) -> PointRecord:
    """Return a contact point with anything in it that may be stored."""
    numbers = draw(st.lists(PHONES, max_size=4, unique=True))
    labelled = [Labelled(number, draw(TEXT)) for number in numbers]
    first = draw(st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1)))
    last = first + dt.timedelta(days=draw(st.integers(0, 40)))
    return PointRecord(
        key,
        phones=tuple(labelled[:2]),
        duty_phones=tuple(labelled[2:]),
        emails=tuple(Labelled(f"{name}@example.org") for name in draw(st.sets(st.sampled_from("abc")))),
        secure=tuple(Labelled(text, draw(TEXT)) for text in {draw(TEXT)} if text),
        languages=tuple(draw(st.sets(st.sampled_from(["en", "sr", "hu", "ka"])))),
        hours=draw(st.none() | WEEKS),
        open_on_holidays=draw(st.booleans()),
        zone=draw(st.sampled_from([None, "Europe/Vienna"])),
        exceptions=(DayException(first, last, draw(days()), draw(TEXT)),),
        substitutes=(SubstituteDays(first, last, HUNGARIAN),) if key != HUNGARIAN else (),
        visibility=draw(st.sampled_from(Visibility)),
        notes=draw(TEXT) or None,
        confirmed_on=draw(st.none() | st.just(first)),
    )


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    """Return a unit in Serbia with contact points, and one in Hungary, with any texts."""
    labels = draw(st.lists(TEXT, min_size=1, max_size=3, unique=True))
    keys = [HUNGARIAN, *(PointKey("rs-unit", Function.LIAISON, label) for label in labels)]
    texts: dict[str, Any] = {name: draw(TEXT) or None for name in ("name_national", "parent", "city", "notes")}
    name = draw(TEXT) or "Unit"
    units = [unit("hu-unit", "HU"), unit(name=name, serves=("UA", "MD"), web="https://example.org/unit", **texts)]
    return directory(*units, *(draw(points(key)) for key in keys))
