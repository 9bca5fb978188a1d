"""An assistant that sends and answers, as a process of its own: `python -m tests.sending_process POINT NUMBER AHEAD`.

Its settings come from the environment. POINT is where it kills itself, before the delivery of that NUMBER is sent
(`claimed`) or noted (`sent`), or `never`; AHEAD how many seconds its clock is ahead. It knows no article: what counts
is how it sends.
"""

import asyncio
import datetime as dt
import os
import signal
import sys
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import UPDATES, build
from bot.assistant import Assistant
from bot.clocks import system_clock
from bot.context import BotApplication
from bot.courier import Courier
from bot.database import Database
from bot.dispatcher import Dispatcher, process_name
from bot.i18n import Languages, Translator
from bot.models import Delivery
from bot.renderers import Kind
from bot.services.deliveries.claiming import Claim
from bot.services.deliveries.failures import Refusal
from bot.services.deliveries.outcomes import Outcome
from bot.settings import load_settings
from bot.views import View
from knowledge import KnowledgeBase, packaged_folder
from knowledge.reference import read_reference

CLAIMED, SENT, NEVER = "claimed", "sent", "never"
PREFIX = "Broadcast"


async def render(session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo) -> View:
    """Write a message that is as long as broadcasts are."""
    del session, translator, zone
    text = "All units are asked to confirm their duty telephone for the coming week. " * 5
    return View((f"<b>{PREFIX} {delivery.payload['broadcast']}</b>", text))


KINDS = {"broadcast": Kind(render)}


@dataclass(kw_only=True)
class DoomedCourier(Courier):
    """Kills its process at a chosen delivery, at a chosen point.

    Attributes:
        point: where.
        number: at which delivery, counted from 1.
    """

    point: str = NEVER
    number: int = 0

    async def _send(self, claim: Claim) -> Outcome:
        self._reach(CLAIMED)
        return await super()._send(claim)

    async def _note(self, claim: Claim, outcome: Outcome, refused: Refusal | None) -> None:
        self._reach(SENT)
        await super()._note(claim, outcome, refused)

    def _reach(self, point: str) -> None:
        if point != self.point:
            return
        self.number -= 1
        if self.number == 0:
            os.kill(os.getpid(), signal.SIGKILL)


async def main(point: str, number: int, ahead: int) -> None:
    """Send and answer until killed."""
    settings = load_settings(None)
    knowledge = KnowledgeBase([], read_reference(packaged_folder()))
    assistant = Assistant(
        settings,
        Database(settings.database_url),
        knowledge,
        Languages({}),
        lambda: system_clock() + dt.timedelta(seconds=ahead),
    )
    application = build(assistant)
    async with application:
        courier = DoomedCourier(lambda: assistant, application.bot, KINDS, process_name(), point=point, number=number)
        dispatcher = Dispatcher(courier)
        await asyncio.gather(dispatcher.run(), _answer(application))


async def _answer(application: BotApplication) -> None:
    """Answer updates side by side, as they come."""
    answering: set[asyncio.Task[None]] = set()
    offset = 0
    while True:
        for update in await application.bot.get_updates(offset, timeout=10, allowed_updates=UPDATES):
            offset = update.update_id + 1
            task = asyncio.create_task(application.process_update(update))
            answering.add(task)
            task.add_done_callback(answering.discard)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
