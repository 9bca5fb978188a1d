"""Which updates are handled at the same time: many chats, but one chat's updates one after the other."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor


class ChatOrder(BaseUpdateProcessor):
    """Handles up to `max_concurrent_updates` updates at once, and those of one chat in the order they came."""

    def __init__(self, max_concurrent_updates: int) -> None:
        """Take the bound on updates in work."""
        super().__init__(max_concurrent_updates)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Run the handlers of one update when those of its chat before it are done."""
        key = _key(update)
        if key is None:
            await coroutine
            return
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        async with lock:  # asyncio.Lock is fair: first come, first served
            await coroutine

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Leave nothing behind."""


def _key(update: object) -> int | None:
    """Return the chat of an update, else its user (inline queries), else None."""
    if not isinstance(update, Update):
        return None
    source = update.effective_chat or update.effective_user
    return source.id if source else None
