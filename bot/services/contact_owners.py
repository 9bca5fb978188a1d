"""Who looks after a contact point: chosen by who maintains the country's contacts, and asked at once."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import ContactPoint, Grant, Member
from bot.services import audit, contact_notices, contacts
from bot.services.actors import Actor
from bot.services.contacts import Contact
from bot.services.permission_table import ALLOWED
from bot.services.permissions import Action

VIEWERS = frozenset(role for role, allowed in ALLOWED.items() if Action.VIEW_CONTACTS in allowed)
"""The roles that can look after a contact point."""


async def candidates(session: AsyncSession, actor: Actor, contact: Contact) -> list[Member]:
    """Return the members who could look after a contact point: of its countries, who view contacts; by number.

    Raises:
        NotAllowedError: who asks does not maintain the contacts of its country.
    """
    actor.require(Action.MAINTAIN_CONTACTS, contact.unit.country)
    of_countries = col(Member.country).in_([contact.unit.country, *contact.unit.serves])
    viewers = select(Grant.member_id).where(col(Grant.role).in_(VIEWERS))
    query = select(Member).where(of_countries, col(Member.id).in_(viewers)).order_by(col(Member.id))
    return list((await session.exec(query)).all())


async def appoint(session: AsyncSession, actor: Actor, number: int, member_id: int | None) -> bool:
    """Let a member look after a contact point, and ask them whether it is right; None is nobody. The caller commits.

    Returns:
        False where the member is none of the `candidates` (any more).

    Raises:
        UnknownContactError: there is no such contact point, or the actor may not see it.
        NotAllowedError: the actor does not maintain the contacts of its country.
    """
    contact = await contacts.find(session, actor.access, number)
    if member_id not in {None, *(member.id for member in await candidates(session, actor, contact))}:
        return False
    row = await session.get_one(ContactPoint, number)
    if row.owner_id != member_id:
        row.owner_id, row.asked_at = member_id, None
        await session.flush()
        if member_id is not None:
            await contact_notices.ask_owner(session, number, member_id, actor.now)
        details = {"owner": actor.member(member_id)} if member_id is not None else {}
        await actor.record(session, audit.Action.CONTACT_OWNER_CHANGED, f"contact:{number}", details)
    return True
