"""Enums in tables: stored as text, so that a new value needs no migration."""

from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

LENGTH = 16
"""Characters of a value, at most."""
Kind = TypeVar("Kind", bound=StrEnum)


def text_of(kind: type[Kind]) -> type[TypeDecorator[Kind]]:
    """Return the type of a column that holds values of an enum; reading one that this version lacks is a ValueError."""

    class EnumText(TypeDecorator[Kind]):
        """A column of one enum."""

        impl = String(LENGTH)
        cache_ok = True

        def process_result_value(self, value: Any | None, dialect: Dialect) -> Kind | None:  # noqa: ANN401  # of the driver
            """Return the value."""
            del dialect
            return None if value is None else kind(value)

    return EnumText
