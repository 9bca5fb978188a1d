"""What a coordinator reads when something was not done with a broadcast: why, and what to do."""

from bot.i18n import Translator
from bot.services.broadcasts.errors import BroadcastError, Refusal


def explanation(error: BroadcastError, translator: Translator) -> str:
    """Return why it was not done; plain text."""
    _ = translator.gettext
    texts = {
        Refusal.GONE: _("This broadcast is no longer here. /broadcast begins one, /broadcasts lists all."),
        Refusal.NO_DRAFT_ANY_MORE: _("This broadcast was confirmed already. /broadcasts shows how it stands."),
        Refusal.DRAFT_EXISTS: _("You have a draft already: send or discard it first. /broadcast opens it."),
        Refusal.TEXT_EMPTY: _("There is nothing in this text."),
        Refusal.TEXT_TOO_LONG: _("This text is too long: it may have {limit} characters at most."),
        Refusal.TEXTS_TOO_LONG_FOR_FILE: _(
            "With a file, a text has at most {limit} characters: shorten your texts first, then send the file."
        ),
        Refusal.NO_ENGLISH: _("The text in English is missing."),
        Refusal.TEXT_NOT_CLEARED: _("A text seems to hold personal data: open it to allow or change it."),
        Refusal.NOBODY: _("Nobody would get it: choose another audience."),
        Refusal.AUDIENCE_CHANGED: _(
            "Meanwhile the number of receivers has changed, so nothing was sent. Check it again."
        ),
        Refusal.PAST: _("This time has passed already: choose another one."),
        Refusal.NO_APPROVER: _("So many receivers need a second coordinator, and there is none who could approve."),
        Refusal.OWN_BROADCAST: _("Another coordinator must decide on this, not you."),
        Refusal.STATE_CHANGED: _("Meanwhile something else was done with it. /broadcasts shows how it stands."),
        Refusal.NOTHING_FAILED: _("It failed for nobody, so nothing is sent again."),
        Refusal.ALL_CONFIRMED: _("All who got it have confirmed, so nobody is reminded."),
        Refusal.TOO_OLD: _("It can be recalled within 48 hours only; Telegram deletes no older messages."),
    }
    return texts[error.refusal].format(limit=error.limit)
