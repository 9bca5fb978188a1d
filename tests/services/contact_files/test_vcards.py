"""Contact files as vCards, also other people's and hostile ones."""

from contextlib import suppress

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from bot.services.contact_columns import point_cells, unit_cells
from bot.services.contact_files import vcards
from bot.services.contact_files.tables import MAX_ROWS, FileProblemsError
from bot.services.contact_records import Labelled
from tests.contacts import point, unit

START, END = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A name\r\n", "END:VCARD\r\n"


def other(*lines: str) -> bytes:
    """Return a card as any address book writes it."""
    return (START + "".join(f"{line}\r\n" for line in lines) + END).encode()


def test_address_books_find_what_they_look_for() -> None:
    row = unit_cells(unit(parent="Police of the example")) | point_cells(
        point(duty_phones=(Labelled("+12025550199"),), emails=(Labelled("unit@example.org", "day"),))
    )
    card = vobject.readOne(vcards.card(row))
    assert card.fn.value == "Unit rs-unit of the example NCB"
    assert card.org.value == ["Police of the example", "Unit rs-unit of the example"]
    assert [tel.value for tel in card.tel_list] == ["+1 202-555-0199", "+1 202-555-0123"]
    assert [tel.params["TYPE"] for tel in card.tel_list] == [["WORK", "VOICE", "PREF"], ["WORK", "VOICE"]]
    assert card.email.value == "unit@example.org"


def test_of_other_peoples_cards_no_name_is_taken() -> None:
    (row,) = vcards.read(other("TEL;TYPE=WORK:+1 202 555 0123", "TEL:+1 202 555 0124", "EMAIL:a@example.org"))
    assert dict(row.cells) == {"phones": "+1 202 555 0123; +1 202 555 0124", "emails": "a@example.org"}


def test_cards_know_their_lines() -> None:
    assert [row.line for row in vcards.read(other("NOTE:x") + b"\r\n" + other("NOTE:y"))] == [1, 7]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "line 1: found no card", id="nothing"),
        pytest.param(b"\xff\xfe", "line 1: found bytes that are no UTF-8", id="bytes"),
        pytest.param(b"unit,name", "line 1: found text outside a card", id="another kind"),
        pytest.param(other() + b"x", "line 5: found text outside a card", id="text after a card"),
        pytest.param(START.encode(), "line 1: found a card without an end", id="no end"),
        pytest.param(other("BEGIN:VCARD", "END:VCARD"), "line 4: found a component inside", id="a card inside"),
        pytest.param(other("BEGIN:VALARM", "END:VALARM"), "line 4: found a component inside", id="an alarm inside"),
        pytest.param(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "line 1: found a component", id="a calendar"),
        pytest.param(other("no property"), "line 1: found a card that cannot be read", id="a line without a name"),
        pytest.param(other("TEL;=:1"), "line 1: found a card that cannot be read", id="a broken parameter"),
        pytest.param(other("PHOTO:QUJD"), "line 1: found PHOTO; expected what has a column", id="a photo"),
        pytest.param(other("X-ILECU-SECRET:1"), "line 1: found X-ILECU-SECRET", id="a column that is not there"),
        pytest.param(other("X-ILECU-UNIT:a", "X-ILECU-UNIT:b"), "line 1: found X-ILECU-UNIT twice", id="twice"),
        pytest.param(other("NOTE:" + "x" * 1001), "line 1: found a longer NOTE", id="a long value"),
        pytest.param(other(*["TEL:1"] * 300), "line 201: found a longer card", id="a long card"),
        pytest.param(b"BEGIN:VCARD\r\nEND:VCARD\r\n" * (MAX_ROWS + 1), "line 10001: found more cards", id="many cards"),
        pytest.param(
            other("NOTE;ENCODING=QUOTED-PRINTABLE:=41=\r\n=42"), "line 1: found a card that cannot be read", id="quoted"
        ),
        pytest.param(
            other("NOTE;ENCODING=b:!!!"), "line 1: found a card that cannot be read", id="text that is no base64"
        ),
    ],
)
def test_what_is_no_plain_card_is_explained(content: bytes, message: str) -> None:
    with pytest.raises(FileProblemsError) as caught:
        vcards.read(content)
    assert str(caught.value).startswith(message)


@given(st.text() | st.lists(st.sampled_from([START, END, "TEL", ";", ":", "=", "\r\n", " ", '"'])).map("".join))
def test_anything_is_read_or_refused(text: str) -> None:
    with suppress(FileProblemsError):
        assert vcards.read(text.encode("utf-8", "replace"))
