"""The packaged words: places, other countries, functions, and the words of a question."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from bot.partners.functions import PartnerFunction
from bot.partners.lexicon import Lexicon, Pattern, Word, read_patterns
from bot.partners.meanings import Kind, Meaning
from bot.partners.spelling import Speller
from knowledge import Country
from knowledge.folding import skeleton
from knowledge.language import read_function_words


@cache
def lexicon() -> Lexicon:
    """Return the packaged words; read once."""
    return Lexicon([*_places(), *_elsewhere(), *_functions(), *_asking(), *_function_words()])


@cache
def speller() -> Speller:
    """Return what corrects to the packaged words."""
    return Speller(lexicon())


def _places() -> Iterator[Pattern]:
    for code, lists in _read("places.yaml").items():
        meaning = Meaning(Kind.PLACE, country=Country(code))
        for listed in lists.values():
            yield from read_patterns(listed, meaning)


def _elsewhere() -> Iterator[Pattern]:
    for code, listed in _read("elsewhere.yaml").items():
        yield from read_patterns(listed, Meaning(Kind.ELSEWHERE, elsewhere=code))


def _functions() -> Iterator[Pattern]:
    contents = _read("functions.yaml")
    for name, listed in contents["functions"].items():
        yield from read_patterns(listed, Meaning(Kind.FUNCTION, function=PartnerFunction(name)))
    for unit in contents["units"]:
        yield from read_patterns(unit["words"], Meaning(Kind.PLACE, country=Country(unit["country"])))
        yield from read_patterns(unit["words"], Meaning(Kind.FUNCTION, function=PartnerFunction(unit["function"])))


def _asking() -> Iterator[Pattern]:
    for kind, listed in _read("asking.yaml").items():
        yield from read_patterns(listed, Meaning(Kind(kind)))


def _function_words() -> Iterator[Pattern]:
    for word in frozenset().union(*read_function_words().values()):
        yield Pattern((Word(skeleton(word), is_stem=False),), Meaning(Kind.FILLER))


def _read(name: str) -> Mapping[str, Any]:
    contents: Mapping[str, Any] = yaml.safe_load(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    return contents
