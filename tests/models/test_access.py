"""What the tables of access refuse, and what goes when a member goes."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import AccessRequest, Invitation, InvitationRole, Member, Redemption, RequestState, Role
from tests.conftest import NOW
from tests.members import add


def request(**fields: object) -> AccessRequest:
    """Return a request of the first member."""
    given: dict[str, Any] = {"member_id": 1, "unit": "Unit of the example", "locale": "en", "asked_at": NOW}
    return AccessRequest(**(given | fields))


def invitation(**fields: object) -> Invitation:
    """Return an invitation with one use left."""
    given: dict[str, Any] = {
        "token_hash": "a" * 64,
        "created_at": NOW,
        "expires_at": NOW + dt.timedelta(days=1),
        "uses_left": 1,
    }
    return Invitation(**(given | fields))


async def save(database: Database, *rows: SQLModel) -> None:
    """Store rows in one transaction."""
    async with database.session() as session:
        session.add_all(rows)
        await session.commit()


async def count(session: AsyncSession, table: type[SQLModel]) -> int:
    """Return the number of rows."""
    return len((await session.exec(select(table))).all())


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([request(), request()], id="two open requests of one person"),
        pytest.param([request(decided_at=NOW)], id="open with a time of decision"),
        pytest.param([request(state=RequestState.DECLINED)], id="decided without a time"),
        pytest.param([request(country="SRB")], id="a request from no country"),
        pytest.param([request(member_id=2)], id="a request of nobody"),
        pytest.param([invitation(), invitation()], id="two invitations with one token"),
        pytest.param([invitation(uses_left=-1)], id="more uses than there were"),
        pytest.param([invitation(country="SRB")], id="an invitation to no country"),
        pytest.param([invitation(created_by=2)], id="an invitation by nobody"),
    ],
)
async def test_what_must_not_be_is_refused(database: Database, rows: list[SQLModel]) -> None:
    await add(database, 7)
    copies = [type(row)(**row.model_dump(exclude={"id"})) for row in rows]
    with pytest.raises(IntegrityError):
        await save(database, *copies)


async def test_a_person_asks_again_after_a_decision(database: Database) -> None:
    await add(database, 7)
    await save(database, request(state=RequestState.DECLINED, decided_at=NOW), request())
    async with database.session() as session:
        states = [asked.state for asked in await session.exec(select(AccessRequest).order_by("id"))]
    assert states == [RequestState.DECLINED, RequestState.OPEN]


async def test_an_invitation_goes_with_its_author_and_takes_along_what_belongs_to_it(database: Database) -> None:
    number = await add(database, 7)
    await save(database, invitation(created_by=number), invitation(token_hash="b" * 64))
    await save(database, *(InvitationRole(invitation_id=each, role=Role.OFFICER) for each in (1, 2)))
    await save(database, *(Redemption(invitation_id=each, person_hash="c" * 64) for each in (1, 2)))
    async with database.session() as session:
        await session.delete(await session.get_one(Member, number))
        await session.commit()
    async with database.session() as session:
        assert [await count(session, table) for table in (Invitation, InvitationRole, Redemption)] == [1, 1, 1]
        assert await session.get(Invitation, 2) is not None
