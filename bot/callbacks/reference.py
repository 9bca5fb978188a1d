"""Buttons of what stands beside the articles: countries, channels, forms, terms."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route
from knowledge.article import Country
from knowledge.channel_rules import Purpose, Subject, Urgency


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
