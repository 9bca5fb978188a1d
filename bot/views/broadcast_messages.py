"""A broadcast as its receivers see it, and what takes it back."""

import datetime as dt

from bot.callbacks.broadcasts import ConfirmReading
from bot.i18n import Translator, own_name
from bot.services.broadcasts.contents import Content
from bot.views import Button, Media, MediaKind, View
from bot.views.html import bold, escape


def message(content: Content, translator: Translator, *, is_reminder: bool = False) -> View:
    """Show a broadcast, the preview of its author included.

    Args:
        content: the text and what it is.
        translator: of the receiver.
        is_reminder: whether they got it before and have not confirmed that they read it.
    """
    _ = translator.gettext
    heading = _("Urgent message from the coordinators") if content.is_urgent else _("Message from the coordinators")
    blocks = [bold(heading)]
    if is_reminder:
        asked = _("Reminder: please confirm that you have read this.")
        blocks.append(f"<i>{escape(asked)}</i>")
    if content.is_fallback:
        mark = _("There is no text in your language, so this one is in: {language}")
        blocks.append(f"<i>{escape(mark.format(language=own_name(content.locale)))}</i>")
    blocks.append(escape(content.text) or "…")
    button = Button(_("I have read it"), ConfirmReading(content.broadcast_id))
    return View(tuple(blocks), ((button,),), media=_media(content))


def confirmed(broadcast_id: int, at: dt.datetime, translator: Translator) -> View:
    """Return the button of a receiver who has confirmed; the text of the message stays.

    Args:
        broadcast_id: what they have read.
        at: when they said so first, in their zone.
        translator: of the receiver.
    """
    label = translator.gettext("✓ Read on {moment}").format(moment=translator.moment(at))
    return View((), ((Button(label, ConfirmReading(broadcast_id)),),))


def thanks(translator: Translator, *, is_receiver: bool) -> str:
    """Return the notice after the button; plain text, at most 200 characters."""
    _ = translator.gettext
    if is_receiver:
        return _("Thank you. The coordinators see that you have read it.")
    return _("This was not sent to you, so there is nothing to confirm. Your receivers can press it.")


def withdrawn(message_ids: tuple[int, ...], translator: Translator) -> View:
    """Take a message back, in all its parts; the text is for what Telegram does not delete any more."""
    text = translator.gettext("This message was recalled by the coordinators.")
    return View((f"<i>{escape(text)}</i>",), withdraws=message_ids)


def _media(content: Content) -> Media | None:
    if content.file_id is None or content.file_kind is None:
        return None
    return Media(content.file_id, MediaKind(content.file_kind))
