"""/quiet: shown, chosen with a button, typed."""

import pytest

from bot.database import Database
from bot.services.deliveries.quiet import HOUR, NEVER, Hours, hours_of
from tests.chat import Message, Person, labels
from tests.members import member_of


async def kept(database: Database, person: Person) -> Hours:
    """Return the quiet hours of a person."""
    async with database.session() as session:
        return hours_of(await member_of(session, person.persona.user_id))


async def ask(person: Person) -> Message:
    """Come to where hours are typed; return what the assistant asks."""
    asked, _ = await person.presses(await person.asks("/quiet"), "✏️ Other hours")
    return asked


async def test_the_hours_are_shown_in_the_persons_zone(administrator: Person) -> None:
    shown = await administrator.asks("/quiet")
    assert "No ordinary messages between 21:00 and 07:00, your time (" in shown["text"]
    assert labels(shown)[0] == "✓ 21:00–07:00"


async def test_a_button_chooses_and_ticks(administrator: Person, database: Database) -> None:
    shown, _ = await administrator.presses(await administrator.asks("/quiet"), "22:00–06:00")
    assert "between 22:00 and 06:00" in shown["text"]
    assert "✓ 22:00–06:00" in labels(shown)
    assert await kept(database, administrator) == Hours(22 * HOUR, 6 * HOUR)


async def test_it_can_be_never_quiet(administrator: Person, database: Database) -> None:
    shown, _ = await administrator.presses(await administrator.asks("/quiet"), "Never quiet")
    assert "Ordinary messages come at any hour." in shown["text"]
    assert (await kept(database, administrator)).is_never


@pytest.mark.parametrize("typed", ["22-6:30", "22:00–06:30", "from 10 pm to 6:30"])
async def test_other_hours_are_typed(administrator: Person, database: Database, typed: str) -> None:
    await ask(administrator)
    assert "between 22:00 and 06:30" in (await administrator.asks(typed))["text"]
    assert await kept(database, administrator) == Hours(22 * HOUR, 6 * HOUR + 30)


async def test_hours_can_stand_behind_the_command(administrator: Person, database: Database) -> None:
    shown = await administrator.asks("/quiet 23-5")
    assert "between 23:00 and 05:00" in shown["text"]
    assert labels(shown)[0] == "✓ 23:00–05:00"
    assert (await administrator.asks("/quiet always"))["text"].startswith("I did not find two different times of day")
    assert await kept(database, administrator) == Hours(23 * HOUR, 5 * HOUR)


@pytest.mark.parametrize("typed", ["at night", "22", "7-7", "<b>"])
async def test_what_names_no_hours_is_explained_and_asked_again(
    administrator: Person, database: Database, typed: str
) -> None:
    await ask(administrator)
    answer = await administrator.asks(typed)
    assert answer["text"].startswith("I did not find two different times of day in this.")
    await administrator.asks("22-6")
    assert await kept(database, administrator) == Hours(22 * HOUR, 6 * HOUR)


async def test_who_sets_the_language_finds_them_there(administrator: Person) -> None:
    set_, _ = await administrator.presses(await administrator.asks("/language"), "✓ English")
    shown, _ = await administrator.presses(set_, "🌙 Quiet hours")
    assert shown["text"].startswith("Quiet hours")


async def test_forged_hours_are_stale(administrator: Person, database: Database) -> None:
    answer = await administrator.forges(await administrator.asks("/quiet"), "qs:0:9999")
    assert answer["text"].startswith("This button is out of date.")
    assert await kept(database, administrator) != NEVER
