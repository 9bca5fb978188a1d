"""What the channel adviser, the request forms and the glossary must satisfy: no gap, no contradiction, no dead end."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge.adviser import every_case
from knowledge.article import Finding, excerpt
from knowledge.channel_rules import ChannelRule, Purpose, Subject, Verdict
from knowledge.glossary_rules import glossary_findings
from knowledge.phrases import read_phrases
from knowledge.reading import key_lines
from knowledge.reference import Reference
from knowledge.scope import FILE_NAME as SCOPE_FILE
from knowledge.scope import Scope


def reference_findings(folder: Path, reference: Reference, articles: Collection[str]) -> Iterator[Finding]:
    """Yield what breaks a rule beside the articles; `articles` are the ids there are."""
    if reference.rules:
        path = folder / "channels.yaml"
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        for position, rule in enumerate(reference.rules):
            yield from _dead_ends(rule, path, lines[str(position)], reference, articles)
        if all(key in reference.instruments for rule in reference.rules for key in (*rule.needs, *rule.unless)):
            yield from adviser_findings(path, reference)
    if reference.forms:
        yield from form_findings(folder / "request_forms.yaml", reference, articles)
    yield from scope_findings(folder, reference.scope)
    yield from glossary_findings(folder / "glossary", reference.glossary, articles)


def scope_findings(folder: Path, scope: Scope) -> Iterator[Finding]:
    """Yield topics out of scope that nobody is named for, and names of topics that there are not."""
    path, asked = folder / SCOPE_FILE, set[str]()
    for phrases in sorted((folder / "out-of-scope").glob("*.yaml")):
        asked |= set(read_phrases(phrases))
    for topic in sorted(asked - set(scope.topics)):
        yield Finding(path, 1, f"nobody for {topic}", "one of the places")
    for topic, place in scope.topics.items():
        if topic not in asked:
            yield Finding(path, 1, f"{topic}, for which nobody asks", "a topic of out-of-scope/")
        if place not in scope.places:
            yield Finding(path, 1, f"{topic}: {place}", "one of the places")


def adviser_findings(path: Path, reference: Reference) -> Iterator[Finding]:
    """Yield gaps (a case without a channel), contradictions (a rank twice for a channel), rules that never count."""
    counted: set[str] = set()
    ties: dict[tuple[str, ...], str] = {}
    for case in every_case():
        advice = reference.adviser.advise(case)
        named = f"{case.own}-{case.partner} {case.subject} {case.urgency} {case.purpose}"
        if not advice.offers:
            yield Finding(path, 1, f"no channel for {named}", "one at least")
        counted |= {offer.rule.id for offer in advice.offers} | {refusal.rule.id for refusal in advice.refusals}
        live: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        for step in advice.steps:
            if step.applies and step.barred_by is None and step.rule.verdict is Verdict.USE and step.missing is None:
                live[step.rule.channel, step.rule.contact, step.rule.rank].append(step.rule.id)
        for same in live.values():
            if len(same) > 1:
                ties.setdefault(tuple(same), named)
    for tied, named in ties.items():
        yield Finding(path, 1, f"{' and '.join(tied)} of one rank for {named}", "one that comes first")
    for rule in reference.rules:
        if rule.id not in counted:
            yield Finding(path, 1, f"{rule.id}, which no case needs", "rules that count")


def form_findings(path: Path, reference: Reference, articles: Collection[str]) -> Iterator[Finding]:
    """Yield subjects without a form, and articles of two forms or of none that exists."""
    forms = reference.request_forms
    owners: dict[str, str] = {}
    for form in reference.forms:
        for article in form.articles:
            if article not in articles:
                yield Finding(path, 1, excerpt(article), "the id of an article")
            if owners.setdefault(article, form.id) != form.id:
                yield Finding(path, 1, f"{article} under {owners[article]} and {form.id}", "one form for an article")
    if "common" not in forms or "mla" not in forms:
        yield Finding(path, 1, "no form common or mla", "both")
        return
    for subject in Subject:
        if subject not in forms.of_case(subject, Purpose.POLICE).subjects:
            yield Finding(path, 1, f"no form for {subject}", "one")


def _dead_ends(
    rule: ChannelRule, path: Path, line: int, reference: Reference, articles: Collection[str]
) -> Iterator[Finding]:
    """Yield what a rule names that does not exist."""
    for key in (*rule.needs, *rule.unless, *(basis.instrument for basis in rule.bases)):
        if key not in reference.instruments:
            yield Finding(path, line, excerpt(key), "an id of instruments.yaml")
    for key in (*rule.needs, *rule.unless):
        if key in reference.instruments and reference.instruments[key].binding is None:
            yield Finding(path, line, excerpt(key), "an instrument with a binding")
    for key in rule.articles:
        if key not in articles:
            yield Finding(path, line, excerpt(key), "the id of an article")
