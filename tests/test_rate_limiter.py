"""Telegram's sending limits, kept on our side."""

import asyncio
import math
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.gateway.clock import Clock
from bot.gateway.errors import ApiError
from bot.gateway.rates import RateLimiter as ServerLimits
from bot.gateway.rates import RateLimits
from bot.rate_limiter import PAID, PATIENCE, TRIES, Lane, Limits, RateLimiter
from tests.fake_time import FakeTime
from tests.gateway.client import START

GROUP = -5_550_100
LATENCY = 0.01


class Server:
    """Telegram: takes what comes, notes when, and wants it later as often as it is told to.

    Attributes:
        seen: when which chat was written to.
        floods: answers of `RetryAfter` to come, in seconds.
    """

    def __init__(self, time: FakeTime) -> None:
        self.time = time
        self.seen: list[tuple[float, int]] = []
        self.floods: list[int] = []

    def request(self, chat_id: int) -> Callable[[], Any]:
        """Return what makes a request."""

        async def call() -> bool:
            await self.time.sleep(LATENCY / 2)
            if self.floods:
                raise RetryAfter(self.floods.pop(0))
            self.seen.append((self.time.now, chat_id))
            await self.time.sleep(LATENCY / 2)
            return True

        return call


@pytest.fixture(autouse=True)
def quiet_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """PTB warns of each `RetryAfter` whose seconds are a number."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def time() -> FakeTime:
    """A time that passes by itself."""
    return FakeTime()


@pytest.fixture
def server(time: FakeTime) -> Server:
    """A server that refuses nothing."""
    return Server(time)


class Bot:
    """Sends through a limiter."""

    def __init__(self, server: Server, limits: Limits | None = Limits()) -> None:  # noqa: B008  # frozen
        self.server = server
        self.limiter = RateLimiter(limits, server.time, server.time.sleep)

    async def send(self, chat_id: int, lane: Lane = Lane.ANSWER, endpoint: str = "sendMessage") -> float:
        """Send something; return when it was answered."""
        call = self.server.request(chat_id)
        await self.limiter.process_request(call, [], {}, endpoint, {"chat_id": chat_id}, lane)
        return self.server.time.now

    async def send_at(self, at: float, chat_id: int, lane: Lane = Lane.ANSWER) -> float:
        """Send something at a time; return how long it took."""
        await self.server.time.sleep(at)
        return await self.send(chat_id, lane) - at


def most_within(seen: list[tuple[float, int]], span: float) -> int:
    """Return how many there were in the fullest window, at most."""
    times = sorted(at for at, _ in seen)
    return max(sum(start <= at < start + span for at in times) for start in times)


async def test_bulk_uses_what_telegram_allows_and_no_more(server: Server) -> None:
    bot = Bot(server)
    await server.time.run(*(bot.send(chat_id, Lane.BULK) for chat_id in range(1, 301)))
    assert most_within(server.seen, 1) <= 30
    assert 299 / server.seen[-1][0] >= 29


async def test_bulk_does_not_slow_down_where_sleepers_wake_late() -> None:
    time = FakeTime(late=0.002)
    server = Server(time)
    bot = Bot(server)
    await time.run(*(bot.send(chat_id, Lane.BULK) for chat_id in range(1, 301)))
    assert most_within(server.seen, 1) <= 30
    assert 299 / server.seen[-1][0] >= 29


async def test_answers_at_once_are_no_more_than_telegram_allows(server: Server) -> None:
    bot = Bot(server)
    await server.time.run(*(bot.send(chat_id) for chat_id in range(1, 91)))
    assert most_within(server.seen, 1) == 30


async def test_the_gateway_with_telegrams_limits_refuses_nothing(server: Server) -> None:
    bot = Bot(server)
    answers = (bot.send_at(number / 3, 1000 + number % 4) for number in range(30))
    await server.time.run(*(bot.send(chat_id, Lane.BULK) for chat_id in range(1, 301)), *answers)
    clock = Clock(lambda: START)
    limits, refused = ServerLimits(clock, RateLimits()), 0
    for at, chat_id in sorted(server.seen):
        clock.offset = START.resolution * round(at * 1e6)
        try:
            limits.take(chat_id)
        except ApiError:
            refused += 1
    assert refused == 0


async def test_answers_go_ahead_of_any_amount_of_bulk(server: Server) -> None:
    bot = Bot(server)
    bulk = (bot.send(chat_id, Lane.BULK) for chat_id in range(1, 201))
    answers = (bot.send_at(2 + number / 2, 1000 + number) for number in range(8))
    took = (await server.time.run(*bulk, *answers))[-8:]
    assert max(took) <= LATENCY + 0.1


async def test_what_is_for_one_person_goes_ahead_of_bulk_and_behind_answers(server: Server) -> None:
    bot = Bot(server)
    lanes = {1: Lane.BULK, 2: Lane.PERSONAL, 3: Lane.ANSWER}
    full = [bot.send(chat_id) for chat_id in range(100, 130)]
    sending = (bot.send_at(0.1, 10 * lane + number, of) for number in range(5) for lane, of in lanes.items())
    await server.time.run(*full, *sending)
    assert [chat_id // 10 for _, chat_id in server.seen[30:]] == [3] * 5 + [2] * 5 + [1] * 5


async def test_one_chat_gets_a_short_burst_and_then_a_message_a_second(server: Server) -> None:
    bot = Bot(server)
    await server.time.run(*(bot.send(7) for _ in range(6)))
    assert [math.floor(at) for at, _ in server.seen] == [0, 0, 0, 1, 2, 3]


async def test_a_chat_that_waits_holds_up_no_other(server: Server) -> None:
    bot = Bot(server)
    await server.time.run(*(bot.send(7, Lane.BULK) for _ in range(5)), *(bot.send(each, Lane.BULK) for each in (8, 9)))
    assert max(at for at, chat_id in server.seen if chat_id != 7) < 1


async def test_a_group_gets_twenty_a_minute(server: Server) -> None:
    bot = Bot(server)
    await server.time.run(*(bot.send_at(number, GROUP) for number in range(40)))
    assert most_within(server.seen, 60) == 20
    assert len(server.seen) == 40


@pytest.mark.parametrize(
    ("endpoint", "is_limited"),
    [
        ("sendDocument", True),
        ("editMessageText", True),
        ("deleteMessage", True),
        ("answerCallbackQuery", False),
        ("sendChatAction", False),
        ("getChat", False),
    ],
)
async def test_edits_count_and_what_writes_nothing_does_not(server: Server, endpoint: str, *, is_limited: bool) -> None:
    bot = Bot(server)
    await server.time.run(*(bot.send(7, endpoint=endpoint) for _ in range(5)))
    assert (server.seen[-1][0] > 1) is is_limited


async def test_paid_bulk_is_faster_and_leaves_answers_their_limit(server: Server) -> None:
    bot = Bot(server, PAID)
    bulk = (bot.send(chat_id, Lane.BULK) for chat_id in range(1, 901))
    await server.time.run(*bulk, *(bot.send_at(0.5, chat_id) for chat_id in range(2000, 2010)))
    assert server.seen[-1][0] < 1.2
    assert {at for at, chat_id in server.seen if chat_id >= 2000} == {0.5 + LATENCY / 2}


async def test_flood_control_of_bulk_does_not_touch_answers(server: Server) -> None:
    bot = Bot(server)
    server.floods = [30]
    bulk, *answers = await server.time.run(
        bot.send(7, Lane.BULK), *(bot.send_at(1 + number, 100 + number) for number in range(5))
    )
    assert isinstance(bulk, RetryAfter)
    assert answers == [pytest.approx(LATENCY)] * 5
    (refused,) = await server.time.run(bot.send(8, Lane.BULK))
    assert isinstance(refused, RetryAfter)


async def test_an_answer_waits_as_long_as_telegram_wants_and_so_does_bulk(server: Server) -> None:
    bot = Bot(server)
    server.floods = [3]
    await server.time.run(bot.send(7), bot.send_at(1, 8), bot.send_at(1, 9, Lane.BULK))
    order = [chat_id for _, chat_id in server.seen]
    assert order[0] == 8
    assert Counter(order) == Counter([7, 8, 9])
    assert min(at for at, chat_id in server.seen if chat_id != 8) >= 3


@pytest.mark.parametrize("floods", [[math.ceil(PATIENCE) + 1], [1] * TRIES])
async def test_an_answer_that_would_come_too_late_fails(server: Server, floods: list[int]) -> None:
    server.floods = floods
    (refused,) = await server.time.run(Bot(server).send(7))
    assert isinstance(refused, RetryAfter)
    assert server.floods == []


async def test_without_limits_only_the_server_is_obeyed(server: Server) -> None:
    bot = Bot(server, None)
    await server.time.run(*(bot.send(7, Lane.BULK) for _ in range(100)))
    assert {at for at, _ in server.seen} == {LATENCY / 2}
    server.floods = [3]
    await server.time.run(bot.send(7))
    assert server.seen[-1][0] >= 3


async def test_who_gives_up_waiting_holds_up_nobody(server: Server) -> None:
    bot = Bot(server)
    await server.time.run(*(bot.send(chat_id) for chat_id in range(30)))
    waiting = asyncio.create_task(bot.send(100))
    await asyncio.sleep(0)
    waiting.cancel()
    await server.time.run(bot.send(101, Lane.BULK))
    assert server.seen[-1][1] == 101
    await asyncio.gather(waiting, return_exceptions=True)


async def test_an_error_is_passed_on_and_frees_the_place(server: Server) -> None:
    async def fail() -> bool:
        raise ValueError

    bot = Bot(server)
    for _ in range(2):
        with pytest.raises(ValueError, match="^$"):
            await bot.limiter.process_request(fail, [], {}, "sendMessage", {"chat_id": 7}, None)
