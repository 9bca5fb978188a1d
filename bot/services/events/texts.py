"""Title and description of an event in the languages it has, and which one a reader gets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars.texts import clean, typed_line
from bot.models import EventText
from bot.services.actors import Actor
from bot.services.events import held
from bot.services.events.fields import Field, FieldError, FieldProblem
from knowledge.catalog import DERIVED_LOCALES, SOURCE_LOCALE, to_latin

LONGEST_TITLE, LONGEST_DESCRIPTION = 150, 2000


async def write(session: AsyncSession, actor: Actor, event_id: int, text: EventText) -> None:
    """Set title and description of a draft in one language; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        FieldError: there is no title, or one of them is too long.
        NotAllowedError: it is not theirs to plan.
    """
    await held.draft(session, actor, event_id)
    await session.merge(checked(event_id, text))


async def remove(session: AsyncSession, actor: Actor, event_id: int, locale: str) -> None:
    """Take a language from a draft; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        NotAllowedError: it is not theirs to plan.
    """
    await held.draft(session, actor, event_id)
    await session.exec(delete(EventText).where(col(EventText.event_id) == event_id, col(EventText.locale) == locale))


def checked(event_id: int, text: EventText) -> EventText:
    """Return a text as it is kept.

    Raises:
        FieldError: there is no title, or one of them is too long.
    """
    title = typed_line(text.title)
    description = clean(text.description).strip()
    if not title:
        raise FieldError(Field.TITLE, FieldProblem.EMPTY)
    if len(title) > LONGEST_TITLE:
        raise FieldError(Field.TITLE, FieldProblem.TOO_LONG)
    if len(description) > LONGEST_DESCRIPTION:
        raise FieldError(Field.DESCRIPTION, FieldProblem.TOO_LONG)
    return EventText(event_id=event_id, locale=text.locale, title=title, description=description)


async def of_events(session: AsyncSession, event_ids: Iterable[int]) -> Mapping[int, Sequence[EventText]]:
    """Return the texts of events by event, in the order of locales; an event without any has ()."""
    numbers = list(event_ids)
    query = select(EventText).where(col(EventText.event_id).in_(numbers)).order_by(col(EventText.locale))
    found: defaultdict[int, list[EventText]] = defaultdict(list)
    for text in (await session.exec(query)).all():
        found[text.event_id].append(text)
    return {number: tuple(found[number]) for number in numbers}


def in_language(texts: Sequence[EventText], locale: str) -> EventText:
    """Return the text for a reader: in their language, in its other script, in English, else the first there is.

    An event without texts, which is a draft, has an empty one.
    """
    by_locale = {text.locale: text for text in texts}
    if locale in by_locale:
        return by_locale[locale]
    origin = by_locale.get(DERIVED_LOCALES.get(locale, ""))
    if origin is not None:
        latin = {"title": to_latin(origin.title), "description": to_latin(origin.description)}
        return EventText(event_id=origin.event_id, locale=locale, **latin)
    found = by_locale.get(SOURCE_LOCALE) or next(iter(texts), None)
    return found or EventText(event_id=0, locale=SOURCE_LOCALE, title="", description="")


def stands_in(text: EventText, locale: str) -> bool:
    """Say whether a text that `in_language` gives a reader is in another language than theirs."""
    return bool(text.title) and text.locale != locale
