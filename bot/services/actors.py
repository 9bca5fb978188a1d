"""Who does something, and when: what every change of access needs, and what the audit log says of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import BotError
from bot.services import audit
from bot.services.audit_entry import Code
from bot.services.permissions import OPERATOR, Access, Action, Held


class NotAllowedError(BotError):
    """The person may not do this, or not to this country or member.

    Attributes:
        action: what they wanted to do.
    """

    def __init__(self, action: Action) -> None:
        super().__init__(str(action))
        self.action = action


class StrangerError(BotError):
    """The person is no member (any more), so may do next to nothing."""


@dataclass(frozen=True)
class Actor:
    """A person who does something now.

    Attributes:
        access: what they may do; `OPERATOR` at the command line.
        now: aware.
        key: the secret of the installation, for pseudonyms and hashes; always the same one.
    """

    access: Access
    now: dt.datetime
    key: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """What the audit log calls them.

        Raises:
            ValueError: they have no row; `bot.services.people.enrol` makes one.
        """
        if self.access == OPERATOR:
            return audit.CLI
        if self.access.member_id is None:
            raise ValueError("the person is not in the database")
        return audit.pseudonym(self.access.member_id, self.key)

    def require(self, action: Action, country: str | None = None) -> None:
        """Stop here unless they may.

        Raises:
            NotAllowedError: they may not.
        """
        if not self.access.may(action, country):
            raise NotAllowedError(action)

    def member(self, member_id: int | None) -> str:
        """Return what the audit log calls a member as the object of a record.

        Raises:
            ValueError: the member has no row yet.
        """
        if member_id is None:
            raise ValueError("the member is not in the database")
        return f"member:{audit.pseudonym(member_id, self.key)}"

    async def record(
        self, session: AsyncSession, action: audit.Action, named: str, details: Mapping[str, Code] | None = None
    ) -> None:
        """Record in the audit log what they did to an object; the last thing before the caller commits."""
        await audit.record(session, audit.Entry(self.name, action, named, details or {}), self.now)


def role_codes(roles: frozenset[Held]) -> dict[str, Code]:
    """Return roles as details of a record: `{"role1": "coordinator:RS"}`, in their order."""
    return {f"role{number}": str(held) for number, held in enumerate(sorted(roles), start=1)}
