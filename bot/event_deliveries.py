"""Notices of events as the dispatcher sends them: what each kind of delivery says when its time has come."""

from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clocks import Clock
from bot.event_messages import Told, view_of
from bot.i18n import Translator
from bot.models import Delivery
from bot.renderers import Kind, Kinds
from bot.services.events.notices import NoticeKind
from bot.services.events.queue import EVENT, PREFIX
from bot.views import View


def kinds_of_events(clock: Clock) -> Kinds:
    """Return the renderers of all notices; each may be sent once more where it is not known whether it arrived."""

    async def render(session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo) -> View | None:
        return await view_of(session, _told(delivery, clock), translator, zone)

    return {f"{PREFIX}{kind}": Kind(render, repeats=True) for kind in NoticeKind}


def _told(delivery: Delivery, clock: Clock) -> Told:
    details = dict(delivery.payload)
    event_id = details.pop(EVENT)
    return Told(delivery.member_id, NoticeKind(delivery.kind.removeprefix(PREFIX)), event_id, details, clock())
