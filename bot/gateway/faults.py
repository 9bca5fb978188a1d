"""What goes wrong on purpose: a script of faults that the Bot API plays, per chat and method."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.gateway.errors import ApiError, bad_request, forbidden, too_many_requests


class FaultKind(StrEnum):
    """Kinds of fault; `*-before` happens instead of the work, `*-after` when it is done but not yet confirmed."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    KICKED = "kicked"
    CHAT_NOT_FOUND = "chat-not-found"
    FLOOD = "flood"
    SERVER_ERROR = "server-error"
    BAD_GATEWAY = "bad-gateway"
    SLOW = "slow"
    TIMEOUT_BEFORE = "timeout-before"
    TIMEOUT_AFTER = "timeout-after"
    RESET_BEFORE = "reset-before"
    RESET_AFTER = "reset-after"


@dataclass(frozen=True)
class Fault:
    """One line of the script.

    Attributes:
        kind: what happens.
        chat_id: only to requests for this chat; None for any, also those without a chat.
        method: only to this method; None for any.
        times: how often; None without end.
        seconds: `retry_after` of a flood, delay of a slow network; else unused.
    """

    kind: FaultKind
    chat_id: int | None = None
    method: str | None = None
    times: int | None = 1
    seconds: float = 1

    def concerns(self, method: str, chat_id: object) -> bool:
        """Return whether this fault is meant for such a request."""
        return self.method in (None, method) and self.chat_id in (None, chat_id)

    def refusal(self) -> ApiError | None:
        """Return the error that the Bot API answers with; None for a fault of the network."""
        refusals = {
            FaultKind.BLOCKED: forbidden("bot was blocked by the user"),
            FaultKind.DEACTIVATED: forbidden("user is deactivated"),
            FaultKind.KICKED: forbidden("bot was kicked from the group chat"),
            FaultKind.CHAT_NOT_FOUND: bad_request("chat not found"),
            FaultKind.FLOOD: too_many_requests(max(1, round(self.seconds))),
            FaultKind.SERVER_ERROR: ApiError(500, "Internal Server Error"),
        }
        return refusals.get(self.kind)


class FaultScript:
    """The faults that are still to come, in the order in which they were written."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Add a fault after those that are there."""
        self._faults.append(fault)

    def clear(self) -> None:
        """Let everything go well again."""
        self._faults.clear()

    def remaining(self) -> list[Fault]:
        """Return what is still to come."""
        return list(self._faults)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """Return the fault that this request meets, and count it; None when all goes well."""
        for place, fault in enumerate(self._faults):
            if fault.concerns(method, chat_id):
                self._count(place, fault)
                return fault
        return None

    def _count(self, place: int, fault: Fault) -> None:
        if fault.times is None:
            return
        if fault.times > 1:
            self._faults[place] = replace(fault, times=fault.times - 1)
        else:
            del self._faults[place]
