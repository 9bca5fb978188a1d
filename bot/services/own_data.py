"""What is held about one person: counted, read, erased, by the list of `bot.services.holdings`."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel
from bot.services import audit, leaving, people
from bot.services.actors import Actor
from bot.services.holdings import HOLDINGS, DataSubject, Erasure, Holding, Subject
from bot.services.membership import is_last_administrator

Row = Mapping[str, object]
UNKNOWN_PERSON = "person:unknown"
"""What the audit log calls somebody who has no row: no pseudonym is made of nothing."""


class Outcome(StrEnum):
    """What became of an erasure."""

    DONE = "done"
    NOTHING_HELD = "nothing_held"
    LAST_ADMINISTRATOR = "last_administrator"


async def subject(session: AsyncSession, channel: Channel, chat_id: int, key: bytes) -> DataSubject:
    """Return the person of a private chat, also one that nothing is held about."""
    member = await people.find(session, channel, chat_id)
    return DataSubject(member.id if member else None, channel, chat_id, key)


async def counts(session: AsyncSession, person: DataSubject) -> dict[Subject, int]:
    """Return how many rows each holding has about a person."""
    connection = await session.connection()
    found = {}
    for holding in HOLDINGS:
        query = sa.select(sa.func.count()).select_from(holding.rows).where(holding.whose(person))
        found[holding.subject] = int((await connection.execute(query)).scalar_one())
    return found


async def read(session: AsyncSession, person: DataSubject) -> dict[Subject, list[Row]]:
    """Return all that is held about a person, by what it is; what they may not see of a row is left out."""
    connection = await session.connection()
    found: dict[Subject, list[Row]] = {}
    for holding in HOLDINGS:
        shown = [holding.column(name) for name in holding.shown]
        query = sa.select(*shown).where(holding.whose(person)).order_by(*holding.rows.primary_key)
        found[holding.subject] = [dict(row) for row in (await connection.execute(query)).mappings()]
    return found


async def export(session: AsyncSession, actor: Actor, person: DataSubject) -> dict[Subject, list[Row]]:
    """Return what `read` does, and record it in the audit log; the caller commits."""
    found = await read(session, person)
    if person.member_id is not None:
        rows = sum(map(len, found.values()))
        await actor.record(session, audit.Action.EXPORT, actor.member(person.member_id), {"rows": rows})
    return found


async def erase(session: AsyncSession, person: DataSubject, by: str, now: dt.datetime) -> Outcome:
    """Erase what is held about a person, but for what `Erasure.KEEP` says; the caller commits.

    Args:
        session: may hold no other change.
        person: who is erased.
        by: who does it, as the audit log calls them.
        now: aware.
    """
    if person.member_id is not None and await is_last_administrator(session, person.member_id):
        return Outcome.LAST_ADMINISTRATOR
    if person.member_id is not None:
        for step in leaving.STEPS:
            await step(session, person.member_id, now)
    await session.flush()
    erased = await _erase(session, person, (holding for holding in HOLDINGS if holding.erasure is not Erasure.KEEP))
    if not any(erased.values()):
        return Outcome.NOTHING_HELD
    named = UNKNOWN_PERSON if person.pseudonym is None else f"member:{person.pseudonym}"
    details = {str(what): rows for what, rows in erased.items() if rows}
    await audit.record(session, audit.Entry(by, audit.Action.ERASURE, named, details), now)
    return Outcome.DONE


async def _erase(session: AsyncSession, person: DataSubject, listed: Iterable[Holding]) -> dict[Subject, int]:
    connection = await session.connection()
    erased = {}
    for holding in listed:
        statement: sa.Delete | sa.Update = sa.delete(holding.rows)
        if holding.erasure is Erasure.DETACH:
            statement = sa.update(holding.rows).values(dict.fromkeys(holding.names))
        erased[holding.subject] = (await connection.execute(statement.where(holding.whose(person)))).rowcount
    return erased
