"""The audit log for administrators: who did what, to what, and when. It shows no name; the log has none."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.callbacks import Route
from bot.i18n import Translator
from bot.models import AuditRecord
from bot.services.audit import CLI, SYSTEM, Listing
from bot.views import Button, View
from bot.views.audit_actions import action_name
from bot.views.html import bold, escape

PAGE_SIZE = 10
"""Records on a page: what to ask `bot.services.audit.latest` for."""
NO_DETAILS = "{}"


def log(listing: Listing, zone: ZoneInfo, route: Callable[[int | None], Route], translator: Translator) -> View:
    """Show one page of the log, newest first.

    Args:
        listing: the records of the page and the ends of the log.
        zone: of the reader.
        route: makes the target of a button from what `latest` takes as `before`; None is the first page.
        translator: of the reader.
    """
    _ = translator.gettext
    heading = bold(_("Audit log"))
    if not listing.records:
        return View((heading, escape(_("Nothing is recorded here."))))
    first, last = listing.records[-1].sequence, listing.records[0].sequence
    about = _("Records {first} to {last} of {newest}, newest first. Times are those of {zone}.").format(
        first=first, last=last, newest=listing.newest, zone=zone.key
    )
    newer = [Button(_("‹ Newer"), route(_page_after(last, listing.newest)))] if last < listing.newest else []
    older = [Button(_("Older ›"), route(first))] if first > listing.oldest else []
    turns = (*newer, *older)
    entries = (_entry(record, zone, translator) for record in listing.records)
    return View((heading, escape(about), *entries), (turns,) if turns else ())


def _entry(record: AuditRecord, zone: ZoneInfo, translator: Translator) -> str:
    """Return one record as a block: number and action, time, actor, object and details."""
    _ = translator.gettext
    lines = [
        f"{record.sequence}. {bold(action_name(record.action, translator))}",
        escape(_time(record.at, zone, translator)),
        escape(_("By: {actor}")).format(actor=_actor(record.actor, translator)),
        _code(record.object),
    ]
    if record.details != NO_DETAILS:
        lines.append(_code(record.details))
    return "\n".join(lines)


def _time(at: dt.datetime, zone: ZoneInfo, translator: Translator) -> str:
    """Write an instant in a zone; with seconds, because many things are done in one minute."""
    local = at.astimezone(zone)
    return translator.gettext("{date}, {time}").format(date=translator.date(local.date()), time=f"{local:%H:%M:%S}")


def _actor(actor: str, translator: Translator) -> str:
    """Return who did it as HTML; a pseudonym stays as it is."""
    _ = translator.gettext
    names = {CLI: _("command line"), SYSTEM: _("the assistant itself")}
    return escape(names[actor]) if actor in names else _code(actor)


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def _page_after(last: int, newest: int) -> int | None:
    """Return the `before` of the page that is newer by one; None for the first page. Numbers have no gaps."""
    before = last + PAGE_SIZE + 1
    return before if before <= newest else None
