"""Sending: what arrives in the chat, what the bot gets back, and to whom it may write at all."""

import pytest

from bot.gateway.personas import Persona
from bot.gateway.world import World
from tests.gateway.client import COLLEAGUE, GROUP, OFFICER, STRANGER, Api, RefusedError, heard


async def refusal(api: Api, method: str, **parameters: object) -> tuple[int, str]:
    """Return code and description of the error that a request meets."""
    with pytest.raises(RefusedError) as refused:
        await api(method, **parameters)
    return refused.value.code, refused.value.description


async def test_a_text_arrives_formatted_and_without_markup(api: Api, officer: Persona) -> None:
    await api("sendMessage", chat_id=OFFICER, text="<b>Red notice</b>", parse_mode="HTML")
    message = officer.messages()[-1]
    assert (message["text"], message["entities"]) == ("Red notice", [{"type": "bold", "offset": 0, "length": 10}])


async def test_a_message_comes_from_the_bot_at_the_time_of_the_clock(api: Api, world: World, officer: Persona) -> None:
    message = await api("sendMessage", chat_id=OFFICER, text="x")
    assert (message["from"], message["date"]) == (world.bot, world.clock.timestamp())


async def test_message_numbers_rise(api: Api, officer: Persona) -> None:
    first = await api("sendMessage", chat_id=OFFICER, text="x")
    second = await api("sendMessage", chat_id=OFFICER, text="x")
    assert second["message_id"] > first["message_id"]


async def test_a_reply_shows_what_it_replies_to(api: Api, officer: Persona) -> None:
    question = officer.say("hit?")
    reply = await api("sendMessage", chat_id=OFFICER, text="x", reply_parameters={"message_id": question["message_id"]})
    assert reply["reply_to_message"]["text"] == "hit?"


async def test_a_reply_to_nothing_is_refused(api: Api, officer: Persona) -> None:
    """Server source: the error table."""
    found = await refusal(api, "sendMessage", chat_id=OFFICER, text="x", reply_parameters={"message_id": 99})
    assert found == (400, "Bad Request: message to be replied not found")


async def test_a_reply_to_nothing_is_sent_where_the_bot_allows_it(api: Api, officer: Persona) -> None:
    wanted = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api("sendMessage", chat_id=OFFICER, text="x", reply_parameters=wanted)


async def test_the_bot_gets_its_inline_keyboard_back_and_the_person_sees_it(api: Api, officer: Persona) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Steps", "callback_data": "s"}]]}
    message = await api("sendMessage", chat_id=OFFICER, text="x", reply_markup=keyboard)
    assert message["reply_markup"] == officer.messages()[-1]["reply_markup"] == keyboard


async def test_a_reply_keyboard_is_for_the_persons_client_only(api: Api, officer: Persona) -> None:
    keyboard = {"keyboard": [[{"text": "Yes"}]]}
    message = await api("sendMessage", chat_id=OFFICER, text="x", reply_markup=keyboard)
    assert "reply_markup" not in message
    assert officer.messages()[-1]["reply_markup"] == keyboard


async def test_an_unknown_chat_is_not_found(api: Api) -> None:
    """Server source: chat not found."""
    assert await refusal(api, "sendMessage", chat_id=1, text="x") == (400, "Bad Request: chat not found")


async def test_a_channel_name_is_not_found(api: Api) -> None:
    assert await refusal(api, "sendMessage", chat_id="@example", text="x") == (400, "Bad Request: chat not found")


async def test_somebody_who_never_met_the_bot_is_not_found(api: Api) -> None:
    """Server source: a never seen user is no known chat."""
    assert await refusal(api, "sendMessage", chat_id=STRANGER, text="x") == (400, "Bad Request: chat not found")


async def test_a_bot_cannot_begin_a_conversation_with_a_member_of_its_group(api: Api) -> None:
    """TDLib source: the user never pressed Start."""
    found = await refusal(api, "sendMessage", chat_id=COLLEAGUE, text="x")
    assert found == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_who_blocked_the_bot_gets_nothing(api: Api, officer: Persona) -> None:
    """Server source: bot was blocked by the user."""
    officer.block()
    found = await refusal(api, "sendMessage", chat_id=OFFICER, text="x")
    assert found == (403, "Forbidden: bot was blocked by the user")


async def test_the_bot_does_not_write_to_itself(api: Api, world: World) -> None:
    """TDLib source: the bot can't send messages to the bot."""
    found = await refusal(api, "sendMessage", chat_id=world.bot_id, text="x")
    assert found == (403, "Forbidden: the bot can't send messages to the bot")


async def test_a_group_that_the_bot_left_is_closed_to_it(api: Api) -> None:
    """Server source: bot is not a member."""
    await api("leaveChat", chat_id=GROUP)
    found = await refusal(api, "sendMessage", chat_id=GROUP, text="x")
    assert found == (403, "Forbidden: bot is not a member of the group chat")


async def test_a_group_that_threw_the_bot_out_is_closed_to_it(api: Api, world: World) -> None:
    """Server source: bot was kicked."""
    Persona(world, "coordinator-budapest").remove(world.bot_id, GROUP)
    found = await refusal(api, "sendMessage", chat_id=GROUP, text="x")
    assert found == (403, "Forbidden: bot was kicked from the group chat")


async def test_an_upgraded_group_names_its_successor(api: Api, world: World) -> None:
    """Bot API, ResponseParameters: migrate_to_chat_id."""
    successor = world.migrate(world.chat(GROUP)).chat_id
    with pytest.raises(RefusedError) as refused:
        await api("sendMessage", chat_id=GROUP, text="x")
    assert refused.value.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused.value.parameters == {"migrate_to_chat_id": successor}


async def test_the_successor_of_a_group_takes_messages(api: Api, world: World) -> None:
    successor = world.migrate(world.chat(GROUP)).chat_id
    assert (await api("sendMessage", chat_id=successor, text="x"))["chat"]["type"] == "supergroup"


async def test_a_venue_carries_its_location(api: Api, officer: Persona) -> None:
    venue = {"title": "Headquarters", "address": "1 Example Street", "latitude": 41.7, "longitude": 44.8}
    message = await api("sendVenue", chat_id=OFFICER, **venue)
    assert message["venue"]["location"] == message["location"] == {"latitude": 41.7, "longitude": 44.8}


async def test_a_venue_needs_a_title(api: Api, officer: Persona) -> None:
    found = await refusal(api, "sendVenue", chat_id=OFFICER, title=" ", address="x", latitude=0, longitude=0)
    assert found == (400, "Bad Request: title must be non-empty")


async def test_a_contact_arrives_with_its_vcard(api: Api, officer: Persona) -> None:
    card = {"phone_number": "+995 555 0100", "first_name": "Duty desk", "vcard": "BEGIN:VCARD\nEND:VCARD"}
    assert (await api("sendContact", chat_id=OFFICER, **card))["contact"] == card


async def test_a_location_arrives(api: Api, officer: Persona) -> None:
    message = await api("sendLocation", chat_id=OFFICER, latitude=1, longitude=2)
    assert message["location"] == {"latitude": 1, "longitude": 2}


async def test_a_forward_names_its_origin(api: Api, officer: Persona) -> None:
    question = officer.say("hit?")
    message = await api("forwardMessage", chat_id=GROUP, from_chat_id=OFFICER, message_id=question["message_id"])
    assert (message["text"], message["forward_origin"]["sender_user"]["id"]) == ("hit?", OFFICER)


async def test_a_copy_shows_no_origin(api: Api, world: World, officer: Persona) -> None:
    question = officer.say("hit?")
    await api("copyMessage", chat_id=GROUP, from_chat_id=OFFICER, message_id=question["message_id"])
    last = world.chat(GROUP).last_message()
    assert last is not None
    assert (last["text"], "forward_origin" in last) == ("hit?", False)


async def test_protected_content_is_not_passed_on(api: Api, officer: Persona) -> None:
    secret = await api("sendMessage", chat_id=OFFICER, text="x", protect_content=True)
    found = await refusal(api, "copyMessage", chat_id=GROUP, from_chat_id=OFFICER, message_id=secret["message_id"])
    assert found == (400, "Bad Request: message can't be copied")


async def test_a_chat_action_is_shown_in_the_chat(api: Api, world: World, officer: Persona) -> None:
    seen = world.events.open(OFFICER)
    await api("sendChatAction", chat_id=OFFICER, action="typing")
    event = await heard(seen)
    assert (event.name, event.payload) == ("action", {"chat_id": OFFICER, "action": "typing"})


@pytest.mark.parametrize(
    ("parameter", "reason"),
    [
        ({"business_connection_id": "x"}, "business connection not found"),
        ({"message_thread_id": 1}, "message thread not found"),
    ],
)
async def test_what_no_chat_here_has_is_refused(
    api: Api, officer: Persona, parameter: dict[str, object], reason: str
) -> None:
    found = await refusal(api, "sendMessage", chat_id=OFFICER, text="x", **parameter)
    assert found == (400, f"Bad Request: {reason}")
