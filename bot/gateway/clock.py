"""The clock of the gateway: it can be set forward, so that reminders are seen without waiting."""

import datetime as dt
from collections.abc import Callable


def utc_now() -> dt.datetime:
    """Return the real time, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


class Clock:
    """Real time plus an offset that only grows.

    Attributes:
        offset: how far ahead of the real time this clock is.
    """

    def __init__(self, source: Callable[[], dt.datetime] = utc_now) -> None:
        self._source = source
        self.offset = dt.timedelta()

    def now(self) -> dt.datetime:
        """Return the time here, aware, in UTC."""
        return self._source() + self.offset

    def timestamp(self) -> int:
        """Return the time here as the Bot API writes it: whole seconds since 1970."""
        return int(self.now().timestamp())

    def advance(self, step: dt.timedelta) -> None:
        """Go forward.

        Raises:
            ValueError: `step` is negative, or leads beyond the calendar.
        """
        if step < dt.timedelta():
            raise ValueError(f"the clock only goes forward; asked to go by {step}")
        try:
            self.now() + step + dt.timedelta(days=366)
        except OverflowError as error:
            raise ValueError(f"no calendar reaches {step} from now") from error
        self.offset += step
