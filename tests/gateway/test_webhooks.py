"""Webhook delivery: to a server of the test's own, with pauses that pass at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.webhooks import HEADER, MAX_DELAY, queue_of
from bot.gateway.world import Options, World
from tests.gateway.client import COLLEAGUE, OFFICER, TOKEN, Api, heard, standing_clock
from tests.gateway.receiver import Receiver


@dataclass
class Scene:
    """A world with a webhook, and what was heard and waited."""

    world: World
    receiver: Receiver
    api: Api
    pauses: list[float] = field(default_factory=list)

    def person(self, key: str) -> Persona:
        """Return one of the people."""
        return Persona(self.world, key)


@asynccontextmanager
async def webhook(receiver: Receiver, **parameters: object) -> AsyncIterator[Scene]:
    """Give a running gateway whose webhook is set to the receiver."""
    world = World(TOKEN, clock=standing_clock(), options=Options(local_mode=True))
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    async with (
        receiver.listening() as url,
        running(world, pause=pause) as address,
        httpx.AsyncClient(base_url=address) as client,
    ):
        api = Api(client)
        await api("setWebhook", url=url, **parameters)
        yield Scene(world, receiver, api, pauses)


async def test_an_update_arrives_with_the_secret() -> None:
    """Bot API, setWebhook: secret_token is sent as X-Telegram-Bot-Api-Secret-Token."""
    async with webhook(Receiver(), secret_token="s3cret") as scene:
        scene.person("officer-tbilisi").say("hit?")
        heard = await scene.receiver.hear()
        assert (heard.update["message"]["text"], heard.headers[HEADER.lower()]) == ("hit?", "s3cret")


async def test_without_a_secret_there_is_no_header() -> None:
    async with webhook(Receiver()) as scene:
        scene.person("officer-tbilisi").say("hit?")
        assert HEADER.lower() not in (await scene.receiver.hear()).headers


async def test_a_confirmed_update_is_not_sent_again() -> None:
    async with webhook(Receiver()) as scene:
        officer = scene.person("officer-tbilisi")
        officer.say("one")
        await scene.receiver.hear()
        officer.say("two")
        assert (await scene.receiver.hear()).update["message"]["text"] == "two"


async def test_what_fails_is_sent_again_with_growing_pauses() -> None:
    """Server source, WebhookActor: the delay doubles."""
    async with webhook(Receiver([500, 404, 302, 200])) as scene:
        scene.person("officer-tbilisi").say("hit?")
        numbers = [(await scene.receiver.hear()).update["update_id"] for _ in range(4)]
        assert (len(set(numbers)), scene.pauses) == (1, [1, 2, 4])


async def test_pauses_grow_to_a_minute() -> None:
    """Server source, WebhookActor: up to 60 seconds and more."""
    async with webhook(Receiver([500] * 9 + [200])) as scene:
        scene.person("officer-tbilisi").say("hit?")
        for _ in range(10):
            await scene.receiver.hear()
        assert scene.pauses[-1] == MAX_DELAY


async def test_the_receiver_may_say_how_long_to_wait() -> None:
    """Server source, WebhookActor: Retry-After is honoured, at most 3600 s."""
    async with webhook(Receiver([429, 429, 200], {"retry-after": "7200"})) as scene:
        scene.person("officer-tbilisi").say("hit?")
        for _ in range(3):
            await scene.receiver.hear()
        assert scene.pauses == [3600, 3600]


async def test_messages_of_one_chat_keep_their_order_when_one_fails() -> None:
    """Server source, webhook_queue_id: one queue a chat."""
    async with webhook(Receiver([500, 200, 200])) as scene:
        officer = scene.person("officer-tbilisi")
        officer.say("one")
        officer.say("two")
        texts = [(await scene.receiver.hear()).update["message"]["text"] for _ in range(3)]
        assert texts == ["one", "one", "two"]


async def test_a_chat_does_not_wait_for_another_one() -> None:
    """Server source, webhook_queue_id: no order between queues."""
    receiver = Receiver()
    receiver.hold(OFFICER)
    async with webhook(receiver) as scene:
        scene.person("officer-tbilisi").say("held")
        await receiver.hear()
        scene.person("officer-belgrade").say("free")
        assert (await receiver.hear()).update["message"]["chat"]["id"] == COLLEAGUE
        receiver.release()


async def test_the_answer_may_hold_a_method() -> None:
    """Bots FAQ: making requests when getting updates."""
    reply = {"method": "sendMessage", "chat_id": OFFICER, "text": "at once"}
    async with webhook(Receiver(reply=reply)) as scene:
        seen = scene.world.events.open(OFFICER)
        scene.person("officer-tbilisi").say("hit?")
        texts = [(await heard(seen)).payload["message"]["text"] for _ in range(2)]
        assert texts == ["hit?", "at once"]


async def test_the_last_failure_is_reported() -> None:
    """Bot API, WebhookInfo: last_error_date and last_error_message."""
    async with webhook(Receiver([500, 200])) as scene:
        scene.person("officer-tbilisi").say("hit?")
        for _ in range(2):
            await scene.receiver.hear()
        info = await scene.api("getWebhookInfo")
        assert info["last_error_message"] == "Wrong response from the webhook: 500"


async def test_without_a_webhook_the_address_is_empty(api: Api) -> None:
    """Bot API, getWebhookInfo: an object with the url field empty."""
    assert (await api("getWebhookInfo"))["url"] == ""


async def test_an_empty_address_removes_the_webhook(api: Api) -> None:
    """Bot API, setWebhook: use an empty string to remove webhook integration."""
    await api("setWebhook", url="https://bot.example.org/hook")
    await api("setWebhook", url="")
    assert await api("getUpdates") == []


@pytest.mark.parametrize("url", ["https://[", "https://", "ftp://example.org", "https://example.org:99999/"])
async def test_an_address_that_is_none_is_refused(api: Api, url: str) -> None:
    reply = await api.client.post(api.path("setWebhook"), json={"url": url})
    assert reply.json()["description"].startswith("Bad Request: bad webhook: ")


def test_queries_wait_in_the_line_of_their_user(world: World, officer: Persona) -> None:
    payload: dict[str, Any] = {"id": "1", "from": {"id": OFFICER}}
    world.updates.add("inline_query", payload)
    assert queue_of(world.updates.pending()[0]) == ("user", OFFICER)
