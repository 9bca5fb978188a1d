"""The notice to members who stay away, as the dispatcher sends it."""

from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.i18n import Translator
from bot.models import Delivery, Member
from bot.renderers import Kind, Kinds
from bot.services.inactivity import NOTICE
from bot.services.periods import Periods
from bot.views import View
from bot.views import privacy as views


def kinds_of_inactivity(periods: Periods) -> Kinds:
    """Return the renderer; the notice may be sent once more where it is not known whether it arrived."""

    async def render(session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo) -> View | None:
        """Tell them, unless they have been seen since."""
        del zone
        member = await session.get_one(Member, delivery.member_id)
        return None if member.told_on is None else views.inactivity_notice(periods, translator)

    return {NOTICE: Kind(render, repeats=True)}
