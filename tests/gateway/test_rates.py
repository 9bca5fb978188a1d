"""Sending limits, on a clock that only moves when told."""

import datetime as dt

import pytest

from bot.gateway.errors import ApiError
from bot.gateway.personas import Persona
from bot.gateway.rates import RateLimiter, RateLimits
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, Api, RefusedError, standing_clock


def seconds(number: float) -> dt.timedelta:
    """Return a time span."""
    return dt.timedelta(seconds=number)


def test_thirty_messages_a_second_pass_in_all() -> None:
    """Bots FAQ: about 30 messages per second."""
    limiter = RateLimiter(standing_clock(), RateLimits())
    for chat_id in range(1, 31):
        limiter.take(chat_id)
    with pytest.raises(ApiError, match="retry after 1"):
        limiter.take(31)


def test_a_second_later_there_is_room_for_the_next() -> None:
    clock = standing_clock()
    limiter = RateLimiter(clock, RateLimits())
    for chat_id in range(1, 31):
        limiter.take(chat_id)
    clock.advance(seconds(1))
    limiter.take(31)


def test_a_short_burst_into_one_chat_passes_and_then_one_a_second() -> None:
    """Bots FAQ: more than one message per second into a chat only in short bursts."""
    clock = standing_clock()
    limiter = RateLimiter(clock, RateLimits(chat_burst=3))
    for _ in range(3):
        limiter.take(OFFICER)
    with pytest.raises(ApiError, match="retry after 1"):
        limiter.take(OFFICER)
    clock.advance(seconds(1))
    limiter.take(OFFICER)


def test_a_group_takes_twenty_messages_a_minute() -> None:
    """Bots FAQ: not more than 20 messages per minute to the same group."""
    clock = standing_clock()
    limiter = RateLimiter(clock, RateLimits())
    for _ in range(20):
        limiter.take(GROUP)
        clock.advance(seconds(1))
    with pytest.raises(ApiError) as refused:
        limiter.take(GROUP)
    assert refused.value.parameters == {"retry_after": 40}


def test_a_private_chat_takes_more_than_twenty_a_minute() -> None:
    clock = standing_clock()
    limiter = RateLimiter(clock, RateLimits())
    for _ in range(40):
        limiter.take(OFFICER)
        clock.advance(seconds(1))


def test_a_refused_message_is_not_counted() -> None:
    clock = standing_clock()
    limiter = RateLimiter(clock, RateLimits(chat_burst=1))
    limiter.take(OFFICER)
    for _ in range(5):
        with pytest.raises(ApiError):
            limiter.take(OFFICER)
    clock.advance(seconds(1))
    limiter.take(OFFICER)


async def test_a_flood_is_answered_with_429_and_when_to_come_back(api: Api, world: World, officer: Persona) -> None:
    """Bot API, ResponseParameters: retry_after; server source: the header Retry-After as well."""
    world.rates.enabled = True
    for _ in range(3):
        await api("sendMessage", chat_id=OFFICER, text="x")
    reply = await api.client.post(api.path("sendMessage"), json={"chat_id": OFFICER, "text": "x"})
    assert (reply.status_code, reply.headers["Retry-After"]) == (429, "1")
    assert reply.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


async def test_limits_are_off_unless_switched_on(api: Api, officer: Persona) -> None:
    for _ in range(50):
        await api("sendMessage", chat_id=OFFICER, text="x")
    assert len(officer.messages()) == 51


async def test_edits_are_not_counted(api: Api, world: World, officer: Persona) -> None:
    world.rates.enabled = True
    message = await api("sendMessage", chat_id=OFFICER, text="x")
    for number in range(10):
        await api("editMessageText", chat_id=OFFICER, message_id=message["message_id"], text=str(number))


async def test_a_broken_message_is_refused_before_it_is_counted(api: Api, world: World, officer: Persona) -> None:
    world.rates.enabled = True
    for _ in range(10):
        with pytest.raises(RefusedError, match="message is too long"):
            await api("sendMessage", chat_id=OFFICER, text="x" * 4097)
    assert await api("sendMessage", chat_id=OFFICER, text="x")
