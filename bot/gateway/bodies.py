"""JSON bodies of the web routes."""

import json

from starlette.requests import Request

from bot.gateway.json_types import JsonObject


class BodyError(Exception):
    """A request's body is not what the route takes; the text says what is expected."""


async def json_body(request: Request) -> JsonObject:
    """Return the JSON object in a request's body.

    Raises:
        BodyError: no JSON, or none in UTF-8, or not an object.
    """
    try:
        body = json.loads(await request.body())
        json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise BodyError("the body must be JSON in UTF-8") from error
    if not isinstance(body, dict):
        raise BodyError("the body must be a JSON object")
    return body


def word(body: JsonObject, name: str) -> str:
    """Return a text of a body, "" when it is not there.

    Raises:
        BodyError: it is something else than a text.
    """
    value = body.get(name, "")
    if not isinstance(value, str):
        raise BodyError(f"{name} must be a text")
    return value


def number(body: JsonObject, name: str) -> int | None:
    """Return a whole number of a body, None when it is not there.

    Raises:
        BodyError: it is something else than a number.
    """
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | None):
        raise BodyError(f"{name} must be a number")
    return value
