"""Messages about requests for access, as things are when they are sent."""

import gettext
from zoneinfo import ZoneInfo

import pytest

from bot.access_deliveries import kinds_of_access
from bot.database import Database
from bot.i18n import Translator
from bot.models import Delivery, Priority, RequestState, Role
from bot.services import access_requests, membership
from bot.services.access_notices import NUMBER, Kind
from bot.services.access_requests import Wish
from bot.services.admission import Admission
from bot.services.permissions import Held
from bot.views import View
from knowledge import Country
from tests.conftest import NOW
from tests.members import OPERATING, acting, add, member_of
from tests.views.telegram import accept

ENGLISH = Translator("en", gettext.NullTranslations())
STRANGER, OF_SERBIA, OF_UKRAINE = 6, 7, 8
MEMBERS = {STRANGER: 1, OF_SERBIA: 2, OF_UKRAINE: 3}


@pytest.fixture
async def asked(database: Database) -> Database:
    """A stranger who has asked for Serbia; coordinators of Serbia and of Ukraine."""
    await add(database, STRANGER)
    await add(database, OF_SERBIA, Held(Role.COORDINATOR, "RS"), country="RS")
    await add(database, OF_UKRAINE, Held(Role.COORDINATOR, "UA"), country="UA")
    async with database.session() as session:
        await access_requests.ask(session, await acting(session, STRANGER), Wish("Unit <7>", Country.RS, "sr"))
        await session.commit()
    return database


async def render(database: Database, kind: Kind, chat_id: int, number: int = 1) -> View | None:
    """Return the message of a delivery to the person of a chat."""
    delivery = Delivery(
        key="k",
        member_id=MEMBERS[chat_id],
        kind=kind,
        payload={NUMBER: number},
        priority=Priority.PERSONAL,
        due_at=NOW,
    )
    async with database.session() as session:
        return await kinds_of_access()[kind].render(session, delivery, ENGLISH, ZoneInfo("UTC"))


async def decide(database: Database, state: RequestState) -> None:
    """Let the coordinator of Serbia decide."""
    change = access_requests.approve if state is RequestState.APPROVED else access_requests.decline
    async with database.session() as session:
        await change(session, await acting(session, OF_SERBIA), 1)
        await session.commit()


async def let_in(database: Database) -> None:
    """Make the stranger an officer otherwise."""
    async with database.session() as session:
        member = await member_of(session, STRANGER)
        await membership.grant(session, OPERATING, member, Admission(frozenset({Held(Role.OFFICER)})))
        await session.commit()


async def test_who_decides_is_shown_the_request(asked: Database) -> None:
    view = await render(asked, Kind.REQUEST, OF_SERBIA)
    assert view is not None
    (text,) = accept(view)
    assert "Unit: Unit <7>" in text


async def test_who_may_not_decide_is_not_shown_it(asked: Database) -> None:
    assert await render(asked, Kind.REQUEST, OF_UKRAINE) is None


@pytest.mark.parametrize("state", [RequestState.APPROVED, RequestState.DECLINED])
async def test_what_was_decided_is_shown_to_no_other_coordinator(asked: Database, state: RequestState) -> None:
    await decide(asked, state)
    assert await render(asked, Kind.REQUEST, OF_SERBIA) is None


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (RequestState.APPROVED, "You have access now."),
        (RequestState.DECLINED, "Your request for access was declined."),
    ],
)
async def test_who_asked_is_told_how_it_ended(asked: Database, state: RequestState, words: str) -> None:
    await decide(asked, state)
    view = await render(asked, Kind.DECISION, STRANGER)
    assert view is not None
    assert accept(view)[0].startswith(words)


async def test_nothing_is_said_of_what_is_open(asked: Database) -> None:
    assert await render(asked, Kind.DECISION, STRANGER) is None


async def test_who_was_let_in_after_a_decline_does_not_hear_of_the_decline(asked: Database) -> None:
    await decide(asked, RequestState.DECLINED)
    await let_in(asked)
    assert await render(asked, Kind.DECISION, STRANGER) is None


async def test_who_was_removed_after_an_approval_is_not_welcomed(asked: Database) -> None:
    await decide(asked, RequestState.APPROVED)
    async with asked.session() as session:
        await membership.remove(session, OPERATING, await member_of(session, STRANGER))
        await session.commit()
    assert await render(asked, Kind.DECISION, STRANGER) is None


@pytest.mark.parametrize("kind", Kind)
async def test_of_what_is_gone_nothing_is_said(asked: Database, kind: Kind) -> None:
    assert await render(asked, kind, STRANGER, 99) is None
