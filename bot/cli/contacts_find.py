"""`ilecu contacts find` and `eval`: which unit a text asks for, and how well that is told."""

import json
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.partners import Lookup
from bot.partners import evaluation as measuring
from bot.partners import find as find_unit
from bot.partners.batch import answers, as_object, read_queries
from bot.partners.evaluation import ALL, Figures
from knowledge.article import FindingsError

LABELLED = Path("tests/data/contacts")
COLUMNS = tuple(field.name for field in fields(Figures))
BAD_LINES = 2


def add(group: typer.Typer) -> None:
    """Add these commands to the group."""
    group.command()(find)
    group.command("eval")(evaluate)


def find(
    text: Annotated[
        str | None, typer.Argument(help="What an officer types, such as `kontakt Interpol Tbilisi`.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="The officer's language, such as uk or sr_Latn.")] = None,
    batch: Annotated[
        Path | None, typer.Option(help='JSON lines {"q", "lang"} instead of a text.', exists=True, dir_okay=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON object a line.")] = False,  # noqa: FBT002  # Typer
) -> None:
    """Say which country and function a text asks for; a malformed line of a batch is named and ends with status 2."""
    if (text is None) == (batch is None):
        raise typer.BadParameter("expected a text or --batch FILE")
    if batch is not None:
        _print_all(_answered(batch))
    elif text is not None:
        lookup = find_unit(text, lang)
        typer.echo(json.dumps({"q": text} | as_object(lookup), ensure_ascii=False) if as_json else _sentence(lookup))


def evaluate(
    folder: Annotated[
        Path, typer.Argument(help="With LANG.jsonl, the labelled lines.", exists=True, file_okay=False)
    ] = LABELLED,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,  # noqa: FBT002  # Typer
) -> None:
    """Measure the lookup and the routing on labelled lines; exit status 1 when they miss the goal.

    The goal: country and role right for at least 0.95, at most 0.02 of the questions of procedure taken for a contact.
    """
    try:
        cases = measuring.evaluate(folder)
    except FindingsError as error:
        raise _refusal(error) from None
    made = measuring.report(cases)
    if as_json:
        typer.echo(json.dumps(measuring.as_object(made)))
    else:
        _show(made)
        _print_all(measuring.misses(cases))
    if not made[ALL].is_good:
        raise typer.Exit(1)


def _answered(batch: Path) -> Iterable[str]:
    try:
        return answers(read_queries(batch))
    except FindingsError as error:
        raise _refusal(error) from None


def _refusal(error: FindingsError) -> typer.Exit:
    typer.echo("\n".join(map(str, error.findings)), err=True)
    return typer.Exit(BAD_LINES)


def _sentence(lookup: Lookup) -> str:
    places = [candidate.country for candidate in lookup.candidates] or lookup.elsewhere or ("no country",)
    return f"{lookup.outcome}: {' or '.join(places)}, {lookup.function or lookup.role}"


def _show(made: dict[str, Figures]) -> None:
    table = Table("Lines", *COLUMNS, title="Partner units on labelled lines")
    for name, row in made.items():
        table.add_row(name, *(f"{value:.3f}" if isinstance(value, float) else str(value) for value in astuple(row)))
    Console().print(table)


def _print_all(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)
