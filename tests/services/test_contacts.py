"""Who sees which contact points, and what they get to know."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlmodel import select

from bot.database import Database
from bot.errors import UnknownContactError
from bot.models import AuditRecord, Function, Role, Visibility
from bot.models.opening_hours import WeeklyHours
from bot.services import contacts
from bot.services.actors import NotAllowedError
from bot.services.availability import Reason, State
from bot.services.contact_records import PointKey, SubstituteDays
from bot.services.contacts import Card
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.contacts import EUROPOL, HUNGARIAN, NCB, directory, point, store, unit
from tests.members import acting, add, recorded

COORDINATORS, COUNTRY = PointKey("rs-unit", Function.SELEC), PointKey("rs-unit", Function.LIAISON, "Example")
TODAY = dt.date(2026, 11, 24)
OWNER = 9
DAYS = 180


@pytest.fixture
async def network(database: Database) -> Database:
    """Contact points of every visibility, a centre that serves Serbia too, and an owner who is a Hungarian officer."""
    await add(database, OWNER, Held(Role.OFFICER), country="HU")
    centre = PointKey("hu-centre", Function.BORDER_CENTRE)
    await store(
        database,
        directory(
            unit(),
            unit("hu-unit", "HU", zone="Europe/Budapest"),
            unit("hu-centre", "HU", serves=("RS",), zone="Europe/Budapest"),
            point(substitutes=(SubstituteDays(TODAY, TODAY, HUNGARIAN),), confirmed_on=dt.date(2026, 6, 1)),
            point(EUROPOL, visibility=Visibility.COUNTRY, owner=OWNER),
            point(COORDINATORS, visibility=Visibility.COORDINATORS),
            point(COUNTRY, visibility=Visibility.COUNTRY, confirmed_on=dt.date(2026, 5, 28)),
            point(HUNGARIAN, hours=WeeklyHours.parse("24/7")),
            point(centre, hours=None),
        ),
    )
    return database


async def seen(database: Database, chat_id: int) -> set[str]:
    """Return the contact points that the person of a chat sees, without the unit."""
    async with database.session() as session:
        found = await contacts.visible(session, (await acting(session, chat_id)).access)
    return {str(one.function) for one in found}


async def look_up(database: Database, chat_id: int, key: PointKey, now: dt.datetime = NOW) -> Card:
    """Let the person of a chat look at a contact point."""
    async with database.session() as session:
        number = next(one.number for one in await contacts.every(session) if one.point.key == key)
        actor = replace(await acting(session, chat_id), now=now)
        card = await contacts.look_up(session, actor, number, DAYS)
        await session.commit()
        return card


@pytest.mark.parametrize(
    ("role", "country", "more"),
    [
        pytest.param(Held(Role.OFFICER), "UA", set(), id="officer of another country"),
        pytest.param(Held(Role.OFFICER), "RS", {"europol", "liaison"}, id="officer of the country"),
        pytest.param(Held(Role.COORDINATOR, "RS"), "RS", {"europol", "liaison", "selec"}, id="coordinator"),
        pytest.param(Held(Role.COORDINATOR, "HU"), "HU", {"selec"}, id="coordinator of another country"),
        pytest.param(Held(Role.COORDINATOR), None, {"europol", "liaison", "selec"}, id="coordinator of the network"),
    ],
)
async def test_a_contact_point_is_seen_by_whom_it_is_for(
    network: Database, role: Held, country: str | None, more: set[str]
) -> None:
    await add(network, 7, role, country=country)
    assert await seen(network, 7) == {"ncb", "ilecu", "border_centre"} | more


async def test_an_owner_sees_their_contact_point(network: Database) -> None:
    assert "europol" in await seen(network, OWNER)


@pytest.mark.parametrize("roles", [(), (Held(Role.ADMINISTRATOR),), (Held(Role.TRANSLATOR),), (Held(Role.CURATOR),)])
async def test_who_may_not_view_contacts_gets_nothing(network: Database, roles: tuple[Held, ...]) -> None:
    await add(network, 7, *roles, country="RS")
    with pytest.raises(NotAllowedError):
        await seen(network, 7)
    with pytest.raises(NotAllowedError):
        await look_up(network, 7, NCB)
    assert "contact_viewed" not in await recorded(network)


async def test_what_is_hidden_is_not_told_from_what_is_not_there(network: Database) -> None:
    await add(network, 7, Held(Role.OFFICER), country="UA")
    with pytest.raises(UnknownContactError):
        await look_up(network, 7, EUROPOL)
    async with network.session() as session:
        with pytest.raises(UnknownContactError):
            await contacts.look_up(session, await acting(session, 7), 999, DAYS)


async def test_who_looked_at_what_is_recorded(network: Database) -> None:
    await add(network, 7, Held(Role.OFFICER), country="UA")
    card = await look_up(network, 7, NCB)
    async with network.session() as session:
        last = (await session.exec(select(AuditRecord).order_by("sequence"))).all()[-1]
        assert (last.actor, last.action) == ((await acting(session, 7)).name, "contact_viewed")
    assert last.object == f"contact:{card.contact.number}"
    assert last.details == '{"function":"ncb","unit":"rs-unit"}'


async def test_a_card_says_who_is_there_now_and_who_answers_instead(network: Database) -> None:
    await add(network, 7, Held(Role.OFFICER), country="UA")
    now = dt.datetime(2026, 11, 24, 20, 0, tzinfo=dt.UTC)
    card = await look_up(network, 7, NCB, now)
    assert (card.now.state, card.now.reason) == (State.CLOSED, Reason.HOURS)
    assert [(one.point.key, available.state) for one, available in card.substitutes] == [(HUNGARIAN, State.OPEN)]
    tomorrow = await look_up(network, 7, NCB, now + dt.timedelta(days=1))
    assert tomorrow.substitutes == ()


@pytest.mark.parametrize(("key", "stale"), [(NCB, False), (COUNTRY, False), (HUNGARIAN, True)])
async def test_what_was_never_confirmed_is_stale(network: Database, key: PointKey, stale: bool) -> None:
    await add(network, 7, Held(Role.COORDINATOR))
    assert (await look_up(network, 7, key)).is_stale is stale


async def test_what_was_confirmed_too_long_ago_is_stale_the_day_after(network: Database) -> None:
    await add(network, 7, Held(Role.COORDINATOR))
    assert (await look_up(network, 7, COUNTRY, NOW + dt.timedelta(days=1))).is_stale


@pytest.mark.parametrize(
    ("chat_id", "role", "key", "may"),
    [
        (OWNER, None, EUROPOL, True),
        (OWNER, None, NCB, False),
        (7, Held(Role.COORDINATOR, "RS"), NCB, True),
        (7, Held(Role.COORDINATOR, "HU"), NCB, False),
    ],
)
async def test_owners_and_coordinators_may_confirm(
    network: Database, chat_id: int, role: Held | None, key: PointKey, may: bool
) -> None:
    if role:
        await add(network, chat_id, role)
    assert (await look_up(network, chat_id, key)).may_confirm is may


async def test_a_country_has_its_own_contacts_first_and_those_that_serve_it(network: Database) -> None:
    async with network.session() as session:
        every = await contacts.every(session)
    found = contacts.for_country(every, "RS")
    assert [(one.unit.country, str(one.function)) for one in found] == [
        ("RS", "ncb"),
        ("RS", "europol"),
        ("RS", "selec"),
        ("RS", "liaison"),
        ("HU", "border_centre"),
    ]
    assert [one.point.key for one in contacts.for_country(every, "RS", Function.NCB)] == [NCB]
    assert contacts.countries(every) == ["HU", "RS"]


async def test_open_on_holidays_and_zones_of_its_own_count(database: Database) -> None:
    elsewhere = point(zone="Asia/Tbilisi", open_on_holidays=True)
    await store(database, directory(unit(), elsewhere))
    async with database.session() as session:
        (found,) = await contacts.every(session)
    assert (found.schedule.zone.key, found.schedule.calendar) == ("Asia/Tbilisi", "")


async def test_a_saved_contact_has_numbers_and_nothing_of_how_it_is_kept(network: Database) -> None:
    await add(network, 7, Held(Role.OFFICER), country="UA")
    async with network.session() as session:
        number = next(one.number for one in await contacts.every(session) if one.point.key == NCB)
        saved = await contacts.save(session, await acting(session, 7), number)
        await session.commit()
    assert "TEL;TYPE=WORK,VOICE:+1 202-555-0123" in saved
    assert "X-ILECU" not in saved
    assert len(saved.encode()) <= 2048
    assert (await recorded(network))[-1] == "export"


async def test_who_may_not_see_a_contact_cannot_save_it(network: Database) -> None:
    await add(network, 7, Held(Role.OFFICER), country="UA")
    async with network.session() as session:
        number = next(one.number for one in await contacts.every(session) if one.point.key == EUROPOL)
        with pytest.raises(UnknownContactError):
            await contacts.save(session, await acting(session, 7), number)
