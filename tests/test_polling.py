"""Polling the gateway: what is confirmed, what comes again, and what errors lead to."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Update
from telegram.error import InvalidToken
from telegram.ext import ExtBot

from bot import polling
from bot.app import UPDATES
from bot.context import Handling
from bot.database import Database
from bot.gateway.faults import Fault, FaultKind
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from bot.intake import Intake
from bot.journal import Journal
from bot.ordering import ChatOrder
from bot.polling import Poller
from tests.conftest import TOKEN


class Desk:
    """A poller, the gateway it asks, and a handler that holds updates until they are let go."""

    def __init__(self, world: World, bot: ExtBot[None], database: Database) -> None:
        """Take what the parts need."""
        self.world = world
        self.seen: list[int] = []
        self.waits: list[float] = []
        self.free = asyncio.Event()
        self.free.set()
        self.intake = Intake(self._process, ChatOrder(8), Journal(database, bot.id))
        self.poller = Poller(bot, self.intake, UPDATES, self._pause)

    def says(self, key: str, *texts: str) -> None:
        """Let a person write."""
        for text in texts:
            Persona(self.world, key).say(text)

    def pending(self) -> int:
        """Return how many updates are not confirmed."""
        return len(self.world.updates.pending())

    async def _process(self, update: Update) -> Handling:
        self.seen.append(update.update_id)
        await self.free.wait()
        return Handling.DONE

    async def _pause(self, seconds: float) -> None:
        self.waits.append(seconds)
        if len(self.waits) > 1:
            raise asyncio.CancelledError


@pytest.fixture
async def desk(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    """A poller before its first question, which does not wait for updates to come."""
    monkeypatch.setattr(polling, "LONG_POLL", 0)
    monkeypatch.setattr(polling, "STOP_PATIENCE", 0.0)
    world = World(TOKEN)
    async with running(world) as address, ExtBot(TOKEN, base_url=f"{address}/bot") as bot:
        yield Desk(world, bot, database)


async def test_what_is_in_work_is_not_confirmed(desk: Desk) -> None:
    desk.free.clear()
    desk.says("administrator", "one", "two")
    await desk.poller.fetch()
    await desk.poller.fetch()
    assert desk.pending() == 2
    assert len(desk.seen) == 1  # the second waits for its chat
    desk.free.set()
    await desk.intake.settle(60)
    await desk.poller.fetch()
    assert desk.pending() == 0
    assert len(desk.seen) == 2


async def test_others_are_heard_while_a_chat_takes_long(desk: Desk) -> None:
    desk.free.clear()
    desk.says("administrator", "slow")
    await desk.poller.fetch()
    desk.says("officer-tbilisi", "quick")
    await desk.poller.fetch()
    assert len(desk.seen) == 2
    await desk.poller.close()


async def test_the_end_confirms_what_is_done_and_nothing_else(desk: Desk) -> None:
    desk.says("administrator", "done")
    await desk.poller.fetch()
    desk.free.clear()
    desk.says("administrator", "in work")
    await desk.poller.fetch()
    await desk.poller.close()
    (left,) = desk.world.updates.pending()
    assert left.payload["text"] == "in work"


async def test_when_an_answer_is_full_the_oldest_gets_time_and_is_then_passed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "LIMIT", 2)
    monkeypatch.setattr(polling, "PATIENCE", 0.0)
    desk.free.clear()
    desk.says("administrator", "slow", "slower")
    desk.says("officer-tbilisi", "quick")
    await desk.poller.fetch()
    await desk.poller.fetch()
    assert len(desk.seen) == 1
    await desk.poller.fetch()
    assert len(desk.seen) == 2
    await desk.poller.close()


async def test_ids_that_begin_anew_are_understood_when_all_is_confirmed(desk: Desk) -> None:
    desk.says("administrator", "one")
    await desk.poller.fetch()
    await desk.poller.fetch()
    desk.world.updates._next -= 1
    desk.says("administrator", "one again")
    await desk.poller.fetch()
    assert len(desk.seen) == 2


async def test_an_unreadable_update_keeps_nobody_from_being_heard(desk: Desk) -> None:
    desk.says("administrator", "before")
    desk.world.updates.add("message", {"message_id": "no number", "chat": 7})
    desk.says("administrator", "after")
    await desk.poller.fetch()
    await desk.intake.settle(60)
    await desk.poller.fetch()
    assert len(desk.seen) == 2
    assert desk.pending() == 0


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        pytest.param(FaultKind.SERVER_ERROR, 0.2, id="server"),
        pytest.param(FaultKind.BAD_GATEWAY, 0.2, id="gateway"),
        pytest.param(FaultKind.RESET_BEFORE, 0.2, id="network"),
        pytest.param(FaultKind.FLOOD, 9.0, id="too many requests"),
    ],
)
async def test_after_an_error_it_asks_again_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, kind: FaultKind, least: float
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it PTB warns at each RetryAfter
    desk.says("administrator", "one")
    desk.world.faults.add(Fault(kind, method="getUpdates", seconds=9))
    desk.world.faults.add(Fault(kind, method="getUpdates", seconds=9))
    with pytest.raises(asyncio.CancelledError):
        await desk.poller.run()
    assert len(desk.waits) == 2
    assert min(desk.waits) >= least


async def test_another_poller_is_waited_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "LONG_POLL", 10)
    run = asyncio.create_task(desk.poller.run())
    while len(desk.waits) < 2:
        await asyncio.sleep(0)
        desk.world.updates.terminate("terminated by other getUpdates request")
    with pytest.raises(asyncio.CancelledError):
        await run


async def test_a_token_that_is_not_known_ends_it(desk: Desk) -> None:
    desk.world.token = "987654321:another-token"
    with pytest.raises(InvalidToken):
        await desk.poller.run()
    assert desk.waits == []


async def test_a_refused_offset_is_given_up(desk: Desk) -> None:
    desk.says("administrator", "one")
    await desk.poller.fetch()
    for _ in range(2):
        desk.world.faults.add(Fault(FaultKind.CHAT_NOT_FOUND, method="getUpdates"))
    with pytest.raises(asyncio.CancelledError):
        await desk.poller.run()
    assert desk.intake.progress.offset == 0


async def test_a_last_confirmation_that_fails_is_no_error(desk: Desk) -> None:
    desk.says("administrator", "one")
    await desk.poller.fetch()
    desk.world.faults.add(Fault(FaultKind.SERVER_ERROR, method="getUpdates"))
    await desk.poller.close()
    assert desk.pending() == 1
