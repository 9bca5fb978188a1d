"""Members for tests: plainly made-up chats with roles."""

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import AuditRecord, Channel, Grant, Member
from bot.services.actors import Actor
from bot.services.permissions import OPERATOR, Held, access_of
from tests.conftest import NOW

KEY = b"a key of the tests"
OPERATING = Actor(OPERATOR, NOW, KEY)


async def add(database: Database, chat_id: int, *roles: Held, country: str | None = None) -> int:
    """Make a member with roles; return their number."""
    async with database.session() as session:
        member = Member(channel=Channel.TELEGRAM, chat_id=chat_id, created_at=NOW, country=country)
        session.add(member)
        await session.flush()
        assert member.id is not None
        for held in roles:
            session.add(Grant(member_id=member.id, role=held.role, scope=held.scope, granted_at=NOW))
        await session.commit()
        return member.id


async def member_of(session: AsyncSession, chat_id: int) -> Member:
    """Return the member of a chat."""
    return (await session.exec(select(Member).where(Member.chat_id == chat_id))).one()


async def acting(session: AsyncSession, chat_id: int) -> Actor:
    """Return the person of a chat, acting now."""
    return Actor(await access_of(session, Channel.TELEGRAM, chat_id), NOW, KEY)


async def roles_of(database: Database, chat_id: int) -> set[str]:
    """Return the roles that the person of a chat holds."""
    async with database.session() as session:
        return {str(held) for held in (await access_of(session, Channel.TELEGRAM, chat_id)).roles}


async def recorded(database: Database) -> list[str]:
    """Return what the audit log says was done, oldest first."""
    async with database.session() as session:
        return [str(record.action) for record in await session.exec(select(AuditRecord).order_by("sequence"))]
