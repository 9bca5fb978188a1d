"""The kinds of deliveries, and how each becomes a message in its receiver's language and time zone."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.i18n import Translator
from bot.models import Delivery
from bot.views import View

Renderer = Callable[[AsyncSession, Delivery, Translator, ZoneInfo], Awaitable[View | None]]
"""Reads what the payload names and shows it; None when there is nothing to say any more."""


@dataclass(frozen=True)
class Kind:
    """A kind of deliveries.

    Attributes:
        render: makes the message, when it is sent.
        repeats: where a message may have arrived or not, it is sent once more and says so; else it is left at that.
    """

    render: Renderer
    repeats: bool = False


Kinds = Mapping[str, Kind]
"""By `Delivery.kind`."""
