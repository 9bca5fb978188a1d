"""Formatted text, judged by TDLib itself (the library under Telegram's own Bot API server), offline."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import tdjson

from bot.gateway.errors import bad_request
from bot.gateway.json_types import JsonObject

MAX_RAW_BYTES = 32_768
MAX_ENTITIES = 100
PARSE_MODES = {
    "html": {"@type": "textParseModeHTML"},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
    "markdown": {"@type": "textParseModeMarkdown", "version": 1},
}
# TDLib's names for entity types, and the Bot API's
ENTITY_TYPES = {
    "Mention": "mention", "Hashtag": "hashtag", "Cashtag": "cashtag", "BotCommand": "bot_command", "Url": "url",
    "EmailAddress": "email", "PhoneNumber": "phone_number", "Bold": "bold", "Italic": "italic",
    "Underline": "underline", "Strikethrough": "strikethrough", "Spoiler": "spoiler", "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote", "Code": "code", "Pre": "pre", "PreCode": "pre",
    "TextUrl": "text_link", "MentionName": "text_mention", "CustomEmoji": "custom_emoji", "DateTime": "date_time",
}  # fmt: skip
WITHHELD = frozenset({"MediaTimestamp", "BankCardNumber"})
"""What TDLib finds and Telegram's server does not pass on to bots: `12:00` is no link."""
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})
FORMATS = frozenset(ENTITY_TYPES.values())


@dataclass(frozen=True)
class FormattedText:
    """Text without markup, and its entities with offsets in UTF-16 units, in order."""

    text: str
    entities: tuple[JsonObject, ...] = ()

    def fields(self, prefix: str = "") -> JsonObject:
        """Return the message fields: `text` and `entities`, or with a prefix `caption` and `caption_entities`."""
        names = (prefix, f"{prefix}_entities") if prefix else ("text", "entities")
        content: JsonObject = {names[0]: self.text} if self.text else {}
        return content | ({names[1]: list(self.entities)} if self.entities else {})


class TextParser:
    """Turns text with markup into text with entities."""

    def __init__(self, users: Mapping[int, JsonObject]) -> None:
        self._users = users
        # TDLib logs every request with its text to stderr otherwise
        self._execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})

    def format(
        self, text: str, parse_mode: str | None = None, entities: Sequence[JsonObject] | None = None
    ) -> FormattedText:
        """Return what a message shows, with links, commands and mentions found.

        Args:
            text: raw text, cleaned and trimmed here as Telegram does.
            parse_mode: HTML, MarkdownV2 or Markdown, in any case; None or "" for plain text.
            entities: explicit entities; used when there is no parse mode.

        Raises:
            ApiError: 400, worded as Telegram does.
        """
        if len(text.encode()) > MAX_RAW_BYTES:
            raise bad_request("text is too long")
        cleaned = _clean(text)
        if parse_mode:
            parsed = self._parse(cleaned, parse_mode)
        else:
            parsed = FormattedText(cleaned, tuple(_checked(entity, cleaned) for entity in entities or ()))
        trimmed = _trim(parsed)
        found = self._found(trimmed)
        ordered = sorted([*trimmed.entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))
        return FormattedText(trimmed.text, tuple(ordered[:MAX_ENTITIES]))

    def _parse(self, text: str, parse_mode: str) -> FormattedText:
        mode = PARSE_MODES.get(parse_mode.lower())
        if mode is None:
            raise bad_request("unsupported parse_mode")
        parsed = self._execute({"@type": "parseTextEntities", "text": text, "parse_mode": mode})
        if parsed["@type"] == "error":
            reason = str(parsed["message"])
            raise bad_request(reason[:1].lower() + reason[1:])
        return FormattedText(parsed["text"], tuple(self._known(map(_entity, parsed["entities"]))))

    def _known(self, entities: Iterable[JsonObject]) -> Iterator[JsonObject]:
        """Fill in the users that are mentioned by id; a mention of somebody unknown is dropped, its text stays."""
        for entity in entities:
            if "user" not in entity:
                yield entity
            elif entity["user"]["id"] in self._users:
                yield entity | {"user": self._users[entity["user"]["id"]]}

    def _found(self, formatted: FormattedText) -> list[JsonObject]:
        """Return links, commands, mentions and the like that stand in the text outside code and links."""
        if not formatted.text:
            return []
        answer = self._execute({"@type": "getTextEntities", "text": formatted.text})
        taken = [entity for entity in formatted.entities if entity["type"] in OPAQUE]
        found = (_entity(entity) for entity in answer["entities"] if _type_name(entity) not in WITHHELD)
        return [entity for entity in found if not any(_overlap(entity, other) for other in taken)]

    @staticmethod
    def _execute(request: JsonObject) -> JsonObject:
        answer = tdjson.td_execute(json.dumps(request).encode())
        parsed: JsonObject = json.loads(answer or "{}")
        return parsed


def utf16_length(text: str) -> int:
    """Return the length of a text in the unit of entity offsets."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, entity: JsonObject) -> str:
    """Return the part of a text that an entity covers."""
    start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    return text.encode("utf-16-le")[start:end].decode("utf-16-le", errors="replace")


def spans(formatted: JsonObject, kind: str) -> Iterable[str]:
    """Return the parts of a message's text or caption that entities of one type cover."""
    text: str = formatted.get("text") or formatted.get("caption") or ""
    entities: list[JsonObject] = formatted.get("entities") or formatted.get("caption_entities") or []
    return [utf16_slice(text, entity) for entity in entities if entity["type"] == kind]


def _clean(text: str) -> str:
    """Drop what Telegram drops: carriage returns; other control characters become spaces."""
    kept = text.replace("\r", "")
    return "".join(" " if character < " " and character != "\n" else character for character in kept)


def _type_name(found: JsonObject) -> str:
    """Return TDLib's name for the type of an entity."""
    name: str = found["type"]["@type"]
    return name.removeprefix("textEntityType")


def _entity(found: JsonObject) -> JsonObject:
    """Translate a TDLib entity."""
    kind, name = found["type"], _type_name(found)
    entity: JsonObject = {"offset": found["offset"], "length": found["length"], "type": ENTITY_TYPES[name]}
    extra = {
        "TextUrl": ("url", kind.get("url")),
        "PreCode": ("language", kind.get("language")),
        "CustomEmoji": ("custom_emoji_id", kind.get("custom_emoji_id")),
        "MentionName": ("user", {"id": kind.get("user_id")}),
        "DateTime": ("unix_time", kind.get("unix_time")),
    }.get(name)
    return entity | {extra[0]: extra[1]} if extra else entity


def _checked(entity: JsonObject, text: str) -> JsonObject:
    """Return an explicit entity that lies within the text.

    Raises:
        ApiError: 400; the entity is of no known type or lies outside.
    """
    if entity["type"] not in FORMATS:
        raise bad_request(f'can\'t parse MessageEntity: Unsupported type "{entity["type"]}"')
    if entity["offset"] < 0 or entity["length"] <= 0:
        raise bad_request("can't parse MessageEntity: Receive an entity with incorrect offset or length")
    units = utf16_length(text)
    if entity["offset"] + entity["length"] > units:
        raise bad_request("can't parse MessageEntity: the entity ends after the text")
    return entity


def _trim(formatted: FormattedText) -> FormattedText:
    """Strip blanks at the end, and at the start up to the first entity."""
    text = formatted.text.rstrip(" \n")
    start = min((entity["offset"] for entity in formatted.entities), default=len(text))
    blanks = len(text) - len(text.lstrip(" \n"))
    cut = min(blanks, start)
    text = text[cut:]
    units = utf16_length(text)
    shifted = [entity | {"offset": entity["offset"] - cut} for entity in formatted.entities]
    clipped = [entity | {"length": min(entity["length"], units - entity["offset"])} for entity in shifted]
    return FormattedText(text, tuple(entity for entity in clipped if entity["length"] > 0))


def _overlap(one: JsonObject, other: JsonObject) -> bool:
    starts_before = bool(one["offset"] < other["offset"] + other["length"])
    return starts_before and bool(other["offset"] < one["offset"] + one["length"])
