"""The little Markdown that articles use: **bold**, *italic*, [text](https://address)."""

import re
from collections import Counter

from bot.catalogs.findings import Fault, Rule

LINK = re.compile(r"\[(?P<label>[^\[\]]+)\]\((?P<target>https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)")
BOLD = re.compile(r"\*\*(?=\S)(?P<inner>(?:[^*]|\*[^*]+\*)+)(?<=\S)\*\*")
ITALIC = re.compile(r"\*(?=[^\s*])(?P<inner>[^*]+?)(?<=[^\s*])\*")
LEFTOVERS = {"*": re.compile(r"\*"), "](": re.compile(r"\]\s*\("), "<": re.compile("<")}
"""What is no markup: a mark without its other half, a link without address, HTML."""

Marks = Counter[str]


def marks(text: str) -> Marks:
    """Return how often each mark and each link target occurs, and what is left of damaged ones."""
    found: Marks = Counter(f"link to {link['target']}" for link in LINK.finditer(text))
    rest = LINK.sub(lambda link: link["label"], text)
    rest, bold = BOLD.subn(lambda mark: mark["inner"], rest)
    rest, italic = ITALIC.subn(lambda mark: mark["inner"], rest)
    found += Counter({"**bold**": bold, "*italic*": italic})
    return found + Counter({f'single "{sign}"': len(form.findall(rest)) for sign, form in LEFTOVERS.items()})


def faults(source: str, text: str) -> list[Fault]:
    """Return what is wrong with the markup of a translation; it has the same marks and links, in any order."""
    expected, found = marks(source), marks(text)
    if found == expected:
        return []
    return [Fault(Rule.MARKUP, _listing(found), _listing(expected))]


def _listing(found: Marks) -> str:
    return ", ".join(f"{count} × {mark}" for mark, count in sorted(found.items())) or "no marks"
