"""Messages about contacts as the dispatcher sends them: what each says, as things are when its time has come."""

from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import UnknownContactError
from bot.i18n import Translator
from bot.models import CorrectionState, Delivery
from bot.renderers import Kind, Kinds
from bot.services import contact_corrections as corrections
from bot.services import contact_upkeep as upkeep
from bot.services import contacts
from bot.services.contact_notices import NUMBER
from bot.services.contact_notices import Kind as Notice
from bot.services.permissions import Access, Action, access_of_member
from bot.views import View, contact_upkeep
from bot.views import contact_corrections as views

Message = Callable[[AsyncSession, Access, int, Translator], Awaitable[View | None]]


def kinds_of_contacts() -> Kinds:
    """Return the renderers; each message may be sent once more where it is not known whether it arrived."""
    messages = {Notice.QUESTION: _question, Notice.CORRECTION: _correction, Notice.DECISION: _decision}
    return {kind: Kind(_renderer(message), repeats=True) for kind, message in messages.items()}


def _renderer(message: Message) -> Callable[[AsyncSession, Delivery, Translator, ZoneInfo], Awaitable[View | None]]:
    """Return what makes a message for its receiver; None for what they may not see any more, or what is gone."""

    async def render(session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo) -> View | None:
        del zone
        access = await access_of_member(session, delivery.member_id)
        if not access.may(Action.VIEW_CONTACTS):
            return None
        try:
            return await message(session, access, delivery.payload[NUMBER], translator)
        except UnknownContactError:
            return None

    return render


async def _question(session: AsyncSession, access: Access, number: int, translator: Translator) -> View | None:
    """Ask the owner, unless somebody has confirmed it meanwhile or looks after it now."""
    contact = await contacts.find(session, access, number)
    is_open = contacts.is_owner(access, contact) and await upkeep.is_asked(session, number)
    return contact_upkeep.still_right(contact, translator) if is_open else None


async def _correction(session: AsyncSession, access: Access, number: int, translator: Translator) -> View | None:
    """Show a correction to who decides, unless somebody has."""
    proposal = await corrections.proposal_of(session, number)
    waits = proposal.correction.state is CorrectionState.OPEN
    may_decide = access.may(Action.MAINTAIN_CONTACTS, proposal.contact.unit.country)
    return views.to_decide(proposal, translator) if waits and may_decide else None


async def _decision(session: AsyncSession, access: Access, number: int, translator: Translator) -> View | None:
    """Tell who proposed a correction what became of it, if they may still see the contact."""
    proposal = await corrections.proposal_of(session, number)
    return views.decided(proposal, translator) if contacts.may_see(access, proposal.contact) else None
