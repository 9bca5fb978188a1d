"""One claimed delivery: rendered, sent, its outcome noted. No transaction is open while anything is sent."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram.ext import ExtBot

from bot import sender
from bot.assistant import Assistant
from bot.ledger import Ledger
from bot.logs import frames
from bot.models.deliveries import TO_MANY
from bot.rate_limiter import Lane
from bot.refusals import refusal
from bot.renderers import Kinds
from bot.services.deliveries.claiming import Claim
from bot.services.deliveries.failures import Failure, Refusal
from bot.services.deliveries.outcomes import Outcome, Tries, after, sent, skipped
from bot.services.deliveries.recording import Attempt, note_receiver
from bot.services.people import locale_of
from bot.services.zones import zone_of
from bot.views import View
from bot.views import deliveries as views

log = structlog.get_logger(__name__)
NOTING_TRIES = 6
NOTING_PAUSE = 1.0
"""Seconds between two tries to note an outcome; the lease of a delivery is longer than all of them."""


@dataclass
class Courier:
    """Delivers for one process.

    Attributes:
        assistant: returns its parts, which may be others later.
        bot: sends.
        kinds: how deliveries become messages.
        owner: the process, as its leases have it.
        ledger: where outcomes are noted.
    """

    assistant: Callable[[], Assistant]
    bot: ExtBot[Lane]
    kinds: Kinds
    owner: str
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        self.ledger = Ledger(self.assistant().database)

    async def deliver(self, claim: Claim) -> Refusal | None:
        """Send a delivery and note what became of it; return what went wrong, None when nothing did."""
        delivery, refused, arrived = claim.delivery, None, tuple(claim.delivery.part_ids or ())
        try:
            outcome = await self._send(claim)
        except sender.PartError as error:
            refused, arrived = refusal(error.error, error.parts), (*arrived, *error.ids)
        except Exception as error:  # noqa: BLE001  # one renderer of ours is broken; other deliveries go on
            log.error("not rendered", kind=delivery.kind, error=type(error).__name__, frames=frames(error))  # noqa: TRY400  # its text may be private
            refused = Refusal(Failure.BROKEN, parts=delivery.parts)
        if refused is not None:
            repeats = delivery.kind in self.kinds and self.kinds[delivery.kind].repeats
            tries = Tries(delivery.attempts, delivery.may_repeat, repeats)
            outcome = after(refused, tries, self.assistant().clock(), random.random())  # noqa: S311  # no secret
            outcome = replace(outcome, part_ids=arrived)
        await self._note(claim, outcome, refused)
        return refused

    async def _send(self, claim: Claim) -> Outcome:
        delivery, is_bulk = claim.delivery, claim.delivery.priority in TO_MANY
        view = await self._render(claim)
        if view is None:
            return skipped()
        lane = Lane.BULK if is_bulk else Lane.PERSONAL
        is_paid = is_bulk and self.assistant().settings.paid_broadcasts
        sending = sender.Sending(lane, delivery.parts, is_paid)
        ids = await sender.deliver(self.bot, claim.member.chat_id, view, sending)
        return sent(*(delivery.part_ids or ()), *ids)

    async def _render(self, claim: Claim) -> View | None:
        delivery, member = claim.delivery, claim.member
        kind = self.kinds[delivery.kind]
        translator = self.assistant().languages.translator(locale_of(member))
        async with self.assistant().database.session() as session:
            view = await kind.render(session, delivery, translator, zone_of(member.zone, member.country))
        is_marked = view is not None and kind.repeats and delivery.may_repeat
        return views.repeated(view, translator) if view is not None and is_marked else view

    async def _note(self, claim: Claim, outcome: Outcome, refused: Refusal | None) -> None:
        """Note an outcome in a transaction of its own; what was sent and cannot be noted would be sent again."""
        attempt = Attempt(claim.delivery.id or 0, self.owner, self.assistant().clock())
        for tries in range(1, NOTING_TRIES + 1):
            try:
                await self.ledger.note(attempt, outcome)
                if refused is not None:
                    await self._note_receiver(claim, refused)
            except (SQLAlchemyError, OSError) as error:
                log.warning("outcome not noted", error=type(error).__name__, tries=tries)
                await asyncio.sleep(NOTING_PAUSE)
            else:
                return

    async def _note_receiver(self, claim: Claim, refused: Refusal) -> None:
        async with self.assistant().database.session() as session:
            await note_receiver(session, claim.delivery.member_id, refused)
            await session.commit()
