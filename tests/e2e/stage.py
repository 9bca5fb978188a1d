"""The demo's assistant as a process that can be ended and begun again; gateway, people and clock are in the test's.

The clock begins on a chosen day, whatever day it is, and goes forward by the gateway's API, as on its page.
"""

import asyncio
import datetime as dt
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx

from bot.gateway.clock import Clock, utc_now
from bot.gateway.json_types import JsonObject
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from bot.settings import PREFIX, SECRETS_VARIABLE
from tests.conftest import SECRET, TOKEN
from tests.e2e.processes import ROOT, until

MARGIN = dt.timedelta(seconds=3)
"""The clock is set so long before something is due: more than the assistant needs to hear of it and to look, so what
came too early would bear an earlier minute."""


@dataclass(frozen=True)
class Heard:
    """Something that the assistant wrote unasked.

    Attributes:
        at: the minute in which it arrived, by the reader's own clock: `2027-03-19 07:00`.
        message: as it arrived; pressing its buttons may change it later.
    """

    at: str
    message: JsonObject

    @property
    def text(self) -> str:
        """What it says."""
        text: str = self.message["text"]
        return text


@dataclass(eq=False)
class Player:
    """One of the demo's people.

    Attributes:
        heard: what came unasked, in order, as far as it was looked at.
    """

    persona: Persona
    stage: "Stage"
    heard: list[Heard] = field(default_factory=list)
    _seen: int = 0

    async def says(self, text: str) -> JsonObject:
        """Send a text; return the last message that answers it."""
        self.listen()
        self.persona.say(text)
        await self.stage.quiet()
        return self._pass_over()

    async def presses(self, message: JsonObject, label_or_data: str) -> JsonObject:
        """Press a button; return its message as it is then, or the new one below it."""
        self.listen()
        last = self.persona.messages()[-1]["message_id"]
        press = self.persona.press(message, label_or_data)
        await press.answer()
        await self.stage.quiet()
        newest = self._pass_over()
        return newest if newest["message_id"] > last else self.persona.current(message)

    async def fetches(self, message: JsonObject, label_or_data: str) -> bytes:
        """Press a button that brings a file; return what is in it."""
        sent = await self.presses(message, label_or_data)
        return self.stage.world.files.find(sent["document"]["file_id"]).upload.content

    def listen(self) -> int:
        """Keep what came unasked since the last look, and return how much that is."""
        zone = ZoneInfo(self.persona.profile.time_zone)
        new = self._new()
        for message in new:
            at = dt.datetime.fromtimestamp(message["date"], zone)
            self.heard.append(Heard(f"{at:%Y-%m-%d %H:%M}", dict(message)))
        self._seen = max([self._seen, *(message["message_id"] for message in new)])
        return len(new)

    def has_news(self, count: int = 1) -> bool:
        """Say whether so much came unasked since the last look."""
        return len(self._new()) >= count

    def _new(self) -> list[JsonObject]:
        bot_id = self.stage.world.bot_id
        messages = self.persona.messages()
        return [each for each in messages if each["message_id"] > self._seen and each["from"]["id"] == bot_id]

    def _pass_over(self) -> JsonObject:
        """Return the newest message of the chat, and take all there is for answers."""
        newest = self.persona.messages()[-1]
        self._seen = newest["message_id"]
        return newest


@dataclass
class Stage:
    """A gateway, the assistant's process in front of it, and the people."""

    world: World
    address: str
    folder: Path
    players: dict[str, Player] = field(default_factory=dict)
    _process: Process | None = None

    def player(self, key: str) -> Player:
        """Return one of the demo's people, always the same one."""
        return self.players.setdefault(key, Player(Persona(self.world, key), self))

    @property
    def database_url(self) -> str:
        """The assistant's database."""
        return f"sqlite+aiosqlite:///{self.folder / 'ilecu.db'}"

    async def begin(self) -> None:
        """Start the assistant; it may answer a few seconds later."""
        command = (sys.executable, "-m", "bot", "demo-assistant")
        self._process = await asyncio.create_subprocess_exec(
            *command, env=self._environment(), cwd=ROOT, start_new_session=True
        )

    async def end(self, number: signal.Signals) -> None:
        """End the assistant by a signal."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(number)
            await self._process.wait()

    async def jump(self, moment: dt.datetime) -> None:
        """Set the clock forward."""
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.post(f"{self.address}/web/clock", json={"now": moment.isoformat()})
            answer.raise_for_status()

    async def quiet(self) -> None:
        """Wait until the assistant has taken everything that people did."""
        await until(lambda: not self.world.updates.pending())

    async def reaches(self, due: dt.datetime, **expected: int) -> None:
        """Set the clock to just before something is due, and wait until people have so many messages that come then.

        Args:
            due: aware.
            expected: how many messages come to whom; keys of players, with `_` for `-`.
        """
        await self.jump(due - MARGIN)
        await self.brings(**expected)

    async def brings(self, **expected: int) -> None:
        """Wait until people have so many messages that came unasked, and keep them; arguments as `reaches`."""
        wanted = {self.player(key.replace("_", "-")): count for key, count in expected.items()}
        try:
            await until(lambda: all(player.has_news(count) for player, count in wanted.items()))
        except TimeoutError:
            lacking = [player.persona.profile.key for player, count in wanted.items() if not player.has_news(count)]
            raise AssertionError(
                f"{self.world.clock.now():%Y-%m-%d %H:%M} UTC: nothing, or too little, came to {lacking}"
            ) from None
        for player in self.players.values():
            player.listen()

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        settings = {
            "TOKEN": TOKEN,
            "SECRET": SECRET,
            "API_URL": self.address,
            "CLOCK_URL": f"{self.address}/web/clock",
            "DATABASE_URL": self.database_url,
            "SEND_LIMITS": "false",
            "LOG_LEVEL": "WARNING",
        }
        return kept | {SECRETS_VARIABLE: str(self.folder)} | {PREFIX + name: each for name, each in settings.items()}


@asynccontextmanager
async def stage(folder: Path, begins: dt.datetime) -> AsyncIterator[Stage]:
    """Serve a gateway whose clock stands at a moment, with the assistant in front of it while the block runs."""
    clock = Clock()
    clock.offset = begins - utc_now()
    async with running(world := World(TOKEN, clock=clock)) as address:
        found = Stage(world, address, folder)
        await found.begin()
        try:
            yield found
        finally:
            await found.end(signal.SIGKILL)
