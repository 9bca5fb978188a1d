"""The rooms that see updates: read the update, call one service, answer with one view."""

from bot.context import BotApplication
from bot.handlers import (
    adviser,
    articles,
    between,
    browse,
    failures,
    glossary,
    inline,
    language,
    personal_data,
    presence,
    privacy,
    questions,
    request_forms,
    start,
)


def register(application: BotApplication) -> None:
    """Add all handlers; of those that match an update the first one gets it."""
    for module in (
        presence,
        personal_data,
        start,
        language,
        privacy,
        browse,
        articles,
        adviser,
        between,
        glossary,
        request_forms,
        inline,
        questions,
        failures,
    ):
        module.register(application)
