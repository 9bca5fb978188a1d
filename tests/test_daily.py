"""What is done once a day."""

import asyncio
import datetime as dt

import pytest

from bot.daily import CHECK_INTERVAL, each_day
from tests.conftest import NOW


class Life:
    """A few looks at the clock, an hour apart.

    Attributes:
        done: at which look the work was done.
    """

    def __init__(self, looks: int, failing: frozenset[int] = frozenset()) -> None:
        self.looks, self.failing, self.look = looks, failing, 0
        self.done: list[int] = []

    def slot(self) -> dt.datetime:
        """Return the day."""
        return (NOW + dt.timedelta(hours=self.look)).replace(hour=0)

    async def work(self) -> None:
        """Do it, or fail."""
        if self.look in self.failing:
            raise OSError
        self.done.append(self.look)

    async def sleep(self, seconds: float) -> None:
        """Look again, until the end."""
        assert seconds == CHECK_INTERVAL
        self.look += 1
        if self.look == self.looks:
            raise asyncio.CancelledError


@pytest.mark.parametrize(
    ("life", "done"),
    [
        pytest.param(Life(10), [0], id="once"),
        pytest.param(Life(40), [0, 15, 39], id="with each new day"),
        pytest.param(Life(10, frozenset({0, 1})), [2], id="until it succeeds"),
    ],
)
async def test_work_is_done_once_a_day(life: Life, done: list[int]) -> None:
    with pytest.raises(asyncio.CancelledError):
        await each_day(life.slot, life.work, "example", life.sleep)
    assert life.done == done
