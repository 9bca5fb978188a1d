"""Messages about requests for access as the dispatcher sends them, as things are when their time has come."""

from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.i18n import Translator
from bot.models import AccessRequest, Delivery, Member, RequestState
from bot.renderers import Kind, Kinds
from bot.services.access_notices import NUMBER
from bot.services.access_notices import Kind as Notice
from bot.services.permissions import Access, Action, access_of_member
from bot.views import View
from bot.views import access as views

Message = Callable[[AsyncSession, Access, AccessRequest, Translator], Awaitable[View | None]]


def kinds_of_access() -> Kinds:
    """Return the renderers; each message may be sent once more where it is not known whether it arrived."""
    messages: dict[Notice, Message] = {Notice.REQUEST: _request, Notice.DECISION: _decision}
    return {kind: Kind(_renderer(message), repeats=True) for kind, message in messages.items()}


def _renderer(message: Message) -> Callable[[AsyncSession, Delivery, Translator, ZoneInfo], Awaitable[View | None]]:
    """Return what makes a message for its receiver; None where the request is no more."""

    async def render(session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo) -> View | None:
        del zone
        request = await session.get(AccessRequest, delivery.payload[NUMBER])
        access = await access_of_member(session, delivery.member_id)
        return None if request is None else await message(session, access, request, translator)

    return render


async def _request(
    session: AsyncSession, access: Access, request: AccessRequest, translator: Translator
) -> View | None:
    """Show a request to who decides, unless somebody has, or they may not any more."""
    if request.state is not RequestState.OPEN or not access.may(Action.DECIDE_ACCESS_REQUEST, request.country):
        return None
    asker = await session.get_one(Member, request.member_id)
    return views.request(views.applicant(request, asker), translator)


async def _decision(
    session: AsyncSession, access: Access, request: AccessRequest, translator: Translator
) -> View | None:
    """Tell who asked how it ended; nothing where something else has let them in, or out, meanwhile."""
    del session
    if request.state is RequestState.APPROVED:
        return views.approved(translator) if access.is_member else None
    is_outside = request.state is RequestState.DECLINED and not access.is_member
    return views.declined(translator) if is_outside else None
