"""The bell."""

import asyncio

from bot.bell import Bell

LONG = 600


async def test_a_ring_is_remembered_until_it_is_heard() -> None:
    bell = Bell()
    bell.ring()
    await bell.wait(LONG)
    assert not bell.is_rung


async def test_a_ring_wakes_who_waits() -> None:
    bell = Bell()
    waiting = asyncio.create_task(bell.wait(LONG))
    await asyncio.sleep(0)
    bell.ring()
    await waiting


async def test_without_a_ring_the_wait_ends_by_itself() -> None:
    await Bell().wait(0)
