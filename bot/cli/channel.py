"""`ilecu channel`: which channel to use for a case, and why."""

from typing import Annotated

import typer

from bot.app import load_knowledge
from bot.cli.printing import print_view
from bot.translations import load_languages
from bot.views.adviser import Advised, article_ids
from bot.views.adviser import advice as advice_view
from knowledge import Country
from knowledge.adviser import Case, Step
from knowledge.channel_rules import Purpose, Subject, Urgency, Verdict


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(channel)


def channel(  # noqa: PLR0913, PLR0917  # one parameter an option is Typer's way
    own: Annotated[Country, typer.Argument(case_sensitive=False)],
    partner: Annotated[Country, typer.Argument(case_sensitive=False)],
    subject: Annotated[Subject, typer.Argument(case_sensitive=False)],
    urgency: Annotated[Urgency, typer.Option(help="Whether the answer can wait.")] = Urgency.ROUTINE,
    purpose: Annotated[Purpose, typer.Option(help="What the answer is for.")] = Purpose.POLICE,
    lang: Annotated[str | None, typer.Option(help="The reader's language, such as uk or sr_Latn.")] = None,
    explain: Annotated[bool, typer.Option(help="Show what became of each rule.")] = False,  # noqa: FBT002  # Typer
) -> None:
    """Advise on the channel for a case: ranked, with basis, conditions and time limits; and what not to use."""
    if own is partner:
        raise typer.BadParameter(f"{own} twice; expected two countries")
    knowledge, languages = load_knowledge(), load_languages()
    translator = languages.translator(languages.choose(lang) if lang else None)
    case = Case(own, partner, subject, urgency, purpose)
    given = knowledge.reference.adviser.advise(case)
    articles = [knowledge.article(key, translator.locale) for key in article_ids(given)]
    form = knowledge.reference.request_forms.of_case(subject, purpose)
    advised = Advised(case, given, articles, form.id, knowledge.reference.instruments)
    print_view(advice_view(advised, knowledge.texts(translator.locale), translator))
    for step in given.steps if explain else ():
        typer.secho(explanation(step), dim=True)


def explanation(step: Step) -> str:
    """Say what became of one rule, in one line."""
    rule = step.rule
    if not step.applies:
        return f"{rule.id}: another case"
    if step.barred_by is not None:
        return f"{rule.id}: only without {step.barred_by.id}, which the two countries have"
    if step.missing is not None:
        about = ", ".join(step.missing.about)
        return f"{rule.id}: needs {step.missing.instrument.id}: {step.missing.reason} ({about})"
    if rule.verdict is Verdict.AVOID:
        return f"{rule.id}: speaks against {rule.channel}"
    needs = ", ".join(f"{found.instrument.id} {found.availability}" for found in step.links) or "nothing"
    return f"{rule.id}: {rule.channel} at rank {rule.rank}; needs {needs}"
