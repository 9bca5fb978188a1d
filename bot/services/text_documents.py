"""Documents that people go on writing in a word processor: headings, paragraphs, tables, as OpenDocument text.

Every text is foreign here: it is escaped, and what XML cannot hold is left out, so no text becomes markup.
Format: OASIS OpenDocument 1.2, which LibreOffice and Word open. It takes four small files in an archive and no library.
"""

import html
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ENDING = "odt"
MIME = "application/vnd.oasis.opendocument.text"
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""Date of all files in the archive: the same document is the same file."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN_DOCUMENT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"'
    for name, place in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }.items()
)
NAMESPACES = f'{OPEN_DOCUMENT} xmlns:dc="http://purl.org/dc/elements/1.1/"'
CELLS = (
    '<office:automatic-styles><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties'
    ' fo:border="0.05pt solid #999999" fo:padding="0.1cm"/></style:style></office:automatic-styles>'
)
"""Writer takes styles of cells from the content alone."""


@dataclass(frozen=True)
class Heading:
    """A heading of a section."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A text; its line feeds stay.

    Attributes:
        is_hint: in italics, to be written over.
    """

    text: str = ""
    is_hint: bool = False


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        head: in bold, one text a column.
        rows: each as long as the head.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


Block = Heading | Paragraph | Table


def odt_file(title: str, language: str, blocks: Iterable[Block]) -> bytes:
    """Return a document.

    Args:
        title: stands above all.
        language: ISO 639, for the spelling checker.
        blocks: in their order.
    """
    body = "".join([f'<text:p text:style-name="Title">{_text(title)}</text:p>', *map(_block, blocks)])
    content = f"{CELLS}<office:body><office:text>{body}</office:text></office:body>"
    about = f"<dc:title>{_text(title)}</dc:title><dc:language>{html.escape(language)}</dc:language>"
    files = {
        "mimetype": MIME,
        "META-INF/manifest.xml": _manifest(),
        "meta.xml": _root("document-meta", f"<office:meta>{about}</office:meta>"),
        "styles.xml": _root("document-styles", f"<office:styles>{_styles(language)}</office:styles>"),
        "content.xml": _root("document-content", content),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            # readers look for the type at the beginning of the file, as it is
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, EPOCH), text, packing)
    return target.getvalue()


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f'<text:h text:style-name="Heading" text:outline-level="1">{_text(block.text)}</text:h>'
    if isinstance(block, Paragraph):
        return f'<text:p text:style-name="{"Hint" if block.is_hint else "Standard"}">{_text(block.text)}</text:p>'
    columns = f'<table:table-column table:number-columns-repeated="{len(block.head)}"/>'
    rows = "".join(_row(row, "Standard") for row in block.rows)
    head = f"<table:table-header-rows>{_row(block.head, 'Head')}</table:table-header-rows>"
    return f"<table:table>{columns}{head}{rows}</table:table>"


def _row(cells: Sequence[str], style: str) -> str:
    written = "".join(
        '<table:table-cell table:style-name="Cell" office:value-type="string">'
        f'<text:p text:style-name="{style}">{_text(cell)}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{written}</table:table-row>"


def _text(text: str) -> str:
    return html.escape(ILLEGAL.sub("", text)).replace("\r\n", "\n").replace("\n", "<text:line-break/>")


def _styles(language: str) -> str:
    bold, spelling = 'fo:font-weight="bold"', f'fo:language="{html.escape(language)}"'
    styles = (
        _style("Standard", ""),
        _style("Title", f'{bold} fo:font-size="20pt"'),
        _style("Heading", f'{bold} fo:font-size="14pt"', 'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm"'),
        _style("Hint", 'fo:font-style="italic" fo:color="#666666"'),
        _style("Head", bold),
    )
    default = f'<style:default-style style:family="paragraph"><style:text-properties {spelling}/></style:default-style>'
    return default + "".join(styles)


def _style(name: str, text: str, paragraph: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {text}/></style:style>"
    )


def _root(name: str, content: str) -> str:
    return f'{DECLARATION}<office:{name} {NAMESPACES} office:version="1.2">{content}</office:{name}>'


def _manifest() -> str:
    place = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = {"/": MIME, "content.xml": "text/xml", "styles.xml": "text/xml", "meta.xml": "text/xml"}
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in entries.items()
    )
    return (
        f'{DECLARATION}<manifest:manifest xmlns:manifest="{place}" manifest:version="1.2">{files}</manifest:manifest>'
    )
