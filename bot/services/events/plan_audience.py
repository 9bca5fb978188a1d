"""Whom a typed line invites: `HU, RO, officers of MD` -> countries, and roles in them.

The lines of an audience narrow each other down, so a role counts for all countries. Where only some parts name one,
those that do are taken as the members that they mean now, by number, beside the countries.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AudienceKind, Grant, Member, Role
from bot.services.actors import Actor
from bot.services.countries import find_countries
from bot.services.events import audience, plan_words
from bot.services.events.audience import MOST_LINES
from knowledge import Country
from knowledge.folding import tokenise

PARTS = re.compile(r"[,;+&\n]")


@dataclass(frozen=True)
class Group:
    """A part of the line.

    Attributes:
        text: as typed.
        countries: all seven for everybody.
        role: None for whoever is a member.
    """

    text: str
    countries: tuple[Country, ...]
    role: Role | None


@dataclass(frozen=True)
class Invited:
    """What became of a line.

    Attributes:
        unknown: parts that mean nobody that is known, as typed.
        by_number: how many members are invited each by themselves.
    """

    unknown: tuple[str, ...] = ()
    by_number: int = 0


def read_groups(text: str, locale: str, locales: Sequence[str]) -> tuple[list[Group], list[str]]:
    """Return the parts of a line, and those that have a word which is neither country nor role.

    Args:
        text: as typed.
        locale: of who types; its words for roles count first.
        locales: whose names of countries are known.
    """
    parts = [part.strip(" .") for part in PARTS.split(text) if part.strip(" .")]
    read = [(part, _group(part, locale, locales)) for part in parts]
    return [group for _, group in read if group], [part for part, group in read if group is None]


async def invite(session: AsyncSession, actor: Actor, event_id: int, groups: Sequence[Group]) -> Invited:
    """Put groups into the audience of a draft that has none; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        NotAllowedError: it is not theirs to plan.
    """
    alike = len({group.role for group in groups}) == 1
    countries = {country: None for group in groups if alike or not group.role for country in group.countries}
    for country in countries:
        await audience.add(session, actor, event_id, AudienceKind.COUNTRY, country)
    if alike and groups[0].role:
        await audience.add(session, actor, event_id, AudienceKind.ROLE, groups[0].role)
    if alike:
        return Invited()
    return await _by_number(session, actor, event_id, [group for group in groups if group.role])


async def _by_number(session: AsyncSession, actor: Actor, event_id: int, groups: Sequence[Group]) -> Invited:
    room = MOST_LINES - len(await audience.lines(session, event_id))
    unknown: list[str] = []
    numbers: dict[int, None] = {}
    for group in groups:
        holders = select(Grant.member_id).where(Grant.role == group.role)
        query = select(Member.id).where(col(Member.country).in_(group.countries), col(Member.id).in_(holders))
        found = [number for number in (await session.exec(query.order_by(col(Member.id)))).all() if number]
        if found and len(numbers.keys() | found) <= room:
            numbers |= dict.fromkeys(found)
        else:
            unknown.append(group.text)
    for number in numbers:
        await audience.add(session, actor, event_id, AudienceKind.MEMBER, str(number))
    return Invited(tuple(unknown), len(numbers))


def _group(part: str, locale: str, locales: Sequence[str]) -> Group | None:
    if plan_words.is_everybody(part, locale):
        return Group(part, tuple(Country), None)
    countries: dict[Country, None] = {}
    roles: set[Role] = set()
    for token in tokenise(part):
        role, found = plan_words.role_of(token, locale), find_countries(token, locales)
        if role:
            roles.add(role)
        elif found:
            countries |= dict.fromkeys(found)
        elif not plan_words.is_filler(token):
            return None
    if len(roles) > 1 or not (roles or countries):
        return None
    named = "".join(tokenise(part))
    return Group(part, tuple(countries) or tuple(Country), next(iter(roles), None)) if named else None
