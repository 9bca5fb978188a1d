"""Columns of codes: one of an enumeration, or a few that stand in a row; stored as text."""

from enum import StrEnum
from typing import Generic, TypeVar

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

Kind = TypeVar("Kind", bound=StrEnum)


class CodeName(TypeDecorator[Kind], Generic[Kind]):
    """A column of members of an enumeration as text, so that a new one needs no migration.

    Reading a code that this version does not know raises ValueError.
    """

    impl = String
    cache_ok = True

    def __init__(self, kind: type[Kind], length: int = 16) -> None:
        """Take the enumeration, and how many characters its longest code may have."""
        super().__init__(length)
        self.kind = kind
        self.length = length

    def process_bind_param(self, value: Kind | None, dialect: Dialect) -> str | None:
        """Write the code."""
        del dialect
        return None if value is None else str(self.kind(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Kind | None:
        """Return the member."""
        del dialect
        return None if value is None else self.kind(value)


class CodesText(TypeDecorator[tuple[str, ...]]):
    """A column of codes, `en,hu`; empty for none."""

    impl = String(80)
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        """Write them in their order."""
        del dialect
        return None if value is None else ",".join(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        """Return them."""
        del dialect
        return None if value is None else tuple(filter(None, value.split(",")))
