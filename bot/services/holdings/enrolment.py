"""How people got in, what they may do, and what is kept so that others do not get in."""

import sqlalchemy as sa

from bot.models import AccessRequest, AuditRecord, FailedAttempt, Grant, Invitation, Redemption
from bot.services.holdings.holding import Condition, DataSubject, Erasure, Holding, Subject, by_hash, by_number
from bot.services.periods import Keep


def _in_audit(person: DataSubject) -> Condition:
    """Return which records were made by a person, or about them."""
    name = person.pseudonym
    if name is None:
        return sa.false()
    actor, named, details = (sa.inspect(AuditRecord).local_table.c[each] for each in ("actor", "object", "details"))
    return sa.or_(actor == name, named == f"member:{name}", details.contains(name, autoescape=True))


ENROLMENT = (
    Holding(
        Subject.ROLES,
        Grant,
        ("member_id",),
        by_number(Grant.member_id),
        ("role", "scope", "granted_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.ACCESS_REQUESTS,
        AccessRequest,
        ("member_id",),
        by_number(AccessRequest.member_id),
        ("unit", "country", "locale", "state", "asked_at", "decided_at"),
        Erasure.DELETE,
        Keep.ENROLMENT,
        dated="decided_at",
    ),
    Holding(
        Subject.DECISIONS,
        AccessRequest,
        ("decided_by",),
        by_number(AccessRequest.decided_by),
        ("id", "state", "decided_at"),
        Erasure.DETACH,
        Keep.ENROLMENT,
    ),
    Holding(
        Subject.INVITATIONS,
        Invitation,
        ("created_by",),
        by_number(Invitation.created_by),
        ("id", "country", "unit", "created_at", "expires_at", "uses_left", "revoked_at"),
        Erasure.DELETE,
        Keep.ENROLMENT,
        dated="expires_at",
    ),
    Holding(
        Subject.REDEMPTIONS,
        Redemption,
        ("person_hash",),
        by_hash(Redemption.person_hash),
        ("invitation_id",),
        Erasure.KEEP,
        Keep.ENROLMENT,
    ),
    Holding(
        Subject.FAILED_ATTEMPTS,
        FailedAttempt,
        ("person_hash",),
        by_hash(FailedAttempt.person_hash),
        ("at",),
        Erasure.KEEP,
        Keep.ATTEMPTS,
        dated="at",
    ),
    Holding(
        Subject.AUDIT,
        AuditRecord,
        ("actor", "object", "details"),
        _in_audit,
        ("sequence", "at", "action", "object", "details"),
        Erasure.KEEP,
        Keep.AUDIT,
    ),
)
