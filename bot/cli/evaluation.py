"""`ilecu articles eval`: how well the search answers labelled questions."""

from dataclasses import astuple, fields
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.app import load_knowledge
from bot.settings import cache_folder
from knowledge import KnowledgeBase
from knowledge.article import FindingsError
from knowledge.evaluation import Case, Figures, as_json, ask, misses, read_questions, report
from knowledge.index_cache import read_or_learn
from knowledge.search import Searcher

NAMES = tuple(field.name for field in fields(Figures))


def evaluate(
    file: Annotated[Path, typer.Argument(help='JSON lines {"q", "lang", "topic", "kind"}, or a folder.', exists=True)],
    as_object: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,  # noqa: FBT002  # Typer
    by_words: Annotated[bool, typer.Option(help="Without the semantic stage.")] = False,  # noqa: FBT002  # Typer
    list_misses: Annotated[bool, typer.Option("--misses/--no-misses", help="List what was not right.")] = True,  # noqa: FBT002  # Typer
) -> None:
    """Measure the search on labelled questions: by language, by kind and by both."""
    try:
        questions = read_questions(file)
    except FindingsError as error:
        typer.echo("\n".join(map(str, error.findings)), err=True)
        raise typer.Exit(2) from None
    searcher = searcher_for(load_knowledge(), by_words=by_words)
    cases = list(ask(searcher, questions))
    if as_object:
        typer.echo(as_json(report(cases)))
        return
    show(cases, searcher, with_misses=list_misses)


def searcher_for(knowledge: KnowledgeBase, *, by_words: bool) -> Searcher:
    """Return the search over a knowledge base, if wanted without meanings."""
    if by_words:
        return Searcher(read_or_learn(knowledge.documents(), knowledge.topics(), cache_folder()))
    knowledge.prepare(cache_folder())
    return knowledge.searcher


def show(cases: list[Case], searcher: Searcher, *, with_misses: bool) -> None:
    """Print tables, and a line for each question that was not answered right."""
    console, made = Console(), report(cases)
    stages = "words and meanings" if searcher.is_semantic else "words alone"
    for title, groups in (("an article answers", made.inside), ("none answers", made.outside)):
        table = Table("Group", *NAMES, title=f"Questions that {title}, searched by {stages}")
        for name, row in groups.items():
            table.add_row(name, *(f"{value:.3f}" if isinstance(value, float) else str(value) for value in astuple(row)))
        console.print(table)
    console.print(f"calibration error {made.calibration_error:.3f}")
    for line in misses(cases) if with_misses else ():
        console.print(line, markup=False, highlight=False, soft_wrap=True)
