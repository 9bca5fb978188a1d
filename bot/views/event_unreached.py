"""Whom messages about an event did not reach, for those who plan it."""

from collections.abc import Sequence

from bot.callbacks import ShowParticipants
from bot.callbacks.event_unreached import ListUnreached
from bot.i18n import Translator
from bot.services.events.listing import Listed
from bot.services.events.notices import NoticeKind
from bot.services.events.unreached import Unreached
from bot.views import Button, View
from bot.views.delivery_reasons import reason_name
from bot.views.event_card import title
from bot.views.event_lists import person_name
from bot.views.html import bold, escape

MAX_LISTED = 20
"""People on the screen; the rest is counted."""


def unreached(listed: Listed, found: Sequence[Unreached], translator: Translator) -> View:
    """List who has not got the last message about an event, with what it was and why."""
    _ = translator.gettext
    blocks = [bold(title(listed, translator))]
    if found:
        blocks.append(escape(_("The last message about this event has not reached these people. Tell them otherwise.")))
        blocks.append("\n".join(_line(each, translator) for each in found[:MAX_LISTED]))
    else:
        blocks.append(escape(_("Everybody who was written to was reached.")))
    more = len(found) - MAX_LISTED
    if more > 0:
        blocks.append(escape(translator.ngettext("and {count} more", "and {count} more", more).format(count=more)))
    back = Button(_("‹ Back"), ShowParticipants(listed.event.id or 0))
    return View(tuple(blocks), ((back,),))


def unreached_row(event_id: int, count: int, translator: Translator) -> list[tuple[Button, ...]]:
    """Return the row that leads to who was not reached; none where everybody was."""
    label = translator.gettext("Not reached: {count}").format(count=count)
    return [(Button(f"⚠️ {label}", ListUnreached(event_id)),)] if count else []


def _line(each: Unreached, translator: Translator) -> str:
    about = translator.gettext("{message}: {reason}").format(
        message=message_name(each.kind, translator), reason=reason_name(each.reason, translator)
    )
    return f"• {escape(person_name(each.person, translator))}\n   {escape(about)}"


def message_name(kind: NoticeKind, translator: Translator) -> str:
    """Return what a message about an event was."""
    _ = translator.gettext
    names = {
        NoticeKind.INVITATION: _("Invitation"),
        NoticeKind.CHANGE: _("Change"),
        NoticeKind.CANCELLATION: _("Cancellation"),
        NoticeKind.PROMOTION: _("Seat from the waiting list"),
        NoticeKind.ANSWERED_FOR: _("Answer that was given for them"),
        NoticeKind.THANKS: _("Thanks, and a question how it was"),
    }
    return names.get(kind, _("Reminder"))
