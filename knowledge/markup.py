"""The Markdown subset of articles: bold, italic and links; everything else is plain text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("zero").enable(["emphasis", "link", "escape"])


@dataclass(frozen=True)
class Span:
    """A run of text in one style; `link` is an address or None."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


def spans(text: str) -> Iterator[Span]:
    """Yield the runs of a block, in order; their texts are unescaped."""
    style = Span("")
    (inline,) = MARKDOWN.parseInline(text)
    for token in inline.children or ():
        if token.type in ("strong_open", "strong_close"):
            style = replace(style, bold=token.nesting > 0)
        elif token.type in ("em_open", "em_close"):
            style = replace(style, italic=token.nesting > 0)
        elif token.type in ("link_open", "link_close"):
            style = replace(style, link=str(token.attrs["href"]) if token.nesting > 0 else None)
        elif token.content:
            yield replace(style, text=token.content)


def plain(text: str) -> str:
    """Return a block without its marks."""
    return "".join(span.text for span in spans(text))
