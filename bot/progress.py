"""Which updates are in work and which are done, and up to which one the Bot API may forget them.

Polling confirms by one number, the offset: all updates below it are forgotten. So it is that of the oldest update that
is not done; those after it come again with each answer and are known by their ids.
"""

from collections.abc import Iterable

REMEMBERED = 1000
"""Ids of finished updates that are known again. Polling needs as many as one answer holds (100)."""


class Progress:
    """The updates of one bot, by id; ids rise, though not always by one."""

    def __init__(self, finished: Iterable[int] = ()) -> None:
        """Take the ids that were finished before, oldest first."""
        self._finished = dict.fromkeys(finished)
        self._open: set[int] = set()
        self._next = 0

    @property
    def offset(self) -> int:
        """The first id that is still wanted; 0 is the oldest that there is."""
        return min(self._open, default=self._next)

    def begin(self, update_id: int) -> bool:
        """Take note of an update that came; tell whether it is to be handled, which it is once."""
        self._next = max(self._next, update_id + 1)
        if update_id in self._open or update_id in self._finished:
            return False
        self._open.add(update_id)
        return True

    def finish(self, update_id: int) -> None:
        """Let the Bot API forget an update: it is done, or holds up others for too long."""
        self._open.discard(update_id)
        self._finished[update_id] = None
        if len(self._finished) > REMEMBERED:
            del self._finished[next(iter(self._finished))]

    def start_over(self) -> None:
        """Ask for the oldest update that there is; the ids that were done are still known."""
        self._next = 0

    def forget(self) -> None:
        """Forget all that is done: nothing of it can come again.

        From here on nothing is asked for by number, so ids may begin anew, as they do after a quiet week (Bot API:
        Update).
        """
        self._finished.clear()
        self._next = 0
