"""What deliveries of broadcasts become when they are sent."""

from dataclasses import dataclass

import pytest
from sqlmodel import select

from bot.broadcast_renderers import Renderers
from bot.database import Database
from bot.i18n import Languages
from bot.models import BroadcastReceiver, Delivery
from bot.services.broadcasts import confirmation, running
from bot.services.broadcasts.outbox import BROADCAST, UNDOES, Outcome
from bot.services.zones import UTC
from bot.views import View
from tests.broadcast_outbox import FIRST_MESSAGE, FakeOutbox
from tests.broadcasts import BLOCKED, IN_SERBIAN, IN_UKRAINIAN, NETWORK, confirmed, desk_of, drafted, populate
from tests.conftest import NOW
from tests.views.telegram import accept


@dataclass
class Post:
    """Renders what was put into an outbox."""

    database: Database
    languages: Languages
    outbox: FakeOutbox

    async def render(self, kind: str, member_id: int, locale: str = "en", undoes: str = "") -> View | None:
        """Return what a member gets."""
        delivery = Delivery(
            key="x", kind=kind, priority=1, due_at=NOW, member_id=member_id, payload={BROADCAST: 1, UNDOES: undoes}
        )
        render = getattr(Renderers(self.outbox, lambda: NOW), kind)
        async with self.database.session() as session:
            view: View | None = await render(session, delivery, self.languages.translator(locale), UTC)
        return view

    async def text(self, kind: str, member_id: int, locale: str = "en") -> str:
        """Return the text that a member gets."""
        view = await self.render(kind, member_id, locale)
        assert view is not None
        return "\n".join(accept(view))


@pytest.fixture
def post(database: Database, languages: Languages) -> Post:
    """An outbox and what renders."""
    return Post(database, languages, FakeOutbox())


async def test_each_receiver_gets_their_language(post: Post) -> None:
    people = await populate(post.database)
    await confirmed(post.database, post.outbox)
    assert (await post.text("message", people[IN_SERBIAN], "sr_Latn")).endswith("Soba 7 je premeštena.")
    assert (await post.text("message", people[IN_UKRAINIAN], "uk")).endswith("Room 7 is moved.")
    assert "Reminder: please confirm" in await post.text("reminder", people[NETWORK])


async def test_the_language_at_sending_is_kept_for_the_report(post: Post) -> None:
    people = await populate(post.database)
    await confirmed(post.database, post.outbox)
    await post.render("message", people[IN_SERBIAN], "en")
    async with post.database.session() as session:
        its = BroadcastReceiver.member_id == people[IN_SERBIAN]
        assert (await session.exec(select(BroadcastReceiver.locale).where(its))).one() == "en"


async def test_who_is_no_receiver_gets_nothing(post: Post) -> None:
    people = await populate(post.database)
    await confirmed(post.database, post.outbox)
    assert await post.render("message", people[BLOCKED]) is None


async def test_a_recall_takes_back_what_arrived(post: Post) -> None:
    people = await populate(post.database)
    await confirmed(post.database, post.outbox)
    post.outbox.end(people[NETWORK], Outcome.SENT)
    async with desk_of(post.database, post.outbox, NETWORK) as desk:
        await running.recall(desk, 1)
    undoes = post.outbox.orders[-1].undoes
    view = await post.render("recall", people[NETWORK], undoes=undoes)
    assert view is not None
    assert view.withdraws == (FIRST_MESSAGE + people[NETWORK],)
    assert await post.render("recall", people[IN_SERBIAN], undoes=undoes) is None


async def test_others_are_asked_until_it_is_decided(post: Post) -> None:
    people = await populate(post.database)
    async with desk_of(post.database, post.outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await confirmation.confirm(desk, draft, None, 1)
    assert (await post.text("approval", people[NETWORK])).startswith("Please approve a broadcast")
    async with desk_of(post.database, post.outbox, NETWORK) as desk:
        await running.cancel(desk, draft)
    assert await post.render("approval", people[NETWORK]) is None


async def test_the_author_learns_how_it_stands(post: Post) -> None:
    people = await populate(post.database)
    await confirmed(post.database, post.outbox)
    assert (await post.text("card", people[NETWORK])).startswith("Broadcast 1: being sent")


async def test_of_a_broadcast_that_is_gone_nobody_hears(post: Post) -> None:
    people = await populate(post.database)
    for kind in ("message", "approval", "card"):
        assert await post.render(kind, people[NETWORK]) is None
