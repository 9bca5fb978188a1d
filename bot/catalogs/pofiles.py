"""PO files: read without guessing, written the same way every time.

Babel's reader forgives a lot: it cuts a text whose closing quote is missing and drops the second of two equal
messages. A translator must hear of both, so lines and duplicates are looked at here.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_string
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from bot.catalogs.findings import Fault, Finding, Rule, locate
from bot.catalogs.messages import msgid_of

LINE = re.compile(
    r"""
    \s* (?: \# (?!~) .* )? $                                     # empty, or a comment
    | \s* (?: \#~ \s* )? (?: (?P<keyword> msgctxt | msgid_plural | msgid | msgstr (?:\[\d\])? ) \s+ )?
      " (?: [^"\\] | \\[\\ntr"] )* " \s* $                       # a keyword and a text, or the text going on
    | \s* \#~ \s* $
    """,
    re.VERBOSE,
)


class CatalogSyntaxError(ValueError):
    """A PO file cannot be read; `findings` says why, at least one."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


@dataclass(frozen=True)
class PoFile:
    """A PO file as it was read.

    Attributes:
        path: below the checkout.
        catalog: its messages.
        header: the fields of its header by name in lower case, as they stand there.
    """

    path: Path
    catalog: Catalog
    header: dict[str, str] = field(default_factory=dict)


class _Recorder(Catalog):
    """A catalog that remembers what Babel's own forgets."""

    def __init__(self) -> None:
        super().__init__()
        self.header_text = ""
        self.duplicates: list[Message] = []

    def __setitem__(self, msgid: str | tuple[str, ...] | list[str], message: Message) -> None:
        if not msgid:
            self.header_text = str(message.string)
        elif self.get(msgid, message.context):
            self.duplicates.append(message)
        super().__setitem__(msgid, message)


def read(root: Path, path: Path) -> PoFile:
    """Read a PO or POT file; `path` is below the checkout.

    Raises:
        CatalogSyntaxError: it breaks the format; everything that is wrong with it, by line.
        OSError: it cannot be read.
    """
    content = (root / path).read_bytes()
    try:
        lines = content.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CatalogSyntaxError([_syntax(path, line, "bytes that are not UTF-8", "UTF-8")]) from error
    if findings := [*_line_findings(path, lines)]:
        raise CatalogSyntaxError(findings)
    return _parse(path, lines)


def _line_findings(path: Path, lines: list[str]) -> Iterator[Finding]:
    """Yield the lines that are none of a PO file, or out of order."""
    previous = ""
    for number, line in enumerate(lines, 1):
        match = LINE.match(line)
        if match is None:
            yield _syntax(path, number, repr(line), 'a comment, or msgctxt, msgid, msgstr and a text in "quotes"')
        elif keyword := match["keyword"]:
            wanted = _predecessor(keyword)
            if wanted and wanted != previous:
                yield _syntax(path, number, f"{keyword} after {previous or 'nothing'}", f"it after {wanted}")
            previous = keyword


def _predecessor(keyword: str) -> str | None:
    """Return what must stand before a keyword, or None where a new message begins or may begin."""
    if keyword in {"msgid_plural", "msgstr"}:
        return "msgid"
    if keyword == "msgstr[0]":
        return "msgid_plural"
    if keyword.startswith("msgstr["):
        return f"msgstr[{int(keyword[7:-1]) - 1}]"
    return None


def _parse(path: Path, lines: list[str]) -> PoFile:
    """Let Babel read the lines; they look well one by one."""
    recorder = _Recorder()
    try:
        PoFileParser(recorder, abort_invalid=True).parse(lines)
    except PoFileError as error:
        complaint = str(error).removesuffix(f" on {error.lineno}")
        raise CatalogSyntaxError([_syntax(path, error.lineno + 1, complaint, "a PO file")]) from error
    except (ValueError, IndexError, AttributeError) as error:  # a field of the header, or parts out of order
        raise CatalogSyntaxError([_syntax(path, 1, f"a damaged file ({error})", "a PO file")]) from error
    if recorder.duplicates:
        raise CatalogSyntaxError(
            [
                locate(
                    Fault(Rule.SYNTAX, "it a second time", "each message once"),
                    path,
                    again.lineno or 1,
                    msgid_of(again),
                )
                for again in recorder.duplicates
            ]
        )
    header = message_from_string(recorder.header_text)
    return PoFile(path, recorder, {name.lower(): value for name, value in header.items()})


def write(path: Path, catalog: Catalog) -> bool:
    """Write a catalog unless the file says the same already; return whether it was written.

    Sources are named without line numbers, or every new line of code would change every catalog. The old msgid of a
    fuzzy message is not kept: Babel breaks it over several comment lines, which gettext's own tools refuse.
    """
    content = io.BytesIO()
    write_po(content, catalog, include_lineno=False)
    text = content.getvalue().rstrip(b"\n") + b"\n"
    if path.is_file() and path.read_bytes() == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return True


def _syntax(path: Path, line: int, found: str, expected: str) -> Finding:
    return locate(Fault(Rule.SYNTAX, found, expected), path, line)
