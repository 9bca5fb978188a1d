"""The assistant as a process of its own that can be killed, and the gateway it talks to in the test's."""

import asyncio
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.callbacks import ShowArticle, article_payload
from bot.gateway.faults import Fault, FaultKind
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from bot.settings import PREFIX
from knowledge import packaged_folder
from tests.conftest import SECRET

ROOT = Path(__file__).parents[2]
CONCURRENCY = 4
PATIENCE = 30
"""Seconds after which a test fails that waits for the assistant."""
LOOK_AGAIN = 0.01
ARTICLES = tuple(sorted(path.stem for path in (packaged_folder() / "articles").glob("*.md")))[:18]
"""So many that seven people's questions are more than one answer of polling holds."""

Question = tuple[str, str]
"""A person's key and the article that they open by its link: its answer can be told from others."""


@dataclass
class Desk:
    """A gateway and the assistant's installation; what was asked, and what came back."""

    world: World
    environment: dict[str, str]
    folder: Path
    asked: list[Question] = field(default_factory=list)

    def ask(self, key: str, article_id: str) -> None:
        """Let a person follow the link to an article."""
        Persona(self.world, key).start(article_payload(article_id))
        self.asked.append((key, article_id))

    def disturb(self, key: str, kind: FaultKind) -> None:
        """Let the next message to a person go wrong."""
        chat_id = self.world.cast[key].user_id
        self.world.faults.add(Fault(kind, chat_id=chat_id, method="sendMessage"))

    def answers(self) -> Counter[Question]:
        """Return how often each question was answered."""
        return Counter(
            (key, _article(message))
            for key, profile in self.world.cast.items()
            for message in self.world.chats[profile.user_id].messages.values()
            if message["from"]["id"] == self.world.bot_id
        )

    def pending(self) -> int:
        """Return how many updates are not confirmed."""
        return len(self.world.updates.pending())

    def noted(self) -> int:
        """Return how many updates the assistant has noted as finished."""
        with closing(sqlite3.connect(self.folder / "ilecu.db")) as connection:
            (count,) = connection.execute("SELECT count(*) FROM finished_update").fetchone()
        return int(count)

    @asynccontextmanager
    async def assistant(self) -> AsyncIterator[Process]:
        """Run the assistant while the block runs, which ends it, by a kill or in order."""
        command = (sys.executable, "-m", "tests.e2e.small_assistant")
        process = await asyncio.create_subprocess_exec(*command, env=self.environment, cwd=ROOT, start_new_session=True)
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()

    async def stop(self, process: Process) -> int:
        """Ask the assistant to end and return its exit status."""
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            return await process.wait()


@asynccontextmanager
async def desk(
    folder: Path, token: str, pause: Callable[[float], asyncio.Future[None]] | None = None
) -> AsyncIterator[Desk]:
    """Serve the gateway; `pause` is what a slow request waits for."""
    world = World(token)
    async with running(world, pause=pause or asyncio.sleep) as address:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        settings = {
            "SECRETS_DIR": str(folder),
            "TOKEN": token,
            "SECRET": SECRET,
            "API_URL": address,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'ilecu.db'}",
            "CONCURRENCY": str(CONCURRENCY),
            "SEND_LIMITS": "false",
            "LOG_LEVEL": "WARNING",
        }
        yield Desk(world, kept | {PREFIX + name: value for name, value in settings.items()}, folder)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something that happens in another process; only a failure takes `PATIENCE`."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110  # no event comes out of another process
            await asyncio.sleep(LOOK_AGAIN)


def _article(message: dict[str, object]) -> str:
    """Return the article that an answer is: its buttons name it."""
    markup = message["reply_markup"]
    assert isinstance(markup, dict)
    return ShowArticle.parse(markup["inline_keyboard"][0][0]["callback_data"]).article_id
