"""How often something may happen: in a sliding window, or at even distances. Times are seconds of any one clock."""

from dataclasses import dataclass, field

LATENCY = 0.25
"""Seconds after which a request counts as having reached the server, with or without an answer."""
MANY = 10_000
"""Entries after which those that say nothing any more are dropped."""


@dataclass(eq=False)
class Slot:
    """A place in a window, taken until then."""

    until: float


@dataclass
class Window:
    """At most `size` requests in any `span`, wherever between question and answer the server counts them."""

    size: int
    span: float
    _slots: list[Slot] = field(default_factory=list)

    def wait(self, now: float) -> float:
        """Return how long until there is a place; 0 when there is one."""
        self._slots = sorted((slot for slot in self._slots if slot.until > now), key=lambda slot: slot.until)
        return self._slots[-self.size].until - now if len(self._slots) >= self.size else 0.0

    def take(self, now: float) -> Slot:
        """Take a place for a request that begins."""
        slot = Slot(now + self.span + LATENCY)
        self._slots.append(slot)
        return slot

    def answered(self, slot: Slot, now: float) -> None:
        """Count a request from its answer on: the server has seen it by now."""
        slot.until = min(slot.until, now + self.span)


@dataclass
class Spacing:
    """So many a second for each key, evenly, where `burst` may come at once after a pause (GCRA)."""

    per_second: float
    burst: int = 1
    _even: dict[object, float] = field(default_factory=dict)

    def wait(self, key: object, now: float) -> float:
        """Return how long until the next one may come; 0 when it may."""
        tolerance = (self.burst - 1) / self.per_second
        return max(0.0, self._even.get(key, now) - tolerance - now)

    def take(self, key: object, now: float) -> None:
        """Count one."""
        if len(self._even) > MANY:
            self._even = {each: at for each, at in self._even.items() if at > now}
        self._even[key] = max(self._even.get(key, now), now) + 1 / self.per_second
