"""Privacy mode: what a bot sees of a group (Bots FAQ: what messages will my bot get)."""

import pytest

from bot.gateway.cast import GROUP_ID
from bot.gateway.personas import Persona
from bot.gateway.world import Options, World
from tests.gateway.client import TOKEN, Api, standing_clock


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("hello everyone", False),
        ("/help", True),
        ("/help@ilecu_demo_bot", True),
        ("/help@another_bot", False),
        ("what is a hit, @ILECU_demo_bot?", True),
        ("ask @another_bot", False),
    ],
)
async def test_in_a_group_the_bot_sees_only_what_is_meant_for_it(
    api: Api, officer: Persona, text: str, is_seen: bool
) -> None:
    officer.say(text, GROUP_ID)
    assert len(await api.updates()) == is_seen


async def test_a_reply_to_the_bot_is_seen(api: Api, officer: Persona) -> None:
    officer.say("/help", GROUP_ID)
    await api("sendMessage", chat_id=GROUP_ID, text="Ask away")
    officer.say("what is a hit?", GROUP_ID, reply_to=officer.messages(GROUP_ID)[-1])
    assert (await api.updates())[-1]["message"]["text"] == "what is a hit?"


async def test_a_reply_to_a_person_is_not_seen(api: Api, world: World, officer: Persona) -> None:
    said = officer.say("who is on duty?", GROUP_ID)
    Persona(world, "officer-belgrade").say("we are", GROUP_ID, reply_to=said)
    assert await api.updates() == []


async def test_everyone_in_the_group_sees_what_is_said(world: World, officer: Persona) -> None:
    officer.say("hello everyone", GROUP_ID)
    assert Persona(world, "officer-belgrade").messages(GROUP_ID)[-1]["text"] == "hello everyone"


async def test_without_privacy_mode_the_bot_sees_everything() -> None:
    world = World(TOKEN, clock=standing_clock(), options=Options(privacy_mode=False))
    Persona(world, "officer-tbilisi").say("hello everyone", GROUP_ID)
    assert len(world.updates.pending()) == 1


async def test_a_bot_that_left_sees_nothing(api: Api, officer: Persona) -> None:
    await api("leaveChat", chat_id=GROUP_ID)
    await api.updates()
    officer.say("/help", GROUP_ID)
    assert [update for update in await api.updates() if "message" in update] == []
