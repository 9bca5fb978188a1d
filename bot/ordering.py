"""Which updates are handled at the same time: many chats, but one chat's updates one after the other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from weakref import WeakValueDictionary

from telegram import Update


class ChatOrder:
    """Gives turns: a bounded number at once, and those of one chat in the order they were asked for."""

    def __init__(self, max_turns: int) -> None:
        """Take the bound on turns at the same time."""
        self._turns = asyncio.Semaphore(max_turns)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, update: Update) -> AsyncIterator[None]:
        """Hold an update's turn while the block runs; it comes when those of its chat before it are over.

        A chat takes one of the bounded turns at most, however many of its updates wait.
        """
        key = _key(update)
        async with AsyncExitStack() as stack:
            if key is not None:
                await stack.enter_async_context(self._lock(key))  # asyncio.Lock is fair: first come, first served
            await stack.enter_async_context(self._turns)
            yield

    def _lock(self, key: int) -> asyncio.Lock:
        """Return the lock of a chat; it lives as long as somebody holds or awaits it."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        return lock


def _key(update: Update) -> int | None:
    """Return the chat of an update, else its user (inline queries), else None."""
    source = update.effective_chat or update.effective_user
    return source.id if source else None
