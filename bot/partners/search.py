"""Which partner unit a text asks for: country and function, with what else it may mean.

A country that is none of the network is said to be so, so that no other unit is offered in its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.partners.functions import PartnerFunction, Role
from bot.partners.lexicon import Match
from bot.partners.meanings import Kind, Meaning
from bot.partners.reading import Reading, read
from knowledge import Country
from knowledge.language import language_of

ORIGIN_ENDINGS = ("bol", "tol", "rol", "dan")
"""Of Hungarian and Georgian words that say whence: `Belgrádból`, `ბელგრადიდან`."""
SAME_NAME = {"US": Country.GE}
"""Whose name is also a place of a country elsewhere: Georgia beside Atlanta is not the country."""
HOME = MappingProxyType(
    {
        "hu": Country.HU,
        "ro": Country.RO,
        "ka": Country.GE,
        "mk": Country.MK,
        "sr": Country.RS,
        "uk": Country.UA,
    }
)
"""Where a language is spoken."""
LIAISON = PartnerFunction.LIAISON_OFFICER
GENERAL = (PartnerFunction.ILECU, LIAISON)
"""Functions that another one beside them makes precise: the Europol unit of NEBEK, the liaison officer at SELEC."""


class Outcome(StrEnum):
    """What became of a search."""

    FOUND = "found"
    CANDIDATES = "candidates"
    NO_COUNTRY = "no_country"
    ELSEWHERE = "elsewhere"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Candidate:
    """A unit that may be meant.

    Attributes:
        country: of the network.
        role: what it is asked for as.
        function: the finer one; None when the text names none.
        score: 0-1, how near the words are to what is known.
    """

    country: Country
    role: Role
    function: PartnerFunction | None
    score: float


@dataclass(frozen=True)
class Lookup:
    """What a text asks for.

    Attributes:
        outcome: `NO_COUNTRY` when only a function is named, `ELSEWHERE` when only a country of no unit here is.
        country: the one that is asked for; None unless `FOUND`.
        function: the finer one; None when the text names none.
        candidates: best first; the one found, several that are named, or none.
        elsewhere: ISO 3166 codes of the countries named that are not of the network.
    """

    outcome: Outcome
    country: Country | None
    function: PartnerFunction | None
    candidates: tuple[Candidate, ...]
    elsewhere: tuple[str, ...]

    @property
    def role(self) -> Role:
        """The role that stands for the function; `ANY` when the text names none."""
        return self.function.role if self.function else Role.ANY


@dataclass(frozen=True)
class Named:
    """A place or country of the text.

    Attributes:
        country: of the network; None for another.
        elsewhere: code of a country that is not in it.
        likeness: of the word to the one that is known, 0-1.
        is_origin: whether the text says that the writer is there.
    """

    country: Country | None
    elsewhere: str | None
    likeness: float
    is_origin: bool


def find(text: str, locale: str | None = None) -> Lookup:
    """Return the unit that a text asks for; whether it asks for one is for `bot.partners.asks_for_contact` to say.

    Two countries are both candidates, unless the text says that the writer is in one of them.

    Args:
        text: as typed.
        locale: the writer's language; decides what a word of two meanings is (`BG` is Belgrade to a Serb).
    """
    reading = read(text)
    function = function_of(reading)
    named = _asked_for(list(_named(reading, HOME.get(language_of(locale)) if locale else None)))
    elsewhere = tuple(dict.fromkeys(place.elsewhere for place in named if place.elsewhere))
    candidates = _candidates(named, function)
    outcome = _outcome(candidates, elsewhere, function)
    country = candidates[0].country if outcome is Outcome.FOUND else None
    return Lookup(outcome, country, function, candidates, elsewhere)


def function_of(reading: Reading) -> PartnerFunction | None:
    """Return the function that a text names, the most precise and then the first; None when it names none."""
    named = [meaning.function for match in reading.matches for meaning in match.meanings if meaning.function]
    precise = [function for function in named if function not in GENERAL]
    return next(iter(precise or named), None)


def _named(reading: Reading, home: Country | None) -> Iterator[Named]:
    for place, match in enumerate(reading.matches):
        meanings = [meaning for meaning in match.meanings if meaning.country or meaning.elsewhere]
        own = [meaning for meaning in meanings if home and meaning.country is home]
        for meaning in own or sorted(meanings, key=_country_first):
            yield Named(meaning.country, meaning.elsewhere, match.likeness, _is_origin(reading, place))


def _country_first(meaning: Meaning) -> tuple[str, str]:
    return meaning.country or "~", meaning.elsewhere or ""


def _is_origin(reading: Reading, place: int) -> bool:
    """Tell whether the word before, or the ending, says that the writer is there."""
    before: Match | None = reading.matches[place - 1] if place else None
    says_whence = before is not None and any(meaning.kind is Kind.ORIGIN for meaning in before.meanings)
    return says_whence or reading.keys[place].endswith(ORIGIN_ENDINGS)


def _asked_for(named: list[Named]) -> list[Named]:
    """Return the places that are asked for: all but the writer's, if others remain."""
    targets = [place for place in named if not place.is_origin] or named
    others = {SAME_NAME.get(place.elsewhere) for place in targets if place.elsewhere} - {None}
    return [place for place in targets if place.country is None or place.country not in others]


def _candidates(named: list[Named], function: PartnerFunction | None) -> tuple[Candidate, ...]:
    """Return a candidate for each country of the network, the surest first, then in the order of the text."""
    likeness: dict[Country, float] = {}
    for place in named:
        if place.country:
            likeness[place.country] = max(place.likeness, likeness.get(place.country, 0))
    role = function.role if function else Role.ANY
    found = [Candidate(country, role, function, round(score, 3)) for country, score in likeness.items()]
    return tuple(sorted(found, key=lambda candidate: -candidate.score))


def _outcome(
    candidates: tuple[Candidate, ...], elsewhere: tuple[str, ...], function: PartnerFunction | None
) -> Outcome:
    if candidates:
        return Outcome.FOUND if len(candidates) == 1 and not elsewhere else Outcome.CANDIDATES
    if elsewhere:
        return Outcome.ELSEWHERE
    return Outcome.NO_COUNTRY if function else Outcome.NOTHING
