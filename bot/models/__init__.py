"""The tables; importing this package makes all of them known to SQLModel."""

from bot.models.feedback import Feedback
from bot.models.people import Channel, Grant, Member, Role
from bot.models.questions import Question

__all__ = ["Channel", "Feedback", "Grant", "Member", "Question", "Role"]
