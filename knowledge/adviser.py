"""The channel adviser: which channels to use between two countries for a subject, which not, and why.

The rules are data (`channels.yaml`); this module applies them to the matrix of instruments. The ranking is advice: the
order in which a unit must consider channels is set by its national rules.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product

from knowledge.article import Channel, Country
from knowledge.between import Availability, Link, link
from knowledge.channel_rules import ChannelRule, Contact, Purpose, Subject, Urgency, Verdict
from knowledge.instruments import Instrument


@dataclass(frozen=True)
class Case:
    """What an officer wants to do."""

    own: Country
    partner: Country
    subject: Subject
    urgency: Urgency
    purpose: Purpose

    def __post_init__(self) -> None:
        if self.own is self.partner:
            raise ValueError(f"{self.own} twice; expected two countries")


@dataclass(frozen=True)
class Offer:
    """A channel that can be used; `doubts` are the instruments whose membership needs confirmation."""

    rule: ChannelRule
    doubts: tuple[Link, ...]


@dataclass(frozen=True)
class Refusal:
    """A channel not to use: `rule` says why, or `missing` is the instrument that the two countries do not have."""

    rule: ChannelRule
    missing: Link | None

    @property
    def because(self) -> tuple[Channel, str]:
        """The channel, and the instrument or sentence that speaks against it: said once."""
        return self.rule.channel, self.missing.instrument.id if self.missing else self.rule.because


@dataclass(frozen=True)
class Step:
    """What became of one rule.

    Attributes:
        rule: which.
        applies: whether its conditions fit the case.
        links: how each instrument that it needs stands between the two countries.
        barred_by: the first instrument that is available although the rule is only for where it is not.
    """

    rule: ChannelRule
    applies: bool
    links: tuple[Link, ...] = ()
    barred_by: Instrument | None = None

    @property
    def missing(self) -> Link | None:
        """The first instrument that the rule needs and the two countries do not have."""
        return next((found for found in self.links if found.availability is Availability.UNAVAILABLE), None)


@dataclass(frozen=True)
class Advice:
    """The answer to a case.

    Attributes:
        offers: channels to use, the best first; those that need confirmation come after the others.
        refusals: channels not to use; none of them is offered.
        steps: every rule in its order, and what became of it.
    """

    offers: tuple[Offer, ...]
    refusals: tuple[Refusal, ...]
    steps: tuple[Step, ...]


class ChannelAdviser:
    """Applies the rules."""

    def __init__(self, rules: Iterable[ChannelRule], instruments: Mapping[str, Instrument]) -> None:
        self._rules = sorted(rules, key=lambda rule: rule.rank)
        self._instruments = instruments

    def advise(self, case: Case) -> Advice:
        """Return the channels for a case."""
        steps = tuple(self._step(rule, case) for rule in self._rules)
        live = [step for step in steps if step.applies and step.barred_by is None]
        offers = list(_offers(live))
        offered = {offer.rule.channel for offer in offers}
        refused = [Refusal(step.rule, step.missing) for step in live if _refuses(step)]
        kept = {refusal.because: refusal for refusal in reversed(refused) if refusal.rule.channel not in offered}
        return Advice(
            tuple(sorted(offers, key=lambda offer: bool(offer.doubts))), tuple(reversed(kept.values())), steps
        )

    def _step(self, rule: ChannelRule, case: Case) -> Step:
        pair = case.own, case.partner
        if not applies(rule, case):
            return Step(rule, applies=False)
        barring = (self._instruments[key] for key in rule.unless)
        barred = (bar for bar in barring if link(bar, pair).availability is Availability.AVAILABLE)
        links = tuple(link(self._instruments[key], pair) for key in rule.needs)
        return Step(rule, applies=True, links=links, barred_by=next(barred, None))


def applies(rule: ChannelRule, case: Case) -> bool:
    """Tell whether a rule is about such a case."""
    when = rule.when
    return (
        case.subject in (when.subject or Subject)
        and case.urgency in (when.urgency or Urgency)
        and case.purpose in (when.purpose or Purpose)
        and (not when.pairs or {case.own, case.partner} in [set(pair) for pair in when.pairs])
    )


def every_case() -> Iterator[Case]:
    """Yield every combination that an officer can ask for."""
    for own, partner in permutations(Country, 2):
        for subject, urgency, purpose in product(Subject, Urgency, Purpose):
            yield Case(own, partner, subject, urgency, purpose)


def _offers(live: Iterable[Step]) -> Iterator[Offer]:
    """Yield the best usable rule of each channel and contact."""
    taken: set[tuple[Channel, Contact]] = set()
    for step in live:
        key = step.rule.channel, step.rule.contact
        if step.rule.verdict is Verdict.USE and step.missing is None and key not in taken:
            taken.add(key)
            yield Offer(
                step.rule, tuple(found for found in step.links if found.availability is Availability.UNCONFIRMED)
            )


def _refuses(step: Step) -> bool:
    return step.rule.verdict is Verdict.AVOID or step.missing is not None
