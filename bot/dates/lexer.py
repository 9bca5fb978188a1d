"""A typed text -> for each of its pieces, the symbols that it may be."""

import re
from collections.abc import Iterator

from bot.dates.symbols import Kind, Symbol
from bot.dates.vocabulary import LONGEST_PHRASE, meanings
from knowledge.folding import normalise

DASHES = "-‐‑‒–—−"
PIECE = re.compile(
    rf"""
      (?P<year_first>\d{{4}}) (?P<mark>[./-]\ ?) (?P<month>\d{{1,2}}) (?P=mark) (?P<day>\d{{1,2}}) (?!\d) \.?
    | (?P<one>\d{{1,2}}) (?P<mark2>[./-]\ ?) (?P<two>\d{{1,2}}) (?P=mark2) (?P<year_last>\d{{4}}|\d\d)
        (?![\d:]|\.\d) \.?
    | (?P<hour>\d{{1,2}}) [:h] (?P<minute>\d\d) (?::00)? (?!\d) (?: -? (?P<ending>[^\W\d_]+) )?
    | (?P<first>\d{{1,2}}) (?: (?P<slash>/) (?P<third>\d{{1,2}}) (?![\d/])
        | \. (?P<second>\d{{1,2}}) (?![\d:]|\.\d) (?P<dot>\.?) | \.\ (?P<spaced>\d{{1,2}}) \. (?!\d) )
    | (?P<number>\d{{1,4}}) (?!\d) \.? (?: -? (?P<suffix>[^\W\d_]+) )?
    | (?P<word>[^\W\d_]+ (?: -[^\W\d_]+)*) \.?
    | (?P<until>[{DASHES}]|\.{{2,3}}|…)
    | (?P<plus>[+@])
    | (?P<nothing>[\s,;()]+)
    | (?P<other>.)
    """,
    re.VERBOSE,
)
ENDINGS = {
    Kind.FILLER: "st nd rd th án én jén ján e a i ei ai ja je jei jai re ra ig го ого му те е а ти ви ри ог og ma მა "
    "მდე ში ს ე",
    Kind.UNTIL: "tól től დან",
    Kind.HOUR_MARK: "й ій ої kor kori ზე",
}
"""Endings written at a number: of a day, of the beginning of a range, of an hour."""
SUFFIXES = {ending: kind for kind, listed in ENDINGS.items() for ending in listed.split()}
GEORGIAN_FROM, GEORGIAN_UNTIL = re.compile("იდან$"), re.compile("ა?მდე$")
YEARS = range(1900, 2200)
MONTHS, DAYS, CENTURY = range(1, 13), range(1, 32), 2000
Alternatives = tuple[Symbol, ...]


class UnknownPieceError(ValueError):
    """A piece of the text that no date has.

    Attributes:
        piece: as it stands in the text, in lower case.
    """

    def __init__(self, piece: str) -> None:
        super().__init__(piece)
        self.piece = piece


def pieces(text: str, locale: str) -> list[Alternatives]:
    """Return what each piece of a text may be, in order; [] for a text without any.

    Args:
        text: as typed.
        locale: of the officer.

    Raises:
        UnknownPieceError: a word or character that no date has.
    """
    plain = re.sub(r"\b([ap])\. ?m\b\.?", r"\1m", normalise(text))
    plain = re.sub(r"\btonight\b", "today evening", plain)
    plain = re.sub(r"(?<=\d)t(?=\d\d:)", " ", plain)
    found: list[Alternatives] = []
    words: list[str] = []
    for match in PIECE.finditer(plain):
        if match["word"]:
            words.append(match["word"])
        elif not match["nothing"]:
            found += [*_words(words, locale), *_piece(match, locale)]
            words = []
    return found + list(_words(words, locale))


def _piece(match: re.Match[str], locale: str) -> Iterator[Alternatives]:
    """Yield the alternatives of a piece that is no word; one with an ending yields two."""
    if match["year_first"]:
        yield (_date(match["year_first"], match["month"], match["day"]),)
    elif match["year_last"]:
        yield tuple(_year_last(match, locale))
    elif match["hour"]:
        yield (Symbol(Kind.CLOCK, (int(match["hour"]), int(match["minute"]))),)
        yield from _ending(match["ending"], locale)
    elif match["first"]:
        yield tuple(_two_numbers(match, locale))
    elif match["number"]:
        yield from _number(match["number"], match["suffix"], locale)
    elif match["until"]:
        yield (Symbol(Kind.UNTIL),)
    elif match["plus"]:
        yield (Symbol(Kind.IN if match["plus"] == "+" else Kind.AT),)
    else:
        raise UnknownPieceError(match[0])


def _year_last(match: re.Match[str], locale: str) -> Iterator[Symbol]:
    """Yield day.month.year; with a slash or hyphen also month/day/year, in Hungarian also year.month.day."""
    one, two, year = match["one"], match["two"], match["year_last"]
    yield _date(year, two, one)
    if match["mark2"][0] != ".":
        yield _date(year, one, two)
    elif locale == "hu" and len(year) == len("27") and int(two) in MONTHS and int(year) in DAYS:
        yield _date(one, two, year)


def _two_numbers(match: re.Match[str], locale: str) -> Iterator[Symbol]:
    """Yield day and month, in Hungarian and with a slash also month and day; with a dot perhaps a time."""
    one, two = int(match["first"]), int(match["second"] or match["third"] or match["spaced"])
    if one in MONTHS and locale == "hu":
        yield Symbol(Kind.DAY_MONTH, (one, two))
    if two in MONTHS:
        yield Symbol(Kind.DAY_MONTH, (two, one))
    if one in MONTHS and match["slash"]:
        yield Symbol(Kind.DAY_MONTH, (one, two))
    if match["second"] and not match["dot"] and len(match["second"]) == len("30"):
        yield Symbol(Kind.CLOCK, (one, two))


def _date(year: str, month: str, day: str) -> Symbol:
    full = int(year) if len(year) > len("27") else CENTURY + int(year)
    return Symbol(Kind.DATE, (full, int(month), int(day)))


def _number(digits: str, suffix: str | None, locale: str) -> Iterator[Alternatives]:
    number = int(digits)
    known = Symbol(Kind.YEAR, (number,)) if number in YEARS else Symbol(Kind.NUMBER, (number, int(digits[0] == "0")))
    yield (known,)
    yield from _ending(suffix, locale)


def _ending(suffix: str | None, locale: str) -> Iterator[Alternatives]:
    """Yield what is written at a number: an ending, a unit, half of the day; nothing for None."""
    if suffix in SUFFIXES:
        yield (Symbol(SUFFIXES[suffix]),)
    elif suffix is not None:
        yield from _words([suffix], locale)


def _words(words: list[str], locale: str) -> Iterator[Alternatives]:
    """Yield the alternatives of words that follow one another, the longest phrases first."""
    place = 0
    while place < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
            known = meanings("".join(words[place : place + length]).replace("-", ""), locale)
            if known:
                yield tuple(sorted(known))
                break
        else:
            yield from _split(words[place], locale)
            length = 1
        place += length


def _split(word: str, locale: str) -> Iterator[Alternatives]:
    """Yield the parts of a word with a hyphen, or a Georgian word and its ending for "from" or "until"."""
    for ending, kind in ((GEORGIAN_FROM, Kind.UNTIL), (GEORGIAN_UNTIL, Kind.FILLER)):
        stem = meanings(ending.sub("ი", word), locale)
        if ending.search(word) and stem:
            yield from (tuple(sorted(stem)), (Symbol(kind),))
            return
    parts = word.split("-")
    if len(parts) == 1:
        raise UnknownPieceError(word)
    for number, part in enumerate(parts):
        if number:
            yield (Symbol(Kind.UNTIL),)
        yield from _words([part], locale)
