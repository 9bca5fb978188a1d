"""`ilecu i18n`: extract, update, check, count and compile the gettext catalogs."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.catalogs import checking, compilation, extraction, merging, stats
from bot.catalogs.pofiles import CatalogSyntaxError
from bot.catalogs.sources import CheckoutNotFoundError, find_root

Root = Annotated[
    Path | None,
    typer.Option("--root", help="The checkout; else the one that the current folder is in.", show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Gettext catalogs: extract, update, check, stats, compile.", no_args_is_help=True)
    for command in (extract, update, check):
        group.command()(command)
    group.command("stats")(show_stats)
    group.command("compile")(compile_catalogs)
    app.add_typer(group, name="i18n")


def extract(root: Root = None) -> None:
    """Write the templates (locales/*.pot) from the sources."""
    with _complaints():
        _report("changed", extraction.extract(_checkout(root), dt.datetime.now(dt.UTC)))


def update(
    locale: Annotated[
        list[str] | None, typer.Option("--locale", "-l", help="Only this one; a new one is created. May be repeated.")
    ] = None,
    root: Root = None,
) -> None:
    """Merge the templates into the catalogs of every language."""
    with _complaints():
        _report("changed", merging.update(_checkout(root), locale or ()))


def check(root: Root = None) -> None:
    """Report what breaks a rule, one `path:line: finding` a line; exit status 1 if any is an error."""
    with _complaints():
        findings = checking.check(_checkout(root))
    for finding in findings:
        typer.echo(finding)
    errors = sum(1 for finding in findings if finding.is_error)
    typer.echo(f"catalogs: {errors} errors, {len(findings) - errors} warnings", err=True)
    if errors:
        raise typer.Exit(1)


def show_stats(
    *, as_json: Annotated[bool, typer.Option("--json", help="A JSON list.")] = False, root: Root = None
) -> None:
    """Show how much is translated."""
    with _complaints():
        rows = stats.collect_stats(_checkout(root))
    if as_json:
        typer.echo(json.dumps([asdict(row) | {"percent": row.percent} for row in rows], indent=2))
    else:
        Console().print(_table(rows))


def compile_catalogs(
    *,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")] = False,
    root: Root = None,
) -> None:
    """Compile the catalogs (*.mo); damaged messages are left out, so that English is shown."""
    with _complaints():
        compiled = compilation.compile_all(_checkout(root))
    for catalog in compiled:
        if catalog.left_out:
            typer.echo(
                f"{catalog.path}: left out {catalog.left_out} damaged messages; see `ilecu i18n check`", err=True
            )
        elif not quiet:
            typer.echo(f"{catalog.path}: {catalog.messages} messages")


@contextmanager
def _complaints() -> Iterator[None]:
    """Print what cannot be done, one line each, and leave with status 1."""
    try:
        yield
    except (CheckoutNotFoundError, CatalogSyntaxError, extraction.ExtractionError, merging.LocaleError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    except FileNotFoundError as error:
        typer.echo(f"{error.filename}: found no file; expected one: {checking.EXTRACT}", err=True)
        raise typer.Exit(1) from error


def _checkout(root: Path | None) -> Path:
    return find_root((root or Path.cwd()).resolve())


def _report(what: str, paths: Sequence[Path]) -> None:
    for path in paths:
        typer.echo(f"{what}: {path}")
    if not paths:
        typer.echo(f"nothing {what}")


def _table(rows: Sequence[stats.CatalogStats]) -> Table:
    table = Table("locale", "domain")
    for heading in ("messages", "translated", "fuzzy", "missing", "percent"):
        table.add_column(heading, justify="right")
    for row in rows:
        counts = (row.messages, row.translated, row.fuzzy, row.missing)
        table.add_row(row.locale, row.domain, *map(str, counts), f"{row.percent:.1f}")
    return table
