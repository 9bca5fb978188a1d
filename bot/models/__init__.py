"""The tables; importing this package makes all of them known to SQLModel."""

from bot.models.access import AccessRequest, FailedAttempt, Invitation, InvitationRole, Redemption, RequestState
from bot.models.audit import AuditCheckpoint, AuditRecord
from bot.models.awaiting import AwaitedText
from bot.models.feedback import Feedback
from bot.models.people import Channel, Grant, Member, Role
from bot.models.questions import Question

__all__ = [
    "AccessRequest",
    "AuditCheckpoint",
    "AuditRecord",
    "AwaitedText",
    "Channel",
    "FailedAttempt",
    "Feedback",
    "Grant",
    "Invitation",
    "InvitationRole",
    "Member",
    "Question",
    "Redemption",
    "RequestState",
    "Role",
]
