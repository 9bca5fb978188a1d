"""Articles, phrases and catalogs read again while the assistant runs: on SIGHUP, or when their files change.

What was read replaces the old at once, for the updates that come after. Where a file is broken the old stays, and the
log says which file and line; nobody's question waits or fails meanwhile.
"""

import asyncio
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import structlog
from babel.messages.pofile import PoFileError
from watchfiles import awatch

from bot.assistant import Assistant
from bot.i18n import Languages
from knowledge import FindingsError, KnowledgeBase

ENDINGS = (".md", ".yaml", ".po", ".mo", ".npz")
BROKEN = (FindingsError, PoFileError, OSError, ValueError, KeyError)
"""What reading a broken file raises."""

Load = Callable[[], tuple[KnowledgeBase, Languages]]
log = structlog.get_logger(__name__)


class Reloader:
    """Reads again what the assistant answers from, one reading at a time."""

    def __init__(self, load: Load, get: Callable[[], Assistant], put: Callable[[Assistant], None]) -> None:
        """Take where the content comes from and where the assistant is kept.

        Args:
            load: reads everything and makes the index; takes seconds and runs in a thread.
            get: returns the running assistant.
            put: takes the one that replaces it.
        """
        self._load = load
        self._get = get
        self._put = put
        self._lock = asyncio.Lock()

    async def reload(self) -> bool:
        """Read everything again; tell whether it was fit to be used."""
        async with self._lock:
            try:
                knowledge, languages = await asyncio.to_thread(self._load)
            except BROKEN as error:
                kind = type(error).__name__
                log.warning("reload refused, the old content stays", kind=kind, findings=_findings(error))
                return False
            self._put(replace(self._get(), knowledge=knowledge, languages=languages))
            log.info("content reloaded")
            return True

    async def on_signal(self) -> None:
        """Reload on each SIGHUP, until cancelled; a system without it has other ways to restart."""
        hangup = getattr(signal, "SIGHUP", None)
        if hangup is None:
            return
        loop, asked = asyncio.get_running_loop(), asyncio.Event()
        loop.add_signal_handler(hangup, asked.set)
        try:
            while True:
                await asked.wait()
                asked.clear()
                await self.reload()
        finally:
            loop.remove_signal_handler(hangup)

    async def on_change(self, folders: list[Path]) -> None:
        """Reload whenever a file of the content changes, until cancelled."""
        async for _ in awatch(*folders, watch_filter=lambda _, path: path.endswith(ENDINGS)):
            await self.reload()


def _findings(error: Exception) -> list[str]:
    """Return what is wrong, by file and line where that is known."""
    return list(map(str, error.findings)) if isinstance(error, FindingsError) else [str(error)]
