"""Lines: how many at once, and what stops them for a while."""

import datetime as dt

import pytest

from bot.dispatch_lines import MOST_OUTAGES, Line
from bot.models import Priority
from bot.services.deliveries.failures import Failure, Refusal
from bot.services.deliveries.outcomes import FIRST_WAIT
from tests.conftest import NOW

FLOOD = Refusal(Failure.FLOOD, dt.timedelta(seconds=30))


@pytest.fixture
def bulk() -> Line:
    """A line that one process at a time may send."""
    return Line((Priority.BULK,), 64, 32)


def test_an_outage_stops_a_line_for_longer_each_time_up_to_a_bound(bulk: Line) -> None:
    pauses: list[float] = []
    for _ in range(MOST_OUTAGES + 3):
        bulk.held_until = None
        bulk.learn(Refusal(Failure.NOT_SENT), NOW)
        assert bulk.held_until is not None
        pauses.append((bulk.held_until - NOW) / FIRST_WAIT)
    assert pauses == [1, 2, 4, 8, 16, 16, 16]


def test_what_goes_well_ends_the_outages(bulk: Line) -> None:
    bulk.learn(Refusal(Failure.NOT_SENT), NOW)
    bulk.learn(None, NOW)
    assert bulk.outages == 0
    assert not bulk.is_open(NOW)
    assert bulk.is_open(NOW + FIRST_WAIT)


def test_flood_control_stops_bulk_and_not_what_is_for_one_person(bulk: Line) -> None:
    personal = Line((Priority.PERSONAL,), 16, 1)
    for line in (bulk, personal):
        line.learn(FLOOD, NOW)
    assert not bulk.is_open(NOW + dt.timedelta(seconds=29))
    assert personal.is_open(NOW)


@pytest.mark.parametrize("failure", [Failure.BLOCKED, Failure.NO_ANSWER, Failure.BAD_REQUEST])
def test_what_concerns_one_receiver_stops_nothing(bulk: Line, failure: Failure) -> None:
    bulk.learn(Refusal(failure), NOW)
    assert bulk.is_open(NOW)
