"""Buttons and inline mode: asked by a person, answered by the bot once and in time."""

import asyncio
import datetime as dt
from typing import Any

import pytest

from bot.gateway.personas import Persona, PersonaError
from bot.gateway.queries import TOO_OLD
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, Api, RefusedError

KEYBOARD = {
    "inline_keyboard": [[{"text": "Steps", "callback_data": "s"}, {"text": "Site", "url": "https://example.org"}]]
}


def article(result_id: str = "1", text: str = "<b>x</b>") -> dict[str, Any]:
    """Return an inline result that sends a text."""
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": result_id, "title": "Red notice", "input_message_content": content}


@pytest.fixture
async def card(api: Api, officer: Persona) -> dict[str, Any]:
    """Return a message with buttons."""
    message: dict[str, Any] = await api("sendMessage", chat_id=OFFICER, text="x", reply_markup=KEYBOARD)
    return message


async def refusal(api: Api, method: str, **parameters: object) -> str:
    """Return the description of the 400 that a request meets."""
    with pytest.raises(RefusedError) as refused:
        await api(method, **parameters)
    assert refused.value.code == 400
    return refused.value.description


async def test_a_press_reaches_the_bot_with_its_message(api: Api, officer: Persona, card: dict[str, Any]) -> None:
    officer.press(card, "Steps")
    (update,) = await api.updates()
    query = update["callback_query"]
    assert (query["data"], query["message"]["message_id"], query["from"]["id"]) == ("s", card["message_id"], OFFICER)


async def test_the_answer_reaches_the_person(api: Api, officer: Persona, card: dict[str, Any]) -> None:
    press = officer.press(card, "s")
    await api("answerCallbackQuery", callback_query_id=press.query.query_id, text="Done", show_alert=True)
    answer = await press.answer()
    assert (answer["text"], answer["show_alert"]) == ("Done", True)


async def test_a_query_is_answered_once(api: Api, officer: Persona, card: dict[str, Any]) -> None:
    """Server source, QUERY_ID_INVALID."""
    query_id = officer.press(card, "s").query.query_id
    await api("answerCallbackQuery", callback_query_id=query_id)
    assert await refusal(api, "answerCallbackQuery", callback_query_id=query_id) == f"Bad Request: {TOO_OLD}"


async def test_a_query_is_answered_in_time(api: Api, world: World, officer: Persona, card: dict[str, Any]) -> None:
    """Server source, add_update: 150 seconds."""
    query_id = officer.press(card, "s").query.query_id
    world.clock.advance(dt.timedelta(seconds=150))
    assert await refusal(api, "answerCallbackQuery", callback_query_id=query_id) == f"Bad Request: {TOO_OLD}"


async def test_a_query_that_nobody_asked_is_refused(api: Api) -> None:
    assert await refusal(api, "answerCallbackQuery", callback_query_id="1") == f"Bad Request: {TOO_OLD}"


@pytest.mark.parametrize(("length", "is_accepted"), [(200, True), (201, False)])
async def test_a_notice_has_at_most_200_characters(
    api: Api, officer: Persona, card: dict[str, Any], length: int, is_accepted: bool
) -> None:
    """Bot API, answerCallbackQuery: text 0-200 characters."""
    query_id = officer.press(card, "s").query.query_id
    reply = await api.client.post(
        api.path("answerCallbackQuery"), json={"callback_query_id": query_id, "text": "x" * length}
    )
    assert reply.json()["ok"] is is_accepted


@pytest.mark.parametrize("label", ["Forms", "Site"], ids=["no such button", "a link"])
async def test_a_person_presses_only_buttons_that_ask_the_bot(
    officer: Persona, card: dict[str, Any], label: str
) -> None:
    with pytest.raises(PersonaError, match="no button"):
        officer.press(card, label)


async def test_a_client_may_send_data_that_no_button_has(api: Api, officer: Persona, card: dict[str, Any]) -> None:
    """Bot API, CallbackQuery: be aware that the message can contain no callback buttons with this data."""
    officer.call_back(card, "forged")
    (update,) = await api.updates()
    assert update["callback_query"]["data"] == "forged"


async def inline_query_id(api: Api) -> str:
    """Return the id of the inline query that has just been asked."""
    (update,) = await api("getUpdates", timeout=10)
    return str(update["inline_query"]["id"])


async def test_inline_results_reach_the_person_who_asked(api: Api, officer: Persona) -> None:
    asked = asyncio.ensure_future(officer.inline("red"))
    await api("answerInlineQuery", inline_query_id=await inline_query_id(api), results=[article()], next_offset="2")
    answer = await asked
    assert ([result["id"] for result in answer.results], answer.next_offset) == (["1"], "2")


async def test_a_chosen_result_is_sent_by_the_person_through_the_bot(api: Api, world: World, officer: Persona) -> None:
    asked = asyncio.ensure_future(officer.inline("red"))
    await api("answerInlineQuery", inline_query_id=await inline_query_id(api), results=[article()])
    message = officer.choose((await asked).inline_query_id, "1", GROUP)
    assert (message["text"], message["from"]["id"], message["via_bot"]) == ("x", OFFICER, world.bot)


async def test_a_result_with_buttons_is_edited_by_its_inline_id(api: Api, officer: Persona) -> None:
    asked = asyncio.ensure_future(officer.inline("red"))
    results = [article() | {"reply_markup": KEYBOARD}]
    await api("answerInlineQuery", inline_query_id=await inline_query_id(api), results=results)
    message = officer.choose((await asked).inline_query_id, "1", GROUP)
    officer.press(message, "Steps")
    query = (await api.updates())[-1]["callback_query"]
    assert await api("editMessageText", inline_message_id=query["inline_message_id"], text="y") is True
    assert officer.current(message)["text"] == "y"


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        pytest.param(
            {"results": [article(str(number)) for number in range(51)]},
            "Bad Request: Too many inline query results specified",
            id="Bot API, answerInlineQuery: at most 50 results",
        ),
        pytest.param(
            {"results": [article("x" * 65)]},
            "Bad Request: RESULT_ID_INVALID",
            id="Bot API, InlineQueryResultArticle: id 1-64 bytes",
        ),
        pytest.param(
            {"results": [article(), article()]},
            "Bad Request: RESULT_ID_DUPLICATE",
            id="Bot API, InlineQueryResult: unique id",
        ),
        pytest.param(
            {"results": [], "next_offset": "x" * 65},
            "Bad Request: NEXT_OFFSET_INVALID",
            id="Bot API, answerInlineQuery: next_offset at most 64 bytes",
        ),
        pytest.param(
            {"results": [], "button": {"text": "x", "start_parameter": "a b"}},
            "Bad Request: START_PARAM_INVALID",
            id="Bot API, InlineQueryResultsButton: start_parameter of A-Z a-z 0-9 _ -",
        ),
        pytest.param(
            {"results": [article(text="x" * 4097)]},
            "Bad Request: message is too long",
            id="Bot API, InputTextMessageContent: message_text 1-4096 characters",
        ),
        pytest.param(
            {"results": [article(text="<p>")]},
            'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0',
            id="formatting options: HTML of a result",
        ),
    ],
)
async def test_inline_results_keep_the_limits(
    api: Api, officer: Persona, parameters: dict[str, object], description: str
) -> None:
    asked = asyncio.ensure_future(officer.inline("red"))
    query_id = await inline_query_id(api)
    assert await refusal(api, "answerInlineQuery", inline_query_id=query_id, **parameters) == description
    asked.cancel()


async def test_an_inline_query_is_answered_within_thirty_seconds(api: Api, world: World, officer: Persona) -> None:
    """Server source, add_update: 30 seconds."""
    asked = asyncio.ensure_future(officer.inline("red"))
    query_id = await inline_query_id(api)
    world.clock.advance(dt.timedelta(seconds=30))
    assert await refusal(api, "answerInlineQuery", inline_query_id=query_id, results=[]) == f"Bad Request: {TOO_OLD}"
    asked.cancel()


async def test_an_inline_query_has_at_most_256_characters(officer: Persona) -> None:
    """Bot API, InlineQuery: up to 256 characters."""
    with pytest.raises(PersonaError, match="257 characters"):
        await officer.inline("x" * 257)


async def test_a_result_that_only_telegram_could_fetch_is_said_to_be_missing_here(api: Api, officer: Persona) -> None:
    asked = asyncio.ensure_future(officer.inline("red"))
    photo = {
        "type": "photo",
        "id": "1",
        "photo_url": "https://example.org/x.jpg",
        "thumbnail_url": "https://example.org/x.jpg",
    }
    with pytest.raises(RefusedError, match="not offered by this gateway") as refused:
        await api("answerInlineQuery", inline_query_id=await inline_query_id(api), results=[photo])
    assert refused.value.code == 501
    asked.cancel()
