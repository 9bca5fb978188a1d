"""The audit log for administrators: who did what, to what, and when. It shows no name; the log has none."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.callbacks import Route
from bot.i18n import Translator
from bot.models import AuditRecord
from bot.models.audit import Action
from bot.services.audit import CLI, SYSTEM, Listing
from bot.views import Button, View
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


def action_name(action: Action, translator: Translator) -> str:
    """Return what was done, as the heading of a record."""
    _ = translator.gettext
    names = {
        Action.CONTACT_VIEWED: _("Contact viewed"),
        Action.CONTACT_CHANGED: _("Contact changed"),
        Action.CONTACT_CONFIRMED: _("Contact confirmed"),
        Action.CONTACT_OWNER_CHANGED: _("Who looks after a contact changed"),
        Action.CORRECTION_PROPOSED: _("Correction of a contact proposed"),
        Action.CORRECTION_APPROVED: _("Correction of a contact approved"),
        Action.CORRECTION_DECLINED: _("Correction of a contact declined"),
        Action.INVITATION_CREATED: _("Invitation created"),
        Action.INVITATION_REVOKED: _("Invitation revoked"),
        Action.INVITATION_USED: _("Invitation used"),
        Action.ACCESS_REQUESTED: _("Access requested"),
        Action.ACCESS_APPROVED: _("Access approved"),
        Action.ACCESS_DECLINED: _("Access declined"),
        Action.ROLE_GRANTED: _("Role granted"),
        Action.ROLE_REVOKED: _("Role revoked"),
        Action.MEMBER_REMOVED: _("Member removed"),
        Action.BROADCAST_CONFIRMED: _("Broadcast confirmed"),
        Action.BROADCAST_APPROVED: _("Broadcast approved"),
        Action.BROADCAST_DECLINED: _("Broadcast not approved"),
        Action.BROADCAST_PAUSED: _("Broadcast paused"),
        Action.BROADCAST_RESUMED: _("Broadcast resumed"),
        Action.BROADCAST_CANCELLED: _("Broadcast cancelled"),
        Action.BROADCAST_RESENT: _("Broadcast sent again to those that it failed for"),
        Action.BROADCAST_REMINDED: _("Broadcast sent again to those who had not confirmed"),
        Action.BROADCAST_RECALLED: _("Broadcast recalled"),
        Action.EVENT_PUBLISHED: _("Event published"),
        Action.EVENT_CHANGED: _("Event changed"),
        Action.EVENT_CANCELLED: _("Event cancelled"),
        Action.EVENT_ANSWERED_FOR: _("Invitation answered for somebody"),
        Action.EVENT_INVITED: _("Member invited to a published event"),
        Action.EVENT_UNINVITED: _("Invitation to an event taken back"),
        Action.EXPORT: _("Data exported"),
        Action.ERASURE: _("Personal data erased"),
        Action.SETTING_CHANGED: _("Setting changed"),
        Action.RETENTION_RUN: _("Retention periods applied"),
        Action.AUDIT_PRUNED: _("Old records of the audit log deleted"),
    }
    return names[action]


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
