"""Content read again while the assistant runs."""

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
import structlog

from bot.assistant import Assistant
from bot.clocks import system_clock
from bot.database import Database
from bot.i18n import Languages
from bot.reloading import Reloader
from bot.settings import Settings
from knowledge import Finding, FindingsError, KnowledgeBase
from knowledge.reference import Reference
from tests.conftest import SECRET, TOKEN

NEW = KnowledgeBase([], Reference())
BROKEN = FindingsError([Finding(Path("knowledge/phrases/uk.yaml"), 7, "a number", "a text")])


class Kept:
    """Holds the running assistant, as the application does."""

    def __init__(self, knowledge: KnowledgeBase, languages: Languages) -> None:
        settings = Settings(token=TOKEN, secret=SECRET, _env_file=None)
        self.languages = languages
        self.assistant = Assistant(settings, Database("sqlite+aiosqlite://"), knowledge, languages, system_clock)
        self.replaced = asyncio.Event()

    def put(self, assistant: Assistant) -> None:
        """Take the assistant that replaces the old one."""
        self.assistant = assistant
        self.replaced.set()

    def reloader(self, load: Callable[[], KnowledgeBase]) -> Reloader:
        """Return what reloads this assistant."""
        return Reloader(lambda: (load(), self.languages), lambda: self.assistant, self.put)


@pytest.fixture
def kept(languages: Languages) -> Kept:
    return Kept(KnowledgeBase([], Reference()), languages)


def broken() -> KnowledgeBase:
    raise BROKEN


async def test_what_was_read_replaces_the_content_and_nothing_else(kept: Kept) -> None:
    database = kept.assistant.database
    assert await kept.reloader(lambda: NEW).reload()
    assert kept.assistant.knowledge is NEW
    assert kept.assistant.database is database


async def test_a_broken_file_keeps_the_old_content_and_is_named(kept: Kept) -> None:
    old = kept.assistant
    with structlog.testing.capture_logs() as logs:
        assert not await kept.reloader(broken).reload()
    assert kept.assistant is old
    assert logs[0]["findings"] == ["knowledge/phrases/uk.yaml:7: found a number; expected a text"]


async def test_after_a_broken_file_was_mended_it_is_read(kept: Kept) -> None:
    findings: list[FindingsError] = [BROKEN]

    def load() -> KnowledgeBase:
        if findings:
            raise findings.pop()
        return NEW

    reloader = kept.reloader(load)
    assert [await reloader.reload(), await reloader.reload()] == [False, True]


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no SIGHUP")
async def test_a_hangup_signal_reloads(kept: Kept) -> None:
    waiting = asyncio.create_task(kept.reloader(lambda: NEW).on_signal())
    await asyncio.sleep(0)  # lets it listen
    os.kill(os.getpid(), signal.SIGHUP)
    await asyncio.wait_for(kept.replaced.wait(), 10)
    waiting.cancel()
    assert kept.assistant.knowledge is NEW


async def test_a_changed_file_of_the_content_reloads(kept: Kept, tmp_path: Path) -> None:
    """Written again and again, because the watch may begin after the first time."""
    waiting = asyncio.create_task(kept.reloader(lambda: NEW).on_change([tmp_path]))
    for number in range(200):
        (tmp_path / "en.yaml").write_text(str(number), encoding="utf-8")
        try:
            await asyncio.wait_for(kept.replaced.wait(), 0.1)
            break
        except TimeoutError:
            continue
    waiting.cancel()
    assert kept.assistant.knowledge is NEW
