"""What the English text of an article must satisfy: limits as in the front matter, full links, plain words."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from knowledge.article import Article, Block, Duration, Finding, Section, excerpt
from knowledge.markup import plain, spans

LIMIT = re.compile(
    r"\b(?P<count>\d+)(?: calendar| working)?[ -](?P<unit>minute|hour|day|month|year)s?\b(?P<rest> a (?:day|week))?"
)
"""`8 hours`, `3 calendar days`; `24 hours a day` is no limit."""
ROUND_THE_CLOCK = re.compile(r"24[ -]hours?(?:\b(?! after| before))|7 days a week|24/7")
BINDING_SECTIONS = (Section.SHORT_ANSWER, Section.STEPS)
"""Where people look for a limit; other sections also tell of limits that are not the article's own."""
MAX_LIX = 50.0
"""Björnsson's readability index of short answer and steps: 40 is a newspaper, above 50 is official prose."""
LONG_WORD = 6


def text_findings(article: Article) -> Iterator[Finding]:
    """Yield what breaks a rule in the text of one article."""
    yield from _limits(article)
    yield from _links(article)
    yield from _reading_level(article)


def lix(text: str) -> float:
    """Return the readability index: words per sentence plus the percentage of words of more than six letters."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len(re.findall(r"[.!?:](?:\s|$)", text)))
    return len(words) / sentences + 100 * sum(len(word) > LONG_WORD for word in words) / max(1, len(words))


def _limits(article: Article) -> Iterator[Finding]:
    known = {deadline.duration for deadline in article.front.deadlines}
    for section in BINDING_SECTIONS:
        for block in article.sections[section]:
            for limit in _durations(block):
                if limit not in known:
                    found = f"{limit.count} {limit.unit} in {section}"
                    yield Finding(article.path, block.line, found, "a limit that stands under deadlines")


def _durations(block: Block) -> Iterator[Duration]:
    for match in LIMIT.finditer(ROUND_THE_CLOCK.sub("", plain(block.text))):
        if match["rest"] is None:
            yield Duration(int(match["count"]), match["unit"])


def _links(article: Article) -> Iterator[Finding]:
    for blocks in article.sections.values():
        for block in blocks:
            for target in (span.link for span in spans(block.text) if span.link):
                address = urlsplit(target)
                if address.scheme != "https" or "." not in address.netloc:
                    yield Finding(article.path, block.line, excerpt(target), "an https address")


def _reading_level(article: Article) -> Iterator[Finding]:
    blocks = [block for section in BINDING_SECTIONS for block in article.sections[section]]
    level = lix(" ".join(plain(block.text) for block in blocks))
    if blocks and level > MAX_LIX:
        yield Finding(article.path, blocks[0].line, f"readability index {level:.0f}", f"at most {MAX_LIX:.0f}")
