"""Why a message has not arrived, as people read it."""

from collections.abc import Mapping

from bot.i18n import Translator


def reason_name(reason: str, translator: Translator) -> str:
    """Return why a delivery failed, for codes of `bot.services.deliveries.failures`; an unknown code stays as it is."""
    _ = translator.gettext
    names: Mapping[str, str] = {
        "blocked": _("has blocked the assistant"),
        "deactivated": _("the Telegram account is gone"),
        "never_started": _("has never started the assistant"),
        "forbidden": _("Telegram does not let the assistant write there"),
        "chat_not_found": _("Telegram does not know the chat"),
        "unreachable": _("could not be reached before, and has not come back"),
        "too_long": _("the message is too long"),
        "bad_markup": _("Telegram does not understand the formatting"),
        "bad_request": _("Telegram refused the message"),
        "flood": _("Telegram wanted a pause"),
        "migrated": _("the chat has moved"),
        "not_sent": _("no connection to Telegram"),
        "no_answer": _("Telegram did not answer; it may have arrived"),
        "server_error": _("an error at Telegram"),
        "refused": _("Telegram does not accept the assistant"),
        "broken": _("an error of the assistant"),
        "lost": _("the assistant was stopped while it was on its way"),
    }
    return names.get(reason, reason)
