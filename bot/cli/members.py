"""`ilecu admin grant|revoke|remove|members`."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.cli.operating import operate, read_role
from bot.cli.sessions import fail
from bot.models import Channel, Member, Role
from bot.services import membership, people
from bot.services.actors import Actor
from bot.services.admission import MAX_UNIT, Admission, unit_name
from bot.services.membership import Change, Listed
from bot.services.permissions import NETWORK, Held, access_of_member
from knowledge import Country

ChatId = Annotated[int, typer.Argument(min=1, help="Of the person's chat with the bot; in Telegram the user's id.")]
RoleName = Annotated[Role, typer.Argument(help="What they are trusted with.")]
Scope = Annotated[str, typer.Option(help="Country of a coordinator, locale of a translator; none for the network.")]
CountryCode = Annotated[Country | None, typer.Option(case_sensitive=False, help="That they work for.")]
UnitName = Annotated[str | None, typer.Option(help="That they work for.")]


def grant(
    chat_id: ChatId, role: RoleName, scope: Scope = NETWORK, country: CountryCode = None, unit: UnitName = None
) -> None:
    """Give a role, also to somebody the assistant has never heard of: so the first administrator gets in."""
    admission = Admission(frozenset({read_role(role, scope)}), country, read_unit(unit))

    async def work(session: AsyncSession, operator: Actor) -> Change:
        member = await people.enrol(session, Channel.TELEGRAM, chat_id, operator.now)
        await _refuse_move(session, member, admission)
        return await membership.grant(session, operator, member, admission)

    _tell(operate(work), chat_id, f"is {_name(role, scope)} from now on", f"is {_name(role, scope)} already")


def revoke(chat_id: ChatId, role: RoleName, scope: Scope = NETWORK) -> None:
    """Take a role; it is gone with their next press."""
    held = read_role(role, scope)

    async def work(session: AsyncSession, operator: Actor) -> Change:
        return await membership.revoke(session, operator, await _find(session, chat_id), held)

    done = f"is {_name(role, scope)} no longer"
    _tell(operate(work), chat_id, done, f"is not {_name(role, scope)}; `ilecu admin members` shows the roles")


def remove(chat_id: ChatId) -> None:
    """Take all roles of somebody who leaves, and end what goes with them."""

    async def work(session: AsyncSession, operator: Actor) -> Change:
        return await membership.remove(session, operator, await _find(session, chat_id))

    _tell(operate(work), chat_id, "is a member no longer", "was not a member")


def members() -> None:
    """List the members with their roles."""

    async def work(session: AsyncSession, operator: Actor) -> list[Listed]:
        return await membership.members(session, operator.access)

    found = operate(work)
    table = Table("Chat", "Name", "Country", "Unit", "Roles", "Reachable", caption=f"members: {len(found)}")
    for listed in found:
        member = listed.member
        roles = "\n".join(map(str, sorted(listed.roles)))
        cells = (str(member.chat_id), member.name or "", member.country or "", member.unit or "", roles)
        table.add_row(*map(Text, cells), "yes" if member.reachable else "no")
    Console().print(table)


def read_unit(unit: str | None) -> str | None:
    """Return a unit's name in one line; end the command where it is none."""
    name = None if unit is None else unit_name(unit)
    if unit is not None and name is None:
        fail(f"--unit: expected a name of at most {MAX_UNIT} characters")
    return name


async def _find(session: AsyncSession, chat_id: int) -> Member:
    member = await people.find(session, Channel.TELEGRAM, chat_id)
    if member is None:
        fail(f"{chat_id}: nobody is known by this chat; `ilecu admin members` lists who is.")
    return member


async def _refuse_move(session: AsyncSession, member: Member, admission: Admission) -> None:
    """Members keep their country and unit: their roles were given by who answers for it."""
    told = {admission.country: member.country, admission.unit: member.unit}
    if not (await access_of_member(session, member.id or 0)).is_member:
        return
    if any(None not in {new, old} and new != old for new, old in told.items()):
        fail(f"{member.chat_id}: is a member for another country or unit; `ilecu admin remove` them first.")


def _name(role: Role, scope: str) -> str:
    return str(Held(role, scope))


def _tell(change: Change, chat_id: int, done: str, nothing: str) -> None:
    """Say what became of it; exit status 2 where it cannot be done."""
    if change is Change.LAST_ADMINISTRATOR:
        fail(f"{chat_id}: is the last administrator; make another one first with `ilecu admin grant`.")
    typer.echo(f"{chat_id}: {done if change is Change.DONE else nothing}.")
