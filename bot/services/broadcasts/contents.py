"""What a receiver gets: the text in their language, or the one that stands in for it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Broadcast, BroadcastReceiver, BroadcastText, FileKind, Member
from knowledge.catalog import DERIVED_LOCALES, SOURCE_LOCALE, to_latin

READER_LOCALE: ColumnElement[str] = sa.func.coalesce(Member.locale, Member.client_locale, SOURCE_LOCALE)
"""The language that a member is written to in, as an expression of SQL; as `bot.services.people.locale_of`."""


@dataclass(frozen=True)
class Content:
    """A broadcast as one reader gets it.

    Attributes:
        broadcast_id: for the button that confirms.
        text: plain.
        locale: of the text.
        is_fallback: whether it stands in for a text in the reader's language.
        is_urgent: as the author chose.
        file_id: of Telegram; None: nothing is attached.
        file_kind: of what is attached.
    """

    broadcast_id: int
    text: str
    locale: str
    is_fallback: bool = False
    is_urgent: bool = False
    file_id: str | None = None
    file_kind: FileKind | None = None


def written_locale(reader: str) -> str:
    """Return the language that a text for a reader is written in: sr for sr_Latn, which comes from it."""
    return DERIVED_LOCALES.get(reader, reader)


def writable(locales: Iterable[str]) -> list[str]:
    """Return the languages that a text can be written in; the others come from these."""
    return [locale for locale in locales if locale not in DERIVED_LOCALES]


def shown_locale(written: Collection[str], fallback: str) -> ColumnElement[str]:
    """Return the language of the text that a member gets, as an expression of SQL; `content` in Python agrees."""
    own = sa.case(DERIVED_LOCALES, value=READER_LOCALE, else_=READER_LOCALE)
    return sa.case((own.in_(list(written)), own), else_=fallback)


def content(broadcast: Broadcast, texts: Mapping[str, str], reader: str) -> Content:
    """Return what a reader of a language gets; an empty text while there is none at all."""
    own = written_locale(reader)
    locale = own if own in texts else broadcast.fallback_locale
    text = texts.get(locale, "")
    return Content(
        broadcast.id or 0,
        to_latin(text) if reader in DERIVED_LOCALES and locale == own else text,
        locale,
        locale != own,
        broadcast.is_urgent,
        broadcast.file_id,
        broadcast.file_kind,
    )


async def texts_of(session: AsyncSession, broadcast_id: int) -> dict[str, BroadcastText]:
    """Return the texts by language, in alphabetical order."""
    query = select(BroadcastText).where(BroadcastText.broadcast_id == broadcast_id).order_by(col(BroadcastText.locale))
    return {text.locale: text for text in await session.exec(query)}


async def received(session: AsyncSession, broadcast_id: int, member_id: int, reader: str) -> Content | None:
    """Return what a receiver gets now, and note the language of it; the caller commits.

    Args:
        session: the transaction.
        broadcast_id: what is delivered.
        member_id: to whom.
        reader: their language when it is sent, which may have changed since it was confirmed.

    Returns:
        None where they are no receiver (any more): nothing is to be sent.
    """
    its = (BroadcastReceiver.broadcast_id == broadcast_id, BroadcastReceiver.member_id == member_id)
    receiver = (await session.exec(select(BroadcastReceiver).where(*its))).one_or_none()
    broadcast = await session.get(Broadcast, broadcast_id)
    if receiver is None or broadcast is None:
        return None
    texts = {locale: text.text for locale, text in (await texts_of(session, broadcast_id)).items()}
    found = content(broadcast, texts, reader)
    if receiver.locale != found.locale:
        receiver.locale = found.locale
        session.add(receiver)
    return found
