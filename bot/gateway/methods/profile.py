"""What the bot says of itself: commands, name, descriptions, menu button."""

import re

from bot.gateway.chats import Chat
from bot.gateway.errors import bad_request
from bot.gateway.json_types import JsonObject
from bot.gateway.methods.targets import known_chat
from bot.gateway.profile import Scope, scope_of
from bot.gateway.world import World

LANGUAGE = re.compile(r"([a-z]{2})?")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
MAX_TEXTS = {"name": 64, "description": 512, "short_description": 120}


async def set_my_commands(world: World, parameters: JsonObject) -> bool:
    """Set the command menu of a scope and language."""
    key = _key(world, parameters)
    commands = {_command(command)["command"]: _command(command) for command in parameters["commands"]}
    if len(parameters["commands"]) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[key] = list(commands.values())
    _announce(world)
    return True


async def get_my_commands(world: World, parameters: JsonObject) -> list[JsonObject]:
    """Return the list of exactly this scope and language."""
    return world.profile.commands.get(_key(world, parameters), [])


async def delete_my_commands(world: World, parameters: JsonObject) -> bool:
    """Remove the list of exactly this scope and language."""
    world.profile.commands.pop(_key(world, parameters), None)
    _announce(world)
    return True


async def set_my_name(world: World, parameters: JsonObject) -> bool:
    """Set the bot's name in a language."""
    return _set_text(world, parameters, "name")


async def get_my_name(world: World, parameters: JsonObject) -> JsonObject:
    """Return the bot's name in a language."""
    return {"name": world.profile.text("name", _language(parameters)) or world.bot["first_name"]}


async def set_my_description(world: World, parameters: JsonObject) -> bool:
    """Set what an empty chat shows."""
    return _set_text(world, parameters, "description")


async def get_my_description(world: World, parameters: JsonObject) -> JsonObject:
    """Return what an empty chat shows."""
    return {"description": world.profile.text("description", _language(parameters))}


async def set_my_short_description(world: World, parameters: JsonObject) -> bool:
    """Set what the bot's profile page shows."""
    return _set_text(world, parameters, "short_description")


async def get_my_short_description(world: World, parameters: JsonObject) -> JsonObject:
    """Return what the bot's profile page shows."""
    return {"short_description": world.profile.text("short_description", _language(parameters))}


async def set_chat_menu_button(world: World, parameters: JsonObject) -> bool:
    """Set the menu button of a private chat, or the default one."""
    button = parameters.get("menu_button", {"type": "default"})
    world.profile.menu_buttons[_private_chat_id(world, parameters)] = button
    return True


async def get_chat_menu_button(world: World, parameters: JsonObject) -> JsonObject:
    """Return the menu button of a private chat, or the default one."""
    chosen = world.profile.menu_buttons.get(_private_chat_id(world, parameters))
    return chosen or world.profile.menu_buttons.get(None) or {"type": "default"}


def _private_chat_id(world: World, parameters: JsonObject) -> int | None:
    if "chat_id" not in parameters:
        return None
    chat: Chat = known_chat(world, parameters["chat_id"])
    if not chat.is_private:
        raise bad_request("chat not found")
    return chat.chat_id


def _language(parameters: JsonObject) -> str:
    language = str(parameters.get("language_code", ""))
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _key(world: World, parameters: JsonObject) -> tuple[Scope, str]:
    scope = parameters.get("scope")
    if scope and "chat_id" in scope:
        known_chat(world, scope["chat_id"])
    return scope_of(scope), _language(parameters)


def _command(command: JsonObject) -> JsonObject:
    name = command["command"].strip().removeprefix("/")
    description = command["description"].strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _set_text(world: World, parameters: JsonObject, field_name: str) -> bool:
    text = parameters.get(field_name, "").strip()
    if len(text) > MAX_TEXTS[field_name]:
        raise bad_request(f"{field_name.replace('_', ' ')} is too long")
    world.profile.texts[field_name, _language(parameters)] = text
    return True


def _announce(world: World) -> None:
    """Tell the pages that menus changed; each asks again for its own."""
    for profile in world.cast.values():
        for chat in world.chats_of(profile.user_id):
            world.events.publish(profile.user_id, "commands", {"chat_id": chat.chat_id})
