"""Reading and writing PO files."""

from pathlib import Path

import pytest

from bot.catalogs.findings import Rule
from bot.catalogs.messages import entries, msgid_of, strings_of
from bot.catalogs.pofiles import CatalogSyntaxError, read, write

PO = Path("uk.po")
HEADER = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Plural-Forms: nplurals=3; plural=0;\\n"\n\n'


def save(folder: Path, text: str) -> Path:
    """Write a PO file and return its folder."""
    (folder / PO).write_text(text, encoding="utf-8")
    return folder


def test_messages_and_header_are_read(tmp_path: Path) -> None:
    """The header as it stands there, not as Babel understands it."""
    catalog = read(save(tmp_path, HEADER + 'msgid "Steps"\nmsgstr ""\n"Кро"\n"ки"\n'), PO)
    assert [(msgid_of(message), strings_of(message)) for message in entries(catalog.catalog)] == [("Steps", ("Кроки",))]
    assert catalog.header["plural-forms"] == "nplurals=3; plural=0;"


def test_windows_line_ends_and_byte_order_mark_are_read(tmp_path: Path) -> None:
    """Some editors leave both."""
    text = "\ufeff" + (HEADER + 'msgid "a"\nmsgstr "а"\n').replace("\n", "\r\n")
    (tmp_path / PO).write_bytes(text.encode())
    assert len(read(tmp_path, PO).catalog) == 1


@pytest.mark.parametrize(
    ("entry", "line", "found"),
    [
        pytest.param('msgid "a"\nmsgstr "б\n', 8, "'msgstr \"б'", id="quote not closed"),
        pytest.param('msgid "a"\nmsgstr "б" в"\n', 8, '\'msgstr "б" в"\'', id="quote not escaped"),
        pytest.param('msgid "a"\nmsgstr "б\\q"\n', 8, "'msgstr \"б\\\\q\"'", id="unknown escape"),
        pytest.param('msgid "a"\nmsgtsr "б"\n', 8, "'msgtsr \"б\"'", id="keyword misspelt"),
        pytest.param('msgid "a"\n<<<<<<< HEAD\nmsgstr "б"\n', 8, "'<<<<<<< HEAD'", id="merge conflict"),
        pytest.param('msgid "a"\n', 7, "missing msgstr for msgid 'a'", id="no msgstr"),
        pytest.param(
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "1"\nmsgstr[1] "2"\nmsgstr[2] "3"\nmsgstr[3] "4"\n',
            7,
            "msg has more translations than num_plurals of catalog",
            id="too many plural forms",
        ),
        pytest.param('msgid "a"\nmsgstr "б"\n\nmsgid "a"\nmsgstr "в"\n', 10, "it a second time", id="message twice"),
        pytest.param('msgstr "б"\n', 7, "msgstr after msgstr", id="msgid lost"),
        pytest.param('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "в"\n', 9, "msgstr[1] after msgid_plural", id="form lost"),
    ],
)
def test_damaged_file_is_refused_with_the_line(tmp_path: Path, entry: str, line: int, found: str) -> None:
    """Babel alone cuts, skips or overwrites in most of these cases."""
    with pytest.raises(CatalogSyntaxError) as caught:
        read(save(tmp_path, HEADER.rstrip("\n") + "\n\n\n" + entry), PO)
    assert [(finding.rule, finding.line, finding.found) for finding in caught.value.findings] == [
        (Rule.SYNTAX, line, found)
    ]


@pytest.mark.parametrize("field", ["Plural-Forms: nplurals=three; plural=0;", "POT-Creation-Date: yesterday"])
def test_damaged_header_is_refused(tmp_path: Path, field: str) -> None:
    """A translator gets a line, not a traceback."""
    save(tmp_path, f'msgid ""\nmsgstr "{field}\\n"\n')
    with pytest.raises(CatalogSyntaxError, match=r"uk\.po:1: syntax: found a damaged file"):
        read(tmp_path, PO)


def test_bytes_that_are_not_utf_8_are_refused_with_the_line(tmp_path: Path) -> None:
    """An old code page is the usual cause."""
    (tmp_path / PO).write_bytes(HEADER.encode() + 'msgid "a"\nmsgstr "Крок"\n'.encode("cp1251"))
    with pytest.raises(CatalogSyntaxError, match=r"uk\.po:7: syntax: found bytes that are not UTF-8"):
        read(tmp_path, PO)


def test_all_damaged_lines_are_reported_at_once(tmp_path: Path) -> None:
    """One run, one list."""
    save(tmp_path, HEADER + 'msgid "a\nmsgstr "б\n')
    with pytest.raises(CatalogSyntaxError) as caught:
        read(tmp_path, PO)
    assert [finding.line for finding in caught.value.findings] == [6, 7]


def test_file_that_says_the_same_is_not_written(tmp_path: Path) -> None:
    """Else every run would touch every catalog."""
    catalog = read(save(tmp_path, HEADER + '#: bot/app.py:17\nmsgid "a"\nmsgstr "а"\n'), PO).catalog
    assert [write(tmp_path / "new.po", catalog), write(tmp_path / "new.po", catalog)] == [True, False]


def test_sources_are_named_without_line_numbers(tmp_path: Path) -> None:
    """A new line of code must not change the catalogs."""
    catalog = read(save(tmp_path, HEADER + '#: bot/app.py:17\nmsgid "a"\nmsgstr "а"\n'), PO).catalog
    write(tmp_path / PO, catalog)
    text = (tmp_path / PO).read_text(encoding="utf-8")
    assert "#: bot/app.py\n" in text
    assert text.endswith('"а"\n')
