"""What is not sent when its time comes."""

import datetime as dt
from typing import Any

import pytest

from bot.models import Channel, Delivery, DeliveryState, Member
from bot.services.deliveries.claiming import Claim
from bot.services.deliveries.triage import held_back

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
MIDNIGHT = dt.datetime(2026, 11, 24, 23, tzinfo=dt.UTC)


def claimed(member: dict[str, Any] | None = None, **fields: object) -> Claim:
    """Return a claimed delivery to somebody in Budapest."""
    given: dict[str, Any] = {"key": "k", "kind": "reminder", "payload": {}, "due_at": NOON, "is_urgent": False}
    receiver: dict[str, Any] = {"channel": Channel.TELEGRAM, "chat_id": 11, "country": "HU"}
    return Claim(Delivery(**(given | fields)), Member(**(receiver | (member or {}))))


def test_late_is_sent_late() -> None:
    assert held_back(claimed(), NOON + dt.timedelta(days=9)) is None


def test_what_is_useless_is_skipped() -> None:
    useless = held_back(claimed(useless_after=NOON), NOON)
    assert useless is not None
    assert useless.state is DeliveryState.SKIPPED
    assert held_back(claimed(useless_after=NOON + dt.timedelta(seconds=1)), NOON) is None


def test_nobody_is_woken() -> None:
    waiting = held_back(claimed(), MIDNIGHT)
    assert waiting is not None
    assert (waiting.state, waiting.counts) == (DeliveryState.DUE, False)
    assert waiting.due_at == dt.datetime(2026, 11, 25, 6, tzinfo=dt.UTC)


@pytest.mark.parametrize(("minutes", "waits"), [(-1, False), (0, False), (1, True)])
def test_what_would_be_useless_in_the_morning_wakes(minutes: int, waits: bool) -> None:
    morning = dt.datetime(2026, 11, 25, 6, tzinfo=dt.UTC)
    found = held_back(claimed(useless_after=morning + dt.timedelta(minutes=minutes)), MIDNIGHT)
    assert (found is not None) is waits


def test_what_is_urgent_wakes() -> None:
    assert held_back(claimed(is_urgent=True), MIDNIGHT) is None


def test_who_has_blocked_the_assistant_is_not_tried() -> None:
    failed = held_back(claimed({"reachable": False}), NOON)
    assert failed is not None
    assert (failed.state, failed.error) == (DeliveryState.FAILED, "unreachable")
