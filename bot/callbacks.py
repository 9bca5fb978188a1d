"""Routes of buttons and deep links: typed values, packed into what Telegram carries.

`callback_data` holds 1-64 bytes, a deep-link payload 1-64 of `A-Za-z0-9_-` (Bot API: InlineKeyboardButton; Bot
features: deep linking). Buttons stay in old chats for ever, so a prefix or a code is never reused for something else.
"""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from types import UnionType
from typing import ClassVar, Self

from knowledge.article import Category, Country, Section
from knowledge.channel_rules import Purpose, Subject, Urgency

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
        packed = SEPARATOR.join([self.prefix, *map(_write, values)])
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


def _write(value: object) -> str:
    """Turn a field into one part of callback data; None is an empty part."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _read(kind: object, value: str) -> object:
    """Turn one part of callback data into its type."""
    if isinstance(kind, UnionType):
        return _read(kind.__args__[0], value) if value else None
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


@dataclass(frozen=True)
class ShowBetween(Route):
    """Show what two countries have between them; what is None is asked for."""

    prefix: ClassVar[str] = "y"
    own: Country | None = None
    partner: Country | None = None


@dataclass(frozen=True)
class AdviseChannel(Route):
    """Advise on the channel for a case; what is None is asked for, in this order."""

    prefix: ClassVar[str] = "w"
    own: Country | None = None
    partner: Country | None = None
    subject: Subject | None = None
    urgency: Urgency | None = None
    purpose: Purpose | None = None


@dataclass(frozen=True)
class ShowForm(Route):
    """Send the empty form of a request."""

    prefix: ClassVar[str] = "f"
    form_id: str


@dataclass(frozen=True)
class ShowTerm(Route):
    """Show a term of the glossary in place of what the message shows now."""

    prefix: ClassVar[str] = "t"
    term_id: str
    locale: str


@dataclass(frozen=True)
class ListTerms(Route):
    """Show the terms that matter in an article."""

    prefix: ClassVar[str] = "l"
    article_id: str
    locale: str


@dataclass(frozen=True)
class ShowOwnData(Route):
    """Send what is held about the person."""

    prefix: ClassVar[str] = "od"


class ForgetStep(StrEnum):
    """How far somebody is who wants to be erased; the values travel in buttons."""

    KEEP = "0"
    CONFIRM = "1"
    ERASE = "2"


@dataclass(frozen=True)
class ForgetMe(Route):
    """Erase what is held about the person, after a second question.

    Attributes:
        step: what the press does.
        asked_at: minutes since 1970 when the question was shown; an old one is asked again.
    """

    prefix: ClassVar[str] = "fg"
    step: ForgetStep
    asked_at: int


def article_payload(article_id: str) -> str:
    """Return the deep-link payload that opens an article."""
    return f"a_{article_id}"


def article_of_payload(payload: str) -> str | None:
    """Return the article id of a deep-link payload, or None where it is something else."""
    match = ARTICLE_PAYLOAD.fullmatch(payload)
    return match["article_id"] if match else None
