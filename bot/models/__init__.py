"""The tables; importing this package makes all of them known to SQLModel."""

from bot.functions import Function
from bot.models.access import AccessRequest, FailedAttempt, Invitation, InvitationRole, Redemption, RequestState
from bot.models.audit import AuditCheckpoint, AuditRecord
from bot.models.awaiting import AwaitedText
from bot.models.broadcasts import (
    Broadcast,
    BroadcastAudience,
    BroadcastReceiver,
    BroadcastState,
    BroadcastText,
    FileKind,
    ReceiverKind,
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
from bot.models.events import (
    AudienceKind,
    ChecklistItem,
    Event,
    EventAudience,
    EventChange,
    EventDocument,
    EventKind,
    EventQuota,
    EventState,
    EventText,
    Task,
)
from bot.models.feedback import Feedback
from bot.models.participation import Answer, Aspect, ChecklistMark, FollowUp, Invitee, PersonalLead, Rating
from bot.models.people import Channel, Grant, Member, Role
from bot.models.questions import Question
from bot.models.updates import FinishedUpdate

__all__ = [
    "AccessRequest",
    "AddressKind",
    "Answer",
    "Aspect",
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
    "ChecklistItem",
    "ChecklistMark",
    "ContactAddress",
    "ContactCorrection",
    "ContactPoint",
    "CorrectionState",
    "Delivery",
    "DeliveryState",
    "Event",
    "EventAudience",
    "EventChange",
    "EventDocument",
    "EventKind",
    "EventQuota",
    "EventState",
    "EventText",
    "FailedAttempt",
    "Feedback",
    "FileKind",
    "FinishedUpdate",
    "FollowUp",
    "Function",
    "Grant",
    "HoursException",
    "Invitation",
    "InvitationRole",
    "Invitee",
    "Lease",
    "Member",
    "PausedBatch",
    "PersonalLead",
    "Priority",
    "Question",
    "Rating",
    "ReceiverKind",
    "Redemption",
    "RequestState",
    "Role",
    "Substitution",
    "Task",
    "Unit",
    "Visibility",
]
