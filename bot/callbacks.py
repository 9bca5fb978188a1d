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
EVERYWHERE = "*"
"""In place of a country or locale: the whole network, all languages."""
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
class AskAccess(Route):
    """Ask to be let in.

    Attributes:
        place: country that the person works for, `EVERYWHERE` for a body of the network; None asks for it.
    """

    prefix: ClassVar[str] = "n"
    place: str | None = None


@dataclass(frozen=True)
class DecideAccess(Route):
    """Let somebody in who has asked for it, or do not."""

    prefix: ClassVar[str] = "d"
    request_id: int
    approve: bool


class InvitationStep(StrEnum):
    """What a button of an invitation in the making does; the values travel in buttons."""

    CHOOSE = "0"
    NAME_UNIT = "1"
    CREATE = "2"


@dataclass(frozen=True)
class MakeInvitation(Route):
    """Put together an invitation; what is None is asked for.

    Attributes:
        role: of `bot.models.Role`.
        place: country of an officer or coordinator, locale of a translator, `EVERYWHERE`.
        days: that it is valid.
        uses: how many people it lets in.
        step: what to do now.
    """

    prefix: ClassVar[str] = "i"
    role: str | None = None
    place: str | None = None
    days: int = 7
    uses: int = 1
    step: InvitationStep = InvitationStep.CHOOSE


@dataclass(frozen=True)
class RevokeInvitation(Route):
    """Make an invitation useless."""

    prefix: ClassVar[str] = "v"
    invitation_id: int


@dataclass(frozen=True)
class ListMembers(Route):
    """Show a page of the members; pages count from 0."""

    prefix: ClassVar[str] = "m"
    page: int = 0


@dataclass(frozen=True)
class ShowMember(Route):
    """Show one member with their roles."""

    prefix: ClassVar[str] = "p"
    member_id: int


@dataclass(frozen=True)
class ChangeRole(Route):
    """Give a member a role, or take it; `role` and `scope` as `bot.services.permissions.Held` has them."""

    prefix: ClassVar[str] = "h"
    member_id: int
    role: str
    scope: str | None
    give: bool


@dataclass(frozen=True)
class RemoveMember(Route):
    """Take all roles from a member; the first press only asks."""

    prefix: ClassVar[str] = "x"
    member_id: int
    confirmed: bool


@dataclass(frozen=True)
class ListAudit(Route):
    """Show a page of the audit log: the records before a number, or the newest."""

    prefix: ClassVar[str] = "au"
    before: int | None = None


def article_payload(article_id: str) -> str:
    """Return the deep-link payload that opens an article."""
    return f"a_{article_id}"


def article_of_payload(payload: str) -> str | None:
    """Return the article id of a deep-link payload, or None where it is something else."""
    match = ARTICLE_PAYLOAD.fullmatch(payload)
    return match["article_id"] if match else None
