"""What every handler may use, made once by the composition root."""

import datetime as dt
from dataclasses import dataclass, field

from bot.clocks import Clock
from bot.database import Database
from bot.i18n import Languages
from bot.search_threads import SearchThreads
from bot.services.broadcasts.engine import Deliveries
from bot.services.broadcasts.outbox import Outbox
from bot.services.keys import installation_key
from bot.settings import Settings
from knowledge import KnowledgeBase


@dataclass(frozen=True)
class Assistant:
    """The parts of one running assistant.

    Attributes:
        clock: returns the present instant, aware, in UTC.
        outbox: where broadcasts are put to be delivered.
        searches: where searches run; closed with the database.
    """

    settings: Settings
    database: Database
    knowledge: KnowledgeBase
    languages: Languages
    clock: Clock
    outbox: Outbox = field(default_factory=Deliveries)
    searches: SearchThreads = field(default_factory=SearchThreads)

    @property
    def key(self) -> bytes:
        """The secret of the installation, as `bot.services.actors.Actor` takes it."""
        return installation_key(self.settings.secret.get_secret_value())

    def today(self) -> dt.date:
        """Return the present day in UTC; reviews are due by the day, not by the hour."""
        return self.clock().date()
