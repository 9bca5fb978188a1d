"""`ilecu guard`: what the personal-data guard finds, and how well it does.

No command prints a value that the guard found.
"""

import json
import sys
from dataclasses import astuple, fields
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.guard import evaluation as measuring
from bot.guard import find
from bot.guard.evaluation import Case, Figures, Report
from knowledge.article import FindingsError

LABELLED = Path("tests/data/guard")
COLUMNS = tuple(field.name.replace("_", " ") for field in fields(Figures))


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Look after the personal-data guard.", no_args_is_help=True)
    group.callback()(lambda: None)
    group.command("eval")(evaluate)
    group.command()(check)
    app.add_typer(group, name="guard")


def evaluate(
    folder: Annotated[
        Path, typer.Argument(help="With LANG.jsonl, the labelled lines.", exists=True, file_okay=False)
    ] = LABELLED,
    as_object: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,  # noqa: FBT002  # Typer
) -> None:
    """Measure the guard on labelled lines; exit status 1 when a split misses the goal.

    The goal: recall of at least 0.97, false alarms of at most 0.01.
    """
    try:
        cases = measuring.evaluate(folder)
    except FindingsError as error:
        typer.echo("\n".join(map(str, error.findings)), err=True)
        raise typer.Exit(2) from None
    made = measuring.report(cases)
    if as_object:
        typer.echo(json.dumps(made.as_object()))
    else:
        _show(made, cases)
    if not made.is_good:
        raise typer.Exit(1)


def check() -> None:
    """Read a text from standard input and print the kinds of personal data in it, one a line; nothing when clean."""
    for kind in dict.fromkeys(finding.kind for finding in find(sys.stdin.read())):
        typer.echo(str(kind))


def _show(made: Report, cases: list[Case]) -> None:
    console = Console()
    table = Table("Lines", *COLUMNS, title="The guard on labelled lines")
    for name, row in made.groups.items():
        table.add_row(name, *(f"{value:.3f}" if isinstance(value, float) else str(value) for value in astuple(row)))
    console.print(table)
    kinds = Table("Kind", "found", "expected", "recall")
    for kind, (found, expected) in made.kinds.items():
        kinds.add_row(kind, str(found), str(expected), f"{found / expected:.3f}")
    console.print(kinds)
    for line in measuring.misses(cases):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
