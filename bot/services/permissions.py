"""What a person may do now, by the table of `bot.services.permission_table`. Whatever that does not state is denied.

Commands, button presses and inline queries ask `access_of` each time, so a change takes effect on the next press.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel, Grant, Member, Role
from bot.services.permission_table import ALLOWED, BY_COUNTRY, BY_LOCALE, EVERYBODY, GIVES, Action
from knowledge import Country

__all__ = [
    "NETWORK",
    "OPERATOR",
    "Access",
    "Action",
    "Held",
    "access_of",
    "access_of_member",
    "expected_scope",
    "held_of",
]

NETWORK = ""
"""The scope of a role that holds everywhere."""
LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")


@dataclass(frozen=True, order=True)
class Held:
    """A role with its scope; written as `coordinator:RS`, or `officer` for the network.

    Attributes:
        role: what is held.
        scope: country of a coordinator, locale of a translator; `NETWORK` for everything, and for all other roles.

    Raises:
        ValueError: the role has no such scope.
    """

    role: Role
    scope: str = NETWORK

    def __post_init__(self) -> None:
        """Refuse a scope that no rule would understand."""
        if not has_scope(self.role, self.scope):
            raise ValueError(f"{self.role}: found another scope; expected {expected_scope(self.role)}")

    def __str__(self) -> str:
        return f"{self.role}:{self.scope}" if self.scope else str(self.role)

    def covers(self, place: str | None) -> bool:
        """Say whether the scope reaches a country or locale; None is all of them."""
        return self.scope in {NETWORK, place}


def has_scope(role: Role, scope: str) -> bool:
    """Say whether a role can be held for a scope."""
    if role is Role.COORDINATOR:
        return scope == NETWORK or scope in Country.__members__
    if role is Role.TRANSLATOR:
        return scope == NETWORK or LOCALE.fullmatch(scope) is not None
    return scope == NETWORK


def expected_scope(role: Role) -> str:
    """Return, for error messages, which scopes a role may have."""
    if role is Role.COORDINATOR:
        return f"one of {', '.join(Country)}, or none for the network"
    return "a locale such as mk or sr_Latn, or none for all" if role is Role.TRANSLATOR else "none"


def held_of(rows: Iterable[tuple[str, str]]) -> frozenset[Held]:
    """Return the roles of rows of a table; a row whose scope no rule understands gives nothing."""
    return frozenset(Held(Role(role), scope) for role, scope in rows if has_scope(Role(role), scope))


@dataclass(frozen=True)
class Access:
    """What one person may do, as it was when it was read; not to be kept.

    Attributes:
        member_id: None for somebody who has no row.
        roles: empty for a stranger, and for somebody who has left.
        country: of the person, not of their roles.
    """

    member_id: int | None = None
    roles: frozenset[Held] = frozenset()
    country: str | None = None

    @property
    def is_member(self) -> bool:
        """Whether they hold any role."""
        return bool(self.roles)

    def may(self, action: Action, country: str | None = None, locale: str | None = None) -> bool:
        """Say whether they may do something.

        Args:
            action: what.
            country: to which country it is done; None to the whole network. Only `BY_COUNTRY` looks at it.
            locale: to which language; None to all. Only `BY_LOCALE` looks at it.
        """
        if action in EVERYBODY:
            return True
        place = country if action in BY_COUNTRY else locale
        is_scoped = action in BY_COUNTRY | BY_LOCALE
        return any(action in ALLOWED[held.role] and (not is_scoped or held.covers(place)) for held in self.roles)

    def may_somewhere(self, action: Action) -> bool:
        """Say whether they may do it to some country or language: for menus, never in place of `may`."""
        return action in EVERYBODY or any(action in ALLOWED[held.role] for held in self.roles)

    def may_give(self, given: Held, country: str | None) -> bool:
        """Say whether they may give a role to somebody of a country, or take it: never more than they have themselves.

        Translators and curators work for the whole network, so a coordinator of one country does not name them.
        """
        reach = {Role.OFFICER: country, Role.COORDINATOR: given.scope or None}.get(given.role)
        return any(
            given.role in GIVES.get(own.role, ()) and own.covers(country) and own.covers(reach) for own in self.roles
        )


OPERATOR = Access(roles=frozenset({Held(Role.ADMINISTRATOR)}))
"""Who works at the command line of the installation: as an administrator, without a row."""


async def access_of(session: AsyncSession, channel: Channel, chat_id: int) -> Access:
    """Return what the person of a private chat may do now."""
    return await _read(session, Member.channel == channel, Member.chat_id == chat_id)


async def access_of_member(session: AsyncSession, member_id: int) -> Access:
    """Return what a member may do now."""
    return await _read(session, Member.id == member_id)


async def _read(session: AsyncSession, *conditions: Any) -> Access:  # noqa: ANN401  # SQLModel types `==` as bool
    """Read columns and no objects: those of the session could be older than the database."""
    query = (
        select(Member.id, Member.country, Grant.role, Grant.scope)
        .join(Grant, col(Grant.member_id) == Member.id, isouter=True)
        .where(*conditions)
    )
    rows = (await session.exec(query)).all()
    if not rows:
        return Access()
    member_id, country, *_ = rows[0]
    return Access(member_id, held_of((role, scope) for _, _, role, scope in rows if role is not None), country)
