"""The rooms that see updates: read the update, call one service, answer with one view."""

from bot.context import BotApplication
from bot.handlers import articles, browse, failures, inline, language, questions, start


def register(application: BotApplication) -> None:
    """Add all handlers; of those that match an update the first one gets it."""
    for module in (start, language, browse, articles, inline, questions, failures):
        module.register(application)
