"""Broadcasts that were confirmed: the list, the report, and questions before what cannot be undone."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.callbacks.broadcasts import ListBroadcasts, RunDeed, SteerBroadcast
from bot.i18n import Translator, own_name
from bot.models import Broadcast
from bot.services.broadcasts.progress import Progress
from bot.services.broadcasts.report import Group, Line, Report
from bot.views import Attachment, Button, View
from bot.views.broadcast_drafts import sending_time
from bot.views.broadcast_progress import counted, outcomes, state_name
from bot.views.html import bold, escape
from bot.views.roles import place_name

PAGE_SIZE = 6
"""Broadcasts on a page of the list."""


def approval(progress: Progress, zone: ZoneInfo, translator: Translator) -> View:
    """Ask another coordinator to approve; they read it first."""
    _ = translator.gettext
    broadcast = progress.broadcast
    number, count = broadcast.id or 0, broadcast.receivers
    asked = translator.ngettext(
        "Another coordinator wants to send this to {count} member.",
        "Another coordinator wants to send this to {count} members.",
        count,
    )
    blocks = [bold(_("Please approve a broadcast")), escape(asked.format(count=count))]
    blocks.append(escape(sending_time(broadcast, zone, translator)))
    if broadcast.is_urgent:
        blocks.append(escape(_("Urgent: also in quiet hours")))
    rows = (
        (Button(_("Read it"), SteerBroadcast(number, RunDeed.READ)),),
        (
            Button(_("Approve"), SteerBroadcast(number, RunDeed.APPROVE)),
            Button(_("Do not approve"), SteerBroadcast(number, RunDeed.DECLINE)),
        ),
    )
    return View(tuple(blocks), rows)


def report(found: Report, translator: Translator) -> View:
    """Show what became of it by country and language."""
    _ = translator.gettext
    number = found.progress.broadcast.id or 0
    blocks = [
        bold(_("Broadcast {number}: report").format(number=number)),
        "\n".join(outcomes(found.progress, translator)),
        *(_group(group, line, translator) for group, line in found.lines.items()),
    ]
    if found.erased:
        gone = translator.ngettext(
            "{count} receiver has erased their data since.",
            "{count} receivers have erased their data since.",
            found.erased,
        )
        blocks.append(escape(gone.format(count=found.erased)))
    table = Button(_("As a table (CSV)"), SteerBroadcast(number, RunDeed.TABLE))
    back = Button(_("« Broadcast"), SteerBroadcast(number, RunDeed.SHOW))
    return View(tuple(blocks), ((table, back),))


def table(name: str, content: bytes, translator: Translator) -> View:
    """Hand the report over as a file."""
    text = translator.gettext("The table has one line for each receiver, by number and without names.")
    return View((escape(text),), attachment=Attachment(name, content))


def listing(found: Sequence[Broadcast], page: int, zone: ZoneInfo, translator: Translator, *, is_more: bool) -> View:
    """List broadcasts that were confirmed, newest first; pages count from 0."""
    _ = translator.gettext
    if not found:
        return View((escape(_("No broadcast was sent yet. /broadcast begins one.")),))
    rows = [(Button(_entry(each, zone, translator), SteerBroadcast(each.id or 0, RunDeed.SHOW)),) for each in found]
    newer = [Button(_("‹ Newer"), ListBroadcasts(page - 1))] if page > 0 else []
    older = [Button(_("Older ›"), ListBroadcasts(page + 1))] if is_more else []
    turns = (*newer, *older)
    return View((bold(_("Broadcasts")),), (*rows, *((turns,) if turns else ())))


def ask_cancel(number: int, translator: Translator) -> View:
    """Ask before nothing more is sent."""
    _ = translator.gettext
    text = _("Send nothing more of this broadcast? What was sent stays; this cannot be undone.")
    return _ask(text, _("Yes, cancel it"), SteerBroadcast(number, RunDeed.CANCEL_SURELY), translator)


def ask_recall(number: int, translator: Translator) -> View:
    """Ask before what was sent is deleted."""
    _ = translator.gettext
    text = _(
        "Send nothing more, and delete the message in the chats of those who have it? Some may have read it already; "
        "this cannot be undone."
    )
    return _ask(text, _("Yes, recall it"), SteerBroadcast(number, RunDeed.RECALL_SURELY), translator)


def reminded(number: int, count: int, translator: Translator) -> View:
    """Say how many are reminded."""
    _ = translator.gettext
    text = translator.ngettext("{count} receiver is reminded.", "{count} receivers are reminded.", count)
    back = Button(_("« Broadcast"), SteerBroadcast(number, RunDeed.SHOW))
    return View((escape(text.format(count=count)),), ((back,),))


def _group(group: Group, line: Line, translator: Translator) -> str:
    """Return what became of the receivers of one country and language as a block."""
    heading = f"{place_name(group.country, translator)} · {own_name(group.locale)}"
    return "\n".join([bold(heading), *counted(line.outcomes, line.confirmed, translator)])


def _entry(each: Broadcast, zone: ZoneInfo, translator: Translator) -> str:
    at = each.confirmed_at or each.created_at
    parts = (str(each.id), translator.moment(at.astimezone(zone)), state_name(each.state, translator))
    return " · ".join(parts)


def _ask(question: str, yes: str, route: SteerBroadcast, translator: Translator) -> View:
    no = Button(translator.gettext("No, leave it"), SteerBroadcast(route.broadcast_id, RunDeed.SHOW))
    return View((escape(question),), ((Button(yes, route),), (no,)))
