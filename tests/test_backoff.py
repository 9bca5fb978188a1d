"""Waits between attempts."""

import pytest

from bot.backoff import Backoff


def test_waits_double_up_to_the_longest() -> None:
    backoff = Backoff(1, 5, chance=lambda: 0)
    assert [backoff.next() for _ in range(4)] == [1, 2, 4, 5]


@pytest.mark.parametrize(("chance", "wait"), [(0.0, 8.0), (0.5, 6.0), (1.0, 4.0)])
def test_chance_shortens_a_wait_by_up_to_a_half(chance: float, wait: float) -> None:
    assert Backoff(8, chance=lambda: chance).next() == wait


def test_after_success_it_begins_with_the_first_wait() -> None:
    backoff = Backoff(1, chance=lambda: 0)
    backoff.next()
    backoff.reset()
    assert backoff.next() == 1
