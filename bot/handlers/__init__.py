"""The rooms that see updates: read the update, call one service, answer with one view."""

from bot.context import BotApplication
from bot.handlers import (
    access,
    adviser,
    articles,
    audit,
    between,
    broadcast_audience,
    broadcast_receipts,
    broadcast_runs,
    broadcast_texts,
    broadcast_times,
    broadcasts,
    browse,
    failures,
    flooding,
    glossary,
    inline,
    invitations,
    language,
    members,
    personal_data,
    presence,
    privacy,
    questions,
    request_forms,
    start,
    typed,
)
from bot.services.broadcasts.texts import AWAITED_TEXT
from bot.services.permissions import Action


def register(application: BotApplication) -> None:
    """Add all handlers; of those that match an update the first one gets it."""
    typed.register(
        application,
        {
            access.UNIT: (Action.ASK_FOR_ACCESS, access.take_unit),
            invitations.UNIT: (Action.INVITE, invitations.take_unit),
            AWAITED_TEXT: (Action.BROADCAST, broadcast_texts.take_text),
            broadcasts.TIME: (Action.BROADCAST, broadcast_times.take_time),
        },
        {broadcasts.FILE: (Action.BROADCAST, broadcasts.take_file)},
    )
    for module in (
        flooding,
        presence,
        personal_data,
        start,
        access,
        invitations,
        members,
        broadcasts,
        broadcast_texts,
        broadcast_audience,
        broadcast_times,
        broadcast_runs,
        broadcast_receipts,
        audit,
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
