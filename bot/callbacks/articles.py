"""Buttons and links of articles, and of the language of a person."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.route import Route
from knowledge.article import Category, Section

ARTICLE_PAYLOAD = re.compile(r"a_(?P<article_id>[a-z0-9]+(?:-[a-z0-9]+)*)")
"""A deep-link payload has 1-64 of `A-Za-z0-9_-` (Bot features: deep linking)."""


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
