"""How people get in: invitations, requests for access, and what keeps invitations from being guessed."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from bot.models.codes import CodeName
from bot.models.people import Role
from bot.models.times import UtcDateTime

HASH_LENGTH = 64
"""Of a SHA-256 in hexadecimal digits."""


class Invitation(SQLModel, table=True):
    """A link that lets people in. The token itself is never stored: it is shown once, to who made it.

    It goes with its author: an invitation that nobody answers for lets nobody in.
    """

    __table_args__ = (
        CheckConstraint("uses_left >= 0", name="uses_are_not_overdrawn"),
        CheckConstraint("country IS NULL OR length(country) = 2", name="invitation_country_is_a_code"),
    )
    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, max_length=HASH_LENGTH, description="keyed, of the whole token")
    country: str | None = Field(default=None, max_length=2, description="ISO 3166 alpha-2; None: of the network")
    unit: str | None = Field(default=None, max_length=120, description="that the person works for")
    created_by: int | None = Field(
        default=None, foreign_key="member.id", ondelete="CASCADE", index=True, description="None: the command line"
    )
    created_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    expires_at: dt.datetime = Field(sa_type=UtcDateTime, index=True, description="UTC; from then on it is of no use")
    uses_left: int
    revoked_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC")


class InvitationRole(SQLModel, table=True):
    """A role that an invitation gives."""

    __tablename__ = "invitation_role"
    invitation_id: int = Field(foreign_key="invitation.id", ondelete="CASCADE", primary_key=True)
    role: Role = Field(sa_type=CodeName(Role), primary_key=True)
    scope: str = Field(default="", max_length=16, primary_key=True, description="as Grant.scope")


class Redemption(SQLModel, table=True):
    """That a person has used an invitation.

    It names the person by a keyed hash, and not by their row, so that nobody who was removed comes back with a link
    they have used, even after erasing what is held on them.
    """

    invitation_id: int = Field(foreign_key="invitation.id", ondelete="CASCADE", primary_key=True)
    person_hash: str = Field(max_length=HASH_LENGTH, primary_key=True, description="keyed, of channel and chat")


class FailedAttempt(SQLModel, table=True):
    """A token that let nobody in; kept for some hours.

    The person is named by a keyed hash: who erases what is held on them gets no new tries by that.
    """

    __tablename__ = "failed_attempt"
    id: int | None = Field(default=None, primary_key=True)
    person_hash: str = Field(max_length=HASH_LENGTH, index=True, description="keyed, of channel and chat")
    at: dt.datetime = Field(sa_type=UtcDateTime, index=True, description="UTC")


class RequestState(StrEnum):
    """What became of a request for access; every state but OPEN is final."""

    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"


OPEN_ONLY = sa.text("state = 'open'")


class AccessRequest(SQLModel, table=True):
    """A stranger who asks to be let in; at most one open request a person."""

    __tablename__ = "access_request"
    __table_args__ = (
        Index("one_open_request", "member_id", unique=True, sqlite_where=OPEN_ONLY, postgresql_where=OPEN_ONLY),
        CheckConstraint("country IS NULL OR length(country) = 2", name="request_country_is_a_code"),
        CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided_has_a_time"),
    )
    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", index=True, description="who asks")
    unit: str = Field(max_length=120, description="that they say they work for")
    country: str | None = Field(default=None, max_length=2, index=True, description="None: of the network")
    locale: str = Field(max_length=16, description="they want to be answered in")
    state: RequestState = Field(default=RequestState.OPEN, sa_type=CodeName(RequestState))
    asked_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    decided_by: int | None = Field(
        default=None, foreign_key="member.id", ondelete="SET NULL", description="None: open, or who decided has gone"
    )
    decided_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC")
