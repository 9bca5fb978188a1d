"""What an attempt leads to: the one place that says what is tried again, when, and how often."""

import datetime as dt
from dataclasses import dataclass

from bot.models import DeliveryState
from bot.services.deliveries.failures import Failure, Refusal

MAX_ATTEMPTS = 12
"""With the waits below, the last one comes some two hours and a half after the first."""
FIRST_WAIT = dt.timedelta(seconds=5)
LONGEST_WAIT = dt.timedelta(hours=1)
RETRIED = frozenset({Failure.NOT_SENT, Failure.SERVER_ERROR, Failure.REFUSED, Failure.BROKEN, Failure.MIGRATED})
"""What may go better another time, and surely did not arrive."""


@dataclass(frozen=True)
class Tries:
    """What is known of a delivery before an attempt.

    Attributes:
        repeats: its kind is sent once more where an attempt may have arrived, and says so.
    """

    attempts: int = 0
    may_repeat: bool = False
    repeats: bool = False


@dataclass(frozen=True)
class Outcome:
    """What an attempt led to.

    Attributes:
        state: DUE to try again, else a final one.
        error: why it did not go well.
        message_id: of the last message; when sent.
        part_ids: of the messages before it, of those that have arrived.
        due_at: when to try again; None leaves it.
        counts: whether it was an attempt that a delivery has only so many of.
        parts: messages of it that have arrived.
        may_repeat: it may have arrived, and is sent again all the same.
    """

    state: DeliveryState
    error: Failure | None = None
    message_id: int | None = None
    part_ids: tuple[int, ...] = ()
    due_at: dt.datetime | None = None
    counts: bool = True
    parts: int = 0
    may_repeat: bool = False


def sent(*message_ids: int) -> Outcome:
    """Return the outcome of a delivery that has arrived, as so many messages."""
    *before, last = message_ids
    return Outcome(DeliveryState.SENT, message_id=last, part_ids=tuple(before))


def skipped() -> Outcome:
    """Return the outcome of a delivery that was of no use any more."""
    return Outcome(DeliveryState.SKIPPED, counts=False)


def failed(failure: Failure) -> Outcome:
    """Return the outcome of a delivery that was not even tried."""
    return Outcome(DeliveryState.FAILED, failure, counts=False)


def later(due_at: dt.datetime) -> Outcome:
    """Return the outcome of a delivery that is put off until the quiet hours end."""
    return Outcome(DeliveryState.DUE, Failure.QUIET, due_at=due_at, counts=False)


def after(refusal: Refusal, tries: Tries, now: dt.datetime, chance: float) -> Outcome:
    """Return what a refused attempt leads to.

    Args:
        refusal: what went wrong.
        tries: what was known before.
        now: aware.
        chance: from 0 to 1, so that what failed together does not come back together.
    """
    failure = refusal.failure
    if failure is Failure.FLOOD:
        return Outcome(DeliveryState.DUE, failure, due_at=now + refusal.retry_after, counts=False, parts=refusal.parts)
    if failure is Failure.NO_ANSWER:
        return _unanswered(refusal, tries, now, chance)
    if failure in RETRIED and tries.attempts + 1 < MAX_ATTEMPTS:
        due_at = now + wait(tries.attempts, chance)
        return Outcome(DeliveryState.DUE, failure, due_at=due_at, parts=refusal.parts)
    return Outcome(DeliveryState.FAILED, failure, parts=refusal.parts)


def wait(attempts: int, chance: float) -> dt.timedelta:
    """Return how long to wait after so many failed attempts: twice as long each time, shortened by up to a half."""
    doubled: dt.timedelta = FIRST_WAIT * 2**attempts
    return min(doubled, LONGEST_WAIT) * (1 - chance / 2)


def _unanswered(refusal: Refusal, tries: Tries, now: dt.datetime, chance: float) -> Outcome:
    """It may have arrived: once more with a word of warning where the kind wants it, else nobody knows."""
    if tries.repeats and not tries.may_repeat and tries.attempts + 1 < MAX_ATTEMPTS:
        due_at = now + wait(tries.attempts, chance)
        return Outcome(DeliveryState.DUE, refusal.failure, due_at=due_at, parts=refusal.parts, may_repeat=True)
    return Outcome(DeliveryState.UNKNOWN, refusal.failure, parts=refusal.parts)
