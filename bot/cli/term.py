"""`ilecu term`: a term of the glossary in all languages."""

from typing import Annotated

import typer

from bot.app import load_knowledge
from bot.cli.printing import print_view
from bot.services import terms
from bot.translations import load_languages
from bot.views.glossary import term as term_view


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(term)


def term(
    text: Annotated[str, typer.Argument(help="A term or abbreviation, in any language and script.")],
    lang: Annotated[str | None, typer.Option(help="The reader's language, such as uk or sr_Latn.")] = None,
) -> None:
    """Show what a term means and how each language says it; exit status 1 if the glossary does not have it."""
    knowledge, languages = load_knowledge(), load_languages()
    translator = languages.translator(languages.choose(lang) if lang else None)
    found = terms.meant(knowledge.reference.glossary, text)
    if not found:
        typer.echo(translator.gettext("The glossary has no such term."))
        raise typer.Exit(1)
    if len(found) > 1:
        for term_id in found:
            typer.echo(knowledge.reference.glossary.name(term_id, translator.locale))
        return
    entry = terms.entry(knowledge, found[0], translator.locale, languages.locales)
    print_view(term_view(entry, translator))
