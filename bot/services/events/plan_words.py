"""Words of events written in one message, in all our languages: fields, kinds, roles, everybody.

Phrases are compared by `knowledge.folding.skeleton`, so any script and spelling finds them. A phrase of one's own
language means what it means there; only one that this language does not have is looked for in the others.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from rapidfuzz import fuzz

from bot.models import EventKind, Role
from knowledge.catalog import DERIVED_LOCALES, to_latin
from knowledge.folding import skeleton, tokenise

STEM = "*"
LEAST_SIMILARITY = 85.0
"""Of a misspelt word to a field's (rapidfuzz, 0-100): `capcity` and `capacity` are 93 alike."""
SHORTEST = 4
"""Letters of a word that may be misspelt."""
FALLBACK = "en"
FIELDS = "fields"


class PlanWord(StrEnum):
    """What a line of the message begins with; in the order of the message that people copy."""

    KIND = "kind"
    TITLE = "title"
    TIMES = "times"
    ZONE = "zone"
    PLACE = "place"
    VENUE = "venue"
    ADDRESS = "address"
    LINK = "link"
    CAPACITY = "capacity"
    ANSWER_BY = "answer_by"
    LANGUAGES = "languages"
    INVITE = "invite"
    HOST_COUNTRY = "host_country"
    HOST_UNIT = "host_unit"
    CONTACT = "contact"
    LEADS = "leads"
    RULE = "rule"
    DESCRIPTION = "description"


def field_of(label: str, locale: str, *, misspelt: bool = False) -> PlanWord | None:
    """Return the field that a line begins with; None for a word that is none.

    Args:
        label: what stands before the colon.
        locale: of who types; its words count first.
        misspelt: whether a word that is like one of a field counts too.
    """
    key = _key(label)
    listed = [_phrases(language, FIELDS) for language in _languages(locale)]
    found = next((phrases[key] for phrases in listed if key in phrases), None)
    if found is not None or not misspelt or len(key) < SHORTEST:
        return PlanWord(found) if found else None
    alike = ((fuzz.ratio(key, phrase), field) for phrases in listed for phrase, field in phrases.items())
    score, field = max(alike, key=lambda each: each[0])
    return PlanWord(field) if score >= LEAST_SIMILARITY else None


def kind_of(text: str, locale: str) -> EventKind | None:
    """Return what is planned by its name; None for another text."""
    key = _key(text)
    listed = (_phrases(language, "kinds") for language in _languages(locale))
    found = next((phrases[key] for phrases in listed if key in phrases), None)
    return EventKind(found) if found else None


def role_of(word: str, locale: str) -> Role | None:
    """Return the role that a word names; None for another word."""
    key = skeleton(word)
    for language in _languages(locale):
        for phrase, role in _stems(language):
            if key.startswith(phrase.removesuffix(STEM)) if phrase.endswith(STEM) else key == phrase:
                return Role(role)
    return None


def is_everybody(text: str, locale: str) -> bool:
    """Say whether a text means all countries."""
    return any(_key(text) in _phrases(language, "everybody") for language in _languages(locale))


def is_filler(word: str) -> bool:
    """Say whether a word says nothing among countries and roles, in any language."""
    return any(_key(word) in _phrases(language, "filler") for language in _words())


def shown(field: PlanWord, locale: str) -> str:
    """Return the word of a field for a message to copy, in the language and script of who reads it."""
    return _first(locale, FIELDS, field)


def shown_kind(kind: EventKind, locale: str) -> str:
    """Return the name of a kind for the example, in the language and script of who reads it."""
    return _first(locale, "kinds", kind)


def _first(locale: str, section: str, name: str) -> str:
    phrases = str(_words()[_language(locale)][section][name])
    first = phrases.split(",", maxsplit=1)[0].strip()
    return to_latin(first) if locale in DERIVED_LOCALES else first


def _language(locale: str) -> str:
    language = DERIVED_LOCALES.get(locale, locale)
    return language if language in _words() else FALLBACK


def _languages(locale: str) -> list[str]:
    """Return all languages, one's own first."""
    own = _language(locale)
    return [own, *(language for language in _words() if language != own)]


def _key(phrase: str) -> str:
    return skeleton("".join(tokenise(phrase)))


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    text = files(__package__).joinpath("plan_words.yaml").read_text(encoding="utf-8")
    contents: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return contents


@cache
def _phrases(language: str, section: str) -> Mapping[str, str]:
    """Return the names of a section by the skeletons of their phrases; a list without names is its own name."""
    listed = _words()[language][section]
    named = listed if isinstance(listed, Mapping) else {section: listed}
    return {_key(phrase): name for name, phrases in named.items() for phrase in str(phrases).split(",")}


@cache
def _stems(language: str) -> Sequence[tuple[str, str]]:
    """Return skeletons of words and stems, these with the star, with the role that each names."""
    return tuple(
        (_key(phrase) + STEM * phrase.strip().endswith(STEM), role)
        for role, phrases in _words()[language]["roles"].items()
        for phrase in str(phrases).split(",")
    )
