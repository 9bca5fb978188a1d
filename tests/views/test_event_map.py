"""Screens of the point on the map, in English, and in all languages as Telegram takes them."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks.event_map import DropPoint, ShowMap
from bot.i18n import Languages
from bot.models import Event, EventState
from bot.services.events.parts import Parts
from bot.views import event_card, event_map, event_plans
from bot.views.event_card import Reader
from bot.views.event_map import Place
from bot.views.event_plans import Plan
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_events import BELGRADE, ENGLISH, EVERYTHING, TEXTS, difference, listed, read

POINT: dict[str, Any] = {"latitude": 41.7, "longitude": 44.8}


def plan(made: Event) -> Plan:
    """Return an event as who plans it sees it."""
    return Plan(made, (), Parts(), (), ZoneInfo("UTC"))


def test_a_place_has_its_name_and_address_or_else_the_title_of_the_event() -> None:
    assert event_map.place(event(id=7, **EVERYTHING), TEXTS, ENGLISH) == Place(
        41.7, 44.8, "House of the Example", "Example Street 1"
    )
    assert event_map.place(event(id=7, venue=None, **POINT), TEXTS, ENGLISH) == Place(41.7, 44.8, "Visit <1>", "")


def test_without_a_point_there_is_no_place_and_no_button() -> None:
    assert event_map.place(event(id=7), TEXTS, ENGLISH) is None
    targets = [button.target for row in event_card.card(listed(), Reader(BELGRADE), ENGLISH).rows for button in row]
    assert not any(isinstance(target, ShowMap) for target in targets)


def test_the_card_s_button_asks_the_assistant_for_the_map() -> None:
    shown = event_card.card(listed(**POINT), Reader(BELGRADE), ENGLISH)
    assert ShowMap(7) in [button.target for row in shown.rows for button in row]


def test_a_point_that_is_there_can_be_looked_at_and_taken_away() -> None:
    shown = event_map.ask(plan(event(id=7, **POINT)), ENGLISH)
    assert "Now: 41.7, 44.8" in read(shown)
    assert [button.target for button in shown.rows[0]] == [ShowMap(7), DropPoint(7)]
    assert len(event_map.ask(plan(event(id=7)), ENGLISH).rows) == 1


def test_the_plan_and_a_change_show_the_point() -> None:
    assert "Point on the map: 41.7, 44.8" in read(event_plans.plan(plan(event(id=7, **POINT)), ENGLISH))
    assert "Before: –\nNow: 41.7, 44.8" in difference("position", "", "41.7,44.8")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    accept(event_map.ask(plan(event(id=7, state=EventState.DRAFT)), translator))
    accept(event_map.ask(plan(event(id=7, **POINT)), translator))
    accept(event_map.kept(event(id=7), translator))
    assert len(event_map.has_no_point(translator)) <= 200
