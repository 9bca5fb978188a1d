"""What travels as JSON: Bot API objects are plain dictionaries, exactly as they are sent."""

from typing import Any

JsonObject = dict[str, Any]
Json = JsonObject | list[Any] | str | int | float | bool | None
