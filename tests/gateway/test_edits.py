"""Editing, deleting and reacting."""

import datetime as dt

import pytest

from bot.gateway.methods.edits import NOT_MODIFIED
from bot.gateway.personas import Persona
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, Api, RefusedError

KEYBOARD = {"inline_keyboard": [[{"text": "Steps", "callback_data": "s"}]]}


@pytest.fixture
async def card(api: Api, officer: Persona) -> dict[str, int]:
    """Return chat_id and message_id of a text with a keyboard, sent by the bot."""
    message = await api("sendMessage", chat_id=OFFICER, text="<b>x</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    return {"chat_id": OFFICER, "message_id": message["message_id"]}


async def refusal(api: Api, method: str, **parameters: object) -> str:
    """Return the description of the 400 that a request meets."""
    with pytest.raises(RefusedError) as refused:
        await api(method, **parameters)
    assert refused.value.code == 400
    return refused.value.description


async def test_an_edit_changes_the_message_in_its_place(api: Api, officer: Persona, card: dict[str, int]) -> None:
    await api("editMessageText", **card, text="y", reply_markup=KEYBOARD)
    assert [message["text"] for message in officer.messages()] == ["/start", "y"]


async def test_an_edit_leaves_an_edit_date(api: Api, world: World, card: dict[str, int]) -> None:
    world.clock.advance(dt.timedelta(hours=1))
    changed = await api("editMessageText", **card, text="y")
    assert changed["edit_date"] - changed["date"] == 3600


async def test_an_edit_without_a_keyboard_removes_it(api: Api, card: dict[str, int]) -> None:
    assert "reply_markup" not in await api("editMessageText", **card, text="y")


async def test_an_edit_that_changes_nothing_is_refused(api: Api, card: dict[str, int]) -> None:
    """Server source: message is not modified."""
    same = {"text": "<b>x</b>", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    assert await refusal(api, "editMessageText", **card, **same) == f"Bad Request: {NOT_MODIFIED}"


async def test_a_keyboard_edit_that_changes_nothing_is_refused(api: Api, card: dict[str, int]) -> None:
    """Server source: message is not modified."""
    found = await refusal(api, "editMessageReplyMarkup", **card, reply_markup=KEYBOARD)
    assert found == f"Bad Request: {NOT_MODIFIED}"


async def test_other_formatting_of_the_same_text_is_a_change(api: Api, card: dict[str, int]) -> None:
    changed = await api("editMessageText", **card, text="<i>x</i>", parse_mode="HTML", reply_markup=KEYBOARD)
    assert changed["entities"][0]["type"] == "italic"


async def test_a_keyboard_can_be_taken_away_alone(api: Api, card: dict[str, int]) -> None:
    changed = await api("editMessageReplyMarkup", **card)
    assert (changed["text"], "reply_markup" in changed) == ("x", False)


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"chat_id": OFFICER, "message_id": 99}, "Bad Request: message to edit not found"),
        ({"chat_id": OFFICER}, "Bad Request: message identifier is not specified"),
        ({"message_id": 1}, "Bad Request: chat_id is empty"),
        ({"chat_id": OFFICER, "message_id": 1}, "Bad Request: message can't be edited"),
        ({"inline_message_id": "x"}, "Bad Request: MESSAGE_ID_INVALID"),
    ],
    ids=["unknown", "no message", "no chat", "of somebody else", "unknown inline message"],
)
async def test_only_a_known_message_of_the_bot_can_be_edited(
    api: Api, card: dict[str, int], parameters: dict[str, object], description: str
) -> None:
    assert await refusal(api, "editMessageText", **parameters, text="y") == description


async def test_a_text_has_no_caption(api: Api, card: dict[str, int]) -> None:
    found = await refusal(api, "editMessageCaption", **card, caption="y")
    assert found == "Bad Request: there is no caption in the message to edit"


async def test_a_document_has_no_text(api: Api, officer: Persona) -> None:
    sent = await api.upload("sendDocument", "document", ("visit.ics", b"BEGIN"), chat_id=str(OFFICER))
    found = await refusal(api, "editMessageText", chat_id=OFFICER, message_id=sent["message_id"], text="y")
    assert found == "Bad Request: there is no text in the message to edit"


async def test_a_caption_can_be_changed(api: Api, officer: Persona) -> None:
    sent = await api.upload("sendDocument", "document", ("visit.ics", b"BEGIN"), chat_id=str(OFFICER), caption="old")
    changed = await api("editMessageCaption", chat_id=OFFICER, message_id=sent["message_id"], caption="new")
    assert (changed["caption"], changed["document"]["file_name"]) == ("new", "visit.ics")


async def test_a_deleted_message_is_gone_for_the_person_too(api: Api, officer: Persona, card: dict[str, int]) -> None:
    assert await api("deleteMessage", **card) is True
    assert [message["text"] for message in officer.messages()] == ["/start"]


async def test_an_unknown_message_cannot_be_deleted(api: Api, officer: Persona) -> None:
    """Server source: message to delete not found."""
    found = await refusal(api, "deleteMessage", chat_id=OFFICER, message_id=99)
    assert found == "Bad Request: message to delete not found"


async def test_a_message_can_be_deleted_for_48_hours(api: Api, world: World, card: dict[str, int]) -> None:
    """Bot API, deleteMessage: only if it was sent less than 48 hours ago."""
    world.clock.advance(dt.timedelta(hours=47, minutes=59))
    assert await api("deleteMessage", **card) is True


async def test_a_message_of_48_hours_cannot_be_deleted(api: Api, world: World, card: dict[str, int]) -> None:
    """Bot API, deleteMessage: only if it was sent less than 48 hours ago."""
    world.clock.advance(dt.timedelta(hours=48))
    assert await refusal(api, "deleteMessage", **card) == "Bad Request: message can't be deleted"


async def test_incoming_messages_can_be_deleted_in_private_chats(api: Api, officer: Persona) -> None:
    """Bot API, deleteMessage: bots can delete incoming messages in private chats."""
    found = officer.say("AB123456")
    assert await api("deleteMessage", chat_id=OFFICER, message_id=found["message_id"]) is True


async def test_in_a_group_a_plain_member_cannot_delete_what_others_wrote(api: Api, officer: Persona) -> None:
    """Bot API, deleteMessage: needs to be an administrator."""
    found = officer.say("/help", GROUP)
    description = await refusal(api, "deleteMessage", chat_id=GROUP, message_id=found["message_id"])
    assert description == "Bad Request: message can't be deleted"


async def test_several_are_deleted_and_the_unknown_passed_over(
    api: Api, officer: Persona, card: dict[str, int]
) -> None:
    await api("deleteMessages", chat_id=OFFICER, message_ids=[card["message_id"], 99])
    assert len(officer.messages()) == 1


async def test_a_reaction_is_shown_at_the_message(api: Api, officer: Persona, card: dict[str, int]) -> None:
    thumb = [{"type": "emoji", "emoji": "👍"}]
    await api("setMessageReaction", **card, reaction=thumb)
    assert officer.messages()[-1]["reactions"] == thumb


async def test_a_reaction_can_be_taken_back(api: Api, officer: Persona, card: dict[str, int]) -> None:
    await api("setMessageReaction", **card, reaction=[{"type": "emoji", "emoji": "👍"}])
    await api("setMessageReaction", **card, reaction=[])
    assert "reactions" not in officer.messages()[-1]


@pytest.mark.parametrize(
    ("reactions", "description"),
    [(["🚓"], "Bad Request: REACTION_INVALID"), (["👍", "👎"], "Bad Request: REACTIONS_TOO_MANY")],
    ids=["not on offer", "two"],
)
async def test_a_bot_has_one_reaction_of_those_on_offer(
    api: Api, card: dict[str, int], reactions: list[str], description: str
) -> None:
    given = [{"type": "emoji", "emoji": emoji} for emoji in reactions]
    assert await refusal(api, "setMessageReaction", **card, reaction=given) == description
