"""Requests to the Bot API: sent, not sent, and nobody knows."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut

from bot.gateway.faults import Fault, FaultKind
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from bot.transport import NotSentError, NotSentInTimeError, Transport
from tests.conftest import TOKEN

OFFICER = 555_001


@pytest.fixture
def world() -> World:
    """A gateway's world in which an officer has pressed Start."""
    world = World(TOKEN)
    Persona(world, "officer-tbilisi").start()
    return world


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    """PTB's bot over our transport."""
    async with running(world) as address, _bot(address) as bot:
        yield bot


def _bot(address: str, connections: int = 8) -> Bot:
    return Bot(TOKEN, f"{address}/bot", request=Transport(connections), get_updates_request=Transport(1))


async def test_texts_arrive_as_they_are(bot: Bot, world: World) -> None:
    await bot.send_message(OFFICER, "ქ & <b>=%+")
    assert Persona(world, "officer-tbilisi").messages()[-1]["text"] == "ქ & <b>=%+"


async def test_files_arrive_as_they_are(bot: Bot, world: World) -> None:
    content = bytes(range(256))
    await bot.send_document(OFFICER, InputFile(content, "plan.bin"), caption="Plan")
    message = Persona(world, "officer-tbilisi").messages()[-1]
    stored = await bot.get_file(message["document"]["file_id"])
    assert (message["document"]["file_name"], message["caption"], stored.file_size) == ("plan.bin", "Plan", 256)


async def test_it_can_be_opened_again(bot: Bot) -> None:
    await bot.shutdown()
    await bot.initialize()
    assert (await bot.get_me()).is_bot


async def test_without_a_server_nothing_is_sent() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        bot = _bot(f"http://127.0.0.1:{closed.getsockname()[1]}")
        with pytest.raises(NotSentError):
            await bot.initialize()
    await bot.shutdown()


async def test_without_a_free_connection_nothing_is_sent(world: World) -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    async def pause(_: float) -> None:
        begun.set()
        await end.wait()

    world.faults.add(Fault(FaultKind.SLOW, OFFICER))
    async with running(world, pause=pause) as address, _bot(address, connections=1) as bot:
        slow = asyncio.create_task(bot.send_message(OFFICER, "x"))
        await begun.wait()
        with pytest.raises(NotSentInTimeError):
            await bot.send_message(OFFICER, "y", pool_timeout=0.05, connect_timeout=0.05)
        end.set()
        assert (await slow).text == "x"


@pytest.mark.parametrize("kind", [FaultKind.TIMEOUT_BEFORE, FaultKind.TIMEOUT_AFTER])
async def test_a_request_without_an_answer_may_have_been_carried_out(bot: Bot, world: World, kind: FaultKind) -> None:
    world.faults.add(Fault(kind, OFFICER))
    with pytest.raises(TimedOut) as failed:
        await bot.send_message(OFFICER, "x", read_timeout=0.05)
    assert not isinstance(failed.value, NotSentInTimeError)


@pytest.mark.parametrize("kind", [FaultKind.RESET_BEFORE, FaultKind.RESET_AFTER])
async def test_a_connection_that_broke_may_have_carried_it(bot: Bot, world: World, kind: FaultKind) -> None:
    world.faults.add(Fault(kind, OFFICER))
    with pytest.raises(NetworkError) as failed:
        await bot.send_message(OFFICER, "x")
    assert not isinstance(failed.value, NotSentError | TimedOut)


async def test_the_token_is_in_no_error() -> None:
    bot = _bot("http://127.0.0.1:9")
    with pytest.raises(NotSentError) as failed:
        await bot.initialize()
    await bot.shutdown()
    assert TOKEN not in str(failed.value)


async def test_it_must_be_opened_first() -> None:
    with pytest.raises(NetworkError, match="not initialized"):
        await Transport(1).retrieve("http://127.0.0.1:9")
