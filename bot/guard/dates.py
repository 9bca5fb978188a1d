"""Dates as they are written in our languages: in figures, with a Roman month, with the month's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.guard.words import Words, phrases

FREE = r"(?=\d)(?:(?<![\w./-])|(?<=\d{4}-))"
LAST = r"(?!\d|[./]\d|-\d{1,4}(?![\d./]))"
"""Nothing follows that would make it a longer number; the other end of a range may."""
DAY, MONTH, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2]|[IVX]{1,4})", r"(?:19|20)\d\d"
MARK = r"(?:[./-] ?|\. ?/ ?)"
LETTERS = r"[^\W\d_]{2,14}"
NUMERIC = re.compile(
    rf"{FREE}(?:{DAY}{MARK}{MONTH}{MARK}(?P<last>{YEAR}|\d\d)|(?P<first>{YEAR}){MARK}{MONTH}{MARK}{DAY}){LAST}"
)
SPACED = re.compile(rf"(?<![\w./-])(?<!\d ){DAY} {MONTH} (?P<last>{YEAR})(?! ?\d|[./-]\d)")
AMERICAN = re.compile(rf"{FREE}(?P<month>0?[1-9]|1[0-2])/{DAY}/(?P<last>{YEAR}){LAST}")
YEAR_WORD = r"(?: [^\W\d_]{1,6}[.,]?)?"
NAMED = tuple(
    re.compile(rf"(?<!\w){written}(?!\d)")
    for written in (
        rf"{DAY}(?:\.|-?[^\W\d_]{{1,3}})? ?(?:of )?(?P<month>{LETTERS})[.,]?,? {{0,2}}(?P<year>{YEAR})",
        rf"(?P<year>{YEAR})[.,]?{YEAR_WORD} (?P<month>{LETTERS}) {DAY}",
        rf"(?P<year>{YEAR})[.,]?{YEAR_WORD} {DAY} (?P<month>{LETTERS})",
        rf"(?P<month>{LETTERS}) {DAY}(?:st|nd|rd|th)?,? (?P<year>{YEAR})",
    )
)
MONTHS = phrases(
    "january, jan, february, feb, march, mar, april, apr, may, june, jun, july, jul, august, aug, september, sept, sep,"
    "october, oct, november, nov, december, dec,"
    "janu*, febr*, marc*, ápril*, máj*, jún*, júl*, aug*, szept*, okt*, nov*, dec*,"
    "ianuar*, martie, aprilie, mai, iunie, iulie, sept*, oct*, noiemb*, decemb*,"
    "იანვ*, თებერვ*, მარტ*, აპრილ*, მაის*, ივნის*, ივლის*, აგვ*, სექტ*, ოქტ*, ნოემბ*, დეკ*,"
    "јану*, фебр*, февр*, март*, апр*, мај*, јун*, јул*, авг*, септ*, окт*, ноем*, нов*, дек*,"
    "січ*, лют*, берез*, квіт*, трав*, черв*, лип*, серп*, верес*, жовт*, листоп*, груд*"
)
TWO_DIGITS = 2


@dataclass(frozen=True)
class WrittenDate:
    """A date in a text.

    Attributes:
        start: place of its first character.
        end: place after its last.
        year: None when it is written in two digits.
    """

    start: int
    end: int
    year: int | None


def dates(text: str, words: Words) -> Iterator[WrittenDate]:
    """Yield the dates of a text that has these words, those in figures first; a date may come twice."""
    for pattern in (NUMERIC, AMERICAN, SPACED):
        for match in pattern.finditer(text):
            year = match.groupdict().get("first") or match["last"]
            yield WrittenDate(match.start(), match.end(), None if len(year) == TWO_DIGITS else int(year))
    for pattern in NAMED:
        for match in pattern.finditer(text):
            if MONTHS.search(words.after(match.start("month"), 1)):
                yield WrittenDate(match.start(), match.end(), int(match["year"]))
