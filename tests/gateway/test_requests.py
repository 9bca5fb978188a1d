"""How requests may look, who may send them, and which methods there are."""

import httpx
import pytest

from bot.gateway.dispatch import METHODS
from bot.gateway.parameters import Schema
from bot.gateway.personas import Persona
from tests.gateway.client import OFFICER, Api, RefusedError

TEXT = {"chat_id": str(OFFICER), "text": "ქართული"}


@pytest.mark.parametrize(
    "request_parts",
    [{"params": TEXT}, {"data": TEXT}, {"json": TEXT}, {"data": TEXT, "files": {"unused": ("a", b"x")}}],
    ids=["query string", "form", "JSON", "multipart"],
)
async def test_parameters_come_in_four_ways(
    api: Api, officer: Persona, request_parts: dict[str, dict[str, str]]
) -> None:
    """Bot API, making requests."""
    reply = await api.client.request("POST", api.path("sendMessage"), **request_parts)  # type: ignore[arg-type]  # mixed
    assert reply.json()["result"]["text"] == "ქართული"


async def test_get_requests_are_taken(api: Api, officer: Persona) -> None:
    """Bot API, making requests."""
    assert (await api.client.get(api.path("sendMessage"), params=TEXT)).json()["ok"] is True


async def test_a_head_request_sends_nothing(api: Api, officer: Persona) -> None:
    await api.client.head(api.path("sendMessage"), params=TEXT)
    assert len(officer.messages()) == 1


async def test_method_names_are_case_insensitive(api: Api) -> None:
    """Bot API, making requests."""
    assert (await api("GETME"))["is_bot"] is True


async def test_get_me_tells_what_only_get_me_tells(api: Api) -> None:
    """Bot API, User: returned only in getMe."""
    assert (await api("getMe"))["can_read_all_group_messages"] is False


@pytest.mark.parametrize(
    ("token", "description"),
    [("5550000001:another", "Unauthorized"), ("malformed", "Unauthorized: invalid token specified")],
)
async def test_another_token_is_refused(api: Api, token: str, description: str) -> None:
    """Server source: Unauthorized."""
    reply = await api.client.get(f"/bot{token}/getMe")
    assert reply.json() == {"ok": False, "error_code": 401, "description": description}


async def test_an_unknown_method_is_not_found(api: Api) -> None:
    """Server source: Not Found: method not found."""
    with pytest.raises(RefusedError, match="^Not Found: method not found$") as refused:
        await api("sendTelepathy")
    assert refused.value.code == 404


async def test_a_method_that_only_telegram_has_is_said_to_be_missing(api: Api) -> None:
    with pytest.raises(RefusedError, match="Telegram has the method sendGift, this gateway has not") as refused:
        await api("sendgift")
    assert refused.value.code == 501


@pytest.mark.parametrize("address", ["/bot", "/bot1:x", "/bot1:x/", "/bot1:x/getMe/more"])
async def test_an_address_that_is_no_methods_is_not_found(client: httpx.AsyncClient, address: str) -> None:
    reply = await client.get(address)
    assert reply.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


@pytest.mark.parametrize(
    ("method", "description"),
    [
        ("sendMessage", "Bad Request: chat_id is empty"),
        ("deleteMessages", "Bad Request: chat_id is empty"),
        ("getFile", "Bad Request: file_id not specified"),
        ("setMyCommands", 'Bad Request: parameter "commands" is required'),
        ("sendVenue", "Bad Request: chat_id is empty"),
    ],
)
async def test_required_parameters_must_be_there(api: Api, method: str, description: str) -> None:
    with pytest.raises(RefusedError) as refused:
        await api(method)
    assert refused.value.description == description


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"protect_content": "perhaps"}, 'protect_content: Field "protect_content" must be of type Boolean'),
        ({"message_effect_id": ["x"]}, 'message_effect_id: Field "message_effect_id" must be of type String'),
        ({"reply_markup": {"inline_keyboard": "x"}}, 'reply_markup: Field "inline_keyboard" must be an Array'),
        ({"reply_markup": {"inline_keyboard": [[{}]]}}, 'reply_markup: Can\'t find field "text"'),
        ({"reply_parameters": {"message_id": "x"}}, 'reply_parameters: Field "message_id" must be of type Integer'),
        ({"entities": {"type": "bold"}}, 'entities: Field "entities" must be an Array'),
        ({"link_preview_options": 1}, 'link_preview_options: Field "link_preview_options" must be of type Object'),
    ],
)
async def test_parameters_must_have_their_types(
    api: Api, officer: Persona, parameters: dict[str, object], reason: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        await api("sendMessage", **TEXT | parameters)
    assert refused.value.description == f"Bad Request: can't parse {reason}"


async def test_objects_in_forms_are_json(api: Api, officer: Persona) -> None:
    keyboard = '{"inline_keyboard": [[{"text": "Steps", "callback_data": "s"}]]}'
    reply = await api.client.post(api.path("sendMessage"), data=TEXT | {"reply_markup": keyboard})
    assert reply.json()["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Steps"


@pytest.mark.parametrize("broken", ["{", '{"a": NaN}', "[" * 100_000])
async def test_broken_json_in_a_parameter_is_refused(api: Api, officer: Persona, broken: str) -> None:
    reply = await api.client.post(api.path("sendMessage"), data=TEXT | {"reply_markup": broken})
    assert reply.json()["description"] == "Bad Request: can't parse JSON object"


@pytest.mark.parametrize(
    ("content", "kind", "description"),
    [
        (b"text=\xff", "application/x-www-form-urlencoded", "strings must be encoded in UTF-8"),
        (b"text=%ff", "application/x-www-form-urlencoded", "strings must be encoded in UTF-8"),
        (b'{"text": "\xff"}', "application/json", "strings must be encoded in UTF-8"),
        (b'{"text": "\\ud800"}', "application/json", "strings must be encoded in UTF-8"),
        (b"[1]", "application/json", "object expected as JSON body"),
        (b"x", "multipart/form-data", "can't parse the form"),
        (b"garbage", "multipart/form-data; boundary=b", "can't parse the form"),
    ],
)
async def test_broken_bodies_are_refused(api: Api, content: bytes, kind: str, description: str) -> None:
    reply = await api.client.post(api.path("sendMessage"), content=content, headers={"content-type": kind})
    assert reply.json() == {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"}


async def test_parameters_that_a_method_does_not_know_are_ignored(api: Api, officer: Persona) -> None:
    assert await api("sendMessage", **TEXT, colour="blue")


async def test_too_large_a_body_is_refused(api: Api) -> None:
    headers = {"content-length": str(60 * 2**20)}
    reply = await api.client.post(api.path("sendMessage"), content=b"x", headers=headers)
    assert (reply.status_code, reply.json()["description"]) == (413, "Request Entity Too Large")


async def test_nothing_that_people_write_and_no_token_is_logged(
    api: Api, officer: Persona, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="bot.gateway")
    await api("sendMessage", chat_id=OFFICER, text="AB123456")
    with pytest.raises(RefusedError):
        await api("AB123456", text="AB123456")
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("bot.gateway")]
    assert lines[0] == "sendMessage answered with 200"
    assert api.token not in "\n".join(lines)
    assert "AB123456" not in lines[0]


def test_every_method_of_the_schema_is_carried_out_and_no_other() -> None:
    assert METHODS.keys() == Schema.load().methods.keys()


def test_offered_and_missing_methods_are_together_those_of_the_bot_api() -> None:
    """Bot API 10.0 has 176 methods."""
    schema = Schema.load()
    assert len(schema.methods) + len(schema.not_offered) == 176
    assert schema.not_offered.isdisjoint(schema.methods)
