"""Columns of enum members as text, so that a new member needs no migration."""

from enum import StrEnum
from typing import Generic, TypeVar

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

Member = TypeVar("Member", bound=StrEnum)


class Named(TypeDecorator[Member], Generic[Member]):
    """A column of the members of one enum."""

    impl = String
    cache_ok = True

    def __init__(self, members: type[Member], length: int = 16) -> None:
        """Take the enum, and the length of the column."""
        super().__init__(length)
        self.members = members

    def process_result_value(self, value: str | None, dialect: Dialect) -> Member | None:
        """Return the member; ValueError where this version does not know it."""
        del dialect
        return None if value is None else self.members(value)
