"""What two countries have between them: which instruments are available, which are not, and why."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from knowledge.article import Country
from knowledge.instruments import Binding, Confidence, Instrument, Membership, Status

ABSENT = Membership(status=Status.NONE, confidence=Confidence.UNVERIFIED)
"""How a country stands to a bilateral treaty of others."""
Pair = tuple[Country, Country]


class Availability(StrEnum):
    """Whether an instrument can be used between two countries."""

    AVAILABLE = "available"
    UNCONFIRMED = "unconfirmed"
    UNAVAILABLE = "unavailable"


class Reason(StrEnum):
    """Why an instrument is available between two countries, or not."""

    BOTH_BOUND = "both-bound"
    BINDS_SENDER = "binds-sender"
    UNVERIFIED = "unverified"
    UNKNOWN = "unknown"
    NOT_IN_FORCE = "not-in-force"
    SIGNED_ONLY = "signed-only"
    NOT_BOUND = "not-bound"
    MEMBER_STATES_ONLY = "member-states-only"
    WITHIN_EU = "within-eu"
    NO_MEMBER_STATE = "no-member-state"


AVAILABILITY = {
    Reason.BOTH_BOUND: Availability.AVAILABLE,
    Reason.BINDS_SENDER: Availability.AVAILABLE,
    Reason.UNVERIFIED: Availability.UNCONFIRMED,
    Reason.UNKNOWN: Availability.UNCONFIRMED,
    Reason.NOT_IN_FORCE: Availability.UNCONFIRMED,
    Reason.SIGNED_ONLY: Availability.UNAVAILABLE,
    Reason.NOT_BOUND: Availability.UNAVAILABLE,
    Reason.MEMBER_STATES_ONLY: Availability.UNAVAILABLE,
    Reason.WITHIN_EU: Availability.UNAVAILABLE,
    Reason.NO_MEMBER_STATE: Availability.UNAVAILABLE,
}


@dataclass(frozen=True)
class Link:
    """One instrument between two countries.

    Attributes:
        instrument: which.
        reason: why it is available or not.
        about: the countries that the reason is about, in the order of the pair.
        confidence: that of the weaker of the two memberships.
    """

    instrument: Instrument
    reason: Reason
    about: tuple[Country, ...]
    confidence: Confidence

    @property
    def availability(self) -> Availability:
        """Whether it can be used."""
        return AVAILABILITY[self.reason]


def between(instruments: Iterable[Instrument], own: Country, partner: Country) -> list[Link]:
    """Return how each instrument stands between two different countries, the available ones first.

    Instruments that bind no countries by themselves, and bilateral treaties of others, are left out.

    Raises:
        ValueError: it is one country.
    """
    if own is partner:
        raise ValueError(f"{own} twice; expected two countries")
    links = [link(instrument, (own, partner)) for instrument in instruments if _concerns(instrument, {own, partner})]
    return sorted(links, key=lambda found: list(Availability).index(found.availability))


def link(instrument: Instrument, pair: Pair) -> Link:
    """Return how an instrument with a binding stands between two countries."""
    cells = {country: instrument.countries.get(country, ABSENT) for country in pair}
    reason, about = _judge(instrument, cells)
    ranks = list(Confidence)
    return Link(instrument, reason, about, max((cell.confidence for cell in cells.values()), key=ranks.index))


def _concerns(instrument: Instrument, pair: set[Country]) -> bool:
    if instrument.binding is Binding.BILATERAL:
        return pair == set(instrument.countries)
    return instrument.binding is not None


Cells = Mapping[Country, Membership]


def _judge(instrument: Instrument, cells: Cells) -> tuple[Reason, tuple[Country, ...]]:
    """Return the reason, and the countries that it is about."""
    members = _of(cells, lambda cell: cell.status is Status.MEMBER)
    both = len(cells)
    if instrument.binding is Binding.EU_LAW and len(members) < both:
        return Reason.MEMBER_STATES_ONLY, _of(cells, lambda cell: cell.status is not Status.MEMBER)
    if instrument.binding is Binding.EU_SENDER and len(members) < both:
        return (Reason.BINDS_SENDER, members) if members else (Reason.MEMBER_STATES_ONLY, tuple(cells))
    if instrument.binding is Binding.EU_AGREEMENT and len(members) != 1:
        return (Reason.WITHIN_EU if members else Reason.NO_MEMBER_STATE), tuple(cells)
    return _bound(instrument, cells)


def _bound(instrument: Instrument, cells: Cells) -> tuple[Reason, tuple[Country, ...]]:
    """Judge an instrument that both countries must be bound by."""
    doubts: list[tuple[Reason, Callable[[Membership], bool]]] = [
        (Reason.NOT_BOUND, lambda cell: cell.status in (Status.NONE, Status.NOT_LISTED)),
        (Reason.SIGNED_ONLY, lambda cell: cell.status is Status.SIGNATORY),
        (Reason.UNKNOWN, lambda cell: cell.status is Status.UNKNOWN),
        (Reason.NOT_IN_FORCE, lambda _cell: instrument.entry == "not-shown"),
        (Reason.UNVERIFIED, lambda cell: cell.confidence is Confidence.UNVERIFIED),
    ]
    for reason, applies in doubts:
        if about := _of(cells, applies):
            return reason, about
    return Reason.BOTH_BOUND, tuple(cells)


def _of(cells: Cells, applies: Callable[[Membership], bool]) -> tuple[Country, ...]:
    return tuple(country for country, cell in cells.items() if applies(cell))
