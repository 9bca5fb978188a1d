"""One's own reminders in the chat: toggled, typed, undone, for one event and for all."""

import pytest
from sqlmodel import col, select

from bot.callbacks import ChooseLead, ResetLeads, ShowEvent, ShowLeads, TypeLead
from bot.database import Database
from bot.gateway.cast import CAST
from bot.models import Delivery, Member
from tests.chat import Message, Person, Room, labels
from tests.outbox import event, store


@pytest.fixture
async def invited(room: Room, database: Database) -> Database:
    """An event that the administrator is invited to."""
    user_id = next(profile.user_id for profile in CAST if profile.key == "administrator")
    async with database.session() as session:
        member = (await session.exec(select(Member).where(Member.chat_id == user_id))).one()
    await store(database, event(), [member.id or 0])
    return database


async def open_leads(person: Person) -> Message:
    """Open the reminders of the event by its card."""
    card, _ = await person.presses(await person.asks("/events"), ShowEvent(1).pack())
    message, _ = await person.presses(card, ShowLeads(1).pack())
    return message


async def waiting(database: Database) -> list[str]:
    """Return the leads of the reminders that lie in the queue, the first due first."""
    query = select(Delivery.key).where(Delivery.kind == "event_before_start").order_by(col(Delivery.due_at))
    async with database.session() as session:
        return [key.rpartition("-")[2] for key in (await session.exec(query)).all()]


async def test_a_toggle_moves_what_waits_to_be_sent(invited: Database, administrator: Person) -> None:
    shown, _ = await administrator.presses(await open_leads(administrator), ChooseLead(1, "2h", wanted=True).pack())
    assert "✅ 2 hours" in labels(shown)
    assert await waiting(invited) == ["7d", "1d", "2h"]
    shown, _ = await administrator.presses(shown, ChooseLead(1, "7d", wanted=False).pack())
    assert await waiting(invited) == ["1d", "2h"]
    await administrator.presses(shown, ResetLeads(1).pack())
    assert await waiting(invited) == ["7d", "1d"]


async def test_a_time_of_ones_own_is_typed(invited: Database, administrator: Person) -> None:
    await administrator.presses(await open_leads(administrator), TypeLead(1).pack())
    shown = await administrator.asks("3 h")
    assert "✅ 3 hours" in labels(shown)
    assert await waiting(invited) == ["7d", "1d", "3h"]


async def test_what_is_no_time_is_asked_for_again(invited: Database, administrator: Person) -> None:
    await administrator.presses(await open_leads(administrator), TypeLead(1).pack())
    assert "Type it as 3 h" in (await administrator.asks("when it suits"))["text"]
    assert "✅ 3 hours" in labels(await administrator.asks("3 h"))


async def test_a_choice_for_all_events_is_made_from_the_list(invited: Database, administrator: Person) -> None:
    general, _ = await administrator.presses(await administrator.asks("/events"), ShowLeads().pack())
    assert "as the organiser" not in general["text"]
    await administrator.presses(general, ChooseLead(None, "3d", wanted=True).pack())
    assert await waiting(invited) == ["3d"]
    await administrator.presses(general, TypeLead().pack())
    await administrator.asks("45 min")
    assert await waiting(invited) == ["3d", "45m"]


@pytest.mark.parametrize("data", ["ut:1:soon:1", "ut:1:91d:1", "ut:1::1"])
async def test_forged_times_are_old_buttons(invited: Database, administrator: Person, data: str) -> None:
    notice = await administrator.forges(await open_leads(administrator), data)
    assert "out of date" in notice["text"]


async def test_an_event_of_others_is_gone(invited: Database, room: Room) -> None:
    officer = room.person("officer-belgrade")
    listing = await officer.asks("/events")
    notice = await officer.forges(listing, ChooseLead(1, "2h", wanted=True).pack())
    assert notice["text"]
    assert "Visit of the Example" not in officer.messages_text()
