"""/zone: shown, chosen with a button, typed."""

import pytest

from bot.callbacks.own_zone import SetOwnZone
from bot.database import Database
from tests.chat import Message, Person, Room, labels
from tests.members import member_of


async def kept(database: Database, person: Person) -> str | None:
    """Return the zone that a person has chosen."""
    async with database.session() as session:
        return (await member_of(session, person.persona.user_id)).zone


async def ask(person: Person) -> Message:
    """Come to where a city is typed; return what the assistant asks."""
    asked, _ = await person.presses(await person.asks("/zone"), "✏️ Another city")
    return asked


async def test_who_has_a_country_reads_by_its_clock(room: Room) -> None:
    shown = await room.person("officer-tbilisi").asks("/zone")
    assert "(Asia/Tbilisi)" in shown["text"]
    assert "13:00" in shown["text"]
    assert [label[:1] for label in labels(shown)][-2] == "✓"


async def test_who_has_none_can_choose_one(administrator: Person, database: Database) -> None:
    assert "by the clock of UTC (UTC). It is 09:00 there now." in (await administrator.asks("/zone"))["text"]
    shown, _ = await administrator.presses(await administrator.asks("/zone"), "Chisinau")
    assert "by the clock of Chisinau (Europe/Chisinau). It is 11:00 there now." in shown["text"]
    assert "✓ Chisinau" in labels(shown)
    assert await kept(database, administrator) == "Europe/Chisinau"
    assert "your time (Europe/Chisinau)" in (await administrator.asks("/quiet"))["text"]


async def test_it_can_follow_the_country_again(administrator: Person, database: Database) -> None:
    shown, _ = await administrator.presses(await administrator.asks("/zone"), "Tbilisi")
    await administrator.presses(shown, "As in my country")
    assert await kept(database, administrator) is None


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("Vienna", "Europe/Vienna"), ("ამსტერდამი", "Europe/Amsterdam"), ("Europe/Brussels", "Europe/Brussels")],
)
async def test_another_city_is_typed(administrator: Person, database: Database, typed: str, zone: str) -> None:
    await ask(administrator)
    assert f"({zone})" in (await administrator.asks(typed))["text"]
    assert await kept(database, administrator) == zone


async def test_what_is_no_city_is_asked_again(administrator: Person, database: Database) -> None:
    await ask(administrator)
    answer = await administrator.asks("<b>nowhere</b>")
    assert answer["text"].startswith("I know no time zone of this name.")
    await administrator.asks("Vienna")
    assert await kept(database, administrator) == "Europe/Vienna"


async def test_a_forged_country_is_out_of_date(administrator: Person, database: Database) -> None:
    answer = await administrator.forges(await administrator.asks("/zone"), SetOwnZone("XX").pack())
    assert answer["text"].startswith("This button is out of date.")
    assert await kept(database, administrator) is None
