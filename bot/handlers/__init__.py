"""The rooms that see updates: read the update, call one service, answer with one view."""

from collections.abc import Mapping
from types import MappingProxyType

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
    contact_corrections,
    contact_upkeep,
    contacts,
    event_coordination,
    event_copies,
    event_files,
    event_plans,
    event_publication,
    event_repetition,
    events,
    failures,
    flooding,
    follow_ups,
    glossary,
    inline,
    invitations,
    language,
    members,
    personal_data,
    plan_message,
    presence,
    privacy,
    questions,
    request_forms,
    start,
    typed,
)
from bot.handlers.typed import Continuation
from bot.services.broadcasts.texts import AWAITED_TEXT
from bot.services.permissions import Action

MODULES = (
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
    contacts,
    contact_corrections,
    contact_upkeep,
    events,
    event_coordination,
    plan_message,
    event_plans,
    event_copies,
    event_repetition,
    event_publication,
    event_files,
    follow_ups,
    inline,
    questions,
    failures,
)
"""In their order: of the handlers that match an update in one group, the first one gets it."""
TEXTS: Mapping[str, tuple[Action, Continuation]] = MappingProxyType(
    {
        access.UNIT: (Action.ASK_FOR_ACCESS, access.take_unit),
        invitations.UNIT: (Action.INVITE, invitations.take_unit),
        AWAITED_TEXT: (Action.BROADCAST, broadcast_texts.take_text),
        broadcasts.TIME: (Action.BROADCAST, broadcast_times.take_time),
        event_plans.FIELD: (Action.PLAN_EVENTS, event_plans.take_field),
        event_copies.DAY: (Action.PLAN_EVENTS, event_copies.take_day),
        event_repetition.END: (Action.PLAN_EVENTS, event_repetition.take_end),
        event_publication.REASON: (Action.PLAN_EVENTS, event_publication.take_reason),
        contact_corrections.VALUE: (Action.CORRECT_CONTACTS, contact_corrections.take_value),
        events.NOTE: (Action.ANSWER_EVENTS, events.take_note),
    }
)
"""Who takes a text that was asked for, by subject, and what the text does."""
FILES: Mapping[str, tuple[Action, Continuation]] = MappingProxyType(
    {broadcasts.FILE: (Action.BROADCAST, broadcasts.take_file)}
)
"""The same of files."""


def register(application: BotApplication) -> None:
    """Add all handlers."""
    typed.register(application, TEXTS, FILES)
    for module in MODULES:
        module.register(application)
