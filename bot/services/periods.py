"""How long things are kept: the settings of the installation, and what follows from how the assistant works."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.services import attempts
from bot.settings import Settings

ENROLMENT = dt.timedelta(days=90)
"""After a request for access was decided or an invitation has ended: long enough to ask who let somebody in."""


class Keep(StrEnum):
    """What ends the keeping of a row."""

    QUESTIONS = "questions"
    DELIVERIES = "deliveries"
    AUDIT = "audit"
    ENROLMENT = "enrolment"
    ATTEMPTS = "attempts"
    INACTIVE = "inactive"


@dataclass(frozen=True)
class Periods:
    """The periods of an installation.

    Attributes:
        kept: after which time something is deleted; for `Keep.INACTIVE`, after which a member who was not seen is.
        notice: how long before that the member is told.
    """

    kept: Mapping[Keep, dt.timedelta]
    notice: dt.timedelta

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the periods that the settings name."""
        days = {
            Keep.QUESTIONS: settings.keep_questions_days,
            Keep.DELIVERIES: settings.keep_deliveries_days,
            Keep.AUDIT: settings.keep_audit_days,
            Keep.INACTIVE: settings.keep_inactive_days,
        }
        kept = {keep: dt.timedelta(days=count) for keep, count in days.items()}
        kept |= {Keep.ENROLMENT: ENROLMENT, Keep.ATTEMPTS: attempts.KEPT}
        return cls(kept, dt.timedelta(days=settings.inactivity_notice_days))
