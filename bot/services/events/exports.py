"""The answers to an event as a table, for the coordinator's spreadsheet; each export is in the audit log."""

from collections.abc import Sequence
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import ChecklistItem, ChecklistMark
from bot.models.audit import Action as Audited
from bot.services import spreadsheets
from bot.services.actors import Actor
from bot.services.events import held, listing
from bot.services.events.listing import Participant
from bot.services.events.reminders import is_unconfirmed

HEAD = (
    "member", "country", "unit", "answer", "waiting_place", "confirmed", "answered_at", "nominated_by", "checklist",
    "note",
)  # fmt: skip
"""English codes, so that two exports can be compared whoever made them."""


class Format(StrEnum):
    """Of the file; the value is the ending of its name."""

    CSV = "csv"
    XLSX = "xlsx"


async def export(session: AsyncSession, actor: Actor, event_id: int, form: Format) -> bytes:
    """Return the table as a file; the caller commits, because the audit log gets a record.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is not theirs to plan.
    """
    table = await rows(session, actor, event_id)
    await actor.record(session, Audited.EXPORT, f"event:{event_id}", {"rows": len(table) - 1, "format": str(form)})
    return spreadsheets.csv_file(table) if form is Format.CSV else spreadsheets.xlsx_file("answers", table)


async def rows(session: AsyncSession, actor: Actor, event_id: int) -> list[Sequence[str]]:
    """Return the head and a row for each who is invited, in the order of `listing.participants`.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.planned(session, actor, event_id)
    people = await listing.participants(session, actor, event_id)
    items = (await session.exec(select(ChecklistItem.id).where(ChecklistItem.event_id == event_id))).all()
    marks = (await session.exec(select(ChecklistMark.member_id).where(col(ChecklistMark.item_id).in_(items)))).all()
    return [
        HEAD,
        *(
            _row(each, f"{marks.count(each.invitee.member_id)}/{len(items)}", is_unconfirmed(event, each.invitee))
            for each in people
        ),
    ]


def _row(of: Participant, checklist: str, unconfirmed: bool) -> Sequence[str]:  # noqa: FBT001  # a cell
    invitee, member = of.invitee, of.member
    answered = invitee.answered_at
    return (
        str(member.id),
        member.country or "",
        member.unit or "",
        str(invitee.answer),
        str(of.place or ""),
        "no" if unconfirmed else "yes" if answered else "",
        answered.isoformat(timespec="minutes") if answered else "",
        str(invitee.nominated_by or ""),
        checklist,
        invitee.note or "",
    )
