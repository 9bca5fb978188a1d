"""What a question for a contact leads to: contact points, or a country to choose. Nothing is guessed in their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.functions import Function
from bot.partners import Lookup, Outcome, asks_for_contact, find
from bot.services.availability import State, availability
from bot.services.contact_functions import of_partner
from bot.services.contacts import Contact, countries, for_country


@dataclass(frozen=True)
class Asked:
    """What a text asks for.

    Attributes:
        is_for_contact: it asks for a contact; else it asks for a procedure, and may still name a partner.
    """

    is_for_contact: bool
    lookup: Lookup

    def partner(self, own: str | None) -> str | None:
        """Return the one country that a question names; the writer's own is no partner."""
        country = self.lookup.country
        return country if country != own else None


@dataclass(frozen=True)
class Points:
    """The contact points that fit.

    Attributes:
        country: that they answer for.
        contacts: those of the country's own units first, then those who are there now; none where nobody is entered.
    """

    country: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class Choice:
    """The country has to be chosen.

    Attributes:
        function: that is asked for; None for any.
        countries: to choose from, ISO 3166 alpha-2.
    """

    function: Function | None
    countries: tuple[str, ...]


@dataclass(frozen=True)
class Elsewhere:
    """Only countries are named of which there are no contacts.

    Attributes:
        named: ISO 3166 codes.
        countries: that there are contacts of.
    """

    named: tuple[str, ...]
    countries: tuple[str, ...]


Answer = Points | Choice | Elsewhere


def read(text: str, locale: str) -> Asked:
    """Return what a text asks for; `locale` is the writer's. Takes milliseconds: not for the event loop."""
    return Asked(asks_for_contact(text), find(text, locale))


def answer(lookup: Lookup, contacts: Sequence[Contact], now: datetime) -> Answer:
    """Return what a question for a contact leads to.

    Args:
        lookup: what was asked for.
        contacts: that the person may see.
        now: aware.
    """
    function = of_partner(lookup.function) if lookup.function else None
    country = _country(lookup, contacts)
    if country is not None:
        return Points(country, tuple(_present_first(for_country(contacts, country, function), country, now)))
    if lookup.outcome is Outcome.ELSEWHERE:
        return Elsewhere(lookup.elsewhere, tuple(countries(contacts)))
    if lookup.candidates:
        return Choice(function, tuple(one.country for one in lookup.candidates))
    return Choice(function, tuple(countries(one for one in contacts if function in {None, one.function})))


def _country(lookup: Lookup, contacts: Sequence[Contact]) -> str | None:
    """Return the one country that is meant; an installation may have contacts of countries outside the network."""
    if lookup.country is not None or lookup.candidates:
        return lookup.country
    known = [code for code in lookup.elsewhere if code in countries(contacts)]
    return known[0] if len(known) == len(lookup.elsewhere) == 1 else None


def _present_first(contacts: Sequence[Contact], country: str, now: datetime) -> list[Contact]:
    return sorted(contacts, key=lambda one: (one.unit.country != country, _absence(one, now)))


def _absence(contact: Contact, now: datetime) -> int:
    """Return 0 for who is there now, 1 for who has a duty phone, else 2."""
    if availability(contact.schedule, now).state is State.OPEN:
        return 0
    return 1 if contact.point.duty_phones else 2
