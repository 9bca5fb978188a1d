"""Single invitations after publication, in the chat."""

import pytest
from sqlmodel import select

from bot.callbacks import AnswerFor, Route, ShowParticipants
from bot.callbacks.event_audience import FindMember
from bot.callbacks.event_invitations import InviteMember, InviteMore, TakeBackInvitation
from bot.database import Database
from bot.models import Delivery, Event, EventState, Grant, Invitee, Member, Role
from tests.chat import Person, Room, labels
from tests.conftest import NOW
from tests.handlers.test_events import TBILISI, card, invited

__all__ = ["invited"]


@pytest.fixture
async def coordinator(invited: dict[str, int], administrator: Person, database: Database) -> Person:
    """Somebody with an English client who is invited and also plans events for the network."""
    async with database.session() as session:
        query = select(Member).where(Member.chat_id == administrator.persona.user_id)
        member = (await session.exec(query)).one()
        session.add(Grant(member_id=member.id or 0, role=Role.COORDINATOR, granted_at=NOW))
        await session.commit()
    return administrator


async def number_of(database: Database, person: Person) -> int:
    """Return the number of a member."""
    async with database.session() as session:
        query = select(Member).where(Member.chat_id == person.persona.user_id)
        return (await session.exec(query)).one().id or 0


async def invitations(database: Database) -> list[int]:
    """Return who is invited, by number."""
    async with database.session() as session:
        return sorted(row.member_id for row in (await session.exec(select(Invitee))).all())


async def told(database: Database) -> list[tuple[str, int]]:
    """Return what waits to be sent, but for reminders."""
    async with database.session() as session:
        rows = (await session.exec(select(Delivery))).all()
    return [(row.kind, row.member_id) for row in rows if not row.key.startswith("reminder:")]


async def test_one_more_is_invited_after_a_question(
    invited: dict[str, int], coordinator: Person, room: Room, database: Database
) -> None:
    number = await number_of(database, room.person("officer-chisinau"))
    people, _ = await coordinator.presses(await card(coordinator), ShowParticipants(1).pack())
    members, _ = await coordinator.presses(people, InviteMore(1).pack())
    question, _ = await coordinator.presses(members, InviteMember(1, number, confirmed=False).pack())
    assert f"Invite Member {number} · MD" in question["text"]
    assert number not in await invitations(database)
    done, _ = await coordinator.presses(question, InviteMember(1, number, confirmed=True).pack())
    assert done["text"] == f"Member {number} is invited; the invitation is on its way."
    assert number in await invitations(database)
    assert await told(database) == [("event_invitation", number)]


async def test_only_who_is_not_invited_is_found(
    invited: dict[str, int], coordinator: Person, room: Room, database: Database
) -> None:
    number = await number_of(database, room.person("officer-chisinau"))
    message = await card(coordinator)
    await coordinator.forges(message, FindMember(1).pack())
    assert (await coordinator.asks("Georgia"))["text"].startswith("I found no such member.")
    found = await coordinator.asks("Молдова")
    assert any(label.startswith(f"➕ Member {number} ") for label in labels(found))


async def test_an_invitation_is_taken_back_after_a_question(
    invited: dict[str, int], coordinator: Person, officer: Person, database: Database
) -> None:
    number, invitee = await number_of(database, officer), invited[TBILISI]
    people, _ = await coordinator.presses(await card(coordinator), ShowParticipants(1).pack())
    person, _ = await coordinator.presses(people, AnswerFor(invitee).pack())
    question, _ = await coordinator.presses(person, TakeBackInvitation(invitee, confirmed=False).pack())
    assert number in await invitations(database)
    done, _ = await coordinator.presses(question, TakeBackInvitation(invitee, confirmed=True).pack())
    assert done["text"] == "The invitation is taken back, and the person is told."
    assert number not in await invitations(database)
    assert await told(database) == [("event_uninvited", number)]


async def test_officers_invite_nobody_and_take_nothing_back_by_forged_buttons(
    invited: dict[str, int], officer: Person, room: Room, database: Database
) -> None:
    number = await number_of(database, room.person("officer-chisinau"))
    before, message = await invitations(database), await card(officer)
    routes = (
        InviteMore(1),
        InviteMember(1, number, confirmed=True),
        TakeBackInvitation(invited["administrator"], confirmed=True),
    )
    for route in routes:
        await officer.forges(message, route.pack())
    assert await invitations(database) == before


async def test_of_a_cancelled_event_nothing_is_offered(
    invited: dict[str, int], coordinator: Person, database: Database
) -> None:
    message = await card(coordinator)
    async with database.session() as session:
        (await session.get_one(Event, 1)).state = EventState.CANCELLED
        await session.commit()
    people, _ = await coordinator.presses(message, ShowParticipants(1).pack())
    assert "➕ Invite one more" not in labels(people)
    await coordinator.forges(people, TakeBackInvitation(invited[TBILISI], confirmed=True).pack())
    assert len(await invitations(database)) == 2


async def test_a_member_whom_no_button_names_is_out_of_date(coordinator: Person) -> None:
    said = await coordinator.forges(await card(coordinator), InviteMember(1, 999, confirmed=False).pack())
    assert "out of date" in said["text"]


@pytest.mark.parametrize("route", [TakeBackInvitation(999, confirmed=False), InviteMore(99)])
async def test_what_is_gone_is_said_to_be_gone(coordinator: Person, route: Route) -> None:
    before = len(coordinator.persona.messages())
    message = await card(coordinator)
    await coordinator.forges(message, route.pack())
    assert "no longer here" in str([*coordinator.persona.messages()[before:], coordinator.persona.current(message)])
