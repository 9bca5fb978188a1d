"""Sliding windows and even distances."""

import pytest

from bot.pacing import LATENCY, MANY, Spacing, Window


def test_a_window_has_room_again_when_the_oldest_leaves_it() -> None:
    window = Window(2, 1)
    for now in (0.0, 0.4):
        window.answered(window.take(now), now)
    assert window.wait(0.5) == pytest.approx(0.5)
    assert window.wait(1.0) == 0


def test_a_request_counts_from_its_answer_on_but_not_for_ever() -> None:
    window = Window(1, 1)
    slot = window.take(0)
    assert window.wait(0.1) == pytest.approx(1 + LATENCY - 0.1)
    window.answered(slot, 0.1)
    assert window.wait(0.1) == pytest.approx(1)
    window.answered(slot, 9)
    assert window.wait(2) == 0


def test_a_window_that_is_overfull_waits_for_as_many_to_leave() -> None:
    window = Window(1, 1)
    for now in (0.0, 0.5):
        window.answered(window.take(now), now)
    assert window.wait(0.5) == pytest.approx(1)


def test_a_burst_may_come_at_once_and_then_evenly() -> None:
    spacing, waits = Spacing(1, burst=3), []
    for _ in range(4):
        waits.append(spacing.wait("chat", 0))
        spacing.take("chat", 0)
    assert waits == [0, 0, 0, 1]
    assert spacing.wait("other", 0) == 0


def test_keys_of_long_ago_are_dropped() -> None:
    spacing = Spacing(1)
    for key in range(MANY + 1):
        spacing.take(key, 0)
    spacing.take("new", 10)
    assert len(spacing._even) == 1
