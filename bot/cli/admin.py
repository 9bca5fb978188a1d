"""`ilecu admin`: who may use the assistant, for who runs it; also how the first administrator gets in."""

import typer

from bot.cli.invitations import invitations, invite, uninvite
from bot.cli.members import grant, members, remove, revoke


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Members, roles and invitations.", no_args_is_help=True)
    for command in (grant, revoke, remove, members, invite, invitations, uninvite):
        group.command()(command)
    app.add_typer(group, name="admin")
