"""What a bot says of itself: commands, name, descriptions and menu button, per language and scope."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.gateway.json_types import JsonObject

Scope = tuple[str | int, ...]


@dataclass
class BotProfile:
    """The bot's settings as set through the API.

    Attributes:
        commands: (scope, two-letter language or "") -> list of commands.
        texts: (name, description or short_description; language or "") -> text.
        menu_buttons: chat id, or None for the default -> menu button.
    """

    commands: dict[tuple[Scope, str], list[JsonObject]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int | None, JsonObject] = field(default_factory=dict)

    def commands_for(self, scopes: Iterable[Scope], locale: str) -> list[JsonObject]:
        """Return the first list that is set, with the language first within each scope.

        Args:
            scopes: narrowest first.
            locale: the client's language tag; its first two letters count.
        """
        keys = [(scope, language) for scope in scopes for language in (locale[:2], "")]
        return next((self.commands[key] for key in keys if self.commands.get(key)), [])

    def text(self, field_name: str, language: str) -> str:
        """Return a text in a language, else the one for all languages, else ""."""
        return self.texts.get((field_name, language)) or self.texts.get((field_name, ""), "")


def scope_of(scope: JsonObject | None) -> Scope:
    """Return a BotCommandScope as a key: its type, then chat and user where it has them."""
    described = scope or {"type": "default"}
    return tuple(described[name] for name in ("type", "chat_id", "user_id") if name in described)


def private_scopes(chat_id: int) -> list[Scope]:
    """Return the scopes that count in a private chat, narrowest first."""
    return [("chat", chat_id), ("all_private_chats",), ("default",)]


def group_scopes(chat_id: int, user_id: int, *, administrator: bool) -> list[Scope]:
    """Return the scopes that count for one member of a group, narrowest first."""
    member: list[Scope] = [("chat_member", chat_id, user_id)]
    of_chat: list[Scope] = [("chat_administrators", chat_id)] if administrator else []
    of_all: list[Scope] = [("all_chat_administrators",)] if administrator else []
    return [*member, *of_chat, ("chat", chat_id), *of_all, ("all_group_chats",), ("default",)]
