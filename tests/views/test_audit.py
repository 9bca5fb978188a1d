"""The audit log on the screen."""

import datetime as dt
import gettext
from dataclasses import dataclass
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks import Route
from bot.i18n import Languages, Translator
from bot.models import AuditRecord
from bot.models.audit import Action
from bot.services.audit import CLI, SYSTEM, Listing, pseudonym
from bot.views import View, audit
from bot.views.audit_actions import action_name
from tests.conftest import NOW
from tests.views.telegram import accept
from tests.views.test_all import LOCALES

ENGLISH = Translator("en", gettext.NullTranslations())
TBILISI = ZoneInfo("Asia/Tbilisi")
MEMBER = pseudonym(7, b"a key of the tests")


@dataclass(frozen=True)
class Turn(Route):
    """A page of the log."""

    prefix: ClassVar[str] = "turn"
    before: int | None


def record(sequence: int, **fields: object) -> AuditRecord:
    """Return a record; keyword arguments replace fields."""
    made = AuditRecord(
        sequence=sequence,
        at=NOW,
        actor=MEMBER,
        action=Action.ROLE_GRANTED,
        object="unit:hu-ilecu",
        details="{}",
        previous_hash="0" * 64,
        hash="f" * 64,
    )
    return made.model_copy(update=fields)


def page(newest: int, before: int | None, oldest: int = 1) -> View:
    """Return the page that `latest` gives for a log whose records have the numbers from `oldest` to `newest`."""
    last = newest if before is None else min(newest, before - 1)
    numbers = range(last, max(last - audit.PAGE_SIZE, oldest - 1), -1)
    return audit.log(Listing(tuple(map(record, numbers)), oldest, newest), TBILISI, Turn, ENGLISH)


def entry(**fields: object) -> list[str]:
    """Return the lines of a record as they are read."""
    view = audit.log(Listing((record(7, **fields),), 7, 7), TBILISI, Turn, ENGLISH)
    return accept(view)[0].split("\n\n")[-1].splitlines()


def turns(view: View) -> list[tuple[str, int | None]]:
    """Return the buttons with the page they lead to."""
    buttons = [button for row in view.rows for button in row]
    return [(button.label, button.target.before) for button in buttons if isinstance(button.target, Turn)]


def test_a_record_says_what_when_by_whom_and_to_what() -> None:
    assert entry(details='{"role":"curator"}') == [
        "7. Role granted",
        "24 November 2026, 13:00:00",
        f"By: {MEMBER}",
        "unit:hu-ilecu",
        '{"role":"curator"}',
    ]


def test_no_details_take_no_line() -> None:
    assert entry()[-1] == "unit:hu-ilecu"


def test_times_are_those_of_the_reader_also_over_midnight() -> None:
    assert entry(at=dt.datetime(2026, 11, 24, 21, 30, 5, tzinfo=dt.UTC))[1] == "25 November 2026, 01:30:05"
    assert "Times are those of Asia/Tbilisi." in page(5, None).blocks[1]


@pytest.mark.parametrize(("actor", "name"), [(CLI, "command line"), (SYSTEM, "the assistant itself")])
def test_actors_who_are_no_member_have_names(actor: str, name: str) -> None:
    assert entry(actor=actor)[2] == f"By: {name}"


def test_what_was_tampered_with_is_shown_as_it_is() -> None:
    assert entry(actor="<b>", object="a&b", details="{")[2:] == ["By: <b>", "a&b", "{"]


def test_an_empty_log_can_be_shown() -> None:
    view = audit.log(Listing((), 1, 0), TBILISI, Turn, ENGLISH)
    assert accept(view) == ["Audit log\n\nNothing is recorded here."]
    assert view.rows == ()


def test_a_page_says_which_records_it_shows() -> None:
    assert page(25, 16).blocks[1].startswith("Records 6 to 15 of 25, newest first.")
    assert len(page(25, 16).blocks) == 2 + audit.PAGE_SIZE


@pytest.mark.parametrize(
    ("newest", "before", "oldest", "expected"),
    [
        pytest.param(10, None, 1, [], id="one page"),
        pytest.param(25, None, 1, [("Older ›", 16)], id="first of three"),
        pytest.param(25, 16, 1, [("‹ Newer", None), ("Older ›", 6)], id="second"),
        pytest.param(25, 6, 1, [("‹ Newer", 16)], id="last"),
        pytest.param(27, 16, 1, [("‹ Newer", 26), ("Older ›", 6)], id="two more came meanwhile"),
        pytest.param(25, 16, 6, [("‹ Newer", None)], id="what was older is deleted"),
    ],
)
def test_a_page_leads_to_its_neighbours(
    newest: int, before: int | None, oldest: int, expected: list[tuple[str, int | None]]
) -> None:
    assert turns(page(newest, before, oldest)) == expected


@pytest.mark.parametrize("locale", LOCALES)
def test_every_action_has_a_name_that_telegram_takes(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    names = [action_name(action, translator) for action in Action]
    assert len(set(names)) == len(Action)
    records = tuple(record(number, action=action) for number, action in enumerate(Action, start=1))
    (text,) = accept(audit.log(Listing(records[::-1], 1, len(records)), TBILISI, Turn, translator))
    assert all(name in text for name in names)
