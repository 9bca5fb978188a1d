"""Callback and inline queries that wait for the bot's answer."""

import asyncio
import datetime as dt
import itertools
from dataclasses import dataclass

from bot.gateway.clock import Clock
from bot.gateway.errors import bad_request
from bot.gateway.json_types import JsonObject

FIRST_ID = 7_770_000_000_001
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
# how long an answer is taken: as long as the official server keeps such an update undelivered
CALLBACK_LIFETIME = dt.timedelta(seconds=150)
INLINE_LIFETIME = dt.timedelta(seconds=30)


@dataclass(frozen=True)
class Query:
    """A question to the bot.

    Attributes:
        query_id: what the bot answers with.
        user_id: who asked.
        expires: until when an answer is taken.
        answer: what the bot answered; the parameters of its request.
    """

    query_id: str
    user_id: int
    expires: dt.datetime
    answer: asyncio.Future[JsonObject]


class QueryDesk:
    """Hands out queries and takes one answer to each, in time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = itertools.count(FIRST_ID)
        self._open: dict[str, Query] = {}

    def ask(self, user_id: int, lifetime: dt.timedelta) -> Query:
        """Open a query of a user; must run inside an event loop."""
        self._forget_expired()
        answer: asyncio.Future[JsonObject] = asyncio.get_running_loop().create_future()
        query = Query(str(next(self._numbers)), user_id, self._clock.now() + lifetime, answer)
        self._open[query.query_id] = query
        return query

    def find(self, query_id: str) -> Query:
        """Return an unanswered query.

        Raises:
            ApiError: 400; answered already, expired, or never asked.
        """
        query = self._open.get(query_id)
        if query is None or query.answer.done() or query.expires <= self._clock.now():
            raise bad_request(TOO_OLD)
        return query

    def answer(self, query_id: str, answer: JsonObject) -> Query:
        """Answer a query.

        Raises:
            ApiError: 400; answered already, expired, or never asked.
        """
        query = self.find(query_id)
        query.answer.set_result(answer)
        del self._open[query_id]
        return query

    def _forget_expired(self) -> None:
        now = self._clock.now()
        self._open = {query_id: query for query_id, query in self._open.items() if query.expires > now}

    def close(self) -> None:
        """Give up all open queries; for shutting down."""
        for query in self._open.values():
            query.answer.cancel()
