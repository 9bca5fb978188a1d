"""`ilecu admin invite|invitations|uninvite`."""

import datetime as dt
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.cli.members import CountryCode, UnitName, read_unit
from bot.cli.operating import operate, read_roles
from bot.cli.sessions import fail
from bot.models import Invitation
from bot.services.actors import Actor
from bot.services.invitations import MAX_USES, MAX_VALIDITY, Admission, Offer, Revocation, Standing, create, revoke
from bot.services.invitations import standing as standing_invitations

Roles = Annotated[
    list[str], typer.Option("--role", help="officer, coordinator:RS, translator:mk, …; may be given several times.")
]
Days = Annotated[int, typer.Option(min=1, max=MAX_VALIDITY.days, help="How long it is valid.")]
Uses = Annotated[int, typer.Option(min=1, max=MAX_USES, help="How many people it lets in.")]


def invite(role: Roles, country: CountryCode = None, unit: UnitName = None, days: Days = 7, uses: Uses = 1) -> None:
    """Make an invitation and print its deep-link payload, which cannot be shown again."""
    offer = Offer(Admission(read_roles(role), country, read_unit(unit)), dt.timedelta(days=days), uses)

    async def work(session: AsyncSession, operator: Actor) -> tuple[Invitation, str]:
        return await create(session, operator, offer)

    invitation, token = operate(work)
    typer.echo(token)
    typer.echo(
        f"Invitation {invitation.id}, valid until {_minute(invitation.expires_at)}. Hand out "
        "https://t.me/BOT?start=PAYLOAD with the bot's name and this payload, through a channel you trust; "
        f"`ilecu admin uninvite {invitation.id}` makes it useless.",
        err=True,
    )


def invitations() -> None:
    """List the invitations that can still be used."""

    async def work(session: AsyncSession, operator: Actor) -> list[Standing]:
        return await standing_invitations(session, operator.access, operator.now)

    found = operate(work)
    table = Table("ID", "Roles", "Country", "Unit", "Uses left", "Valid until", "By", caption=f"open: {len(found)}")
    for each in found:
        invitation = each.invitation
        roles = "\n".join(map(str, sorted(each.roles)))
        by = "command line" if invitation.created_by is None else f"member {invitation.created_by}"
        cells = (str(invitation.id), roles, invitation.country or "", invitation.unit or "", str(invitation.uses_left))
        table.add_row(*map(Text, cells), _minute(invitation.expires_at), by)
    Console().print(table)


def uninvite(
    invitation_id: Annotated[int, typer.Argument(metavar="ID", help="As `ilecu admin invitations` shows it.")],
) -> None:
    """Make an invitation useless; who has used it stays a member."""

    async def work(session: AsyncSession, operator: Actor) -> Revocation:
        return await revoke(session, operator, invitation_id)

    result = operate(work)
    if result is Revocation.UNKNOWN:
        fail(f"{invitation_id}: there is no such invitation; `ilecu admin invitations` lists them.")
    was = "" if result is Revocation.DONE else " before"
    typer.echo(f"Invitation {invitation_id} was revoked{was}.")


def _minute(instant: dt.datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M} UTC"
