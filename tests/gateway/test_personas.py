"""What a person's client lets them do, and what not."""

import asyncio

import pytest

from bot.gateway.cast import CAST
from bot.gateway.files import Upload
from bot.gateway.personas import Persona, PersonaError
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, Api, png

ADMINISTRATOR = 555_006


def test_there_is_no_persona_that_is_not_in_the_cast(world: World) -> None:
    with pytest.raises(PersonaError, match="no persona 'nobody'; there are officer-tbilisi"):
        Persona(world, "nobody")


@pytest.mark.parametrize("profile", CAST, ids=lambda profile: profile.key)
def test_the_private_chat_of_a_person_bears_their_id(world: World, profile: object) -> None:
    key = profile.key  # type: ignore[attr-defined]  # pytest's ids want a plain object
    persona = Persona(world, key)
    assert persona.private_chat.chat_id == persona.user_id > 0


def test_a_stranger_has_only_the_chat_with_the_bot(world: World) -> None:
    assert [chat.fields["type"] for chat in Persona(world, "stranger").chats()] == ["private"]


def test_the_chat_with_the_newest_message_comes_first(world: World, officer: Persona) -> None:
    officer.say("hello", GROUP)
    assert [chat.chat_id for chat in officer.chats()] == [GROUP, OFFICER]


def test_nobody_reads_a_chat_of_others(world: World, officer: Persona) -> None:
    with pytest.raises(PersonaError, match="stranger is in no chat 555001"):
        Persona(world, "stranger").messages(OFFICER)


@pytest.mark.parametrize("text", ["", " \n", "x" * 4097])
def test_a_text_has_1_to_4096_characters(officer: Persona, text: str) -> None:
    with pytest.raises(PersonaError, match="a message has 1 to 4096"):
        officer.say(text)


def test_only_ones_own_texts_can_be_edited(world: World, officer: Persona) -> None:
    said = Persona(world, "officer-belgrade").say("hello", GROUP)
    with pytest.raises(PersonaError, match="is no text of officer-tbilisi"):
        officer.edit(said, "goodbye")


@pytest.mark.parametrize(
    ("payload", "is_accepted"), [("a_red-notice", True), ("x" * 64, True), ("x" * 65, False), ("a b", False)]
)
def test_a_deep_link_passes_on_64_plain_characters(officer: Persona, payload: str, is_accepted: bool) -> None:
    """Bot features, deep linking: up to 64 of A-Z a-z 0-9 _ -."""
    if is_accepted:
        assert officer.start(payload)["text"] == f"/start {payload}"
    else:
        with pytest.raises(PersonaError, match="a start payload has at most 64"):
            officer.start(payload)


def test_who_blocked_the_bot_must_unblock_it_to_write(officer: Persona) -> None:
    officer.block()
    with pytest.raises(PersonaError, match="the bot is blocked"):
        officer.say("hello")
    officer.unblock()
    assert officer.say("hello")


def test_unread_messages_are_those_of_others_since_the_last_reading(world: World, officer: Persona) -> None:
    colleague = Persona(world, "officer-belgrade")
    colleague.say("one", GROUP)
    officer.say("two", GROUP)
    assert (officer.chat(GROUP).unread(officer.user_id), colleague.chat(GROUP).unread(colleague.user_id)) == (1, 1)
    officer.read(GROUP)
    assert officer.chat(GROUP).unread(officer.user_id) == 0


@pytest.mark.parametrize("kind", ["document", "voice", "sticker"])
async def test_files_of_each_kind_reach_the_bot(api: Api, officer: Persona, kind: str) -> None:
    officer.send_file(Upload("case.bin", "application/octet-stream", b"x"), kind)
    (update,) = await api.updates()
    assert update["message"][kind]["file_size"] == 1


async def test_a_photo_reaches_the_bot_with_its_caption(api: Api, officer: Persona) -> None:
    officer.send_file(Upload("case.png", "image/png", png(8, 6)), "photo", "the plate")
    (update,) = await api.updates()
    assert (update["message"]["photo"][0]["width"], update["message"]["caption"]) == (8, "the plate")


@pytest.mark.parametrize(
    ("kind", "caption", "reason"),
    [("video", "", "unknown kind of file 'video'"), ("document", "x" * 1025, "caption of 1025 characters")],
)
def test_files_that_the_client_does_not_send(officer: Persona, kind: str, caption: str, reason: str) -> None:
    with pytest.raises(PersonaError, match=reason):
        officer.send_file(Upload("case.bin", "application/octet-stream", b"x"), kind, caption)


async def test_a_shared_contact_reaches_the_bot_with_its_vcard(api: Api, officer: Persona) -> None:
    officer.share_contact("+995 555 0100", "Duty desk", "BEGIN:VCARD")
    (update,) = await api.updates()
    contact = {"phone_number": "+995 555 0100", "first_name": "Duty desk", "vcard": "BEGIN:VCARD"}
    assert update["message"]["contact"] == contact


async def test_a_shared_location_reaches_the_bot(api: Api, officer: Persona) -> None:
    officer.share_location(41.7, 44.8)
    (update,) = await api.updates()
    assert update["message"]["location"] == {"latitude": 41.7, "longitude": 44.8}


async def test_an_inline_query_says_where_it_was_typed(api: Api, world: World, officer: Persona) -> None:
    asked = asyncio.ensure_future(officer.inline("red", chat_type="group"))
    (update,) = await world.updates.poll(0, 1, 10)
    assert (update.payload["query"], update.payload["chat_type"]) == ("red", "group")
    asked.cancel()


def test_an_invited_colleague_sees_the_group(world: World) -> None:
    Persona(world, "coordinator-budapest").invite(ADMINISTRATOR, GROUP)
    assert GROUP in [chat.chat_id for chat in Persona(world, "administrator").chats()]


@pytest.mark.parametrize("user_id", [1, OFFICER], ids=["unknown", "there already"])
def test_only_somebody_known_and_absent_is_invited(world: World, user_id: int) -> None:
    with pytest.raises(PersonaError, match="is unknown, or in the group already"):
        Persona(world, "coordinator-budapest").invite(user_id, GROUP)


def test_only_the_owner_takes_others_out_of_a_group(world: World, officer: Persona) -> None:
    with pytest.raises(PersonaError, match="only the group's owner"):
        officer.remove(555_002, GROUP)
    Persona(world, "coordinator-budapest").remove(OFFICER, GROUP)
    assert OFFICER not in world.chat(GROUP).present()


def test_everyone_may_leave_a_group(world: World, officer: Persona) -> None:
    officer.remove(OFFICER, GROUP)
    assert world.chat(GROUP).members[OFFICER] == "left"


@pytest.mark.parametrize(
    ("user_id", "chat_id", "reason"), [(1, GROUP, "is not in the group"), (1, OFFICER, "not a group")]
)
def test_nobody_is_taken_out_of_where_they_are_not(officer: Persona, user_id: int, chat_id: int, reason: str) -> None:
    with pytest.raises(PersonaError, match=reason):
        officer.remove(user_id, chat_id)


async def test_members_are_described_by_their_status(api: Api, world: World, officer: Persona) -> None:
    """Bot API, ChatMember."""
    statuses = [
        (await api("getChatMember", chat_id=GROUP, user_id=user_id))["status"]
        for user_id in (555_004, OFFICER, world.bot_id, ADMINISTRATOR)
    ]
    assert statuses == ["creator", "member", "member", "left"]


async def test_an_unknown_user_is_no_member(api: Api) -> None:
    reply = await api.client.get(api.path("getChatMember"), params={"chat_id": GROUP, "user_id": 1})
    assert reply.json()["description"] == "Bad Request: PARTICIPANT_ID_INVALID"


async def test_a_group_tells_its_size_and_its_administrators(api: Api) -> None:
    assert await api("getChatMemberCount", chat_id=GROUP) == 6
    assert [member["user"]["id"] for member in await api("getChatAdministrators", chat_id=GROUP)] == [555_004]
