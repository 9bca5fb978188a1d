"""The web chat's routes, as the page calls them."""

import asyncio
import json
from urllib.parse import quote

import httpx
import pytest

from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, Api, heard, png

ME = "/web/officer-tbilisi"
CHAT = f"{ME}/chats/{OFFICER}"


async def test_the_page_learns_who_there_is(client: httpx.AsyncClient, world: World) -> None:
    answer = (await client.get("/web/personas")).json()
    assert answer["bot"] == world.bot
    assert answer["personas"][0] == {
        "id": "officer-tbilisi",
        "user": {"id": OFFICER, "is_bot": False, "first_name": "Officer, Tbilisi", "language_code": "ka"},
        "time_zone": "Asia/Tbilisi",
        "label": "Officer, Tbilisi",
    }


async def test_the_conversation_list_names_the_bot_and_counts_the_unread(
    client: httpx.AsyncClient, api: Api, officer: Persona
) -> None:
    await api("sendMessage", chat_id=OFFICER, text="x")
    private, group = (await client.get(f"{ME}/chats")).json()
    assert (private["title"], private["unread"], private["last_message"]["text"]) == ("ILECU Assistant", 1, "x")
    assert (group["chat"]["id"], group["unread"], group["last_message"]) == (GROUP, 0, None)


async def test_a_text_is_sent_and_reaches_the_bot(client: httpx.AsyncClient, api: Api) -> None:
    reply = await client.post(f"{CHAT}/messages", json={"text": "hit?"})
    (update,) = await api.updates()
    assert (reply.status_code, reply.json()) == (201, update["message"])


async def test_a_reply_quotes_its_message(client: httpx.AsyncClient, officer: Persona) -> None:
    said = officer.say("hit?", GROUP)
    body = {"text": "yes", "reply_to_message_id": said["message_id"]}
    reply = await client.post(f"{ME}/chats/{GROUP}/messages", json=body)
    assert reply.json()["reply_to_message"]["text"] == "hit?"


async def test_messages_come_oldest_first(client: httpx.AsyncClient, officer: Persona) -> None:
    officer.say("hit?")
    texts = [message["text"] for message in (await client.get(f"{CHAT}/messages")).json()]
    assert texts == ["/start", "hit?"]


async def test_a_text_of_ones_own_is_edited(client: httpx.AsyncClient, officer: Persona) -> None:
    said = officer.say("hit?")
    reply = await client.patch(f"{CHAT}/messages/{said['message_id']}", json={"text": "notice?"})
    assert reply.json()["text"] == officer.messages()[-1]["text"] == "notice?"


async def test_a_press_is_accepted_and_the_answer_comes_as_an_event(
    client: httpx.AsyncClient, api: Api, world: World, officer: Persona
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Steps", "callback_data": "s"}]]}
    card = await api("sendMessage", chat_id=OFFICER, text="x", reply_markup=keyboard)
    seen = world.events.open(OFFICER)
    reply = await client.post(f"{CHAT}/messages/{card['message_id']}/callback", json={"data": "s"})
    query_id = reply.json()["callback_query_id"]
    await api("answerCallbackQuery", callback_query_id=query_id, text="Done")
    event = await heard(seen)
    assert (reply.status_code, event.name) == (202, "callback_answer")
    assert event.payload == {"callback_query_id": query_id, "show_alert": False, "text": "Done"}


async def test_the_command_menu_of_a_chat_is_shown(client: httpx.AsyncClient, api: Api) -> None:
    commands = [{"command": "start", "description": "დაწყება"}]
    await api("setMyCommands", commands=commands, language_code="ka")
    assert (await client.get(f"{CHAT}/commands")).json() == {"commands": commands}


async def test_a_file_goes_up_and_comes_down_to_be_saved(client: httpx.AsyncClient) -> None:
    files = {"file": ("ვიზიტი 1.ics", b"BEGIN", "text/calendar")}
    sent = (await client.post(f"{CHAT}/files", data={"kind": "document", "caption": "c"}, files=files)).json()
    reply = await client.get(f"{ME}/files/{sent['document']['file_id']}")
    assert (sent["caption"], reply.content) == ("c", b"BEGIN")
    assert reply.headers["content-disposition"] == f"attachment; filename*=UTF-8''{quote('ვიზიტი 1.ics')}"
    assert reply.headers["content-type"] == "application/octet-stream"


async def test_a_picture_may_be_shown_in_the_page(client: httpx.AsyncClient) -> None:
    files = {"file": ("a.png", png(8, 6), "image/png")}
    sent = (await client.post(f"{CHAT}/files", data={"kind": "photo"}, files=files)).json()
    reply = await client.get(f"{ME}/files/{sent['photo'][0]['file_id']}")
    assert reply.headers["content-disposition"].startswith("inline")
    assert reply.headers["x-content-type-options"] == "nosniff"


async def test_an_inline_query_waits_for_the_bot_and_its_result_is_sent(
    client: httpx.AsyncClient, api: Api, world: World
) -> None:
    asked = asyncio.ensure_future(client.post(f"{ME}/inline", json={"query": "red", "offset": ""}))
    (update,) = await world.updates.poll(0, 1, 10)
    content = {"message_text": "x"}
    results = [{"type": "article", "id": "1", "title": "Red notice", "input_message_content": content}]
    await api("answerInlineQuery", inline_query_id=update.payload["id"], results=results)
    answer = (await asked).json()
    assert (answer["results"][0]["title"], answer["next_offset"], answer["button"]) == ("Red notice", "", None)
    chosen = await client.post(f"{ME}/inline/{answer['inline_query_id']}/results/1", json={"chat_id": GROUP})
    assert (chosen.status_code, chosen.json()["text"]) == (201, "x")


async def test_a_bot_that_is_silent_is_waited_for_no_longer_than_promised(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.gateway.web.INLINE_PATIENCE", 0)
    reply = await client.post(f"{ME}/inline", json={"query": "red", "offset": ""})
    assert (reply.status_code, reply.json()) == (504, {"error": "the bot did not answer in time"})


async def test_reading_a_chat_clears_its_mark(client: httpx.AsyncClient, api: Api, officer: Persona) -> None:
    await api("sendMessage", chat_id=OFFICER, text="x")
    assert (await client.post(f"{CHAT}/read")).status_code == 204
    assert (await client.get(f"{ME}/chats")).json()[0]["unread"] == 0


async def test_the_bot_is_blocked_and_unblocked(client: httpx.AsyncClient, world: World, officer: Persona) -> None:
    await client.post(f"{ME}/block")
    assert officer.private_chat.members[world.bot_id] == "kicked"
    await client.delete(f"{ME}/block")
    assert officer.private_chat.members[world.bot_id] == "member"


async def test_a_reaction_is_reported_to_the_bot(client: httpx.AsyncClient, api: Api, officer: Persona) -> None:
    await api("getUpdates", allowed_updates=["message_reaction"])
    await client.post(f"{CHAT}/messages/1/reaction", json={"emoji": "👍"})
    (update,) = await api("getUpdates")
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]


async def test_members_of_a_group_come_and_go(client: httpx.AsyncClient, world: World) -> None:
    owner = f"/web/coordinator-budapest/chats/{GROUP}/members"
    await client.post(owner, json={"user_id": 555_006})
    assert 555_006 in world.chat(GROUP).present()
    await client.delete(f"{owner}/555006")
    assert 555_006 not in world.chat(GROUP).present()


@pytest.mark.parametrize(
    ("verb", "path", "body", "status", "reason"),
    [
        ("GET", "/web/nobody/chats", None, 404, "no persona 'nobody'"),
        ("GET", f"{ME}/chats/555002/messages", None, 400, "officer-tbilisi is in no chat 555002"),
        ("GET", f"{ME}/chats/x/messages", None, 400, "the chat's id must be a number"),
        ("POST", f"{CHAT}/messages", {"text": 5}, 400, "text must be a text"),
        ("POST", f"{CHAT}/messages", {"text": "x", "reply_to_message_id": "1"}, 400, "must be a number"),
        ("POST", f"{CHAT}/messages", {"text": "x", "reply_to_message_id": 99}, 400, "no message 99 in this chat"),
        ("POST", f"{CHAT}/messages", [], 400, "the body must be a JSON object"),
        ("POST", f"{ME}/inline/1/results/1", {"chat_id": GROUP}, 400, "no result '1' of inline query 1"),
        ("GET", f"{ME}/files/none", None, 400, "wrong file identifier"),
        ("POST", f"{CHAT}/files", {}, 400, "no file in the form field 'file'"),
    ],
)
async def test_what_cannot_be_done_is_said(
    client: httpx.AsyncClient, verb: str, path: str, body: object, status: int, reason: str
) -> None:
    reply = await client.request(verb, path, json=body)
    assert reply.status_code == status
    assert reason in reply.json()["error"]


async def test_events_arrive_over_http(world: World, officer: Persona) -> None:
    async with running(world) as address, httpx.AsyncClient(base_url=address) as client:
        stream = await client.send(client.build_request("GET", f"{ME}/events"), stream=True)
        lines = stream.aiter_lines()
        said = officer.say("hit?")
        assert await anext(lines) == "event: message"
        payload = json.loads((await anext(lines)).removeprefix("data: "))
        assert payload == {"chat_id": OFFICER, "message": said}
        await stream.aclose()


async def test_an_event_stream_ends_with_the_server(world: World) -> None:
    async with httpx.AsyncClient() as client:
        async with running(world) as address:
            stream = await client.send(client.build_request("GET", f"{address}{ME}/events"), stream=True)
        assert await stream.aread() == b""


async def test_the_page_itself_is_served(client: httpx.AsyncClient) -> None:
    reply = await client.get("/?persona=officer-tbilisi")
    assert (reply.status_code, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
