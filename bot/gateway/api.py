"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import hmac
import json
import logging
import traceback
from collections.abc import Mapping
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.gateway.dispatch import METHODS
from bot.gateway.errors import ApiError, bad_request
from bot.gateway.json_types import Json, JsonObject
from bot.gateway.mishaps import Pause, play
from bot.gateway.parameters import Schema, Value
from bot.gateway.requests import received
from bot.gateway.world import World

logger = logging.getLogger(__name__)
MAX_DIGITS = 20
# parameters that name something no chat of ours has
NOT_HERE = {
    "business_connection_id": "business connection not found",
    "message_thread_id": "message thread not found",
    "direct_messages_topic_id": "message thread not found",
}


class BotApi:
    """The API of one world's bot."""

    def __init__(self, world: World, pause: Pause) -> None:
        self._world = world
        self._pause = pause
        self._schema = Schema.load()

    def routes(self) -> list[Route]:
        """Return the routes, for all verbs that Telegram takes."""
        calls = Route("/bot{token}/{method}", self.call, methods=["GET", "POST"])
        # Starlette adds HEAD to GET; a HEAD request must not send messages
        calls.methods = {"GET", "POST"}
        return [
            calls,
            Route("/file/bot{token}/{path:path}", self.download),
            Route("/bot{rest:path}", self.lost, methods=["GET", "POST"]),
        ]

    async def call(self, request: Request) -> Response:
        """Carry out a method and answer as Telegram does."""
        method = request.path_params["method"]
        try:
            self._authorize(request.path_params["token"])
            name = self._schema.name(method)
            given = await received(request)
            fault = self._world.faults.take(name, chat_of(given))
            work = partial(self._respond, name, given)
            answer = await (play(fault, request, work, self._pause) if fault else work())
        except ApiError as error:
            logger.info("%s answered with %s", _shown(method), error.code)
            return _refusal(error)
        except Exception as error:  # noqa: BLE001  # the one place where a defect of ours becomes a 500
            logger.error("%s failed: %s", _shown(method), _where(error))  # noqa: TRY400  # values in it may be private
            return _refusal(ApiError(500, "Internal Server Error"))
        logger.info("%s answered with %s", name, answer.status_code)
        return answer

    async def download(self, request: Request) -> Response:
        """Send a file's bytes."""
        try:
            self._authorize(request.path_params["token"])
        except ApiError as error:
            return _refusal(error)
        stored = self._world.files.at(request.path_params["path"])
        if stored is None:
            return _refusal(ApiError(404, "Not Found"))
        return Response(stored.upload.content, media_type="application/octet-stream")

    async def lost(self, _request: Request) -> Response:
        """Answer to an address that is no method's."""
        return _refusal(ApiError(404, "Not Found"))

    async def carry_out(self, method: str, given: dict[str, Value]) -> Json | list[JsonObject]:
        """Return a method's result.

        Raises:
            ApiError: as the Bot API words it.
        """
        name = self._schema.name(method)
        parameters = self._schema.check(name, given)
        for foreign, reason in NOT_HERE.items():
            if foreign in parameters:
                raise bad_request(reason)
        return await METHODS[name](self._world, parameters)

    async def obey(self, method: str, given: JsonObject) -> None:
        """Carry out a method whose result nobody sees: one from a webhook's answer."""
        try:
            await self.carry_out(method, given)
        except ApiError as error:
            logger.info("%s from a webhook refused with %s", _shown(method), error.code)

    async def _respond(self, name: str, given: dict[str, Value]) -> Response:
        return JSONResponse({"ok": True, "result": await self.carry_out(name, given)})

    def _authorize(self, token: str) -> None:
        """Accept this bot's token and no other.

        Raises:
            ApiError: 401; another token, or none.
        """
        if ":" not in token:
            raise ApiError(401, "Unauthorized: invalid token specified")
        if not hmac.compare_digest(token.encode(), self._world.token.encode()):
            raise ApiError(401, "Unauthorized")


def chat_of(given: Mapping[str, Value]) -> object:
    """Return the chat that a request names, as a number where it is one."""
    chat_id = given.get("chat_id")
    is_number = isinstance(chat_id, str) and chat_id.removeprefix("-").isascii() and chat_id.removeprefix("-").isdigit()
    return int(str(chat_id)) if is_number and len(str(chat_id)) < MAX_DIGITS else chat_id


def _refusal(error: ApiError) -> Response:
    retry_after = error.parameters.get("retry_after")
    headers = {"Retry-After": str(retry_after)} if retry_after is not None else None
    return JSONResponse(error.answer(), error.code, headers=headers)


def _where(error: Exception) -> str:
    """Return kind and place of an error, without its text, which may hold what somebody wrote."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {place.filename}:{place.lineno}"


def _shown(method: str) -> str:
    """Return a name for the log: a method's, never what else somebody put into the address."""
    return json.dumps(method[:40]) if method.isascii() and method.isalnum() else "a malformed method"
