"""The tables; importing this package makes all of them known to SQLModel."""

from bot.models.access import AccessRequest, FailedAttempt, Invitation, InvitationRole, Redemption, RequestState
from bot.models.audit import AuditCheckpoint, AuditRecord
from bot.models.awaiting import AwaitedText
from bot.models.broadcasts import (
    AudienceKind,
    Broadcast,
    BroadcastAudience,
    BroadcastReceiver,
    BroadcastState,
    BroadcastText,
    FileKind,
)
from bot.models.feedback import Feedback
from bot.models.people import Channel, Grant, Member, Role
from bot.models.questions import Question

__all__ = [
    "AccessRequest",
    "AudienceKind",
    "AuditCheckpoint",
    "AuditRecord",
    "AwaitedText",
    "Broadcast",
    "BroadcastAudience",
    "BroadcastReceiver",
    "BroadcastState",
    "BroadcastText",
    "Channel",
    "FailedAttempt",
    "Feedback",
    "FileKind",
    "Grant",
    "Invitation",
    "InvitationRole",
    "Member",
    "Question",
    "Redemption",
    "RequestState",
    "Role",
]
