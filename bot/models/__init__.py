"""The tables; importing this package makes all of them known to SQLModel."""

from bot.functions import Function
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
from bot.models.contacts import (
    AddressKind,
    ContactAddress,
    ContactCorrection,
    ContactPoint,
    CorrectionState,
    HoursException,
    Substitution,
    Unit,
    Visibility,
)
from bot.models.deliveries import Delivery, DeliveryState, Lease, PausedBatch, Priority
from bot.models.feedback import Feedback
from bot.models.people import Channel, Grant, Member, Role
from bot.models.questions import Question
from bot.models.updates import FinishedUpdate

__all__ = [
    "AccessRequest",
    "AddressKind",
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
    "ContactAddress",
    "ContactCorrection",
    "ContactPoint",
    "CorrectionState",
    "Delivery",
    "DeliveryState",
    "FailedAttempt",
    "Feedback",
    "FileKind",
    "FinishedUpdate",
    "Function",
    "Grant",
    "HoursException",
    "Invitation",
    "InvitationRole",
    "Lease",
    "Member",
    "PausedBatch",
    "Priority",
    "Question",
    "Redemption",
    "RequestState",
    "Role",
    "Substitution",
    "Unit",
    "Visibility",
]
