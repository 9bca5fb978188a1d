"""`ilecu contacts`: the group of commands on partner units. Each module of it adds its own with `add`."""

import typer

from bot.cli import contacts_files, contacts_find


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Look after partner units and their contacts.", no_args_is_help=True)
    group.callback()(lambda: None)
    contacts_find.add(group)
    contacts_files.add_commands(group)
    app.add_typer(group, name="contacts")
