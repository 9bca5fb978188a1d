"""Each update is handled once, in the order of its chat, and counts as taken when it is done."""

import asyncio

import pytest
import structlog
from sqlalchemy.exc import OperationalError
from telegram import Chat, Message, Update

from bot.context import Handling
from bot.database import Database
from bot.intake import ATTEMPTS, Intake
from bot.journal import Journal
from bot.ordering import ChatOrder
from tests.conftest import NOW

BOT = 123456789
AT_ONCE = 0.0
FOR_EVER = 60.0
"""Seconds that no test waits for."""


def update(update_id: int, chat_id: int = 7) -> Update:
    """Return a message in a chat."""
    return Update(update_id, message=Message(update_id, NOW, Chat(chat_id, Chat.PRIVATE)))


class Handlers:
    """Notes which updates it gets; the first attempts at each can be without success, and some never end."""

    def __init__(self, failures: int = 0, stuck: frozenset[int] = frozenset(), last: Handling = Handling.DONE) -> None:
        """Take how often each update is handed over again, which are never done, and what becomes of the rest."""
        self._last = last
        self.seen: list[int] = []
        self.waits: list[float] = []
        self._failures = failures
        self._stuck = stuck

    async def process(self, update: Update) -> Handling:
        """Handle an update."""
        self.seen.append(update.update_id)
        if update.update_id in self._stuck:
            await asyncio.Event().wait()
        return self._last if self.seen.count(update.update_id) > self._failures else Handling.AGAIN

    async def pause(self, seconds: float) -> None:
        """Do not wait, but note for how long."""
        self.waits.append(seconds)


async def opened(handlers: Handlers, database: Database) -> Intake:
    """Return an intake that begins now."""
    intake = Intake(handlers.process, ChatOrder(8), Journal(database, BOT), handlers.pause)
    await intake.open()
    return intake


async def test_an_update_that_comes_again_is_handled_once(database: Database) -> None:
    handlers = Handlers()
    intake = await opened(handlers, database)
    first, again = intake.take(update(1)), intake.take(update(1))
    assert first is again
    await intake.settle(FOR_EVER)
    assert intake.take(update(1)) is None
    assert handlers.seen == [1]


async def test_an_update_is_confirmed_only_when_it_is_done(database: Database) -> None:
    intake = await opened(Handlers(stuck=frozenset({1})), database)
    intake.take(update(1, 7))
    other = intake.take(update(2, 8))
    assert other is not None
    await other
    assert intake.progress.offset == 1
    await intake.close(AT_ONCE)


async def test_the_next_process_does_not_repeat_what_is_done(database: Database) -> None:
    before = await opened(Handlers(stuck=frozenset({1})), database)
    before.take(update(1, 7))
    done = before.take(update(2, 8))
    assert done is not None
    await done
    await before.close(AT_ONCE)
    handlers = Handlers()
    after = await opened(handlers, database)
    for number in (1, 2, 3):
        after.take(update(number))
    await after.settle(FOR_EVER)
    assert handlers.seen == [1, 3]


async def test_without_a_way_to_answer_it_is_handed_over_again(database: Database) -> None:
    handlers = Handlers(failures=2)
    intake = await opened(handlers, database)
    intake.take(update(1))
    intake.take(update(2))
    await intake.settle(FOR_EVER)
    assert handlers.seen == [1, 1, 1, 2, 2, 2]
    assert len(handlers.waits) == 4


async def test_it_is_given_up_in_the_end(database: Database) -> None:
    handlers = Handlers(failures=ATTEMPTS)
    intake = await opened(handlers, database)
    intake.take(update(1))
    with structlog.testing.capture_logs() as log:
        await intake.settle(FOR_EVER)
    assert intake.progress.offset == 2
    assert [record["event"] for record in log] == ["update given up, nothing could be sent"]


async def test_an_error_of_the_handlers_holds_up_nobody(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(_: Update) -> Handling:
        raise RuntimeError("not initialized")

    handlers = Handlers()
    monkeypatch.setattr(handlers, "process", fail)
    intake = await opened(handlers, database)
    intake.take(update(1))
    with structlog.testing.capture_logs() as log:
        await intake.settle(FOR_EVER)
    assert intake.progress.offset == 2
    assert [record["event"] for record in log] == ["update given up"]


async def test_without_a_database_updates_are_still_taken(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise OperationalError("database is locked", None, Exception())

    intake = await opened(Handlers(), database)
    monkeypatch.setattr("bot.services.updates.record", fail)
    intake.take(update(1))
    await intake.settle(FOR_EVER)
    assert intake.progress.offset == 2
    assert intake.take(update(1)) is None


async def test_waiting_for_the_offset_ends_when_it_moves(database: Database) -> None:
    intake = await opened(Handlers(stuck=frozenset({2})), database)
    for number in (1, 2, 3):
        intake.take(update(number, chat_id=number))
    await intake.advance(1, FOR_EVER)
    assert intake.progress.offset == 2
    await intake.close(AT_ONCE)


async def test_what_holds_up_others_for_too_long_does_so_no_more(database: Database) -> None:
    intake = await opened(Handlers(stuck=frozenset({1})), database)
    intake.take(update(1, 7))
    intake.take(update(2, 8))
    with structlog.testing.capture_logs() as log:
        await intake.advance(1, AT_ONCE)
    assert intake.progress.offset == 2
    assert len(log) == 1
    await intake.close(AT_ONCE)


async def test_a_dropped_update_is_done_and_leaves_no_note(database: Database) -> None:
    intake = await opened(Handlers(last=Handling.DROPPED), database)
    intake.take(update(1))
    await intake.settle(FOR_EVER)
    assert intake.progress.offset == 2
    assert await Journal(database, BOT).read() == []


async def test_an_unreadable_update_is_passed(database: Database) -> None:
    intake = await opened(Handlers(), database)
    intake.skip(7)
    assert intake.progress.offset == 8


async def test_what_is_in_work_at_the_end_is_not_confirmed(database: Database) -> None:
    handlers = Handlers(stuck=frozenset({1}))
    intake = await opened(handlers, database)
    intake.take(update(1))
    intake.take(update(2))
    await intake.close(AT_ONCE)
    assert intake.progress.offset == 1
    assert await Journal(database, BOT).read() == []
