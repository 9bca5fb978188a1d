"""Messages about contacts, as things are when they are sent."""

import gettext
from zoneinfo import ZoneInfo

import pytest

from bot.contact_deliveries import kinds_of_contacts
from bot.database import Database
from bot.i18n import Translator
from bot.models import Delivery, Priority, Role, Visibility
from bot.services import contact_corrections as corrections
from bot.services import contact_upkeep as upkeep
from bot.services.contact_notices import NUMBER, Kind
from bot.services.contacts import every
from bot.services.permissions import Held
from bot.views import View
from tests.conftest import NOW
from tests.contacts import NCB, directory, point, store, unit
from tests.members import acting, add
from tests.views.telegram import accept

ENGLISH = Translator("en", gettext.NullTranslations())
OWNER, OF_SERBIA, CURATOR = 6, 7, 8
MEMBERS = {OWNER: 1, OF_SERBIA: 2, CURATOR: 3}


@pytest.fixture
async def network(database: Database) -> Database:
    """A contact whose owner was asked, and a correction of theirs that waits."""
    await add(database, OWNER, Held(Role.OFFICER), country="UA")
    await add(database, OF_SERBIA, Held(Role.COORDINATOR, "RS"), country="RS")
    await add(database, CURATOR, Held(Role.CURATOR), country="RS")
    await store(database, directory(unit(), point(owner=OWNER)))
    async with database.session() as session:
        (contact,) = await every(session)
        await upkeep.note_asked(session, contact.number, NOW)
        await corrections.propose(session, await acting(session, OWNER), contact.number, ("hours", "24/7"))
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
        return await kinds_of_contacts()[kind].render(session, delivery, ENGLISH, ZoneInfo("UTC"))


async def decide(database: Database) -> None:
    """Let the coordinator approve the correction."""
    async with database.session() as session:
        await corrections.decide(session, await acting(session, OF_SERBIA), 1, approve=True)
        await session.commit()


@pytest.mark.parametrize(
    ("kind", "chat_id", "words"),
    [
        (Kind.QUESTION, OWNER, "Is everything in it still right?"),
        (Kind.CORRECTION, OF_SERBIA, "Mo-Fr 08:00-16:00\n→ 24/7"),
        (Kind.DECISION, OWNER, "This correction waits for a decision."),
    ],
)
async def test_each_kind_has_its_protected_message(network: Database, kind: Kind, chat_id: int, words: str) -> None:
    view = await render(network, kind, chat_id)
    assert view is not None
    assert words in "\n".join(accept(view))
    assert view.is_protected


@pytest.mark.parametrize("kind", Kind)
async def test_who_may_not_see_contacts_any_more_hears_nothing(network: Database, kind: Kind) -> None:
    assert await render(network, kind, CURATOR) is None


@pytest.mark.parametrize("kind", Kind)
async def test_of_what_is_gone_nothing_is_said(network: Database, kind: Kind) -> None:
    assert await render(network, kind, OF_SERBIA, 99) is None


async def test_only_the_owner_is_asked(network: Database) -> None:
    assert await render(network, Kind.QUESTION, OF_SERBIA) is None


async def test_what_was_confirmed_meanwhile_is_not_asked(network: Database) -> None:
    async with network.session() as session:
        await upkeep.confirm(session, await acting(session, OF_SERBIA), 1)
        await session.commit()
    assert await render(network, Kind.QUESTION, OWNER) is None


async def test_what_was_decided_is_shown_to_no_other_coordinator(network: Database) -> None:
    await decide(network)
    assert await render(network, Kind.CORRECTION, OF_SERBIA) is None
    decided = await render(network, Kind.DECISION, OWNER)
    assert decided is not None
    assert "This correction was approved" in "\n".join(accept(decided))


async def test_who_may_no_longer_see_a_contact_is_not_told_what_it_says(network: Database) -> None:
    await decide(network)
    await store(network, directory(unit(), point(NCB, visibility=Visibility.COUNTRY, owner=None)))
    assert await render(network, Kind.DECISION, OWNER) is None
