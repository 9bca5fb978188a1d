"""Routes: typed values, packed into the callback data of a button.

`callback_data` holds 1-64 bytes (Bot API: InlineKeyboardButton). Buttons stay in old chats for ever, so a prefix or a
code is never reused for something else.
"""

from dataclasses import fields
from enum import StrEnum
from types import UnionType
from typing import ClassVar, Self

MAX_BYTES = 64
MAX_NUMBER = 2**31 - 1
"""Of a row: what an INTEGER of PostgreSQL holds."""
SEPARATOR = ":"
EVERYWHERE = "*"
"""In place of a country or locale: the whole network, all languages."""


class StaleButtonError(ValueError):
    """Callback data that no view of this version packs: an old button, or one that we never made."""


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
    if kind is int:
        return _number(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return value


def _number(value: str) -> int:
    """Return a number that a table can hold; a page or a row never has another."""
    if not (value.isascii() and value.isdecimal() and len(value) <= len(str(MAX_NUMBER))) or int(value) > MAX_NUMBER:
        raise ValueError(value)
    return int(value)
