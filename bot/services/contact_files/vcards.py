"""Contact files as vCards (version 3.0): one card a contact point, or a unit that has none.

Phones, e-mail addresses and the name of the unit stand where every address book looks for them. All columns stand in
`X-ILECU-…` too, in the notation of the other files, and only these are read again. Of other people's cards phones,
e-mail addresses and notes are taken; which contact point they are of has to be said beside.
"""

from collections.abc import Iterable, Mapping

import vobject
from vobject.base import Component, ContentLine, VObjectError

from bot.services import contact_cells as cells
from bot.services.contact_columns import COLUMNS, FUNCTION, LABEL
from bot.services.contact_files.tables import (
    MAX_CELL,
    MAX_ROWS,
    FileProblemsError,
    Problem,
    Row,
    check_size,
    refuse,
)

OWN = "X-ILECU-"
MAX_LINES_OF_CARD = 200
FRAME = frozenset({"BEGIN", "END", "VERSION", "PRODID", "UID", "REV"})
PLAIN = {"phones": "TEL", "emails": "EMAIL", "notes": "NOTE"}
"""What is taken of cards that are not ours, by column."""
REPEATED = frozenset({"FN", "N", "ORG", "TITLE", *PLAIN.values()})
"""What repeats our own properties, or names who the file is about."""
WORK, DUTY = ["WORK", "VOICE"], ["WORK", "VOICE", "PREF"]


def write(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return a file with a card a row."""
    return "".join(card(row) for row in rows).encode()


def card(row: Mapping[str, str]) -> str:
    """Return the card of a row with all that it says, with line ends as vCard wants them."""
    made = _address_card(row)
    for column in COLUMNS:
        if row.get(column):
            made.add(_property(column)).value = row[column]
    return str(made.serialize())


def saved_card(row: Mapping[str, str]) -> str:
    """Return the card that a person keeps: name, phones and e-mail addresses, and nothing of how we keep it."""
    return str(_address_card(row).serialize())


def _address_card(row: Mapping[str, str]) -> Component:
    """Return a card with what every address book knows."""
    made = vobject.vCard()
    name = " ".join(filter(None, (row["name"], row.get(FUNCTION, "").upper(), row.get(LABEL, ""))))
    made.add("fn").value = name
    made.add("n").value = vobject.vcard.Name(family=name)
    made.add("org").value = list(filter(None, (row.get("parent", ""), row["name"])))
    for column, types in (("duty_phones", DUTY), ("phones", WORK)):
        for phone in _values(row.get(column, "")):
            _add(made, "tel", phone, types)
    for email in _values(row.get("emails", "")):
        _add(made, "email", email, ["WORK", "INTERNET"])
    return made


def read(content: bytes) -> list[Row]:
    """Return a row for each card.

    Raises:
        FileProblemsError: it is no such file, or a card holds what has no column.
    """
    check_size(len(content))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(1, "found bytes that are no UTF-8; expected vCard 3.0 in UTF-8") from None
    found = [_row(line, source) for line, source in _cards(text)]
    problems = [problem for _, more in found for problem in more]
    if problems:
        raise FileProblemsError(problems)
    if not found:
        raise refuse(1, "found no card; expected BEGIN:VCARD")
    return [row for row, _ in found]


def _cards(text: str) -> list[tuple[int, str]]:
    """Return each card's source and the line on which it begins; nothing may stand between cards or inside others."""
    found: list[tuple[int, list[str]]] = []
    is_open = False
    for number, line in enumerate(text.splitlines(), start=1):
        word = line.strip().upper()
        if word.startswith("BEGIN:") and (is_open or word != "BEGIN:VCARD"):
            raise refuse(number, "found a component inside or beside a card; expected cards one after the other")
        if word == "BEGIN:VCARD":
            is_open = True
            found.append((number, []))
        elif word and not is_open:
            raise refuse(number, "found text outside a card; expected BEGIN:VCARD")
        if is_open:
            found[-1][1].append(line)
            is_open = word != "END:VCARD"
        _check_limits(number, found)
    if is_open:
        raise refuse(found[-1][0], "found a card without an end; expected END:VCARD")
    return [(number, "\r\n".join(lines) + "\r\n") for number, lines in found]


def _check_limits(number: int, found: list[tuple[int, list[str]]]) -> None:
    if found and len(found[-1][1]) > MAX_LINES_OF_CARD:
        raise refuse(number, f"found a longer card; expected at most {MAX_LINES_OF_CARD} lines")
    if len(found) > MAX_ROWS:
        raise refuse(number, f"found more cards; expected at most {MAX_ROWS}")


def _row(line: int, source: str) -> tuple[Row, list[Problem]]:
    """Return the row of a card, and what is wrong with it."""
    try:
        lines = _text_lines(vobject.readOne(source, transform=False))
    except (VObjectError, ValueError, KeyError, UnicodeError, AttributeError, TypeError, StopIteration):
        return Row(line, {}), [Problem(line, "", "found a card that cannot be read; expected vCard 3.0")]
    own = [(name, value) for name, value in lines if name.startswith(OWN)]
    read_row = _own_cells(own) if own else _plain_cells(lines)
    return Row(line, read_row), _problems(line, lines, is_own=bool(own))


def _text_lines(component: Component) -> list[tuple[str, str]]:
    """Return (name, value) of each property.

    Raises:
        ValueError: a value was packed bytes and no text.
    """
    lines = [(child.name, child.value) for child in component.getChildren() if child.name not in FRAME]
    if not all(isinstance(value, str) for _, value in lines):
        raise ValueError("found bytes; expected text")
    return [(name, value.strip()) for name, value in lines]


def _own_cells(lines: list[tuple[str, str]]) -> dict[str, str]:
    """Return the cells of a card of ours, which has all columns: what it leaves out is empty."""
    values = dict(lines)
    return {column: values.get(_property(column), "") for column in COLUMNS}


def _plain_cells(lines: list[tuple[str, str]]) -> dict[str, str]:
    """Return the cells of any other card; names are left out, they may be a person's."""
    return {
        column: "; ".join(value for name, value in lines if name == taken)
        for column, taken in PLAIN.items()
        if any(name == taken for name, _ in lines)
    }


def _problems(line: int, lines: list[tuple[str, str]], *, is_own: bool) -> list[Problem]:
    """Return what would be lost of a card."""
    names = [name for name, _ in lines]
    known = {_property(column) for column in COLUMNS} if is_own else {*PLAIN.values()}
    unknown = sorted({name for name in names if name not in known | REPEATED})
    problems = [Problem(line, "", f"found {name[: cells.SHOWN]}; expected what has a column") for name in unknown]
    twice = sorted({name for name in names if is_own and name in known and names.count(name) > 1})
    problems += [Problem(line, "", f"found {name} twice; expected it once") for name in twice]
    long = (name for name, value in lines if name in known and len(value) > MAX_CELL)
    return problems + [Problem(line, "", f"found a longer {name}; expected {MAX_CELL} characters") for name in long]


def _property(column: str) -> str:
    """Return the name of the property that holds a column."""
    return f"{OWN}{column.replace('_', '-')}".upper()


def _values(cell: str) -> list[str]:
    """Return the addresses of a cell without the words in brackets."""
    return [part.partition("(")[0].strip() for part in cell.split(";") if part.strip()]


def _add(made: Component, name: str, value: str, types: list[str]) -> None:
    line: ContentLine = made.add(name)
    line.value = value
    line.type_param = types
