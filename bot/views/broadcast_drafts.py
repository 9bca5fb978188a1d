"""The draft of a broadcast: one message that says how it stands, with buttons that change it."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from bot.callbacks.broadcasts import ConfirmBroadcast, DraftStep, EditDraft, EditText, SendAt, TextDeed
from bot.dates import Reason
from bot.i18n import Translator, own_name
from bot.models import Broadcast
from bot.services.broadcasts.overview import Overview
from bot.views import Button, View, in_pairs
from bot.views.broadcast_audience import back, conditions, counts
from bot.views.html import bold, escape
from knowledge.catalog import SOURCE_LOCALE

SECONDS = 60


def draft(overview: Overview, zone: ZoneInfo, translator: Translator) -> View:
    """Show how a draft stands; times are in the author's zone."""
    _ = translator.gettext
    blocks = (
        bold(_("Broadcast: draft")),
        "\n".join(_about(overview, zone, translator)),
        "\n".join([*conditions(overview, translator), *counts(overview, translator)]),
    )

    def button(label: str, step: DraftStep) -> Button:
        return Button(label, EditDraft(overview.number, step))

    urgent = overview.broadcast.is_urgent
    rows = (
        (button(_("Texts"), DraftStep.TEXTS), button(_("Attachment"), DraftStep.FILE)),
        (button(_("Audience"), DraftStep.AUDIENCE), button(_("When"), DraftStep.WHEN)),
        (
            button(_("Not urgent"), DraftStep.NOT_URGENT) if urgent else button(_("Urgent"), DraftStep.URGENT),
            button(_("Preview"), DraftStep.PREVIEW),
        ),
        *(((button(_("Check and send"), DraftStep.CHECK),),) if overview.is_ready else ()),
        (button(_("Discard the draft"), DraftStep.DISCARD),),
    )
    return View(blocks, rows)


def check(overview: Overview, zone: ZoneInfo, translator: Translator, *, needs_approval: bool) -> View:
    """Show all once more before it is sent; the number of receivers stands on the button."""
    _ = translator.gettext
    total = overview.reach.total
    label = translator.ngettext("Send to {count} member", "Send to {count} members", total).format(count=total)
    blocks = [
        bold(_("Send this broadcast?")),
        "\n".join(_about(overview, zone, translator)),
        "\n".join([*conditions(overview, translator), *counts(overview, translator)]),
    ]
    if overview.broadcast.is_urgent:
        blocks.append(escape(_("It is urgent, so it wakes people in their quiet hours; this is recorded.")))
    if needs_approval:
        blocks.append(escape(_("So many receivers need a second coordinator, who will be asked to approve.")))
    confirm = Button(label, ConfirmBroadcast(overview.number, total))
    return View(tuple(blocks), ((confirm,), (back(overview.number, translator),)))


def ask_file(broadcast: Broadcast, limit: int, translator: Translator) -> View:
    """Ask for a file or photo; what is attached can be taken off."""
    _ = translator.gettext
    text = _(
        "Now send one file or photo. I cannot look into it, so see to it that it holds no personal data. With a file, "
        "a text has at most {limit} characters. /cancel ends this."
    )
    off = Button(_("Without a file"), EditDraft(broadcast.id or 0, DraftStep.NO_FILE))
    rows = ((off,),) if broadcast.file_id else ()
    return View((escape(text.format(limit=limit)),), (*rows, (back(broadcast.id or 0, translator),)))


def choose_preview(overview: Overview, translator: Translator) -> View:
    """Offer all languages that it has a text or a receiver in."""
    _ = translator.gettext
    locales = sorted({*overview.texts, *overview.reach.by_locale})
    buttons = [Button(own_name(locale), EditText(overview.number, locale, TextDeed.PREVIEW)) for locale in locales]
    text = _("In which language do you want to see it, exactly as it is received?")
    return View((escape(text),), (*in_pairs(buttons), (back(overview.number, translator),)))


def ask_time(broadcast_id: int, zone: ZoneInfo, translator: Translator, reason: Reason | None = None) -> View:
    """Ask when it is to be sent, once more after what was no time.

    Args:
        broadcast_id: the draft.
        zone: of the author.
        translator: of the author.
        reason: why what they typed was not understood; None: they have not typed anything.
    """
    _ = translator.gettext
    asked = _("Type the day and the time, such as: tomorrow 8:30. Times are those of {zone}. /cancel ends this.")
    blocks = [escape(asked.format(zone=zone.key))]
    if reason is not None:
        blocks.insert(0, escape(_not_understood(reason, translator)))
    at_once = Button(_("At once, when I confirm"), EditDraft(broadcast_id, DraftStep.AT_ONCE))
    return View(tuple(blocks), ((at_once,), (back(broadcast_id, translator),)))


def choose_time(broadcast_id: int, moments: Iterable[dt.datetime], translator: Translator) -> View:
    """Offer what a typed time may mean; the moments are in the author's zone."""
    _ = translator.gettext
    buttons = [(Button(translator.moment(at), SendAt(broadcast_id, int(at.timestamp()) // SECONDS)),) for at in moments]
    return View((escape(_("Which one do you mean?")),), (*buttons, (back(broadcast_id, translator),)))


def ask_discard(broadcast_id: int, translator: Translator) -> View:
    """Ask before a draft is deleted."""
    _ = translator.gettext
    surely = Button(_("Yes, discard it"), EditDraft(broadcast_id, DraftStep.DISCARD_SURELY))
    text = escape(_("Discard this draft with all its texts?"))
    return View((text,), ((surely,), (back(broadcast_id, translator),)))


def discarded(translator: Translator) -> View:
    """Confirm that a draft is gone."""
    return View((escape(translator.gettext("The draft is gone. /broadcast begins another one.")),))


def _about(overview: Overview, zone: ZoneInfo, translator: Translator) -> list[str]:
    """Return texts, file, time and urgency, as lines of HTML."""
    _ = translator.gettext
    broadcast = overview.broadcast
    languages = translator.listed(own_name(locale) for locale in overview.texts)
    lines = [_("Texts: {languages}").format(languages=languages) if languages else _("Texts: none yet")]
    if SOURCE_LOCALE not in overview.texts:
        lines.append(_("The text in English is missing; everybody without a text of their own gets that one."))
    if not all(text.is_cleared for text in overview.texts.values()):
        lines.append(_("A text seems to hold personal data: open it to allow or change it."))
    if broadcast.file_id:
        lines.append(_("Attachment: {name}").format(name=broadcast.file_name or _("a photo")))
    lines.append(sending_time(broadcast, zone, translator))
    lines.append(_("Urgent: also in quiet hours") if broadcast.is_urgent else _("Not urgent: not in quiet hours"))
    return [f"• {escape(line)}" for line in lines]


def sending_time(broadcast: Broadcast, zone: ZoneInfo, translator: Translator) -> str:
    """Return in words when a broadcast is sent; plain text."""
    _ = translator.gettext
    if broadcast.send_at is None:
        return _("To be sent at once")
    moment = translator.moment(broadcast.send_at.astimezone(zone))
    return _("Sent on {moment} ({zone})").format(moment=moment, zone=zone.key)


def _not_understood(reason: Reason, translator: Translator) -> str:
    _ = translator.gettext
    if reason is Reason.IMPOSSIBLE:
        return _("There is no such day or time.")
    return _("I do not understand this as a day and a time.")
