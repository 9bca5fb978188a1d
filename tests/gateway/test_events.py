"""Events reach every tab of a person, and nobody else's."""

from bot.gateway.events import MAX_BACKLOG, EventHub
from tests.gateway.client import heard


async def test_each_tab_of_a_person_hears_an_event() -> None:
    hub = EventHub()
    tabs = [hub.open(1), hub.open(1)]
    hub.publish(1, "chats", {})
    assert [(await heard(tab)).name for tab in tabs] == ["chats", "chats"]


async def test_others_hear_nothing() -> None:
    hub = EventHub()
    other = hub.open(2)
    hub.publish(1, "message", {})
    hub.publish_all("clock", {})
    assert (await heard(other)).name == "clock"


async def test_a_tab_that_does_not_read_is_let_go() -> None:
    hub = EventHub()
    tab = hub.open(1)
    for _ in range(MAX_BACKLOG + 1):
        hub.publish(1, "chats", {})
    assert len([event async for event in tab]) == MAX_BACKLOG


async def test_closing_ends_streams_that_are_open_and_those_opened_later() -> None:
    hub = EventHub()
    before = hub.open(1)
    hub.close()
    assert [event async for event in before] == [event async for event in hub.open(1)] == []
