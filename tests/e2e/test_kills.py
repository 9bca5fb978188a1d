"""Kills of the assistant's process: every question is answered, and none twice but those in flight.

Nothing here depends on how fast the machine is: a kill comes when something has happened.
"""

import asyncio
from pathlib import Path

import pytest

from bot.gateway.faults import FaultKind
from tests.conftest import TOKEN
from tests.e2e.processes import ARTICLES, CONCURRENCY, desk, until

pytestmark = pytest.mark.e2e

KILLS = (5, 60)
"""How many questions are answered when a kill comes."""


async def test_kills_under_load_lose_nothing_and_repeat_only_what_is_in_flight(tmp_path: Path) -> None:
    async with desk(tmp_path, TOKEN) as office:
        for article_id in ARTICLES:
            for key in office.world.cast:
                office.ask(key, article_id)
        for answered in KILLS:
            async with office.assistant() as process:
                await until(lambda enough=answered: len(office.answers()) >= enough)  # type: ignore[misc]  # bound now
                process.kill()
        async with office.assistant() as process:
            await until(lambda: set(office.answers()) == set(office.asked) and not office.pending())
            assert await office.stop(process) == 0
        repeated = office.answers().total() - len(office.asked)
    assert repeated <= len(KILLS) * CONCURRENCY


async def test_only_what_was_in_flight_comes_twice_however_long_the_oldest_takes(tmp_path: Path) -> None:
    def never(_: float) -> asyncio.Future[None]:
        return asyncio.get_running_loop().create_future()

    async with desk(tmp_path, TOKEN, never) as office:
        slow, *others, last = office.world.cast
        office.disturb(slow, FaultKind.SLOW)  # its answer never reaches the gateway
        office.disturb(last, FaultKind.TIMEOUT_AFTER)  # its answer is sent, and the assistant does not hear of it
        for key in office.world.cast:
            office.ask(key, ARTICLES[0])
        async with office.assistant() as process:
            await until(lambda: len(office.answers()) == len(others) + 1 and office.noted() == len(others))
            assert office.pending() == len(office.asked)
            process.kill()
        async with office.assistant() as process:
            await until(lambda: not office.pending())
            assert await office.stop(process) == 0
        answers = office.answers()
    assert answers == dict.fromkeys(office.asked, 1) | {(last, ARTICLES[0]): 2}
