"""Threads for searches alone, so that the event loop serves other chats meanwhile.

Few on purpose: Python runs one thread at a time, so more of them only keep each other and the event loop waiting. Two
answer 50 questions at once sooner than the six or more of asyncio's own pool, and hold up the loop half as long
(docs/benchmarks.md). What else waits in that pool does not queue behind searches either.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

COUNT = 2

P = ParamSpec("P")
T = TypeVar("T")


class SearchThreads:
    """Runs searches beside the event loop, two at a time and the others in their order; starts no thread before one."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(COUNT, thread_name_prefix="search")

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function returns, called in one of the threads; what it raises is raised here.

        Raises:
            RuntimeError: the threads are closed.
        """
        return await asyncio.get_running_loop().run_in_executor(self._executor, partial(function, *args, **kwargs))

    def close(self) -> None:
        """End the threads; a search under way ends first, those that wait are dropped."""
        self._executor.shutdown(cancel_futures=True)
