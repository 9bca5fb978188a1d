"""Delivery of updates to the bot's own web server: in order within a chat, again until it is confirmed."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import httpx

from bot.gateway.errors import bad_request
from bot.gateway.json_types import JsonObject
from bot.gateway.updates import Update, UpdateQueue

HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = frozenset({443, 80, 88, 8443})
MAX_CONNECTIONS = 100
DEFAULT_CONNECTIONS = 40
# seconds; the official server awaits an answer 60 s at most, doubles its delay up to 60-120 s and obeys up to an hour
PATIENCE = 60.0
FIRST_DELAY = 1.0
MAX_DELAY = 60.0
MAX_RETRY_AFTER = 3600.0
Pause = Callable[[float], Awaitable[None]]
Call = Callable[[str, JsonObject], Awaitable[None]]


@dataclass(frozen=True)
class Webhook:
    """Where updates go.

    Attributes:
        url: of the bot's server.
        secret: sent along as a header; "" for none.
        connections: how many deliveries may be under way at once.
    """

    url: str
    secret: str = ""
    connections: int = DEFAULT_CONNECTIONS


def checked_webhook(parameters: JsonObject, *, local_mode: bool) -> Webhook:
    """Return the webhook that setWebhook asks for.

    Args:
        parameters: of the method; `url` is not empty.
        local_mode: plain HTTP and any port may be used, as with a Bot API server of one's own.

    Raises:
        ApiError: 400; Telegram would not deliver there.
    """
    secret = parameters.get("secret_token", "")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = parameters.get("max_connections", DEFAULT_CONNECTIONS)
    if not 1 <= connections <= MAX_CONNECTIONS:
        raise bad_request("max_connections must be between 1 and 100")
    _check_url(parameters["url"], local_mode=local_mode)
    return Webhook(parameters["url"], secret, connections)


def _check_url(url: str, *, local_mode: bool) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise bad_request("bad webhook: invalid URL specified") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or (parts.scheme == "http" and not local_mode):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not local_mode and (port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


class WebhookSender:
    """Sends updates while a webhook is set.

    Attributes:
        webhook: where to; None while the bot polls.
        last_error: when and why the last failed delivery failed: seconds since 1970 and a text, or None.
    """

    def __init__(self, updates: UpdateQueue, timestamp: Callable[[], int]) -> None:
        self._updates = updates
        self._timestamp = timestamp
        self._under_way: dict[tuple[str, int], asyncio.Task[None]] = {}
        self.webhook: Webhook | None = None
        self.last_error: tuple[int, str] | None = None

    def set(self, webhook: Webhook | None) -> None:
        """Deliver there from now on, or no longer."""
        self.webhook = webhook
        self.last_error = None
        self._updates.changed.set()

    async def run(self, call: Call, pause: Pause) -> None:
        """Deliver until cancelled.

        Args:
            call: carries out the method that a bot's server may put into its answer.
            pause: waits so many seconds before a repetition.
        """
        # made only when needed: reading the certificates takes longer than all else that a start does
        while self.webhook is None:
            await self._change()
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
            try:
                while True:
                    self._start(client, call, pause)
                    await self._change()
            finally:
                for task in self._under_way.values():
                    task.cancel()
                await asyncio.gather(*self._under_way.values(), return_exceptions=True)

    async def _change(self) -> None:
        """Wait for something to look at; what came since the last wait counts."""
        await self._updates.changed.wait()
        self._updates.changed.clear()

    def _start(self, client: httpx.AsyncClient, call: Call, pause: Pause) -> None:
        """Begin the delivery of the first update of each queue that rests, as far as connections go."""
        webhook = self.webhook
        if webhook is None:
            return
        for update in self._updates.pending():
            line = queue_of(update)
            if line not in self._under_way and len(self._under_way) < webhook.connections:
                task = asyncio.create_task(self._deliver(client, update, call, pause))
                self._under_way[line] = task
                task.add_done_callback(partial(self._rest, line))

    def _rest(self, line: tuple[str, int], _task: asyncio.Task[None]) -> None:
        del self._under_way[line]
        self._updates.changed.set()

    async def _deliver(self, client: httpx.AsyncClient, update: Update, call: Call, pause: Pause) -> None:
        """Send one update until it is confirmed, has expired or the webhook is another."""
        delay = FIRST_DELAY
        webhook = self.webhook
        while webhook is not None and webhook is self.webhook and self._updates.holds(update.number):
            reply = await self._post(client, webhook, update)
            if reply is not None and reply.is_success:
                self._updates.confirm(update.number)
                await _obey(reply, call)
                return
            await pause(_retry_after(reply) or delay)
            delay = min(2 * delay, MAX_DELAY)

    async def _post(self, client: httpx.AsyncClient, webhook: Webhook, update: Update) -> httpx.Response | None:
        """Send an update once; None when nobody answered."""
        headers = {HEADER: webhook.secret} if webhook.secret else None
        try:
            reply = await client.post(webhook.url, json=update.describe(), headers=headers)
        except httpx.HTTPError as error:
            self.last_error = self._timestamp(), f"Connection failed: {type(error).__name__}"
            return None
        if not reply.is_success:
            self.last_error = self._timestamp(), f"Wrong response from the webhook: {reply.status_code}"
        return reply


def queue_of(update: Update) -> tuple[str, int]:
    """Return the line in which an update waits: one a chat for messages, one a user for queries."""
    if "chat" in update.payload:
        return "chat", int(update.payload["chat"]["id"])
    return "user", int(update.payload["from"]["id"])


def _retry_after(reply: httpx.Response | None) -> float | None:
    """Return the seconds that a server asks us to wait."""
    wanted = reply.headers.get("retry-after", "") if reply is not None else ""
    return min(float(wanted), MAX_RETRY_AFTER) if wanted.isascii() and wanted.isdigit() else None


async def _obey(reply: httpx.Response, call: Call) -> None:
    """Carry out the method that an answer may hold; its result is not seen by anyone."""
    try:
        wanted = json.loads(reply.content)
    except ValueError:
        return
    if isinstance(wanted, dict) and isinstance(wanted.get("method"), str):
        await call(wanted.pop("method"), wanted)
