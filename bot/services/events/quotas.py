"""Seats by country as coordinators type them: `MD 3, RO 2`; set in a draft, changed in a published event."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import EventState
from bot.services.actors import Actor
from bot.services.countries import find_countries
from bot.services.events import audience, held, plan_changes
from bot.services.events.fields import MOST_SEATS
from bot.services.events.notices import Outbox
from bot.services.events.typed_fields import NOTHING
from knowledge import Country

PART = re.compile(r"(?P<country>[^\d:=–-]+?)\s*[:=–-]?\s*(?P<seats>\d{1,4})")
SEPARATORS = re.compile(r"[,;\n]+|(?<=\d)\s+(?=[^\d\s])")
MAX_TYPED = 500


class QuotaProblem(StrEnum):
    """Why typed seats are not taken."""

    UNREADABLE = "unreadable"
    OUT_OF_RANGE = "out_of_range"
    TWICE = "twice"


class QuotaError(ValueError):
    """Typed seats that are not taken.

    Attributes:
        problem: why.
    """

    def __init__(self, problem: QuotaProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(typed: str, locales: Iterable[str]) -> dict[Country, int]:
    """Return typed seats by country; a single dash is none.

    Args:
        typed: countries as codes or names in any language, each with a number behind it.
        locales: whose names of countries are known.

    Raises:
        QuotaError: a part of it is no country with a number, a country comes twice, or a number is not possible.
    """
    if typed.strip() == NOTHING:
        return {}
    known, found = tuple(locales), dict[Country, int]()
    for part in filter(None, (each.strip() for each in SEPARATORS.split(typed[:MAX_TYPED]))):
        country, seats = _read(part, known)
        if country in found:
            raise QuotaError(QuotaProblem.TWICE)
        if not 1 <= seats <= MOST_SEATS:
            raise QuotaError(QuotaProblem.OUT_OF_RANGE)
        found[country] = seats
    if not found:
        raise QuotaError(QuotaProblem.UNREADABLE)
    return found


async def save(
    session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, seats: Mapping[Country, int]
) -> None:
    """Set the seats of a draft, or change those of a published event, which is told; the caller commits.

    Raises:
        EventGoneError: it is neither, or over.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.planned(session, actor, event_id)
    if event.state is EventState.DRAFT:
        await audience.set_quotas(session, actor, event_id, seats)
    else:
        await plan_changes.change_quotas(session, outbox, actor, event_id, seats)


def _read(part: str, locales: tuple[str, ...]) -> tuple[Country, int]:
    read = PART.fullmatch(part)
    countries = find_countries(read["country"], locales) if read else []
    if read is None or len(countries) != 1:
        raise QuotaError(QuotaProblem.UNREADABLE)
    return countries[0], int(read["seats"])
