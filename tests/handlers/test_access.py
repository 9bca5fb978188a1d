"""Requests for access: asked with buttons, decided by coordinators, both sides told."""

import pytest

from bot.database import Database
from bot.gateway.cast import CAST
from bot.i18n import Languages
from bot.models import Role
from bot.services.permissions import Held
from tests.chat import Message, Person, Room, labels
from tests.members import add, recorded, roles_of

STRANGER_ID = next(profile.user_id for profile in CAST if profile.key == "stranger")


@pytest.fixture
def stranger(room: Room) -> Person:
    """Somebody with no role, whose client is English."""
    return room.person("stranger")


@pytest.fixture
async def coordinator(room: Room) -> Person:
    """The coordinator of the network, whose client is Hungarian, and who can be written to."""
    coordinator = room.person("coordinator-budapest")
    await coordinator.says("/start")
    return coordinator


async def ask(stranger: Person, country: str = "Hungary", unit: str = "Unit <7>") -> Message:
    """Ask for access; return what the assistant said to the unit."""
    offer = await stranger.asks("/access")
    await stranger.presses(offer, country)
    answer = await stranger.asks(unit)
    await stranger.room.deliver()
    return answer


def last(person: Person) -> Message:
    """Return the newest message of a private chat."""
    return person.persona.messages()[-1]


async def test_a_stranger_learns_what_this_is_and_how_to_get_in(stranger: Person) -> None:
    for said in ("/start", "/help", "hot pursuit", "/browse"):
        answer = await stranger.asks(said)
        assert "Only members can use it." in answer["text"]
        assert labels(answer) == ["🔑 Ask for access"]


async def test_a_stranger_is_told_their_number_for_the_command_line(stranger: Person) -> None:
    assert str(STRANGER_ID) in (await stranger.asks("/start"))["text"]


async def test_the_button_of_the_greeting_begins_a_request(stranger: Person) -> None:
    greeting = await stranger.asks("/start")
    asked, _ = await stranger.presses(greeting, "🔑 Ask for access")
    assert asked["text"] == "For which country do you work?"
    assert "Another body of the network" in labels(asked)


async def test_a_request_reaches_the_coordinators_in_their_language(
    stranger: Person, coordinator: Person, languages: Languages
) -> None:
    answer = await ask(stranger)
    assert answer["text"].startswith("Your request was sent: Unit <7>, Hungary.")
    shown = last(coordinator)
    assert languages.translator("hu").gettext("Request for access") in shown["text"]
    assert "Unit <7>" in shown["text"]


async def test_approval_lets_in_and_tells_both(
    stranger: Person, coordinator: Person, database: Database, languages: Languages
) -> None:
    await ask(stranger)
    hungarian = languages.translator("hu")
    decided, _ = await coordinator.presses(last(coordinator), hungarian.gettext("✓ Approve"))
    await coordinator.room.deliver()
    assert hungarian.gettext("Approved: {unit}. The person was told.").format(unit="Unit <7>") == decided["text"]
    assert last(stranger)["text"].startswith("You have access now.")
    assert await roles_of(database, STRANGER_ID) == {"officer"}
    assert (await stranger.asks("hot pursuit"))["text"].startswith("Pursuing a fleeing person")
    assert {command["command"] for command in stranger.persona.commands()} >= {"browse", "channel"}
    assert await recorded(database) == ["access_requested", "access_approved"]


async def test_a_decline_leaves_outside_and_tells_both(
    stranger: Person, coordinator: Person, database: Database, languages: Languages
) -> None:
    await ask(stranger)
    await coordinator.presses(last(coordinator), languages.translator("hu").gettext("✗ Decline"))
    await coordinator.room.deliver()
    assert last(stranger)["text"].startswith("Your request for access was declined.")
    assert await roles_of(database, STRANGER_ID) == set()
    again = await ask(stranger)
    assert "You can ask again a day later" in again["text"]


async def test_a_request_is_decided_once(stranger: Person, coordinator: Person, languages: Languages) -> None:
    await ask(stranger)
    card, hungarian = last(coordinator), languages.translator("hu")
    await coordinator.presses(card, hungarian.gettext("✓ Approve"))
    await coordinator.room.deliver()
    told = len(stranger.persona.messages())
    await coordinator.forges(card, "d:1:0")
    await coordinator.room.deliver()
    assert len(stranger.persona.messages()) == told
    expected = hungarian.gettext("Somebody else approved it before: {unit}.").format(unit="Unit <7>")
    assert coordinator.persona.current(card)["text"] == expected


async def test_a_request_that_is_no_more_says_so(coordinator: Person, languages: Languages) -> None:
    message = await coordinator.asks("/browse")
    await coordinator.forges(message, "d:99:1")
    current = coordinator.persona.current(message)
    assert current["text"] == languages.translator("hu").gettext("This request is no longer open.")


async def test_a_coordinator_of_another_country_cannot_decide(
    stranger: Person, room: Room, database: Database, coordinator: Person
) -> None:
    await add(database, 555_099, Held(Role.COORDINATOR, "HU"))
    await ask(stranger)
    officer = room.person("officer-belgrade")
    message = await officer.asks("/browse")
    await officer.forges(message, "d:1:1")
    assert await roles_of(database, STRANGER_ID) == set()


async def test_open_requests_are_listed(stranger: Person, coordinator: Person, languages: Languages) -> None:
    hungarian = languages.translator("hu")
    assert (await coordinator.asks("/requests"))["text"] == hungarian.gettext("Nobody is waiting for access.")
    await ask(stranger)
    (shown,) = await coordinator.says("/requests")
    assert "Unit <7>" in shown["text"]


async def test_a_second_request_is_not_taken(stranger: Person) -> None:
    await ask(stranger)
    assert (await ask(stranger))["text"].startswith("Your request is with the coordinators.")


async def test_members_need_no_access(administrator: Person) -> None:
    assert (await administrator.asks("/access"))["text"].startswith("You are a member already.")


@pytest.mark.parametrize("unit", ["x" * 121, "\u200b"])
async def test_what_is_no_name_of_a_unit_is_asked_for_again(stranger: Person, unit: str) -> None:
    assert (await ask(stranger, unit=unit))["text"].startswith("This is no name of a unit.")
    assert (await stranger.asks("Unit 7"))["text"].startswith("Your request was sent: Unit 7, Hungary.")


async def test_a_forged_country_is_stale(stranger: Person) -> None:
    message = await stranger.asks("/access")
    answer = await stranger.forges(message, "n:XX")
    assert answer["text"].startswith("This button is out of date.")
