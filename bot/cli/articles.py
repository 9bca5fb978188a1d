"""`ilecu articles`: the rules that every article must keep."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from knowledge import packaged_folder
from knowledge.rules import check as check_rules


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Look after the articles.", no_args_is_help=True)
    group.callback()(lambda: None)
    group.command()(check)
    app.add_typer(group, name="articles")


def check(
    folder: Annotated[
        Path | None, typer.Argument(help="With articles/, instruments.yaml and phrases/.", exists=True, file_okay=False)
    ] = None,
) -> None:
    """Report what breaks a rule, one `path:line: found …; expected …` a line; exit status 1 if anything does."""
    folder = folder or packaged_folder()
    findings = check_rules(folder, dt.datetime.now(dt.UTC).date())
    for finding in findings:
        typer.echo(str(finding))
    if findings:
        raise typer.Exit(1)
    typer.echo(f"{len(list((folder / 'articles').glob('*.md')))} articles keep all rules.")
