"""`ilecu between`: what two countries have between them."""

from typing import Annotated

import typer

from bot.app import load_knowledge
from bot.cli.printing import print_view
from bot.translations import load_languages
from bot.views.between import between as between_view
from knowledge import Country
from knowledge.between import between as links_between


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(between)


def between(
    own: Annotated[Country, typer.Argument(case_sensitive=False)],
    partner: Annotated[Country, typer.Argument(case_sensitive=False)],
    lang: Annotated[str | None, typer.Option(help="The reader's language, such as uk or sr_Latn.")] = None,
) -> None:
    """Show which treaties, bodies and networks two countries have between them, which not, and why."""
    if own is partner:
        raise typer.BadParameter(f"{own} twice; expected two countries")
    knowledge, languages = load_knowledge(), load_languages()
    translator = languages.translator(languages.choose(lang) if lang else None)
    links = links_between(knowledge.reference.instruments.values(), own, partner)
    print_view(between_view((own, partner), links, knowledge.texts(translator.locale), translator))
