"""Telegram's HTML: the few tags and entities it takes, nested and closed without fail.

Anything else is answered with 400 "can't parse entities", and no message at all arrives.
Source: https://core.telegram.org/bots/api#html-style
"""

import re
from collections import Counter

from bot.catalogs.findings import Fault, Rule

ATTRIBUTES: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "pre"), re.compile("")),
    "code": re.compile(r'(?:\s+class="language-[^"]+")?'),
    "blockquote": re.compile(r"(?:\s+expandable)?"),
    "span": re.compile(r'\s+class="tg-spoiler"'),
    "a": re.compile(r'\s+href="[^"]+"'),
    "tg-emoji": re.compile(r'\s+emoji-id="[^"]+"'),
}
"""The tags that there are, and what may stand in each behind its name."""
TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?:\s[^<>]*)?)>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);", re.IGNORECASE)

Structure = Counter[str]
"""Each tag inside the tags around it, `<b><i>`, and how often."""


def structure(text: str) -> Structure:
    """Return the tags of a text.

    Raises:
        ValueError: Telegram would refuse the text; the error says what is in it.
    """
    rest = ENTITY.sub("", TAG.sub("", text))
    if stray := re.search(r"[<&].{0,12}", rest, re.DOTALL):
        raise ValueError(f'"{stray.group()[0]}" that is no tag or entity ("{stray.group()}")')
    nested: list[re.Match[str]] = []
    found: Structure = Counter()
    for tag in TAG.finditer(text):
        if tag["slash"]:
            if not nested or nested.pop()["name"] != tag["name"]:
                raise ValueError(f"{tag.group()} without its opening tag")
            continue
        _must_be_known(tag)
        nested.append(tag)
        found["".join(outer.group() for outer in nested)] += 1
    if nested:
        raise ValueError(f"{nested[-1].group()} without its closing tag")
    return found


def is_plain(text: str) -> bool:
    """Tell whether a text is not HTML at all: it holds a `<` or `&` that HTML would not let stand."""
    return bool(re.search("[<&]", ENTITY.sub("", TAG.sub("", text))))


def source_faults(source: str) -> list[Fault]:
    """Return what is wrong with the English itself: tags, but not as Telegram takes them."""
    try:
        structure(source)
    except ValueError as error:
        return [] if is_plain(source) else [Fault(Rule.SOURCE, str(error), "Telegram HTML, or no tags")]
    return []


def faults(source: str, text: str) -> list[Fault]:
    """Return what is wrong with the markup of a translation; it has the same tags as the English, in any order.

    English that is no HTML goes out as plain text (a button, say), and `&` is welcome in its translation.
    """
    try:
        expected = structure(source)
    except ValueError:
        return []
    try:
        found = structure(text)
    except ValueError as error:
        return [_fault(str(error), _listing(expected))]
    return [] if found == expected else [_fault(_listing(found), _listing(expected))]


def _must_be_known(tag: re.Match[str]) -> None:
    allowed = ATTRIBUTES.get(tag["name"])
    if allowed is None:
        raise ValueError(f"{tag.group()}, which Telegram does not know")
    if not allowed.fullmatch(tag["attributes"].rstrip()):
        raise ValueError(f"{tag.group()}, which Telegram does not take in this form")


def _listing(tags: Structure) -> str:
    return ", ".join(sorted(tags.elements())) or "no tags"


def _fault(found: str, expected: str) -> Fault:
    return Fault(Rule.MARKUP, found, expected)
