"""Changes of access by who runs the installation."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.cli.sessions import fail, run_in_session
from bot.clocks import system_clock
from bot.models import Invitation, Role
from bot.services.actors import Actor
from bot.services.keys import installation_key
from bot.services.permissions import NETWORK, OPERATOR, Held, expected_scope, has_scope
from bot.settings import load_settings

Found = TypeVar("Found")


def operate(
    work: Callable[[AsyncSession, Actor], Awaitable[Found]], table: str = str(Invitation.__tablename__)
) -> Found:
    """Return what work as the operator returns, and commit.

    Args:
        work: gets the session and the operator.
        table: the newest one that the work needs.
    """
    settings = load_settings()
    operator = Actor(OPERATOR, system_clock(), installation_key(settings.secret.get_secret_value()))
    return run_in_session(settings.database_url, table, lambda session: work(session, operator))


def read_role(role: Role, scope: str) -> Held:
    """Return a role with its scope; end the command with the scopes there are where it has no such one."""
    if not has_scope(role, scope):
        fail(f"{role}: found the scope {scope!r}; expected {expected_scope(role)}")
    return Held(role, scope)


def read_roles(texts: list[str]) -> frozenset[Held]:
    """Return roles as `Held` writes them; end the command where one cannot be read."""
    return frozenset(map(_read, texts))


def _read(text: str) -> Held:
    name, _, scope = text.partition(":")
    if name not in set(Role):
        fail(f"--role: found {name!r}; expected one of {', '.join(Role)}")
    return read_role(Role(name), scope or NETWORK)
