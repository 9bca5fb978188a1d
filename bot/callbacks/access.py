"""Buttons of enrolment, of those who manage members, and of the audit log."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class AskAccess(Route):
    """Ask to be let in.

    Attributes:
        place: country that the person works for, `EVERYWHERE` for a body of the network; None asks for it.
    """

    prefix: ClassVar[str] = "n"
    place: str | None = None


@dataclass(frozen=True)
class DecideAccess(Route):
    """Let somebody in who has asked for it, or do not."""

    prefix: ClassVar[str] = "d"
    request_id: int
    approve: bool


class InvitationStep(StrEnum):
    """What a button of an invitation in the making does; the values travel in buttons."""

    CHOOSE = "0"
    NAME_UNIT = "1"
    CREATE = "2"


@dataclass(frozen=True)
class MakeInvitation(Route):
    """Put together an invitation; what is None is asked for.

    Attributes:
        role: of `bot.models.Role`.
        place: country of an officer or coordinator, locale of a translator, `EVERYWHERE`.
        days: that it is valid.
        uses: how many people it lets in.
        step: what to do now.
    """

    prefix: ClassVar[str] = "i"
    role: str | None = None
    place: str | None = None
    days: int = 7
    uses: int = 1
    step: InvitationStep = InvitationStep.CHOOSE


@dataclass(frozen=True)
class RevokeInvitation(Route):
    """Make an invitation useless."""

    prefix: ClassVar[str] = "v"
    invitation_id: int


@dataclass(frozen=True)
class ListMembers(Route):
    """Show a page of the members; pages count from 0."""

    prefix: ClassVar[str] = "m"
    page: int = 0


@dataclass(frozen=True)
class ShowMember(Route):
    """Show one member with their roles."""

    prefix: ClassVar[str] = "p"
    member_id: int


@dataclass(frozen=True)
class ChangeRole(Route):
    """Give a member a role, or take it; `role` and `scope` as `bot.services.permissions.Held` has them."""

    prefix: ClassVar[str] = "h"
    member_id: int
    role: str
    scope: str | None
    give: bool


@dataclass(frozen=True)
class RemoveMember(Route):
    """Take all roles from a member; the first press only asks."""

    prefix: ClassVar[str] = "x"
    member_id: int
    confirmed: bool


@dataclass(frozen=True)
class ListAudit(Route):
    """Show a page of the audit log: the records before a number, or the newest."""

    prefix: ClassVar[str] = "au"
    before: int | None = None
