"""What is tried again, when, and how often."""

import datetime as dt

import pytest

from bot.models import DeliveryState
from bot.services.deliveries.failures import Failure, Refusal
from bot.services.deliveries.outcomes import FIRST_WAIT, LONGEST_WAIT, MAX_ATTEMPTS, RETRIED, Tries, after, wait
from tests.conftest import NOW

LAST = MAX_ATTEMPTS - 1


@pytest.mark.parametrize("failure", sorted(RETRIED))
def test_what_surely_did_not_arrive_is_tried_again_until_it_was_tried_enough(failure: Failure) -> None:
    again = after(Refusal(failure), Tries(), NOW, 0)
    assert (again.state, again.due_at, again.counts, again.may_repeat) == (
        DeliveryState.DUE,
        NOW + FIRST_WAIT,
        True,
        False,
    )
    assert after(Refusal(failure), Tries(LAST), NOW, 0).state is DeliveryState.FAILED


@pytest.mark.parametrize("failure", [Failure.BLOCKED, Failure.DEACTIVATED, Failure.BAD_REQUEST, Failure.TOO_LONG])
def test_what_would_fail_again_has_failed(failure: Failure) -> None:
    outcome = after(Refusal(failure), Tries(), NOW, 0)
    assert (outcome.state, outcome.error) == (DeliveryState.FAILED, failure)


def test_flood_control_is_obeyed_however_often_it_comes() -> None:
    outcome = after(Refusal(Failure.FLOOD, dt.timedelta(seconds=9)), Tries(LAST), NOW, 0.5)
    assert (outcome.state, outcome.due_at, outcome.counts) == (DeliveryState.DUE, NOW + dt.timedelta(seconds=9), False)


def test_what_may_have_arrived_is_sent_once_more_where_its_kind_wants_it() -> None:
    again = after(Refusal(Failure.NO_ANSWER), Tries(repeats=True), NOW, 0)
    assert (again.state, again.may_repeat) == (DeliveryState.DUE, True)
    last = after(Refusal(Failure.NO_ANSWER), Tries(1, may_repeat=True, repeats=True), NOW, 0)
    assert last.state is DeliveryState.UNKNOWN


def test_what_may_have_arrived_is_else_left_alone() -> None:
    assert after(Refusal(Failure.NO_ANSWER), Tries(), NOW, 0).state is DeliveryState.UNKNOWN


def test_parts_that_arrived_are_not_forgotten() -> None:
    assert after(Refusal(Failure.NOT_SENT, parts=2), Tries(), NOW, 0).parts == 2


def test_waits_double_up_to_a_bound_and_differ_by_chance() -> None:
    assert [wait(attempts, 0) / FIRST_WAIT for attempts in range(4)] == [1, 2, 4, 8]
    assert wait(MAX_ATTEMPTS, 0) == LONGEST_WAIT
    assert wait(0, 1) == FIRST_WAIT / 2
