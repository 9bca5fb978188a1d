"""Documents for word processors."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from bot.services.text_documents import MIME, Block, Heading, Paragraph, Table, odt_file

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
NASTY = "<text:p>&amp; \"'\x00\x0b\ufffe\ud800 end"
BLOCKS: list[Block] = [
    Heading("Purpose & <aim>"),
    Paragraph("first\nsecond"),
    Paragraph("write here", is_hint=True),
    Table(("Unit", "People"), [("Unit <A>", "3"), (NASTY, "")]),
]


def files(title: str = "Visit") -> dict[str, bytes]:
    """Return the files of a document, in their order."""
    with zipfile.ZipFile(io.BytesIO(odt_file(title, "en", BLOCKS))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def content(title: str = "Visit") -> ET.Element:
    """Return the text of a document."""
    return ET.fromstring(files(title)["content.xml"])  # noqa: S314  # our own


def read(element: ET.Element) -> str:
    """Return what is read of an element."""
    return "".join(element.itertext())


def test_the_type_stands_uncompressed_at_the_beginning() -> None:
    with zipfile.ZipFile(io.BytesIO(odt_file("Visit", "en", BLOCKS))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert files()["mimetype"].decode() == MIME


@pytest.mark.parametrize("name", ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"])
def test_every_part_is_well_formed(name: str) -> None:
    assert ET.fromstring(files(NASTY)[name]).tag  # noqa: S314  # our own


def test_every_part_is_in_the_manifest() -> None:
    manifest = files()["META-INF/manifest.xml"].decode()
    assert all(f'full-path="{name}"' in manifest for name in files() if name.endswith(".xml") and "/" not in name)


def test_blocks_come_in_their_order_below_the_title() -> None:
    shown = [read(each) for each in content().iter() if each.tag in {f"{TEXT}p", f"{TEXT}h"}]
    assert shown[:6] == ["Visit", "Purpose & <aim>", "firstsecond", "write here", "Unit", "People"]


def test_line_feeds_stay() -> None:
    assert len(content().findall(f".//{TEXT}line-break")) == 1


def test_foreign_text_becomes_no_markup_and_loses_what_xml_cannot_hold() -> None:
    cells = [read(cell) for cell in content().iter(f"{TABLE}table-cell")]
    assert cells == ["Unit", "People", "Unit <A>", "3", "<text:p>&amp; \"' end", ""]
    assert read(next(content(NASTY).iter(f"{TEXT}p"))) == "<text:p>&amp; \"' end"


def test_every_style_that_is_used_is_there() -> None:
    found = files()
    used = {value for each in content().iter() for name, value in each.attrib.items() if name.endswith("style-name")}
    styles = (found["styles.xml"] + found["content.xml"]).decode()
    assert used == {"Title", "Heading", "Standard", "Hint", "Head", "Cell"}
    assert all(f'style:name="{name}"' in styles for name in used)
