"""What the records of the audit log are called."""

from collections.abc import Mapping

from bot.i18n import Translator
from bot.models.audit import Action


def action_name(action: Action, translator: Translator) -> str:
    """Return what was done, as the heading of a record."""
    names: dict[Action, str] = {}
    for subject in (_contacts, _access, _broadcasts, _events, _data):
        names.update(subject(translator))
    return names[action]


def _contacts(translator: Translator) -> Mapping[Action, str]:
    _ = translator.gettext
    return {
        Action.CONTACT_VIEWED: _("Contact viewed"),
        Action.CONTACT_CHANGED: _("Contact changed"),
        Action.CONTACT_CONFIRMED: _("Contact confirmed"),
        Action.CONTACT_OWNER_CHANGED: _("Who looks after a contact changed"),
        Action.CORRECTION_PROPOSED: _("Correction of a contact proposed"),
        Action.CORRECTION_APPROVED: _("Correction of a contact approved"),
        Action.CORRECTION_DECLINED: _("Correction of a contact declined"),
    }


def _access(translator: Translator) -> Mapping[Action, str]:
    _ = translator.gettext
    return {
        Action.INVITATION_CREATED: _("Invitation created"),
        Action.INVITATION_REVOKED: _("Invitation revoked"),
        Action.INVITATION_USED: _("Invitation used"),
        Action.ACCESS_REQUESTED: _("Access requested"),
        Action.ACCESS_APPROVED: _("Access approved"),
        Action.ACCESS_DECLINED: _("Access declined"),
        Action.ROLE_GRANTED: _("Role granted"),
        Action.ROLE_REVOKED: _("Role revoked"),
        Action.MEMBER_REMOVED: _("Member removed"),
    }


def _broadcasts(translator: Translator) -> Mapping[Action, str]:
    _ = translator.gettext
    return {
        Action.BROADCAST_CONFIRMED: _("Broadcast confirmed"),
        Action.BROADCAST_APPROVED: _("Broadcast approved"),
        Action.BROADCAST_DECLINED: _("Broadcast not approved"),
        Action.BROADCAST_PAUSED: _("Broadcast paused"),
        Action.BROADCAST_RESUMED: _("Broadcast resumed"),
        Action.BROADCAST_CANCELLED: _("Broadcast cancelled"),
        Action.BROADCAST_RESENT: _("Broadcast sent again to those that it failed for"),
        Action.BROADCAST_REMINDED: _("Broadcast sent again to those who had not confirmed"),
        Action.BROADCAST_RECALLED: _("Broadcast recalled"),
    }


def _events(translator: Translator) -> Mapping[Action, str]:
    _ = translator.gettext
    return {
        Action.EVENT_PUBLISHED: _("Event published"),
        Action.EVENT_CHANGED: _("Event changed"),
        Action.EVENT_CANCELLED: _("Event cancelled"),
        Action.EVENT_ANSWERED_FOR: _("Invitation answered for somebody"),
        Action.EVENT_INVITED: _("Member invited to a published event"),
        Action.EVENT_UNINVITED: _("Invitation to an event taken back"),
    }


def _data(translator: Translator) -> Mapping[Action, str]:
    _ = translator.gettext
    return {
        Action.EXPORT: _("Data exported"),
        Action.ERASURE: _("Personal data erased"),
        Action.SETTING_CHANGED: _("Setting changed"),
        Action.RETENTION_RUN: _("Retention periods applied"),
        Action.AUDIT_PRUNED: _("Old records of the audit log deleted"),
    }
