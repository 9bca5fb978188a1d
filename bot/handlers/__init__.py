"""The rooms that see updates: read the update, call one service, answer with one view."""

from bot.context import BotApplication
from bot.handlers import (
    access,
    adviser,
    articles,
    audit,
    between,
    browse,
    contact_corrections,
    contact_upkeep,
    contacts,
    event_coordination,
    event_files,
    event_plans,
    event_publication,
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
    presence,
    privacy,
    questions,
    request_forms,
    start,
    typed,
)
from bot.services.permissions import Action


def register(application: BotApplication) -> None:
    """Add all handlers; of those that match an update the first one gets it."""
    typed.register(
        application,
        {
            access.UNIT: (Action.ASK_FOR_ACCESS, access.take_unit),
            invitations.UNIT: (Action.INVITE, invitations.take_unit),
            event_plans.FIELD: (Action.PLAN_EVENTS, event_plans.take_field),
            event_publication.REASON: (Action.PLAN_EVENTS, event_publication.take_reason),
            contact_corrections.VALUE: (Action.CORRECT_CONTACTS, contact_corrections.take_value),
            events.NOTE: (Action.ANSWER_EVENTS, events.take_note),
        },
    )
    for module in (
        flooding,
        presence,
        personal_data,
        start,
        access,
        invitations,
        members,
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
        event_plans,
        event_publication,
        event_files,
        follow_ups,
        inline,
        questions,
        failures,
    ):
        module.register(application)
