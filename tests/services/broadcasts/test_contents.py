"""What a receiver gets, in Python and in SQL alike."""

import pytest
from sqlmodel import col, select

from bot.database import Database
from bot.models import Broadcast, BroadcastReceiver, FileKind, Member
from bot.services.broadcasts.contents import content, received, shown_locale
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import IN_SERBIAN, IN_UKRAINIAN, change, confirmed, populate
from tests.conftest import NOW

TEXTS = {"en": "Room 7", "sr": "Соба 7", "hu": "7-es terem"}
READERS = [
    ("en", "en", "Room 7", False),
    ("hu", "hu", "7-es terem", False),
    ("sr", "sr", "Соба 7", False),
    ("sr_Latn", "sr", "Soba 7", False),
    ("uk", "en", "Room 7", True),
]


@pytest.mark.parametrize(("reader", "locale", "text", "is_fallback"), READERS)
def test_a_reader_gets_their_language_or_what_stands_in(
    reader: str, locale: str, text: str, *, is_fallback: bool
) -> None:
    found = content(Broadcast(created_at=NOW), TEXTS, reader)
    assert (found.locale, found.text, found.is_fallback) == (locale, text, is_fallback)


def test_another_language_can_stand_in_as_it_was_written() -> None:
    found = content(Broadcast(created_at=NOW, fallback_locale="sr"), {"sr": "Соба 7"}, "uk")
    assert (found.locale, found.text, found.is_fallback) == ("sr", "Соба 7", True)


def test_file_and_urgency_come_along() -> None:
    found = content(Broadcast(created_at=NOW, is_urgent=True, file_id="f", file_kind=FileKind.PHOTO), TEXTS, "en")
    assert (found.is_urgent, found.file_id, found.file_kind) == (True, "f", FileKind.PHOTO)


def test_without_any_text_there_is_none() -> None:
    assert content(Broadcast(created_at=NOW), {}, "en").text == ""


@pytest.mark.parametrize(("reader", "locale"), [(reader, locale) for reader, locale, *_ in READERS])
@pytest.mark.parametrize("column", ["locale", "client_locale"])
async def test_the_database_chooses_the_same(database: Database, reader: str, locale: str, column: str) -> None:
    await populate(database)
    await change(database, IN_SERBIAN, locale=None, client_locale=None)
    await change(database, IN_SERBIAN, **{column: reader})
    async with database.session() as session:
        query = select(shown_locale(TEXTS, "en")).where(col(Member.chat_id) == IN_SERBIAN)
        assert (await session.exec(query)).one() == locale


async def test_who_has_changed_their_language_meanwhile_gets_the_new_one_and_the_report_says_so(
    database: Database,
) -> None:
    people = await populate(database)
    await confirmed(database, FakeOutbox())
    async with database.session() as session:
        found = await received(session, 1, people[IN_UKRAINIAN], "sr")
        await session.commit()
    assert found is not None
    assert found.text == "Соба 7 је премештена."
    async with database.session() as session:
        its = BroadcastReceiver.member_id == people[IN_UKRAINIAN]
        assert (await session.exec(select(BroadcastReceiver.locale).where(its))).one() == "sr"


@pytest.mark.parametrize(("broadcast_id", "member_id"), [(1, 99), (2, 1)])
async def test_who_is_no_receiver_gets_nothing(database: Database, broadcast_id: int, member_id: int) -> None:
    await populate(database)
    await confirmed(database, FakeOutbox())
    async with database.session() as session:
        assert await received(session, broadcast_id, member_id, "en") is None
