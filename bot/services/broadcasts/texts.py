"""The texts of a draft, one a language, and the file below which they must be shorter."""

from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import guard
from bot.models import Broadcast, BroadcastText, FileKind
from bot.models.broadcasts import MAX_FILE_NAME
from bot.services.actors import Actor
from bot.services.broadcasts.contents import texts_of
from bot.services.broadcasts.desk import QUIETLY
from bot.services.broadcasts.drafts import own
from bot.services.broadcasts.errors import BroadcastError, Refusal
from knowledge.catalog import SOURCE_LOCALE, to_latin

AWAITED_TEXT = "broadcast_text"
"""What `bot.services.awaiting` calls a text of a broadcast. It may hold public phones of venues, so the guard asks."""
FRAME = 300
"""Characters that stand around a text in a message, at most; `tests/views/test_broadcast_messages.py` counts them."""
MAX_TEXT = 4096 - FRAME
TRY_AGAIN = frozenset({Refusal.TEXT_EMPTY, Refusal.TEXT_TOO_LONG})
"""What another text puts right."""
MAX_CAPTION = 1024 - FRAME
"""Telegram takes less text below a file (Bot API: sendDocument, sendPhoto)."""


@dataclass(frozen=True)
class File:
    """What is attached: a file that Telegram holds already.

    Attributes:
        name: None for a photo.
    """

    file_id: str
    kind: FileKind
    name: str | None = None


def limit_of(broadcast: Broadcast) -> int:
    """Return how many characters a text may have."""
    return MAX_CAPTION if broadcast.file_id else MAX_TEXT


async def write(session: AsyncSession, actor: Actor, broadcast_id: int, locale: str, text: str) -> BroadcastText:
    """Set the text in a language; the caller commits.

    Returns:
        The text; `is_cleared` is False where it seems to hold personal data, which the author then must allow.

    Raises:
        BroadcastError: as `own`; TEXT_EMPTY, TEXT_TOO_LONG.
    """
    broadcast = await own(session, actor, broadcast_id)
    text = text.strip()
    if not text:
        raise BroadcastError(Refusal.TEXT_EMPTY)
    if length(text) > limit_of(broadcast):
        raise BroadcastError(Refusal.TEXT_TOO_LONG, limit_of(broadcast))
    row = BroadcastText(broadcast_id=broadcast_id, locale=locale, text=text, is_cleared=not guard.find(text))
    written = await session.merge(row)
    await session.flush()
    return written


async def clear(session: AsyncSession, actor: Actor, broadcast_id: int, locale: str) -> None:
    """Note that the author says a text holds nothing that is not public; the caller commits."""
    await own(session, actor, broadcast_id)
    its = (col(BroadcastText.broadcast_id) == broadcast_id, col(BroadcastText.locale) == locale)
    await session.exec(update(BroadcastText).where(*its).values(is_cleared=True), execution_options=QUIETLY)


async def drop_text(session: AsyncSession, actor: Actor, broadcast_id: int, locale: str) -> None:
    """Remove the text in a language; English stands in again where that one did. The caller commits."""
    broadcast = await own(session, actor, broadcast_id)
    its = (col(BroadcastText.broadcast_id) == broadcast_id, col(BroadcastText.locale) == locale)
    await session.exec(delete(BroadcastText).where(*its))
    if broadcast.fallback_locale == locale:
        broadcast.fallback_locale = SOURCE_LOCALE
        session.add(broadcast)


async def stand_in(session: AsyncSession, actor: Actor, broadcast_id: int, locale: str) -> None:
    """Choose whose text is for those who have none in their own language; the caller commits.

    Raises:
        BroadcastError: as `own`; GONE: there is no text in that language.
    """
    broadcast = await own(session, actor, broadcast_id)
    if locale not in await texts_of(session, broadcast_id):
        raise BroadcastError(Refusal.GONE)
    broadcast.fallback_locale = locale
    session.add(broadcast)


async def attach(session: AsyncSession, actor: Actor, broadcast_id: int, file: File | None) -> None:
    """Attach a file in place of another, or none; the caller commits.

    Raises:
        BroadcastError: as `own`; TEXTS_TOO_LONG_FOR_FILE.
    """
    broadcast = await own(session, actor, broadcast_id)
    texts = (await texts_of(session, broadcast_id)).values()
    if file is not None and any(length(text.text) > MAX_CAPTION for text in texts):
        raise BroadcastError(Refusal.TEXTS_TOO_LONG_FOR_FILE, MAX_CAPTION)
    broadcast.file_id = file.file_id if file else None
    broadcast.file_kind = file.kind if file else None
    broadcast.file_name = file.name[:MAX_FILE_NAME] if file and file.name else None
    session.add(broadcast)


def length(text: str) -> int:
    """Return the characters of a text; Serbian counts as in Latin letters, where some take two."""
    return max(len(text), len(to_latin(text)))
