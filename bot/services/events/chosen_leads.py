"""The reminders that people chose themselves, as the plan of reminders needs them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Invitee, PersonalLead


@dataclass(frozen=True)
class Chosen:
    """What somebody chose.

    Attributes:
        leads: written; () for none.
        since: aware; nobody is reminded at a time that had passed when they chose it. None: long ago.
    """

    leads: Sequence[str]
    since: dt.datetime | None = None


async def chosen(session: AsyncSession, invited: Iterable[Invitee]) -> dict[int, Chosen]:
    """Return what people chose for the event they are invited to, or else for all; nothing for the others."""
    people = list(invited)
    rows: defaultdict[int, list[PersonalLead]] = defaultdict(list)
    members = [each.member_id for each in people]
    for row in (await session.exec(select(PersonalLead).where(col(PersonalLead.member_id).in_(members)))).all():
        rows[row.member_id].append(row)
    general = {
        member_id: Chosen(
            tuple(row.lead for row in own), max((row.chosen_at for row in own if row.chosen_at), default=None)
        )
        for member_id, own in rows.items()
    }
    for_this_one = {
        each.member_id: Chosen(each.leads.split(), each.leads_at) for each in people if each.leads is not None
    }
    return general | for_this_one
