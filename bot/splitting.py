"""Cut a long text into messages: between blocks, never inside a tag.

Telegram counts 4,096 Unicode code points after the markup is parsed, and takes 32,768 bytes before that (TDLib,
`MessageContent.cpp`; Bot API server, `Client.cpp`).
"""

import html
import re
from collections.abc import Iterable, Iterator

MAX_CHARACTERS = 4096
MAX_BYTES = 32768
SEPARATOR = "\n\n"
TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-z-]+)(?P<attributes>[^>]*)>")
UNIT = re.compile(r"<[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);|[^<&\s]{1,1000}\s*|\s+|[<&]")
"""What is not cut: a tag, an entity, a word (of up to 1,000 characters)."""


def visible_length(markup: str) -> int:
    """Return the length of HTML as Telegram counts it: code points without tags, entities as one."""
    return len(html.unescape(TAG.sub("", markup)))


def fits(markup: str) -> bool:
    """Tell whether Telegram takes this as one message."""
    return visible_length(markup) <= MAX_CHARACTERS and len(markup.encode()) <= MAX_BYTES


def messages(blocks: Iterable[str]) -> list[str]:
    """Join blocks into as few messages as possible, in order; a block that is too long alone is cut between words.

    Each message has balanced tags when each block has.
    """
    texts: list[str] = []
    for block in blocks:
        for part in [block] if fits(block) else cut(block):
            joined = f"{texts[-1]}{SEPARATOR}{part}" if texts else part
            if texts and fits(joined):
                texts[-1] = joined
            else:
                texts.append(part)
    return texts


def cut(block: str) -> Iterator[str]:
    """Yield the parts of a block that is too long; tags open at a cut are closed and opened again."""
    part = _Part()
    for match in UNIT.finditer(block):
        unit = match.group()
        if not part.has_room_for(unit):
            yield part.closed()
            part = _Part(part.opened)
        part.add(unit)
    if part.length:
        yield part.closed()


class _Part:
    """A message in the making; lengths are counted as it grows, so that a long text takes no longer than it must."""

    def __init__(self, opened: Iterable[re.Match[str]] = ()) -> None:
        """Begin with tags that a cut has closed."""
        self.opened = list(opened)
        self.units = [tag.group() for tag in self.opened]
        self.length = 0
        self.bytes = sum(len(unit.encode()) for unit in self.units)

    def has_room_for(self, unit: str) -> bool:
        """Tell whether a unit and the closing tags still fit; what is empty has room for anything."""
        closing = sum(len(tag["name"]) + len("</>") for tag in self.opened)
        fits_length = self.length + visible_length(unit) <= MAX_CHARACTERS
        return not self.length or (fits_length and self.bytes + len(unit.encode()) + closing + len(unit) <= MAX_BYTES)

    def add(self, unit: str) -> None:
        """Append a unit, and keep track of the tags that are open."""
        self.units.append(unit)
        self.length += visible_length(unit)
        self.bytes += len(unit.encode())
        tag = TAG.fullmatch(unit)
        if tag is not None and tag["closing"]:
            self.opened.pop()
        elif tag is not None:
            self.opened.append(tag)

    def closed(self) -> str:
        """Return the message with all tags closed."""
        closing = "".join(f"</{tag['name']}>" for tag in reversed(self.opened))
        return "".join(self.units).rstrip() + closing
