"""Invitations in the chat: made with buttons, used by link, revoked; bad ones refused."""

import datetime as dt
import re

import pytest

from bot.database import Database
from bot.gateway.cast import CAST, GROUP_ID
from bot.models import Role
from bot.services import invitations, tokens
from bot.services.actors import Actor
from bot.services.admission import Admission
from bot.services.attempts import MAX_FAILURES
from bot.services.invitations import Offer
from bot.services.keys import installation_key
from bot.services.permissions import OPERATOR, Held
from knowledge import Country
from tests.chat import Message, Person, Room, labels
from tests.conftest import NOW, SECRET
from tests.members import recorded, roles_of

STRANGER_ID = next(profile.user_id for profile in CAST if profile.key == "stranger")
LINK = re.compile(r"start=(i_[A-Za-z0-9_-]{43})")
REFUSED = "This invitation link is not valid, or no longer."


async def invitation(database: Database, *, age: dt.timedelta = dt.timedelta(), uses: int = 1) -> str:
    """Return the token of an invitation that the operator made some time ago."""
    actor = Actor(OPERATOR, NOW - age, installation_key(SECRET))
    offer = Offer(Admission(frozenset({Held(Role.OFFICER)}), Country.RS, "Unit 7"), uses=uses)
    async with database.session() as session:
        _, token = await invitations.create(session, actor, offer)
        await session.commit()
    return token


def token_of(message: Message) -> str:
    """Return the token of the link in a message."""
    found = LINK.search(message["text"])
    assert found is not None
    return found[1]


async def make(person: Person, *buttons: str) -> Message:
    """Press buttons one after the other from /invite on; return what is shown then."""
    message = await person.asks("/invite")
    for label in buttons:
        message, _ = await person.presses(message, label)
    return message


async def test_an_administrator_makes_a_link_that_lets_a_stranger_in(
    room: Room, administrator: Person, database: Database
) -> None:
    ready = await make(administrator, "Coordinator", "Serbia", "30 days", "5 people", "Make the link")
    assert "Coordinator, Serbia" in ready["text"]
    assert "for 5 people" in ready["text"]
    stranger = room.person("stranger")
    welcome = await stranger.asks(f"/start {token_of(ready)}")
    assert welcome["text"].startswith("Welcome. You have access now, as:\n\n• Coordinator, Serbia")
    assert await roles_of(database, STRANGER_ID) == {"coordinator:RS"}
    assert "invite" in {command["command"] for command in stranger.persona.commands()}
    assert await recorded(database) == ["invitation_created", "invitation_used"]


async def test_the_unit_can_be_named(room: Room, administrator: Person) -> None:
    await make(administrator, "Officer", "Georgia", "Name the unit, then make the link")
    ready = await administrator.asks("Unit <7>")
    assert "Unit: Unit <7>" in ready["text"]
    assert (await room.person("stranger").asks(f"/start {token_of(ready)}"))["text"].startswith("Welcome.")


async def test_a_name_that_is_none_is_asked_for_again(administrator: Person) -> None:
    await make(administrator, "Officer", "Georgia", "Name the unit, then make the link")
    assert (await administrator.asks("x" * 121))["text"].startswith("This is no name of a unit.")
    assert "Unit: Unit 7" in (await administrator.asks("Unit 7"))["text"]


async def test_a_role_for_the_network_needs_no_place(administrator: Person) -> None:
    assert "Curator of articles" in (await make(administrator, "Curator of articles", "Make the link"))["text"]


async def test_a_translator_is_invited_for_a_language(administrator: Person) -> None:
    ready = await make(administrator, "Translator", "Українська", "Make the link")
    assert "Translator, Українська" in ready["text"]


async def test_the_chosen_duration_is_ticked(administrator: Person) -> None:
    summary = await make(administrator, "Officer", "Georgia", "1 day")
    assert "✓ 1 day" in labels(summary)
    assert "7 days" in labels(summary)


@pytest.mark.parametrize("route", ["i:king::7:1:0", "i:officer:XX:7:1:2", "i:officer:HU:0:1:2", "i:officer:HU:7:999:2"])
async def test_forged_buttons_make_nothing(administrator: Person, database: Database, route: str) -> None:
    message = await administrator.asks("/invite")
    assert (await administrator.forges(message, route))["text"].startswith("This button is out of date.")
    assert await recorded(database) == []


async def test_a_reused_link_is_refused(room: Room, database: Database, administrator: Person) -> None:
    token = await invitation(database)
    await room.person("stranger").asks(f"/start {token}")
    again = await room.person("officer-tbilisi").asks(f"/start {token}")
    assert REFUSED not in again["text"]  # an officer has the role already
    coordinator = await invitation(database)
    await room.person("stranger").asks(f"/start {coordinator}")


async def test_a_stolen_link_that_was_used_up_lets_nobody_else_in(room: Room, database: Database) -> None:
    token = await invitation(database)
    async with database.session() as session:
        await invitations.revoke(session, Actor(OPERATOR, NOW, installation_key(SECRET)), 1)
        await session.commit()
    assert REFUSED in (await room.person("stranger").asks(f"/start {token}"))["text"]
    assert await roles_of(database, STRANGER_ID) == set()


async def test_an_expired_link_is_refused(room: Room, database: Database) -> None:
    token = await invitation(database, age=dt.timedelta(days=8))
    assert REFUSED in (await room.person("stranger").asks(f"/start {token}"))["text"]


async def test_guessed_links_are_refused_and_braked(room: Room, database: Database) -> None:
    stranger = room.person("stranger")
    for _ in range(MAX_FAILURES):
        assert REFUSED in (await stranger.asks(f"/start {tokens.make()}"))["text"]
    right = await invitation(database)
    assert (await stranger.asks(f"/start {right}"))["text"].startswith("Too many links were tried.")


async def test_a_link_in_a_group_lets_nobody_in(room: Room, database: Database) -> None:
    token = await invitation(database)
    await room.person("officer-tbilisi").says(f"/start {token}", GROUP_ID)
    assert await recorded(database) == ["invitation_created"]


async def test_open_invitations_are_listed_and_revoked(room: Room, administrator: Person, database: Database) -> None:
    token = await invitation(database, uses=3)
    listing = await administrator.asks("/invitations")
    assert "Serbia · Unit 7" in listing["text"]
    assert "for 3 people" in listing["text"]
    empty, _ = await administrator.presses(listing, "Revoke 1")
    assert empty["text"] == "No invitation is open. /invite makes one."
    assert REFUSED in (await room.person("stranger").asks(f"/start {token}"))["text"]
