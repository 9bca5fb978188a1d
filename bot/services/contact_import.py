"""A contact file, compared with what is stored: what it would change, or all that is wrong in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel, Grant, Member
from bot.services.actors import Actor
from bot.services.contact_changes import Change, apply, changes
from bot.services.contact_columns import FUNCTION, UNIT
from bot.services.contact_files.tables import Problem, Row
from bot.services.contact_records import Directory
from bot.services.contact_rows import read_rows
from bot.services.contact_store import load


@dataclass(frozen=True)
class Import:
    """What a file is about to do.

    Attributes:
        wanted: what it says.
        changes: that follow; empty while there are problems.
        problems: while there is any, nothing can be imported.
    """

    wanted: Directory
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


async def prepare(session: AsyncSession, rows: Sequence[Row], *, remove_missing: bool = False) -> Import:
    """Compare rows with what is stored; nothing is changed.

    Args:
        session: reads.
        rows: of a file.
        remove_missing: what the file does not name is removed, not kept.
    """
    stored = (await load(session)).directory
    members = select(Member.chat_id).where(Member.id == Grant.member_id, Member.channel == Channel.TELEGRAM)
    chats = frozenset((await session.exec(members)).all())
    wanted, problems = read_rows(rows, stored, chats, remove_missing=remove_missing)
    found = () if problems else tuple(changes(stored, wanted, remove_missing=remove_missing))
    return Import(wanted, found, problems)


async def carry_out(session: AsyncSession, actor: Actor, prepared: Import) -> None:
    """Make the changes; the caller commits in the transaction in which they were prepared.

    Raises:
        ValueError: there are problems.
        NotAllowedError: the actor does not maintain the contacts of a country that is changed.
    """
    if prepared.problems:
        raise ValueError("found problems; expected none")
    await apply(session, actor, prepared.wanted, list(prepared.changes))


def meant_for(rows: Sequence[Row], unit: str, function: str) -> list[Row]:
    """Return rows, such as of other people's vCards, with unit and function where they do not say them."""
    said = {UNIT: unit, FUNCTION: function}
    missing = {name: value for name, value in said.items() if value}
    return [
        Row(row.line, {**missing, **{name: cell for name, cell in row.cells.items() if cell or name not in missing}})
        for row in rows
    ]
