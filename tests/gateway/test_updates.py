"""Long polling: offsets, limits, kinds, waiting, and only one poller."""

import asyncio
import datetime as dt

import pytest

from bot.gateway.personas import Persona
from bot.gateway.updates import FIRST_ID, UpdateQueue
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, Api, RefusedError, standing_clock


def queue(count: int) -> UpdateQueue:
    """Return a queue with so many messages."""
    updates = UpdateQueue(standing_clock())
    for number in range(count):
        updates.add("message", {"message_id": number})
    return updates


async def numbers(updates: UpdateQueue, offset: int = 0, limit: int = 100) -> list[int]:
    """Return the ids of what a poll gives, counted from the first id."""
    return [update.number - FIRST_ID for update in await updates.poll(offset, limit, 0)]


async def test_numbers_rise_one_by_one() -> None:
    """Bot API, Update: identifiers increase sequentially."""
    assert await numbers(queue(3)) == [0, 1, 2]


async def test_without_an_offset_the_same_updates_come_again() -> None:
    """Bot API, getUpdates: offset."""
    updates = queue(2)
    assert await numbers(updates) == await numbers(updates) == [0, 1]


async def test_an_offset_confirms_everything_below_it() -> None:
    """Bot API, getUpdates: offset."""
    updates = queue(3)
    assert await numbers(updates, FIRST_ID + 2) == [2]
    assert await numbers(updates) == [2]


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest() -> None:
    """Bot API, getUpdates: offset."""
    updates = queue(5)
    assert await numbers(updates, -2) == [3, 4]
    assert await numbers(updates) == [3, 4]


async def test_a_negative_offset_beyond_the_start_gives_all() -> None:
    assert await numbers(queue(2), -5) == [0, 1]


@pytest.mark.parametrize(("limit", "count"), [(0, 1), (1, 1), (100, 100), (101, 100)])
async def test_a_poll_gives_1_to_100_updates(api: Api, world: World, limit: int, count: int) -> None:
    """Bot API, getUpdates: limit 1-100; server source: other values are clamped."""
    for number in range(101):
        world.updates.add("message", {"message_id": number})
    assert len(await api("getUpdates", limit=limit)) == count


async def test_kinds_that_were_not_asked_for_are_not_queued(api: Api, officer: Persona) -> None:
    """Bot API, getUpdates: allowed_updates."""
    await api("getUpdates", allowed_updates=["callback_query"])
    officer.say("hit?")
    assert await api("getUpdates") == []


async def test_without_a_list_the_former_one_stays(api: Api, officer: Persona) -> None:
    """Bot API, getUpdates: if not specified, the previous setting will be used."""
    await api("getUpdates", allowed_updates=["callback_query"])
    await api("getUpdates")
    officer.say("hit?")
    assert await api("getUpdates") == []


async def test_a_new_list_does_not_touch_what_is_queued(api: Api, officer: Persona) -> None:
    """Bot API, getUpdates: does not affect updates created before the call."""
    officer.say("hit?")
    assert len(await api("getUpdates", allowed_updates=["callback_query"])) == 1


@pytest.mark.parametrize(
    ("asked", "count"), [([], 0), (["message_reaction"], 1)], ids=["empty list: not by default", "asked for"]
)
async def test_reactions_come_only_on_request(api: Api, officer: Persona, asked: list[str], count: int) -> None:
    """Bot API, getUpdates: all except chat_member, message_reaction and message_reaction_count."""
    await api("getUpdates", allowed_updates=asked)
    officer.react(officer.messages()[0], "👍")
    assert len(await api("getUpdates")) == count


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        ("message", dt.timedelta(hours=24)),
        ("callback_query", dt.timedelta(seconds=150)),
        ("inline_query", dt.timedelta(seconds=30)),
    ],
)
async def test_updates_that_nobody_fetches_expire(kind: str, kept: dt.timedelta) -> None:
    """Bot API: kept at most 24 hours; server source, add_update: 150 and 30 seconds for queries."""
    clock = standing_clock()
    updates = UpdateQueue(clock)
    updates.add(kind, {})
    clock.advance(kept - dt.timedelta(seconds=1))
    assert await numbers(updates) == [0]
    clock.advance(dt.timedelta(seconds=1))
    assert await numbers(updates) == []


async def test_a_waiting_poll_returns_as_soon_as_something_happens() -> None:
    updates = queue(0)
    poll = asyncio.ensure_future(updates.poll(0, 100, 50))
    await asyncio.sleep(0)
    updates.add("message", {})
    assert [update.number for update in await poll] == [FIRST_ID]


async def test_a_second_poller_ends_the_first_one(api: Api, world: World) -> None:
    """Server source: Conflict: terminated by other getUpdates request."""
    first = asyncio.ensure_future(world.updates.poll(0, 100, 50))
    await asyncio.sleep(0)
    await api("getUpdates")
    with pytest.raises(Exception, match="terminated by other getUpdates request") as refused:
        await first
    assert getattr(refused.value, "code", None) == 409


async def test_a_closed_queue_lets_nobody_wait() -> None:
    updates = queue(0)
    poll = asyncio.ensure_future(updates.poll(0, 100, 50))
    await asyncio.sleep(0)
    updates.close()
    assert await poll == []
    assert await updates.poll(0, 100, 50) == []


async def test_no_polling_while_a_webhook_is_set(api: Api) -> None:
    """Server source: Conflict: can't use getUpdates method while webhook is active."""
    await api("setWebhook", url="https://bot.example.org/hook")
    with pytest.raises(RefusedError, match="can't use getUpdates method while webhook is active") as refused:
        await api("getUpdates")
    assert refused.value.code == 409


async def test_deleting_the_webhook_can_drop_what_waits(api: Api, officer: Persona) -> None:
    """Bot API, deleteWebhook: drop_pending_updates."""
    officer.say("hit?")
    await api("deleteWebhook", drop_pending_updates=True)
    assert await api("getUpdates") == []


async def test_a_block_is_reported(api: Api, officer: Persona) -> None:
    """Bot API, Update: my_chat_member, in private chats only when the bot is blocked or unblocked."""
    officer.block()
    officer.unblock()
    changes = [update["my_chat_member"]["new_chat_member"]["status"] for update in await api.updates()]
    assert changes == ["kicked", "member"]


async def test_joining_and_leaving_a_group_is_reported(api: Api, world: World) -> None:
    """Bot API, Update: chat_member only on request; the service message always."""
    await api("getUpdates", allowed_updates=["message", "chat_member"])
    owner = Persona(world, "coordinator-budapest")
    owner.invite(555_006, GROUP)
    owner.remove(555_006, GROUP)
    found = [sorted(update.keys() - {"update_id"}) for update in await api("getUpdates")]
    assert found == [["chat_member"], ["message"], ["message"], ["chat_member"]]


async def test_an_edit_by_a_person_is_reported(api: Api, officer: Persona) -> None:
    officer.edit(officer.say("hit?"), "red notice?")
    assert (await api.updates())[-1]["edited_message"]["text"] == "red notice?"


async def test_a_person_has_a_language(api: Api, officer: Persona) -> None:
    officer.say("hit?")
    (update,) = await api.updates()
    sender = update["message"]["from"]
    assert (sender["id"], sender["language_code"], sender["is_bot"]) == (OFFICER, "ka", False)
