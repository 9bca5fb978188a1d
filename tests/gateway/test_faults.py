"""Faults: what the bot's client meets when Telegram or the network fails."""

import httpx
import pytest

from bot.gateway.faults import Fault, FaultKind, FaultScript
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from tests.gateway.client import COLLEAGUE, GROUP, OFFICER, Api, RefusedError

SEND = {"chat_id": OFFICER, "text": "x"}


@pytest.mark.parametrize(
    ("kind", "code", "description"),
    [
        (FaultKind.BLOCKED, 403, "Forbidden: bot was blocked by the user"),
        (FaultKind.DEACTIVATED, 403, "Forbidden: user is deactivated"),
        (FaultKind.KICKED, 403, "Forbidden: bot was kicked from the group chat"),
        (FaultKind.CHAT_NOT_FOUND, 400, "Bad Request: chat not found"),
        (FaultKind.FLOOD, 429, "Too Many Requests: retry after 1"),
        (FaultKind.SERVER_ERROR, 500, "Internal Server Error"),
    ],
)
async def test_a_scripted_refusal_is_worded_as_telegrams(
    api: Api, world: World, officer: Persona, kind: FaultKind, code: int, description: str
) -> None:
    """Server source: the error table."""
    world.faults.add(Fault(kind, OFFICER))
    with pytest.raises(RefusedError) as refused:
        await api("sendMessage", **SEND)
    assert (refused.value.code, refused.value.description) == (code, description)


async def test_a_fault_happens_as_often_as_written(api: Api, world: World, officer: Persona) -> None:
    world.faults.add(Fault(FaultKind.SERVER_ERROR, times=2))
    for _ in range(2):
        with pytest.raises(RefusedError, match="Internal Server Error"):
            await api("getMe")
    assert await api("getMe")


def test_a_fault_without_an_end_stays() -> None:
    script = FaultScript()
    script.add(Fault(FaultKind.DEACTIVATED, times=None))
    assert [script.take("sendMessage", 1) is None for _ in range(3)] == [False] * 3


@pytest.mark.parametrize(
    ("method", "chat_id", "is_met"),
    [("sendMessage", OFFICER, True), ("sendMessage", COLLEAGUE, False), ("sendPhoto", OFFICER, False)],
)
def test_a_fault_meets_only_its_chat_and_method(method: str, chat_id: int, is_met: bool) -> None:
    script = FaultScript()
    script.add(Fault(FaultKind.BLOCKED, OFFICER, "sendMessage"))
    assert (script.take(method, chat_id) is not None) is is_met


async def test_a_chat_is_recognised_in_a_form_too(api: Api, world: World, officer: Persona) -> None:
    world.faults.add(Fault(FaultKind.BLOCKED, GROUP))
    reply = await api.client.post(api.path("sendMessage"), data={"chat_id": str(GROUP), "text": "x"})
    assert reply.status_code == 403


async def test_a_bad_gateway_answers_with_a_page_instead_of_json(api: Api, world: World, officer: Persona) -> None:
    world.faults.add(Fault(FaultKind.BAD_GATEWAY))
    reply = await api.client.post(api.path("sendMessage"), json=SEND)
    assert (reply.status_code, reply.headers["content-type"]) == (502, "text/html; charset=utf-8")


async def test_a_slow_network_delivers_after_its_pause(world: World, officer: Persona) -> None:
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        assert len(officer.messages()) == 1

    world.faults.add(Fault(FaultKind.SLOW, seconds=30))
    async with running(world, pause=pause) as address, httpx.AsyncClient(base_url=address) as client:
        await Api(client)("sendMessage", **SEND)
    assert (pauses, len(officer.messages())) == ([30], 2)


@pytest.mark.parametrize(
    ("kind", "delivered"), [(FaultKind.RESET_BEFORE, False), (FaultKind.RESET_AFTER, True)], ids=["before", "after"]
)
async def test_a_reset_connection_leaves_open_whether_it_was_delivered(
    world: World, officer: Persona, kind: FaultKind, delivered: bool
) -> None:
    world.faults.add(Fault(kind, OFFICER))
    async with running(world) as address, httpx.AsyncClient(base_url=address) as client:
        with pytest.raises(httpx.ReadError):
            await Api(client)("sendMessage", **SEND)
    assert len(officer.messages()) == 1 + delivered


@pytest.mark.parametrize(
    ("kind", "delivered"), [(FaultKind.TIMEOUT_BEFORE, False), (FaultKind.TIMEOUT_AFTER, True)], ids=["before", "after"]
)
async def test_a_request_that_hangs_ends_when_the_client_gives_up(
    world: World, officer: Persona, kind: FaultKind, delivered: bool
) -> None:
    world.faults.add(Fault(kind, OFFICER))
    impatient = httpx.Timeout(10, read=0.2)
    async with running(world) as address, httpx.AsyncClient(base_url=address, timeout=impatient) as client:
        with pytest.raises(httpx.ReadTimeout):
            await Api(client)("sendMessage", **SEND)
    assert len(officer.messages()) == 1 + delivered
