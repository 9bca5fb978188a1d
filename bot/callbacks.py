"""Routes of buttons and deep links: typed values, packed into what Telegram carries.

`callback_data` holds 1-64 bytes, a deep-link payload 1-64 of `A-Za-z0-9_-` (Bot API: InlineKeyboardButton; Bot
features: deep linking). Buttons stay in old chats for ever, so a prefix or a code is never reused for something else.
"""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import ClassVar, Self

from knowledge.article import Category, Section

MAX_BYTES = 64
SEPARATOR = ":"
ARTICLE_PAYLOAD = re.compile(r"a_(?P<article_id>[a-z0-9]+(?:-[a-z0-9]+)*)")


class StaleButtonError(ValueError):
    """Callback data that no view of this version packs: an old button, or one that we never made."""


class Page(StrEnum):
    """The pages behind an answer card; the values travel in buttons."""

    CARD = "0"
    STEPS = "1"
    CONDITIONS = "2"
    COMES_BACK = "3"
    COUNTRY_NOTES = "4"
    MISTAKES = "5"
    SOURCES = "6"
    RELATED = "7"
    LANGUAGES = "8"


SECTIONS = {
    Page.STEPS: Section.STEPS,
    Page.CONDITIONS: Section.CONDITIONS,
    Page.COMES_BACK: Section.COMES_BACK,
    Page.COUNTRY_NOTES: Section.COUNTRY_NOTES,
    Page.MISTAKES: Section.MISTAKES,
}
"""The pages that show one section of an article."""


class Route:
    """Base of all routes: a dataclass of texts, numbers, booleans and enums, packed as `prefix:field:field`."""

    prefix: ClassVar[str]

    @classmethod
    def pattern(cls) -> str:
        """Return the regular expression that a CallbackQueryHandler is registered with."""
        return rf"^{cls.prefix}(?:{SEPARATOR}|$)"

    def pack(self) -> str:
        """Return the callback data.

        Raises:
            ValueError: it is longer than Telegram takes, which is a mistake of ours.
        """
        values = (getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]  # all are dataclasses
        packed = SEPARATOR.join([self.prefix, *(str(int(v)) if isinstance(v, bool) else str(v) for v in values)])
        if len(packed.encode()) > MAX_BYTES:
            raise ValueError(f"{packed}: {len(packed.encode())} bytes; expected at most {MAX_BYTES}")
        return packed

    @classmethod
    def parse(cls, callback_data: str | None) -> Self:
        """Read callback data of this route.

        Raises:
            StaleButtonError: it is not what this version packs.
        """
        prefix, *values = (callback_data or "").split(SEPARATOR)
        kinds = [field.type for field in fields(cls)]  # type: ignore[arg-type]  # all are dataclasses
        if prefix != cls.prefix or len(values) != len(kinds):
            raise StaleButtonError(callback_data)
        try:
            arguments = [_read(kind, value) for kind, value in zip(kinds, values, strict=True)]
        except ValueError as error:
            raise StaleButtonError(callback_data) from error
        return cls(*arguments)


def _read(kind: object, value: str) -> object:
    """Turn one part of callback data into its type."""
    if kind is bool:
        return bool(("0", "1").index(value))
    if isinstance(kind, type) and issubclass(kind, int | StrEnum):
        return kind(value)
    return value


@dataclass(frozen=True)
class ShowArticle(Route):
    """Show a page of an article in place of what the message shows now."""

    prefix: ClassVar[str] = "a"
    article_id: str
    locale: str
    page: Page


@dataclass(frozen=True)
class RateArticle(Route):
    """Say whether an answer helped."""

    prefix: ClassVar[str] = "r"
    article_id: str
    locale: str
    helpful: bool


@dataclass(frozen=True)
class BrowseCategories(Route):
    """Show the shelves."""

    prefix: ClassVar[str] = "c"


@dataclass(frozen=True)
class BrowseArticles(Route):
    """Show a page of one shelf; pages count from 0."""

    prefix: ClassVar[str] = "b"
    category: Category
    page: int


@dataclass(frozen=True)
class SetLanguage(Route):
    """Speak to this person in this language from now on."""

    prefix: ClassVar[str] = "g"
    locale: str


def article_payload(article_id: str) -> str:
    """Return the deep-link payload that opens an article."""
    return f"a_{article_id}"


def article_of_payload(payload: str) -> str | None:
    """Return the article id of a deep-link payload, or None where it is something else."""
    match = ARTICLE_PAYLOAD.fullmatch(payload)
    return match["article_id"] if match else None
