"""Searches beside the event loop."""

import asyncio
import threading

import pytest

from bot.search_threads import COUNT, SearchThreads


async def test_a_search_runs_in_a_thread_of_its_own() -> None:
    threads = SearchThreads()
    assert (await threads.run(threading.current_thread)).name.startswith("search")
    threads.close()


async def test_the_loop_goes_on_while_a_search_takes_long() -> None:
    threads, asked = SearchThreads(), threading.Event()
    search = asyncio.create_task(threads.run(asked.wait, timeout=10))
    asyncio.get_running_loop().call_soon(asked.set)  # would never come if the loop waited for the search
    assert await search
    threads.close()


async def test_as_many_run_at_once_as_there_are_threads() -> None:
    threads, together = SearchThreads(), threading.Barrier(COUNT)
    places = await asyncio.gather(*(threads.run(together.wait, timeout=10) for _ in range(COUNT)))
    assert sorted(places) == list(range(COUNT))
    names = await asyncio.gather(*(threads.run(lambda: threading.current_thread().name) for _ in range(20)))
    assert len(set(names)) <= COUNT
    threads.close()


async def test_what_a_search_raises_reaches_the_asker() -> None:
    threads = SearchThreads()
    with pytest.raises(ZeroDivisionError):
        await threads.run(divmod, 1, 0)
    threads.close()


async def test_closed_threads_take_no_search() -> None:
    threads = SearchThreads()
    threads.close()
    with pytest.raises(RuntimeError):
        await threads.run(int)
