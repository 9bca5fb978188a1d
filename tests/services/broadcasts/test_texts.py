"""Texts of a draft: what is refused, what must be cleared, what a file changes."""

from collections.abc import AsyncIterator

import pytest

from bot.database import Database
from bot.models import FileKind
from bot.services.broadcasts import texts
from bot.services.broadcasts.contents import texts_of
from bot.services.broadcasts.desk import Desk
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.broadcasts.texts import MAX_CAPTION, MAX_TEXT, File
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import NETWORK, SECOND, desk_of, drafted, populate, read

PHONE = "Call the venue: +36 1 555 0123"
FILE = File("file-1", FileKind.DOCUMENT, "n" * 200)


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    """A coordinator of the network with members to address."""
    await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        yield desk


async def test_a_text_replaces_the_one_before(desk: Desk) -> None:
    draft = await drafted(desk, en=" One. ")
    assert [text.text for text in (await texts_of(desk.session, draft)).values()] == ["One."]
    await texts.write(desk.session, desk.actor, draft, "en", "Two.")
    assert [text.text for text in (await texts_of(desk.session, draft)).values()] == ["Two."]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param(" \n", Refusal.TEXT_EMPTY, id="nothing but blanks"),
        pytest.param("x" * (MAX_TEXT + 1), Refusal.TEXT_TOO_LONG, id="more than a message holds"),
        pytest.param("љ" * (MAX_TEXT // 2 + 1), Refusal.TEXT_TOO_LONG, id="too long once it is in Latin letters"),
    ],
)
async def test_what_makes_no_message_is_refused(desk: Desk, text: str, refusal: Refusal) -> None:
    draft = await drafted(desk)
    with pytest.raises(BroadcastError) as caught:
        await texts.write(desk.session, desk.actor, draft, "sr", text)
    assert caught.value.refusal is refusal
    assert await texts_of(desk.session, draft) == {}


async def test_the_longest_text_is_taken(desk: Desk) -> None:
    draft = await drafted(desk, en="x" * MAX_TEXT)
    assert list(await texts_of(desk.session, draft)) == ["en"]


async def test_what_looks_like_personal_data_waits_for_the_author(desk: Desk) -> None:
    draft = await drafted(desk, en=PHONE, hu="Semmi.")
    assert {locale: text.is_cleared for locale, text in (await texts_of(desk.session, draft)).items()} == {
        "en": False,
        "hu": True,
    }
    await texts.clear(desk.session, desk.actor, draft, "en")
    desk.session.expire_all()
    assert (await texts_of(desk.session, draft))["en"].is_cleared


async def test_a_cleared_text_that_is_changed_must_be_cleared_again(desk: Desk) -> None:
    draft = await drafted(desk, en=PHONE)
    await texts.clear(desk.session, desk.actor, draft, "en")
    assert not (await texts.write(desk.session, desk.actor, draft, "en", f"{PHONE}!")).is_cleared


async def test_english_stands_in_again_when_the_text_that_did_is_dropped(desk: Desk) -> None:
    draft = await drafted(desk, en="One.", sr="Један.")
    await texts.stand_in(desk.session, desk.actor, draft, "sr")
    assert (await read(desk.session, draft)).fallback_locale == "sr"
    await texts.drop_text(desk.session, desk.actor, draft, "sr")
    assert (await read(desk.session, draft)).fallback_locale == "en"


async def test_only_a_text_that_is_there_can_stand_in(desk: Desk) -> None:
    draft = await drafted(desk, en="One.")
    with pytest.raises(BroadcastError) as caught:
        await texts.stand_in(desk.session, desk.actor, draft, "sr")
    assert caught.value.refusal is Refusal.GONE


async def test_a_file_shortens_what_may_be_written(desk: Desk) -> None:
    draft = await drafted(desk, en="x" * MAX_CAPTION)
    await texts.attach(desk.session, desk.actor, draft, FILE)
    broadcast = await read(desk.session, draft)
    assert (broadcast.file_id, broadcast.file_kind, len(broadcast.file_name or "")) == (
        "file-1",
        FileKind.DOCUMENT,
        120,
    )
    with pytest.raises(BroadcastError) as caught:
        await texts.write(desk.session, desk.actor, draft, "en", "x" * (MAX_CAPTION + 1))
    assert (caught.value.refusal, caught.value.limit) == (Refusal.TEXT_TOO_LONG, MAX_CAPTION)


async def test_a_file_below_which_a_text_has_no_room_is_refused(desk: Desk) -> None:
    draft = await drafted(desk, en="x" * (MAX_CAPTION + 1))
    with pytest.raises(BroadcastError) as caught:
        await texts.attach(desk.session, desk.actor, draft, FILE)
    assert caught.value.refusal is Refusal.TEXTS_TOO_LONG_FOR_FILE


async def test_a_file_can_be_taken_off(desk: Desk) -> None:
    draft = await drafted(desk, en="One.")
    await texts.attach(desk.session, desk.actor, draft, FILE)
    await texts.attach(desk.session, desk.actor, draft, None)
    broadcast = await read(desk.session, draft)
    assert (broadcast.file_id, broadcast.file_kind, broadcast.file_name) == (None, None, None)


async def test_nobody_writes_into_the_draft_of_another(database: Database, desk: Desk) -> None:
    draft = await drafted(desk, en="One.")
    await desk.session.commit()
    async with desk_of(database, FakeOutbox(), SECOND) as other:
        with pytest.raises(BroadcastError) as caught:
            await texts.write(other.session, other.actor, draft, "en", "Two.")
    assert caught.value.refusal is Refusal.GONE
