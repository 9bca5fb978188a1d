"""Numbers: a translation has the digits of the English, however it groups them, and names the same articles.

Words for numbers are left alone, with one exception: a translation may write in digits what the English has as a word
("two hours", "1 January" as 01.01.). The other way round is reported: in a procedure digits stay digits.
"""

import re
from collections import Counter
from collections.abc import Collection

from babel import Locale

from bot.catalogs import plain
from bot.catalogs.findings import Fault, Rule

GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,'’\u00a0\u202f\u2009 ]\d{3})+(?!\d)")
"""A number with its thousands apart: 1,000 or 1.000 or 1 000."""
DIGITS = re.compile(r"\d+")
FULL_HOUR = re.compile(r"(?<=\d):00\b")
ROUND_THE_CLOCK = re.compile(r"\b24/7\b|\b24 hours a day(?:, 7 days a week)?\b")
"""English that other languages say in words or as 0-24."""
ROUND_THE_CLOCK_NUMBERS = frozenset({0, 7, 24})
"""Numbers that may come or go in place of it."""
TWELVE_HOUR = re.compile(r"\b(?P<hour>\d{1,2})(?P<minutes>:\d\d)?\s*(?P<half>[ap])\.?m\b\.?", re.IGNORECASE)
"""English times, 6 p.m., which others may write as 18."""
ARTICLE_NUMBERS = r"\d+[a-z]?(?:\s*\(\w+\))*"
ARTICLES = re.compile(
    rf"\bArt(?:icle)?s?\b\.?\s*{ARTICLE_NUMBERS}(?:(?:\s*[,;–-]\s*|,?\s+(?:and|or|to)\s+){ARTICLE_NUMBERS})*",
    re.IGNORECASE,
)
"""References to articles: Art. 13(2); Articles 41-43; Arts. 4, 5 and 6(1)(b)."""
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
WORD_NUMBERS = {word: number for words in (CARDINALS, ORDINALS) for number, word in enumerate(words, 1)}
MONTHS = {name: number for number, name in Locale("en").months["format"]["wide"].items()}

Numbers = Counter[int]


def numbers(text: str, *, grouped: bool = True) -> Numbers:
    """Return the numbers of a text and how often each occurs; 1.5 counts as 1 and 5, and 08:00 as 8.

    Args:
        text: without placeholders, tags and addresses.
        grouped: read 1.000 as a thousand, not as 1 and 0.
    """
    joined = GROUPED.sub(lambda number: re.sub(r"\D", "", number.group()), text) if grouped else text
    return Counter(int(digits) for digits in DIGITS.findall(FULL_HOUR.sub("", joined)))


def faults(source: str, text: str, exact: int | None = None) -> list[Fault]:
    """Return what is wrong with the numbers of a translation.

    Args:
        source: the English.
        text: the translation.
        exact: the number that a plural form is for, if it is for one only: it may come as digit, as word or not at all.
    """
    english, translated = plain.words(source), plain.words(text)
    readings = [(wording, grouped) for wording in (english, _on_24_hours(english)) for grouped in (True, False)]
    if any(not any(_differ(wording, translated, exact, grouped=grouped)) for wording, grouped in readings):
        return []
    lost, added = _differ(english, translated, exact, grouped=True)
    reference = next((found.group() for found in ARTICLES.finditer(english) if lost & numbers(found.group())), None)
    found = f"{_listing(lost, 'no ')}{', ' if lost and added else ''}{_listing(added, '')}"
    if reference:
        return [Fault(Rule.ARTICLE, found, reference)]
    return [Fault(Rule.NUMBER, found, _listing(numbers(english), "") or "no numbers")]


def _on_24_hours(english: str) -> str:
    return TWELVE_HOUR.sub(
        lambda time: f"{int(time['hour']) % 12 + 12 * (time['half'] in 'pP')}{time['minutes'] or ''}", english
    )


def _differ(english: str, translated: str, exact: int | None, *, grouped: bool) -> tuple[Numbers, Numbers]:
    """Return the numbers that got lost and those that came in addition, without those that may."""
    expected, found = numbers(english, grouped=grouped), numbers(translated, grouped=grouped)
    either: set[int | None] = {exact}
    if len(ROUND_THE_CLOCK.findall(english)) != len(ROUND_THE_CLOCK.findall(translated)):
        either |= ROUND_THE_CLOCK_NUMBERS
    added = found - expected - _spelled_out(english)
    return _without(expected - found, either), _without(added, either)


def _spelled_out(english: str) -> Numbers:
    """Return the numbers that the English has as words or as names of months."""
    words = re.findall(r"[A-Za-z]+", english)
    known = (WORD_NUMBERS.get(word.lower(), MONTHS.get(word)) for word in words)
    return Counter(number for number in known if number is not None)


def _without(found: Numbers, numbers_: Collection[int | None]) -> Numbers:
    return Counter({number: count for number, count in found.items() if number not in numbers_})


def _listing(found: Numbers, prefix: str) -> str:
    return ", ".join(f"{prefix}{number}" for number in sorted(found.elements()))
