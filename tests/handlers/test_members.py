"""Members in the chat: listed, roles changed, removed."""

import pytest

from bot.database import Database
from bot.gateway.cast import CAST
from bot.models import Role
from bot.services.permissions import Held
from tests.chat import Person, Room, labels
from tests.members import add, recorded, roles_of

OFFICER_ID = next(profile.user_id for profile in CAST if profile.key == "officer-tbilisi")
OFFICER = "1 · GE · Demo unit · Officer"


async def test_members_are_listed_without_names(administrator: Person) -> None:
    listing = await administrator.asks("/members")
    assert listing["text"] == "Members\n\n6 members"
    assert OFFICER in labels(listing)
    assert "Tbilisi" not in str(labels(listing))


async def test_the_list_is_turned(administrator: Person, database: Database) -> None:
    for number in range(5):
        await add(database, 600_000 + number, Held(Role.OFFICER), country="UA")
    listing = await administrator.asks("/members")
    second, _ = await administrator.presses(listing, "More ›")
    assert len(labels(second)) == 4
    first, _ = await administrator.presses(second, "‹ Back")
    assert OFFICER in labels(first)


async def test_a_role_is_given_and_taken(administrator: Person, database: Database) -> None:
    listing = await administrator.asks("/members")
    member, _ = await administrator.presses(listing, OFFICER)
    assert "Works for: Georgia" in member["text"]
    member, notice = await administrator.presses(member, "+ Coordinator, Georgia")
    assert notice["text"].startswith("Done.")
    assert await roles_of(database, OFFICER_ID) == {"officer", "coordinator:GE"}
    await administrator.presses(member, "– Officer")
    assert await roles_of(database, OFFICER_ID) == {"coordinator:GE"}
    assert await recorded(database) == ["role_granted", "role_revoked"]


async def test_a_new_role_is_in_the_menu_at_once(room: Room, administrator: Person) -> None:
    listing = await administrator.asks("/members")
    member, _ = await administrator.presses(listing, OFFICER)
    await administrator.presses(member, "+ Coordinator, Georgia")
    assert "invite" in {command["command"] for command in room.person("officer-tbilisi").persona.commands()}


async def test_a_removal_is_asked_about_first(administrator: Person, database: Database) -> None:
    listing = await administrator.asks("/members")
    member, _ = await administrator.presses(listing, OFFICER)
    question, _ = await administrator.presses(member, "Remove from the assistant")
    assert "They lose access at once" in question["text"]
    kept, _ = await administrator.presses(question, "No, keep")
    assert await roles_of(database, OFFICER_ID) == {"officer"}
    question, _ = await administrator.presses(kept, "Remove from the assistant")
    removed, _ = await administrator.presses(question, "Yes, remove")
    assert removed["text"] == "The member was removed."
    assert await roles_of(database, OFFICER_ID) == set()
    assert await recorded(database) == ["member_removed"]


async def test_who_was_removed_is_a_stranger_with_the_menu_of_strangers(
    room: Room, administrator: Person, officer: Person
) -> None:
    card = await officer.asks("გაიქცა საზღვარზე, შეგვიძლია დევნა?")
    message = await administrator.asks("/members")
    await administrator.forges(message, "x:1:1")
    before = officer.persona.messages()
    _, notice = await officer.presses(card, labels(card)[0])
    assert "text" not in notice
    assert len(officer.persona.messages()) == len(before) + 1
    assert {command["command"] for command in officer.persona.commands()} == {
        "access",
        "language",
        "privacy",
        "mydata",
        "forgetme",
        "help",
        "start",
    }


async def test_the_last_administrator_stays(administrator: Person, database: Database) -> None:
    message = await administrator.asks("/members")
    notice = await administrator.forges(message, "x:6:1")
    assert notice["text"].startswith("This is the last administrator")
    assert "administrator" in await roles_of(database, administrator.persona.user_id)


@pytest.mark.parametrize("data", ["p:99", "x:99:1", "h:99:officer::1"])
async def test_a_member_who_is_gone_is_said_to_be(administrator: Person, data: str) -> None:
    message = await administrator.asks("/members")
    await administrator.forges(message, data)
    assert administrator.persona.current(message)["text"] == "This member is no longer here."


@pytest.mark.parametrize("data", ["h:1:king::1", "h:1:officer:HU:1", "p:x"])
async def test_forged_roles_are_stale(administrator: Person, database: Database, data: str) -> None:
    message = await administrator.asks("/members")
    assert (await administrator.forges(message, data))["text"].startswith("This button is out of date.")


async def test_a_coordinator_of_a_country_manages_that_country_alone(room: Room, database: Database) -> None:
    stranger = room.person("stranger")
    await add(database, stranger.persona.user_id, Held(Role.COORDINATOR, "RS"), country="RS")
    listing = await stranger.asks("/members")
    assert len(labels(listing)) == 2
    await stranger.forges(listing, "x:1:1")
    assert stranger.persona.current(listing)["text"] == "This member is no longer here."
    assert await roles_of(database, OFFICER_ID) == {"officer"}
