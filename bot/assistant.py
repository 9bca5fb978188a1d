"""What every handler may use, made once by the composition root."""

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.clocks import Clock
from bot.database import Database
from bot.i18n import Languages
from bot.search_threads import SearchThreads
from bot.services.broadcasts.engine import Deliveries
from bot.services.broadcasts.outbox import Outbox as BroadcastOutbox
from bot.services.events.notices import Outbox
from bot.services.events.queue import Queue
from bot.services.keys import installation_key
from bot.services.retention import latest_slot
from bot.settings import Settings
from knowledge import KnowledgeBase


@dataclass(frozen=True)
class Assistant:
    """The parts of one running assistant.

    Attributes:
        clock: returns the present instant, aware, in UTC.
        searches: where searches run; closed with the database.
        broadcast_outbox: where broadcasts are put to be delivered.
        outbox: where handlers put what others are to be told.
    """

    settings: Settings
    database: Database
    knowledge: KnowledgeBase
    languages: Languages
    clock: Clock
    searches: SearchThreads = field(default_factory=SearchThreads)
    outbox: Outbox = field(default_factory=Queue)
    broadcast_outbox: BroadcastOutbox = field(default_factory=Deliveries)

    @property
    def key(self) -> bytes:
        """The secret of the installation, as `bot.services.actors.Actor` takes it."""
        return installation_key(self.settings.secret.get_secret_value())

    def daily_slot(self) -> dt.datetime:
        """Return when the newest run of what is done once a day should have been, in UTC."""
        return latest_slot(self.clock(), ZoneInfo(self.settings.zone))

    def today(self) -> dt.date:
        """Return the present day in UTC; reviews are due by the day, not by the hour."""
        return self.clock().date()
