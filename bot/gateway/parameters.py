"""Are these the parameters that a method takes? Judged by `schema.json`, our short form of the API description.

In the schema a name that ends in `?` is optional; a type in brackets is a list of that type; `|` separates
alternatives; `=word` is a constant; everything else is a scalar or one of the types listed there.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bot.gateway.errors import ApiError, bad_request
from bot.gateway.files import Upload
from bot.gateway.json_types import Json, JsonObject
from bot.gateway.queries import TOO_OLD

INT64 = 2**63
TRUE = frozenset({"true", "yes", "1"})
FALSE = frozenset({"false", "no", "0"})
ATTACHMENT = "attach://"
Value = Json | Upload
# what Telegram says when one of these is missing; others get a text of our own
MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "from_chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "callback_query_id": TOO_OLD,
    "inline_query_id": TOO_OLD,
    "file_id": "file_id not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
}


class UnfitError(Exception):
    """A value is not of the type wanted; the text says where and what was wanted."""


@dataclass(frozen=True)
class Schema:
    """The methods and types of the Bot API that the gateway offers.

    Attributes:
        version: of the Bot API.
        methods: method -> parameter (with `?` when optional) -> type.
        types: object type -> field -> type.
        unions: abstract type -> the types it may be.
        not_offered: methods that Telegram has and the gateway has not.
        spelling: method in lower case -> its name; Telegram ignores case.
    """

    version: str
    methods: Mapping[str, Mapping[str, str]]
    types: Mapping[str, Mapping[str, str]]
    unions: Mapping[str, list[str]]
    not_offered: frozenset[str]
    spelling: Mapping[str, str]

    @classmethod
    def load(cls) -> "Schema":
        """Read the schema that is part of the package."""
        raw = json.loads(files("bot.gateway").joinpath("schema.json").read_text("utf-8"))
        names = [*raw["methods"], *raw["not_offered"]]
        spelling = {name.lower(): name for name in names}
        return cls(raw["version"], raw["methods"], raw["types"], raw["unions"], frozenset(raw["not_offered"]), spelling)

    def name(self, method: str) -> str:
        """Return a method's name in its proper spelling.

        Raises:
            ApiError: 404 when Telegram has no such method, 501 when it has but the gateway has not.
        """
        name = self.spelling.get(method.lower())
        if name is None:
            raise ApiError(404, "Not Found: method not found")
        if name in self.not_offered:
            raise ApiError(501, f"Not Implemented: Telegram has the method {name}, this gateway has not")
        return name

    def check(self, method: str, given: Mapping[str, Value]) -> JsonObject:
        """Return the parameters with their proper types, without those that the method does not know.

        Args:
            method: properly spelled name.
            given: as received: texts, JSON values and uploads.

        Raises:
            ApiError: 400; one is missing or of another type.
        """
        checked: JsonObject = {}
        for marked, kind in self.methods[method].items():
            name = marked.removesuffix("?")
            value = _unquoted(given.get(name), kind)
            if value is None or (value == "" and (name == marked or kind != "String")):
                _require(name, optional=name != marked)
                continue
            try:
                fitted = self._fit(value, kind, name)
                checked[name] = self._attached(fitted, given) if "InputFile" in kind else fitted
            except UnfitError as error:
                raise bad_request(f"can't parse {name}: {error}") from error
        return checked

    def _attached(self, value: Value, given: Mapping[str, Value]) -> Value:
        """Return the upload that an `attach://NAME` stands for, any other value as it is."""
        if not isinstance(value, str) or not value.startswith(ATTACHMENT):
            return value
        upload = given.get(value.removeprefix(ATTACHMENT))
        if not isinstance(upload, Upload):
            raise UnfitError(f"no file was attached as {value.removeprefix(ATTACHMENT)[:64]!r}")
        return upload

    def _fit(self, value: Value, kind: str, place: str) -> Value:
        """Return a value as the type wants it; the work of `check`, for fields and list items too."""
        if "|" in kind:
            return self._fit_any(value, kind.split("|"), place)
        if kind.startswith("["):
            if not isinstance(value, list):
                raise UnfitError(f'Field "{place}" must be an Array')
            return [self._fit(item, kind[1:-1], place) for item in value]
        if kind.startswith("="):
            return _constant(value, kind[1:], place)
        if kind in self.unions:
            return self._fit_any(value, self.unions[kind], place)
        if kind in self.types:
            return self._fit_object(value, kind, place)
        return SCALARS[kind](value, place)

    def _fit_object(self, value: Value, kind: str, place: str) -> JsonObject:
        if not isinstance(value, dict):
            raise UnfitError(f'Field "{place}" must be of type Object')
        fitted: JsonObject = {}
        for marked, field_kind in self.types[kind].items():
            name = marked.removesuffix("?")
            if value.get(name) is not None:
                fitted[name] = self._fit(value[name], field_kind, name)
            elif name == marked:
                raise UnfitError(f'Can\'t find field "{name}"')
        return fitted

    def _fit_any(self, value: Value, kinds: list[str], place: str) -> Value:
        """Return a value as the best of several types: of those that fit, the one that keeps most of its fields."""
        fitting: list[Value] = []
        reasons: list[str] = []
        for kind in kinds:
            try:
                fitting.append(self._fit(value, kind, place))
            except UnfitError as error:
                reasons.append(str(error))
        if not fitting:
            raise UnfitError(max(reasons, key=lambda reason: "must be =" not in reason))
        return max(fitting, key=lambda fitted: len(fitted) if isinstance(fitted, dict) else 0)


def _require(name: str, *, optional: bool) -> None:
    if not optional:
        raise bad_request(MISSING.get(name, f'parameter "{name}" is required'))


def _unquoted(value: Value, kind: str) -> Value:
    """Return what the JSON text of an object or a list stands for; other values as they are."""
    if not isinstance(value, str) or not value or kind in SCALARS or kind in SCALAR_UNIONS:
        return value
    return parse_json(value)


def parse_json(text: str) -> Json:
    """Return the value of a JSON text.

    Raises:
        ApiError: 400; not JSON, nested too deeply, or with numbers that JSON does not have.
    """
    try:
        value: Json = json.loads(text, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise bad_request("can't parse JSON object") from error
    return value


def _no_constant(word: str) -> Json:
    raise ValueError(word)


def _constant(value: Value, wanted: str, place: str) -> str:
    if value != wanted:
        raise UnfitError(f'Field "{place}" must be ={wanted}')
    return wanted


def _integer(value: Value, place: str) -> int:
    if isinstance(value, str) and value.strip().lstrip("-").isascii() and len(value) < len(str(INT64)) + 1:
        value = int(value) if value.strip().lstrip("-").isdigit() and value.count("-") <= 1 else value
    if isinstance(value, float) and value.is_integer() and abs(value) < INT64:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not -INT64 <= value < INT64:
        raise UnfitError(f'Field "{place}" must be of type Integer')
    return value


def _float(value: Value, place: str) -> float:
    try:
        number = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise UnfitError(f'Field "{place}" must be of type Float')
    return number


def _boolean(value: Value, place: str) -> bool:
    word = str(value).lower() if isinstance(value, bool | str | int) else ""
    if word not in TRUE | FALSE:
        raise UnfitError(f'Field "{place}" must be of type Boolean')
    return word in TRUE


def _string(value: Value, place: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnfitError(f'Field "{place}" must be of type String')
    return str(value)


def _file(value: Value, place: str) -> Value:
    if isinstance(value, Upload) or (isinstance(value, str) and value.startswith(ATTACHMENT)):
        return value
    raise UnfitError(f'Field "{place}" must be a file')


SCALARS: Mapping[str, Callable[[Any, str], Value]] = {
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "String": _string,
    "InputFile": _file,
}
SCALAR_UNIONS = frozenset({"Integer|String", "InputFile|String"})
