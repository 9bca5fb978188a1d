"""The journal of finished updates: what is done survives a kill, as ids and nothing else."""

import asyncio

from bot.database import Database
from bot.services import updates


class Journal:
    """Notes finished updates of one bot in the database; those that finish together share one commit."""

    def __init__(self, database: Database, bot_id: int) -> None:
        """Take where it is kept and whose updates they are."""
        self._database = database
        self._bot_id = bot_id
        self._waiting: list[int] = []
        self._lock = asyncio.Lock()

    async def read(self) -> list[int]:
        """Return the ids that were noted last, oldest first."""
        async with self._database.session() as session:
            return await updates.finished(session, self._bot_id)

    async def note(self, update_id: int) -> None:
        """Note an update as done; when this returns it is stored.

        Raises:
            SQLAlchemyError: it could not be stored, nor any of those that shared the commit.
        """
        self._waiting.append(update_id)
        async with self._lock:
            batch, self._waiting = self._waiting, []
            if not batch:
                return  # whoever had the lock before has stored it
            async with self._database.session() as session:
                await updates.record(session, self._bot_id, batch)
                await session.commit()
