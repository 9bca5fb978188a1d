"""Which role may do what: the one place that states it. Whatever is not stated is denied.

`bot.services.permissions` applies it; the rest of the assistant needs that module alone.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.models import Role


class Action(StrEnum):
    """What people do in the assistant."""

    LEARN_WHAT_THIS_IS = "learn_what_this_is"
    ASK_FOR_ACCESS = "ask_for_access"
    USE_INVITATION = "use_invitation"
    CHOOSE_LANGUAGE = "choose_language"
    SEE_OWN_DATA = "see_own_data"
    ERASE_OWN_DATA = "erase_own_data"
    ASK = "ask"
    BROWSE = "browse"
    USE_GLOSSARY = "use_glossary"
    ADVISE_CHANNEL = "advise_channel"
    COMPARE_COUNTRIES = "compare_countries"
    REQUEST_FORM = "request_form"
    SHARE_INLINE = "share_inline"
    GIVE_FEEDBACK = "give_feedback"
    SEE_EVENTS = "see_events"
    ANSWER_EVENTS = "answer_events"
    KEEP_REMINDERS = "keep_reminders"
    CHOOSE_QUIET_HOURS = "choose_quiet_hours"
    CHOOSE_TIME_ZONE = "choose_time_zone"
    VIEW_CONTACTS = "view_contacts"
    CORRECT_CONTACTS = "correct_contacts"
    MAINTAIN_CONTACTS = "maintain_contacts"
    INVITE = "invite"
    DECIDE_ACCESS_REQUEST = "decide_access_request"
    LIST_MEMBERS = "list_members"
    CHANGE_ROLES = "change_roles"
    REMOVE_MEMBER = "remove_member"
    BROADCAST = "broadcast"
    RECEIVE_BROADCASTS = "receive_broadcasts"
    PLAN_EVENTS = "plan_events"
    ANSWER_QUESTIONS = "answer_questions"
    SEE_GAPS = "see_gaps"
    TRANSLATE = "translate"
    SEE_AUDIT = "see_audit"
    EXPORT_AUDIT = "export_audit"
    CHANGE_SETTINGS = "change_settings"


EVERYBODY = frozenset(
    {
        Action.LEARN_WHAT_THIS_IS,
        Action.ASK_FOR_ACCESS,
        Action.USE_INVITATION,
        Action.CHOOSE_LANGUAGE,
        Action.SEE_OWN_DATA,
        Action.ERASE_OWN_DATA,
    }
)
"""Also strangers, and those who have left."""
EVERY_MEMBER = EVERYBODY | {
    Action.ASK,
    Action.BROWSE,
    Action.USE_GLOSSARY,
    Action.ADVISE_CHANNEL,
    Action.COMPARE_COUNTRIES,
    Action.REQUEST_FORM,
    Action.SHARE_INLINE,
    Action.GIVE_FEEDBACK,
    Action.SEE_EVENTS,
    Action.ANSWER_EVENTS,
    Action.KEEP_REMINDERS,
    Action.CHOOSE_QUIET_HOURS,
    Action.CHOOSE_TIME_ZONE,
    Action.RECEIVE_BROADCASTS,
}
MANAGEMENT = frozenset(
    {
        Action.INVITE,
        Action.DECIDE_ACCESS_REQUEST,
        Action.LIST_MEMBERS,
        Action.CHANGE_ROLES,
        Action.REMOVE_MEMBER,
    }
)
CONTACTS = frozenset({Action.VIEW_CONTACTS, Action.CORRECT_CONTACTS})
ALLOWED: Mapping[Role, frozenset[Action]] = {
    Role.OFFICER: EVERY_MEMBER | CONTACTS,
    Role.COORDINATOR: EVERY_MEMBER
    | CONTACTS
    | MANAGEMENT
    | {Action.MAINTAIN_CONTACTS, Action.BROADCAST, Action.PLAN_EVENTS, Action.ANSWER_QUESTIONS},
    Role.TRANSLATOR: EVERY_MEMBER | {Action.TRANSLATE},
    Role.CURATOR: EVERY_MEMBER | {Action.ANSWER_QUESTIONS, Action.SEE_GAPS},
    Role.ADMINISTRATOR: EVERY_MEMBER
    | MANAGEMENT
    | {Action.SEE_AUDIT, Action.EXPORT_AUDIT, Action.CHANGE_SETTINGS, Action.SEE_GAPS},
}
"""Who runs the machine sees no contacts and addresses nobody: that takes the role of an officer or coordinator too."""
BY_COUNTRY = MANAGEMENT | {Action.MAINTAIN_CONTACTS, Action.BROADCAST, Action.PLAN_EVENTS, Action.ANSWER_QUESTIONS}
"""Done to a country or to the whole network; the scope of the role must cover it."""
BY_LOCALE = frozenset({Action.TRANSLATE})
"""Done to a language; the scope of the role must cover it."""
GIVES: Mapping[Role, frozenset[Role]] = {
    Role.COORDINATOR: frozenset({Role.OFFICER, Role.COORDINATOR, Role.TRANSLATOR, Role.CURATOR}),
    Role.ADMINISTRATOR: frozenset(Role),
}
"""The roles that a role may give and take, as far as its scope reaches (`Access.may_give`)."""
