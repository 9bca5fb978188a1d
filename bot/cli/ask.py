"""`ilecu ask`: the assistant's answer without a messenger."""

import json
from collections.abc import Iterator
from typing import Annotated, TextIO

import typer
from pydantic import BaseModel, ConfigDict, ValidationError
from rich.console import Console

from bot.app import load_knowledge
from bot.i18n import Translator
from bot.services import questions
from bot.services.questions import Reply
from bot.settings import cache_folder
from bot.translations import load_languages
from bot.views.terms import channel_name
from knowledge import LocalisedArticle, Outcome, SearchResult, Section
from knowledge.markup import plain


class Line(BaseModel):
    """One line of a batch: a question and the asker's language, if it is known."""

    model_config = ConfigDict(extra="ignore")

    q: str
    lang: str | None = None


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(ask)


def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in any of the languages.")] = None,
    lang: Annotated[str | None, typer.Option(help="The asker's language, such as uk or sr_Latn.")] = None,
    batch: Annotated[
        typer.FileText | None, typer.Option(help='Lines {"q": …, "lang": …}; - is standard input.', encoding="utf-8")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,  # noqa: FBT002  # Typer
    explain: Annotated[bool, typer.Option(help="Show why.")] = False,  # noqa: FBT002  # Typer's way of a flag
) -> None:
    """Answer a question as the assistant would, or each question of a file."""
    if (question is None) == (batch is None):
        raise typer.BadParameter("give either a question or --batch FILE")
    knowledge, languages = load_knowledge(), load_languages()
    knowledge.prepare(cache_folder())
    for line in [Line(q=question or "", lang=lang)] if batch is None else read_batch(batch):
        asker = languages.choose(line.lang) if line.lang else None
        result = knowledge.search(line.q, asker)
        translator = languages.translator(result.locale or asker)
        if as_json or batch is not None:
            typer.echo(json.dumps(as_object(line.q, translator.locale, result, explain=explain), ensure_ascii=False))
        else:
            _print(questions.from_result(knowledge, result, translator.locale), translator)
            for reason in result.explanation.lines() if explain else ():
                typer.secho(reason, dim=True)


def read_batch(file: TextIO) -> Iterator[Line]:
    """Yield the questions of a file; exit status 2 with file and line where one is malformed."""
    for number, text in enumerate(file, start=1):
        if not text.strip():
            continue
        try:
            yield Line.model_validate_json(text)
        except ValidationError as error:
            problem = error.errors(include_url=False)[0]["msg"]
            typer.echo(f'{file.name}:{number}: {problem}; expected {{"q": "…", "lang": "…"}}', err=True)
            raise typer.Exit(2) from None


def as_object(question: str, locale: str, result: SearchResult, *, explain: bool) -> dict[str, object]:
    """Return an answer as an object; the first five fields are a contract."""
    found: dict[str, object] = {
        "q": question,
        "lang": locale,
        "outcome": str(result.outcome),
        "topic": result.answer.article_id if result.answer else None,
        "candidates": [hit.article_id for hit in result.hits],
    }
    return found | ({"explanation": result.explanation.lines()} if explain else {})


def _print(reply: Reply, translator: Translator) -> None:
    """Show what a question leads to, to a person at a terminal."""
    console = Console(highlight=False)
    if reply.outcome is Outcome.ANSWER:
        _print_article(console, reply.articles[0], translator)
    elif reply.outcome is Outcome.SUGGEST:
        console.print(translator.gettext("Did you mean one of these?"), style="bold")
        for article in reply.articles:
            console.print(f"• {article.title.text}", markup=False)
    else:
        console.print(translator.gettext("I have no article that answers this."), style="bold")
        if reply.place:
            console.print(translator.gettext("That is handled by: {place}.").format(place=reply.place), markup=False)


def _print_article(console: Console, article: LocalisedArticle, translator: Translator) -> None:
    console.print(article.title.text, style="bold", markup=False)
    for block in article.sections[Section.SHORT_ANSWER]:
        console.print(plain(block.content.text), markup=False)
    names = ", ".join(channel_name(channel, translator) for channel in article.front.channels)
    console.print(translator.gettext("Channel: {channels}").format(channels=names), markup=False)
    for deadline in article.deadlines:
        console.print(deadline.label.text.format(duration=translator.duration(deadline.duration)), markup=False)
