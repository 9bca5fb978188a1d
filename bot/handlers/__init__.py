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
    contact_owners,
    contact_upkeep,
    contacts,
    event_audience,
    event_checklist,
    event_coordination,
    event_copies,
    event_documents,
    event_files,
    event_invitations,
    event_leads,
    event_map,
    event_plans,
    event_publication,
    event_ratings,
    event_repetition,
    event_reports,
    event_texts,
    event_unreached,
    events,
    failures,
    flooding,
    follow_ups,
    glossary,
    inline,
    invitations,
    language,
    members,
    own_zone,
    personal_data,
    plan_message,
    presence,
    privacy,
    questions,
    quiet,
    request_forms,
    start,
    typed,
)
from bot.handlers.typed import Continuation
from bot.services.broadcasts.texts import AWAITED_TEXT
from bot.services.events.personal_data import AWAITED_TEXT as AWAITED_EVENT_TEXT
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
    quiet,
    own_zone,
    privacy,
    browse,
    articles,
    adviser,
    between,
    glossary,
    request_forms,
    contacts,
    contact_corrections,
    contact_owners,
    contact_upkeep,
    events,
    event_coordination,
    event_unreached,
    plan_message,
    event_plans,
    event_copies,
    event_repetition,
    event_audience,
    event_checklist,
    event_texts,
    event_map,
    event_invitations,
    event_publication,
    event_files,
    event_documents,
    event_ratings,
    event_reports,
    event_leads,
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
        event_audience.MEMBER: (Action.PLAN_EVENTS, event_audience.take_words),
        event_audience.QUOTAS: (Action.PLAN_EVENTS, event_audience.take_quotas),
        event_checklist.ITEM: (Action.PLAN_EVENTS, event_checklist.take_item),
        AWAITED_EVENT_TEXT: (Action.PLAN_EVENTS, event_texts.take_text),
        event_map.POINT: (Action.PLAN_EVENTS, event_map.take_point),
        event_publication.REASON: (Action.PLAN_EVENTS, event_publication.take_reason),
        contact_corrections.VALUE: (Action.CORRECT_CONTACTS, contact_corrections.take_value),
        quiet.HOURS: (Action.CHOOSE_QUIET_HOURS, quiet.take_hours),
        own_zone.CITY: (Action.CHOOSE_TIME_ZONE, own_zone.take_city),
        events.NOTE: (Action.ANSWER_EVENTS, events.take_note),
        event_leads.LEAD: (Action.SEE_EVENTS, event_leads.take_lead),
        event_ratings.COMMENT: (Action.ANSWER_EVENTS, event_ratings.take_comment),
    }
)
"""Who takes a text that was asked for, by subject, and what the text does."""
FILES: Mapping[str, tuple[Action, Continuation]] = MappingProxyType(
    {
        broadcasts.FILE: (Action.BROADCAST, broadcasts.take_file),
        event_documents.FILE: (Action.PLAN_EVENTS, event_documents.take_file),
    }
)
"""The same of files."""
PLACES: Mapping[str, tuple[Action, Continuation]] = MappingProxyType(
    {
        event_plans.FIELD: (Action.PLAN_EVENTS, event_map.take_location),
        event_map.POINT: (Action.PLAN_EVENTS, event_map.take_location),
    }
)
"""The same of locations and venues."""


def register(application: BotApplication) -> None:
    """Add all handlers."""
    typed.register(application, TEXTS, FILES, PLACES)
    for module in MODULES:
        module.register(application)
