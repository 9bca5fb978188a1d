"""The web routes that move the stage, not the play: clock, faults, sending limits."""

import datetime as dt
import math
from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.gateway.bodies import BodyError, json_body
from bot.gateway.faults import Fault, FaultKind
from bot.gateway.json_types import JsonObject
from bot.gateway.world import World

MIGRATED = "migrated"


class Control:
    """Routes over one world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/web/clock", self.clock, methods=["GET"]),
            Route("/web/clock", self.set_clock, methods=["POST"]),
            Route("/web/faults", self.faults, methods=["GET"]),
            Route("/web/faults", self.add_fault, methods=["POST"]),
            Route("/web/faults", self.clear_faults, methods=["DELETE"]),
            Route("/web/rates", self.rates, methods=["GET"]),
            Route("/web/rates", self.set_rates, methods=["PUT"]),
        ]

    async def clock(self, _request: Request) -> Response:
        """Return the time here and how far it is ahead; a bot's clock can follow it."""
        return JSONResponse(self._time())

    async def set_clock(self, request: Request) -> Response:
        """Go forward, by `advance_seconds` or to `now`; all pages hear of it."""
        try:
            self._world.clock.advance(_step(await json_body(request), self._world.clock.now()))
        except (BodyError, ValueError) as error:
            return _refusal(error)
        self._world.events.publish_all("clock", self._time())
        return JSONResponse(self._time())

    async def faults(self, _request: Request) -> Response:
        """Return the faults that are still to come."""
        return JSONResponse([asdict(fault) for fault in self._world.faults.remaining()])

    async def add_fault(self, request: Request) -> Response:
        """Write a fault into the script; the kind `migrated` upgrades a group for good."""
        try:
            body = await json_body(request)
            if body.get("kind") == MIGRATED:
                return self._migrate(body)
            fault = _fault(body)
        except (BodyError, ValueError) as error:
            return _refusal(error)
        self._world.faults.add(fault)
        return JSONResponse(asdict(fault), 201)

    async def clear_faults(self, _request: Request) -> Response:
        """Let everything go well again."""
        self._world.faults.clear()
        return Response(status_code=204)

    async def rates(self, _request: Request) -> Response:
        """Return whether sending limits are on."""
        return JSONResponse({"enabled": self._world.rates.enabled})

    async def set_rates(self, request: Request) -> Response:
        """Switch the sending limits."""
        try:
            enabled = (await json_body(request)).get("enabled")
        except BodyError as error:
            return _refusal(error)
        if not isinstance(enabled, bool):
            return _refusal(BodyError("enabled must be true or false"))
        self._world.rates.enabled = enabled
        return JSONResponse({"enabled": enabled})

    def _time(self) -> JsonObject:
        offset = self._world.clock.offset.total_seconds()
        return {"now": self._world.clock.now().isoformat(), "offset_seconds": offset}

    def _migrate(self, body: JsonObject) -> Response:
        chat_id = body.get("chat_id")
        chat = self._world.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or chat.fields["type"] != "group" or chat.migrated_to is not None:
            raise BodyError("only a group that is not a supergroup can be upgraded")
        return JSONResponse({"kind": MIGRATED, "migrate_to_chat_id": self._world.migrate(chat).chat_id}, 201)


def _step(body: JsonObject, now: dt.datetime) -> dt.timedelta:
    """Return how far a request wants to go; may be negative, which the clock refuses."""
    seconds = body.get("advance_seconds")
    if isinstance(seconds, int | float) and not isinstance(seconds, bool) and math.isfinite(seconds):
        return _timedelta(seconds)
    if isinstance(body.get("now"), str):
        wanted = dt.datetime.fromisoformat(body["now"])
        if wanted.tzinfo is None:
            raise BodyError("now must have a time zone")
        return wanted - now
    raise BodyError("expected advance_seconds, a number, or now, an ISO 8601 time")


def _timedelta(seconds: float) -> dt.timedelta:
    try:
        return dt.timedelta(seconds=seconds)
    except OverflowError as error:
        raise BodyError("that is beyond the calendar") from error


def _fault(body: JsonObject) -> Fault:
    """Return the fault that a request describes."""
    chat_id, method, times = body.get("chat_id"), body.get("method"), body.get("times", 1)
    seconds = body.get("seconds", 1)
    if not isinstance(chat_id, int | None) or not isinstance(method, str | None) or not isinstance(times, int | None):
        raise BodyError("chat_id and times must be numbers or null, method a name or null")
    if not isinstance(seconds, int | float) or not math.isfinite(seconds) or (times is not None and times < 1):
        raise BodyError("seconds must be a number, times at least 1")
    return Fault(FaultKind(str(body.get("kind"))), chat_id, method, times, seconds)


def _refusal(error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 400)
