"""The database: engine, sessions, and the migrations that bring its tables up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.bell import Bell

BUSY_TIMEOUT = 5000
"""Milliseconds a writer waits for another one before it fails."""
PRIVATE = 0o600
BELL = "bell"
"""The key of `AsyncSession.info` under which a session has its database's bell."""
MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """One database; `session()` gives a session for one unit of work.

    Attributes:
        bell: rings when something was committed that is to be sent.
    """

    def __init__(self, url: str) -> None:
        """Take the SQLAlchemy address; nothing is opened yet."""
        self.bell = Bell()
        self.engine: AsyncEngine = create_async_engine(url)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine.sync_engine, "connect", _configure_sqlite)
        self.session: async_sessionmaker[AsyncSession] = async_sessionmaker(
            self.engine, class_=AsyncSession, expire_on_commit=False, info={BELL: self.bell}
        )

    async def upgrade(self) -> None:
        """Run the migrations that are missing; a new file of SQLite is for its owner alone.

        SQLite changes a table by copying and dropping it. With foreign keys enforced, that would delete all rows that
        refer to it.
        """
        _make_private(self.engine.url)
        async with self.engine.connect() as connection:
            await connection.run_sync(_enforce_foreign_keys, enforced=False)
            try:
                async with connection.begin():
                    await connection.run_sync(upgrade)
            finally:
                await connection.run_sync(_enforce_foreign_keys, enforced=True)

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


def _make_private(url: URL) -> None:
    """Make the file of SQLite where there is none; its companions (WAL) get the same rights."""
    if url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}:
        Path(str(url.database)).touch(mode=PRIVATE)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the tables to a revision of `bot/migrations`."""
    command.upgrade(migration_config(connection), revision)


def migration_config(connection: Connection) -> Config:
    """Return what Alembic needs to work on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _enforce_foreign_keys(connection: Connection, *, enforced: bool) -> None:
    """Switch them on or off where they can be (SQLite); inside a transaction the pragma would be ignored."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA foreign_keys={'ON' if enforced else 'OFF'}")
        connection.commit()


def _configure_sqlite(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    """Readers do not wait for writers (WAL), writers wait for each other, foreign keys hold."""
    del record
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", f"busy_timeout={BUSY_TIMEOUT}", "foreign_keys=ON", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
