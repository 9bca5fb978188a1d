"""Errors as the Bot API reports them: a code, a description and sometimes parameters."""

from bot.gateway.json_types import JsonObject


class ApiError(Exception):
    """A request that the Bot API refuses.

    Attributes:
        code: HTTP status and `error_code`.
        description: text as Telegram words it, with its prefix ("Bad Request: ...").
        parameters: `retry_after` or `migrate_to_chat_id`; empty for most errors.
    """

    def __init__(self, code: int, description: str, parameters: JsonObject | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def answer(self) -> JsonObject:
        """Return the body of the HTTP answer."""
        body: JsonObject = {"ok": False, "error_code": self.code, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


def bad_request(reason: str, parameters: JsonObject | None = None) -> ApiError:
    """Return a 400: the request itself is wrong."""
    return ApiError(400, f"Bad Request: {reason}", parameters)


def forbidden(reason: str) -> ApiError:
    """Return a 403: the bot may not do that, here and now."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """Return a 409: two consumers of updates."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    """Return a 429; `retry_after` in whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
