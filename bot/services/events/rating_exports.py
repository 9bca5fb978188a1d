"""The ratings of an event as a table, without names; each export is in the audit log."""

from collections.abc import Mapping, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Aspect
from bot.models.audit import Action as Audited
from bot.services import spreadsheets
from bot.services.actors import Actor
from bot.services.audit_entry import Code
from bot.services.events import ratings
from bot.services.events.exports import Format
from bot.services.events.ratings import MOST_STARS, AspectSummary

STARS = tuple(range(1, MOST_STARS + 1))
HEAD = ("aspect", "ratings", "mean", *(f"stars_{number}" for number in STARS), "comment")
"""English codes, as in `bot.services.events.exports`."""


async def export(session: AsyncSession, actor: Actor, event_id: int, form: Format) -> bytes:
    """Return the table as a file; the caller commits, because the audit log gets a record.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is not theirs to plan.
    """
    table = rows(await ratings.summary(session, actor, event_id))
    details: dict[str, Code] = {"what": "ratings", "rows": len(table) - 1, "format": str(form)}
    await actor.record(session, Audited.EXPORT, f"event:{event_id}", details)
    return spreadsheets.csv_file(table) if form is Format.CSV else spreadsheets.xlsx_file("ratings", table)


def rows(summary: Mapping[Aspect, AspectSummary]) -> list[Sequence[str]]:
    """Return the head, a row for each aspect, and below it one for each comment, which tells no stars.

    A comment beside its stars would tell more of who wrote it than the summary does.
    """
    table: list[Sequence[str]] = [HEAD]
    for aspect, found in summary.items():
        mean = "" if found.mean is None else f"{found.mean:.2f}"
        counts = (str(found.stars[number]) for number in STARS)
        table.append((str(aspect), str(found.people), mean, *counts, ""))
        table += [(str(aspect), *[""] * (len(STARS) + 2), comment) for comment in found.comments]
    return table
