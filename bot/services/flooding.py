"""How much one person may send: a bucket of tokens for each, kept in memory, for a bounded number of people.

Each update takes a token; a minute fills the bucket again. So a person may send a minute's worth at once, and from then
on as fast as tokens come back.
"""

import datetime as dt
from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum

MAX_PEOPLE = 10_000
"""Whoever was silent for longest is forgotten first. After a minute that changes nothing, because a full bucket is as
good as none; only if more people than this write within one minute does the limit of some begin anew."""
CALM = 0.5
"""The share of the bucket that has to be full again before a new burst is one to warn of."""


class Verdict(StrEnum):
    """What becomes of an update."""

    ADMIT = "admit"
    WARN = "warn"
    """Drop it and say so: the first one too many of a burst."""
    DROP = "drop"


@dataclass
class _Bucket:
    """What a person may still send.

    Attributes:
        tokens: updates that may come at once.
        at: when that was so.
        warned: whether they know of the burst that goes on.
        admitted: the last update that was let through.
    """

    tokens: float
    at: dt.datetime
    warned: bool = False
    admitted: int | None = None


class FloodGate:
    """Judges updates one by one."""

    def __init__(self, per_minute: int, max_people: int = MAX_PEOPLE) -> None:
        """Take how many updates a person may send in a minute, and of how many people that is known at once."""
        self._per_minute = per_minute
        self._max_people = max_people
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def judge(self, person: int, update_id: int, now: dt.datetime) -> Verdict:
        """Count an update and say what becomes of it.

        Args:
            person: whoever sent it.
            update_id: one that was admitted and is handed over again is not counted again.
            now: aware; a clock that went back is taken for one that stood still.
        """
        bucket = self._bucket(person, now)
        if bucket.admitted == update_id:
            return Verdict.ADMIT
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            bucket.admitted = update_id
            return Verdict.ADMIT
        verdict = Verdict.DROP if bucket.warned else Verdict.WARN
        bucket.warned = True
        return verdict

    def _bucket(self, person: int, now: dt.datetime) -> _Bucket:
        """Return a person's bucket as it is now."""
        bucket = self._buckets.get(person)
        if bucket is None:
            bucket = self._buckets[person] = _Bucket(self._per_minute, now)
            if len(self._buckets) > self._max_people:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(person)
        minutes = max(now - bucket.at, dt.timedelta()) / dt.timedelta(minutes=1)
        bucket.tokens = min(bucket.tokens + minutes * self._per_minute, self._per_minute)
        bucket.at = now
        if bucket.tokens >= CALM * self._per_minute:
            bucket.warned = False
        return bucket
