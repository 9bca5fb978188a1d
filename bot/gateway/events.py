"""Events for the web chat: each open tab of a persona hears what happens in its chats."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.gateway.json_types import JsonObject

# a tab that reads nothing for so many events is let go; its page reconnects and reloads
MAX_BACKLOG = 1000


@dataclass(frozen=True)
class Event:
    """Something that a page shows: its name and its JSON payload."""

    name: str
    payload: JsonObject

    def encode(self) -> dict[str, str]:
        """Return the fields of a server-sent event."""
        return {"event": self.name, "data": json.dumps(self.payload, ensure_ascii=False)}


class EventHub:
    """Hands events to all open tabs of a user."""

    def __init__(self) -> None:
        self._tabs: dict[int, set[asyncio.Queue[Event | None]]] = {}
        self._closed = False

    def publish(self, user_id: int, name: str, payload: JsonObject) -> None:
        """Tell all tabs of one user."""
        for tab in list(self._tabs.get(user_id, ())):
            if tab.qsize() >= MAX_BACKLOG:
                self._tabs[user_id].discard(tab)
                tab.put_nowait(None)
            else:
                tab.put_nowait(Event(name, payload))

    def publish_all(self, name: str, payload: JsonObject) -> None:
        """Tell all tabs of all users."""
        for user_id in list(self._tabs):
            self.publish(user_id, name, payload)

    def open(self, user_id: int) -> AsyncIterator[Event]:
        """Return the events of a user from now on; ends when the hub is closed or the tab fell behind."""
        tab: asyncio.Queue[Event | None] = asyncio.Queue()
        self._tabs.setdefault(user_id, set()).add(tab)
        if self._closed:
            tab.put_nowait(None)
        return self._listen(user_id, tab)

    def close(self) -> None:
        """End all streams; for shutting down."""
        self._closed = True
        for tabs in self._tabs.values():
            for tab in tabs:
                tab.put_nowait(None)

    async def _listen(self, user_id: int, tab: asyncio.Queue[Event | None]) -> AsyncIterator[Event]:
        try:
            while (event := await tab.get()) is not None:
                yield event
        finally:
            self._tabs[user_id].discard(tab)
