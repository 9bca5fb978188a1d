"""The schema's short form: scalars, lists, objects, constants, alternatives."""

import pytest

from bot.gateway.errors import ApiError
from bot.gateway.files import Upload
from bot.gateway.parameters import Schema, Value, parse_json

SCHEMA = Schema.load()
UPLOAD = Upload("a.ics", "text/calendar", b"x")


@pytest.mark.parametrize(
    ("given", "fitted"),
    [("5", 5), (5, 5), (5.0, 5), ("-5", -5), ("", None), (None, None)],
    ids=["digits", "number", "whole float", "negative", "empty", "null"],
)
def test_whole_numbers_come_as_numbers_or_digits(given: Value, fitted: int | None) -> None:
    assert SCHEMA.check("getUpdates", {"limit": given}).get("limit") == fitted


@pytest.mark.parametrize("given", ["five", "5.5", "--5", "-", "٣", "1" * 5000, str(2**63), 2**63, 5.5, True, [5]])
def test_what_is_no_whole_number_of_64_bits_is_refused(given: Value) -> None:
    with pytest.raises(ApiError, match="must be of type Integer"):
        SCHEMA.check("getUpdates", {"limit": given})


@pytest.mark.parametrize(("given", "fitted"), [("True", True), ("1", True), (True, True), ("no", False), (0, False)])
def test_truth_has_several_spellings(given: Value, fitted: bool) -> None:
    assert SCHEMA.check("deleteWebhook", {"drop_pending_updates": given}) == {"drop_pending_updates": fitted}


@pytest.mark.parametrize("given", ["inf", "nan", "x", float("inf"), True, 10**400])
def test_coordinates_are_finite_numbers(given: Value) -> None:
    with pytest.raises(ApiError, match="must be of type Float"):
        SCHEMA.check("sendLocation", {"chat_id": 1, "latitude": given, "longitude": 0})


def test_a_chat_is_a_number_where_it_looks_like_one() -> None:
    assert SCHEMA.check("getChat", {"chat_id": "-5"}) == {"chat_id": -5}
    assert SCHEMA.check("getChat", {"chat_id": "@name"}) == {"chat_id": "@name"}


def test_an_upload_is_taken_where_a_file_is_wanted() -> None:
    assert SCHEMA.check("sendDocument", {"chat_id": 1, "document": UPLOAD})["document"] is UPLOAD


def test_an_upload_is_no_text() -> None:
    with pytest.raises(ApiError, match="must be of type String"):
        SCHEMA.check("sendMessage", {"chat_id": 1, "text": UPLOAD})


def test_a_text_may_begin_like_an_attachment() -> None:
    assert SCHEMA.check("sendMessage", {"chat_id": 1, "text": "attach://x"})["text"] == "attach://x"


def test_of_several_types_the_one_that_keeps_most_is_meant() -> None:
    venue = {"latitude": 1.0, "longitude": 2.0, "title": "x", "address": "y"}
    result = {"type": "article", "id": "1", "title": "x", "input_message_content": venue}
    checked = SCHEMA.check("answerInlineQuery", {"inline_query_id": "1", "results": [result]})
    assert checked["results"][0]["input_message_content"] == venue


def test_a_constant_tells_types_apart() -> None:
    scope = {"type": "chat_member", "chat_id": 1, "user_id": 2}
    assert SCHEMA.check("getMyCommands", {"scope": scope}) == {"scope": scope}


def test_an_unknown_constant_is_refused() -> None:
    with pytest.raises(ApiError, match="can't parse scope"):
        SCHEMA.check("getMyCommands", {"scope": {"type": "everyone"}})


def test_a_missing_field_of_the_meant_type_is_named() -> None:
    with pytest.raises(ApiError, match='Can\'t find field "user_id"'):
        SCHEMA.check("getMyCommands", {"scope": {"type": "chat_member", "chat_id": 1}})


def test_unknown_fields_of_an_object_are_dropped() -> None:
    command = {"command": "start", "description": "x", "colour": "blue"}
    assert "colour" not in SCHEMA.check("setMyCommands", {"commands": [command]})["commands"][0]


@pytest.mark.parametrize("text", ["{", "NaN", "[" * 100_000, "1" * 5000], ids=["cut", "NaN", "deep", "long number"])
def test_json_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ApiError, match="can't parse JSON object"):
        parse_json(text)
