"""`ilecu articles`: the rules that every article must keep."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.app import load_knowledge
from bot.cli.evaluation import evaluate
from bot.cli.learning import is_outdated, learn
from bot.translations import load_article_catalogs
from knowledge import packaged_folder
from knowledge.catalog import SourceCatalog
from knowledge.phrase_rules import misleading
from knowledge.reading import read_article
from knowledge.rules import check as check_rules
from knowledge.statistics import ArticleStats, article_stats

COLUMNS = ("Article", "Subject", "Words", "Sources", "Review", "Due", "Languages")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Look after the articles.", no_args_is_help=True)
    group.callback()(lambda: None)
    group.command()(check)
    group.command()(stats)
    group.command()(learn)
    group.command("eval")(evaluate)
    app.add_typer(group, name="articles")


def check(
    folder: Annotated[
        Path | None, typer.Argument(help="With articles/, instruments.yaml and phrases/.", exists=True, file_okay=False)
    ] = None,
) -> None:
    """Report what breaks a rule, one `path:line: found …; expected …` a line; exit status 1 if anything does.

    Our own knowledge base is also asked each of its phrases: every phrase must find its article.
    """
    packaged = folder is None
    folder = folder or packaged_folder()
    findings = check_rules(folder, dt.datetime.now(dt.UTC).date())
    knowledge = load_knowledge() if packaged and not findings else None
    if knowledge:
        findings = misleading(folder, knowledge.searcher)
    for finding in findings:
        typer.echo(str(finding))
    if findings:
        raise typer.Exit(1)
    typer.echo(f"{len(list((folder / 'articles').glob('*.md')))} articles keep all rules.")
    if knowledge and is_outdated(knowledge):
        typer.echo("Ways to ask have changed since meanings were learned: run ilecu articles learn.", err=True)


def stats(
    markdown: Annotated[bool, typer.Option("--markdown", help="As the table of docs/articles.md.")] = False,  # noqa: FBT002  # Typer
) -> None:
    """Show every article with its words, sources, review and the languages it is complete in."""
    articles = [read_article(path) for path in sorted((packaged_folder() / "articles").glob("*.md"))]
    rows = [_row(figures) for figures in article_stats(articles, [SourceCatalog(), *load_article_catalogs()])]
    if markdown:
        typer.echo(as_markdown(rows))
        return
    table = Table(*COLUMNS, caption=f"{len(rows)} articles")
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def as_markdown(rows: list[tuple[str, ...]]) -> str:
    """Return rows as a Markdown table below the heading of docs/articles.md."""
    lines = [COLUMNS, tuple("-" for _ in COLUMNS), *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"# Articles\n\nMade by `ilecu articles stats --markdown`.\n\n{table}"


def _row(figures: ArticleStats) -> tuple[str, ...]:
    return (
        figures.article_id,
        figures.category,
        str(figures.words),
        str(figures.sources),
        figures.reviewed_by or "draft",
        figures.review_due.isoformat(),
        " ".join(figures.locales),
    )
