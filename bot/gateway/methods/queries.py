"""Answers to callback queries and inline queries."""

import re

from bot.gateway.content import (
    caption_content,
    contact_content,
    document_content,
    location_content,
    photo_content,
    text_content,
    venue_content,
)
from bot.gateway.errors import ApiError, bad_request
from bot.gateway.json_types import JsonObject
from bot.gateway.keyboards import check_markup
from bot.gateway.world import World

MAX_NOTICE = 200
MAX_RESULTS = 50
MAX_OFFSET_BYTES = 64
MAX_RESULT_ID_BYTES = 64
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


async def answer_callback_query(world: World, parameters: JsonObject) -> bool:
    """Stop the button's progress bar, with a notice or without; once, and in time."""
    query = world.queries.find(parameters["callback_query_id"])
    if len(parameters.get("text", "")) > MAX_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"callback_query_id": query.query_id, "show_alert": parameters.get("show_alert", False)}
    answer |= {name: parameters[name] for name in ("text", "url") if name in parameters}
    world.queries.answer(query.query_id, answer)
    world.events.publish(query.user_id, "callback_answer", answer)
    return True


async def answer_inline_query(world: World, parameters: JsonObject) -> bool:
    """Offer results; what each would send is judged now, not when it is chosen."""
    query = world.queries.find(parameters["inline_query_id"])
    results = parameters["results"]
    if len(results) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    if len(parameters.get("next_offset", "").encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    _check_ids([result["id"] for result in results])
    _check_button(parameters.get("button"))
    contents = {result["id"]: result_content(world, result) for result in results}
    answer = {"inline_query_id": query.query_id, "results": results, "next_offset": parameters.get("next_offset", "")}
    world.queries.answer(query.query_id, answer | {"button": parameters.get("button"), "contents": contents})
    return True


def result_content(world: World, result: JsonObject) -> JsonObject:
    """Return the content of the message that an inline result sends.

    Raises:
        ApiError: 400 when Telegram would refuse it; 501 for media that only Telegram itself could fetch.
    """
    markup = check_markup(result.get("reply_markup"))
    given = result.get("input_message_content")
    return (_input_content(world, given) if given else _own_content(world, result)) | markup


def _input_content(world: World, given: JsonObject) -> JsonObject:
    """Return the content of an InputMessageContent."""
    if "message_text" in given:
        return text_content(world.parser, given, "message_text")
    if "address" in given:
        return venue_content(given)
    if "latitude" in given:
        return location_content(given)
    if "phone_number" in given:
        return contact_content(given)
    raise ApiError(501, "Not Implemented: invoices are not offered by this gateway")


def _own_content(world: World, result: JsonObject) -> JsonObject:
    """Return the content of a result that is sent as it is."""
    if "document_file_id" in result:
        return document_content(world.files, result["document_file_id"]) | caption_content(world.parser, result)
    if "photo_file_id" in result:
        return photo_content(world.files, result["photo_file_id"]) | caption_content(world.parser, result)
    senders = {"venue": venue_content, "location": location_content, "contact": contact_content}
    if result["type"] in senders:
        return senders[result["type"]](result)
    raise ApiError(501, f"Not Implemented: inline results of type {result['type']} are not offered by this gateway")


def _check_ids(result_ids: list[str]) -> None:
    if any(not 1 <= len(result_id.encode()) <= MAX_RESULT_ID_BYTES for result_id in result_ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(result_ids)) < len(result_ids):
        raise bad_request("RESULT_ID_DUPLICATE")


def _check_button(button: JsonObject | None) -> None:
    if button and "start_parameter" in button and not START_PARAMETER.fullmatch(button["start_parameter"]):
        raise bad_request("START_PARAM_INVALID")
