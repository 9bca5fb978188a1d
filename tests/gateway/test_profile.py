"""Command menus, names and descriptions: which one a person sees."""

import pytest

from bot.gateway.personas import Persona
from bot.gateway.profile import group_scopes, private_scopes, scope_of
from bot.gateway.world import World
from tests.gateway.client import COLLEAGUE, GROUP, OFFICER, Api, RefusedError, heard


def menu(name: str) -> list[dict[str, str]]:
    """Return a list with one command."""
    return [{"command": name, "description": "x"}]


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ([{}], "c0"),
        ([{}, {"language_code": "ka"}], "c1"),
        ([{"language_code": "ka"}, {"scope": {"type": "all_private_chats"}}], "c1"),
        ([{"scope": {"type": "chat", "chat_id": OFFICER}}, {"scope": {"type": "all_private_chats"}}], "c0"),
        ([{}, {"language_code": "hu"}], "c0"),
        ([{}, {"scope": {"type": "all_group_chats"}}], "c0"),
    ],
    ids=["default", "language", "scope before language", "this chat", "another language", "groups only"],
)
async def test_a_private_chat_shows_the_narrowest_menu(
    api: Api, officer: Persona, settings: list[dict[str, object]], shown: str
) -> None:
    """Bot API, determining list of commands."""
    for number, setting in enumerate(settings):
        await api("setMyCommands", commands=menu(f"c{number}"), **setting)
    assert [command["command"] for command in officer.commands()] == [shown]


async def test_an_owner_sees_the_administrators_menu_of_a_group(api: Api, world: World) -> None:
    await api("setMyCommands", commands=menu("all"), scope={"type": "all_group_chats"})
    await api("setMyCommands", commands=menu("lead"), scope={"type": "all_chat_administrators"})
    assert Persona(world, "coordinator-budapest").commands(GROUP) == menu("lead")
    assert Persona(world, "officer-tbilisi").commands(GROUP) == menu("all")


async def test_one_member_of_a_group_may_have_a_menu_of_their_own(api: Api, world: World) -> None:
    scope = {"type": "chat_member", "chat_id": GROUP, "user_id": COLLEAGUE}
    await api("setMyCommands", commands=menu("own"), scope=scope)
    assert Persona(world, "officer-belgrade").commands(GROUP) == menu("own")
    assert Persona(world, "officer-tbilisi").commands(GROUP) == []


def test_scopes_of_a_chat_are_ordered_from_narrow_to_wide() -> None:
    """Bot API, determining list of commands."""
    assert private_scopes(7) == [("chat", 7), ("all_private_chats",), ("default",)]
    assert group_scopes(-1, 7, administrator=True) == [
        ("chat_member", -1, 7), ("chat_administrators", -1), ("chat", -1), ("all_chat_administrators",),
        ("all_group_chats",), ("default",),
    ]  # fmt: skip


def test_no_scope_is_the_default_scope() -> None:
    assert scope_of(None) == ("default",)


async def test_a_deleted_menu_gives_way_to_the_next(api: Api, officer: Persona) -> None:
    await api("setMyCommands", commands=menu("wide"))
    await api("setMyCommands", commands=menu("narrow"), language_code="ka")
    await api("deleteMyCommands", language_code="ka")
    assert officer.commands() == menu("wide")


async def test_the_bot_reads_back_exactly_the_menu_it_asks_for(api: Api) -> None:
    await api("setMyCommands", commands=menu("wide"))
    assert await api("getMyCommands") == menu("wide")
    assert await api("getMyCommands", language_code="ka") == []


async def test_a_leading_slash_is_stripped_and_of_duplicates_the_last_stays(api: Api) -> None:
    """Observed: see the limits of command names."""
    commands = [{"command": "/start", "description": "x"}, {"command": "start", "description": "y"}]
    await api("setMyCommands", commands=commands)
    assert await api("getMyCommands") == [{"command": "start", "description": "y"}]


async def test_a_list_that_is_refused_leaves_the_old_one(api: Api) -> None:
    """Observed: BOT_COMMANDS_TOO_MUCH and the old list stays."""
    await api("setMyCommands", commands=menu("old"))
    with pytest.raises(RefusedError, match="BOT_COMMANDS_TOO_MUCH"):
        await api("setMyCommands", commands=[{"command": f"c{n}", "description": "x"} for n in range(101)])
    assert await api("getMyCommands") == menu("old")


async def test_a_menu_for_an_unknown_chat_is_refused(api: Api) -> None:
    with pytest.raises(RefusedError, match="chat not found"):
        await api("setMyCommands", commands=menu("x"), scope={"type": "chat", "chat_id": 1})


async def test_pages_hear_that_menus_changed(api: Api, world: World) -> None:
    seen = world.events.open(OFFICER)
    await api("setMyCommands", commands=menu("x"))
    assert (await heard(seen)).name == "commands"


@pytest.mark.parametrize("field", ["name", "description", "short_description"])
async def test_a_text_is_kept_per_language_and_falls_back(api: Api, field: str) -> None:
    method = "".join(word.capitalize() for word in field.split("_"))
    await api(f"setMy{method}", **{field: "for all"})
    await api(f"setMy{method}", **{field: "ქართული"}, language_code="ka")
    assert await api(f"getMy{method}", language_code="ka") == {field: "ქართული"}
    assert await api(f"getMy{method}", language_code="hu") == {field: "for all"}


async def test_without_a_name_of_its_own_the_bot_is_called_by_its_first_name(api: Api, world: World) -> None:
    assert await api("getMyName") == {"name": world.bot["first_name"]}


async def test_a_chats_menu_button_wins_over_the_default(api: Api, officer: Persona) -> None:
    await api("setChatMenuButton", menu_button={"type": "commands"})
    assert await api("getChatMenuButton", chat_id=OFFICER) == {"type": "commands"}
    await api("setChatMenuButton", chat_id=OFFICER, menu_button={"type": "default"})
    assert await api("getChatMenuButton", chat_id=OFFICER) == {"type": "default"}


async def test_a_group_has_no_menu_button(api: Api) -> None:
    with pytest.raises(RefusedError, match="chat not found"):
        await api("setChatMenuButton", chat_id=GROUP)
