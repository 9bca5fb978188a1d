"""What an audience can be chosen from: units, roles and members; and which members typed words mean."""

from collections.abc import Collection, Iterable
from functools import cache

from babel import Locale
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.callbacks import StaleButtonError
from bot.models import AudienceKind, Grant, Member, ReceiverKind
from bot.services.actors import Actor
from bot.services.broadcasts.audience import Option, code_of, options_among
from bot.services.countries import find_countries
from bot.services.events import audience
from knowledge import Country
from knowledge.folding import skeleton, tokenise

MOST_FOUND = 20
"""Members that a search shows; who finds more types more."""
SEPARATOR = " · "
"""Between country and unit in `Option.about`."""
MAX_TYPED = 100
"""Characters of a search that are looked at."""


async def options(session: AsyncSession, kind: AudienceKind) -> list[Option]:
    """Return the values of a kind that members have, in their order; members by number.

    Who plans an event of one country invites from all of them, so nobody's reach narrows this.
    """
    is_member = col(Member.id).in_(select(Grant.member_id))
    return await options_among(session, [is_member], ReceiverKind(kind))


async def offered(session: AsyncSession, event_id: int, kind: AudienceKind) -> list[Option]:
    """Return what can be turned on a draft: values that members have, then those chosen that nobody has any more."""
    found = await options(session, kind)
    known = {each.value for each in found}
    chosen = [line.value for line in await audience.lines(session, event_id) if line.kind is kind]
    stale = [Option(value, code_of(ReceiverKind(kind), value), 0) for value in chosen if value not in known]
    return found + stale


async def toggle(session: AsyncSession, actor: Actor, event_id: int, kind: AudienceKind, code: str) -> None:
    """Put a value into the audience of a draft, or take it out; the caller commits.

    Raises:
        AudienceError: there are too many lines.
        EventGoneError: it is no draft.
        NotAllowedError: it is not theirs to plan.
        StaleButtonError: no member has such a value (any more).
    """
    found = [each.value for each in await offered(session, event_id, kind) if each.code == code]
    if not found:
        raise StaleButtonError(code)
    chosen = {line.value for line in await audience.lines(session, event_id) if line.kind is kind}
    turn = audience.remove if found[0] in chosen else audience.add
    await turn(session, actor, event_id, kind, found[0])


def search(members: Iterable[Option], typed: str, locales: Iterable[str]) -> list[Option]:
    """Return the members that typed words mean, in their order; [] for no words.

    Each word is a number, a country in any language, or a part of the name of a unit in any script.

    Args:
        members: as `options` gives them.
        typed: such as `12`, `Moldova` or `cyber rs`.
        locales: whose names of countries are known.
    """
    words = list(dict.fromkeys(tokenise(typed[:MAX_TYPED])))
    known = tuple(locales)
    if not words:
        return []
    countries = {word: set(find_countries(word, known)) for word in words}
    return [each for each in members if all(_fits(each, word, countries[word], known) for word in words)]


def _fits(each: Option, word: str, countries: Collection[Country], locales: tuple[str, ...]) -> bool:
    first, _dot, rest = each.about.partition(SEPARATOR)
    country, unit = (Country(first), rest) if first in Country.__members__ else (None, each.about)
    names = (unit, *(_names(country, locales) if country else ()))
    in_names = any(skeleton(word) in " ".join(map(skeleton, tokenise(name))) for name in names)
    return word == each.value or country in countries or in_names


@cache
def _names(country: Country, locales: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(Locale.parse(locale).territories[country]) for locale in locales)
