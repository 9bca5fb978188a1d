"""Buttons of single invitations to a published event, for who plans it; what is done is asked about first."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class InviteMore(Route):
    """Show a page of the members who are not invited; pages count from 0."""

    prefix: ClassVar[str] = "pm"
    event_id: int
    page: int = 0


@dataclass(frozen=True)
class InviteMember(Route):
    """Invite one more member."""

    prefix: ClassVar[str] = "pn"
    event_id: int
    member_id: int
    confirmed: bool


@dataclass(frozen=True)
class TakeBackInvitation(Route):
    """Take somebody's invitation back."""

    prefix: ClassVar[str] = "pb"
    invitee_id: int
    confirmed: bool
