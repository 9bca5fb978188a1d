"""How much one person may send."""

import datetime as dt

import pytest

from bot.services.flooding import FloodGate, Verdict
from tests.conftest import NOW

PERSON = 555_001
OTHER = 555_002
SECOND = dt.timedelta(seconds=1)


def sent(gate: FloodGate, count: int, at: dt.datetime = NOW, person: int = PERSON) -> list[Verdict]:
    """Send so many updates at once; return what became of them."""
    first = int((at - NOW) / SECOND) * 1000
    return [gate.judge(person, first + number, at) for number in range(count)]


def test_a_minute_s_worth_may_come_at_once() -> None:
    assert set(sent(FloodGate(10), 10)) == {Verdict.ADMIT}


def test_a_burst_is_warned_of_once() -> None:
    assert sent(FloodGate(10), 13)[10:] == [Verdict.WARN, Verdict.DROP, Verdict.DROP]


def test_then_it_may_be_as_many_as_the_limit_says() -> None:
    gate = FloodGate(60)
    sent(gate, 60)
    assert sent(gate, 4, NOW + 3 * SECOND).count(Verdict.ADMIT) == 3


def test_who_goes_on_too_fast_is_not_warned_again() -> None:
    gate = FloodGate(60)
    sent(gate, 70)
    later = [verdict for second in range(1, 30) for verdict in sent(gate, 3, NOW + second * SECOND)]
    assert Verdict.WARN not in later
    assert later.count(Verdict.ADMIT) == 29


def test_after_a_pause_a_new_burst_is_warned_of() -> None:
    gate = FloodGate(60)
    sent(gate, 70)
    assert sent(gate, 40, NOW + 31 * SECOND).count(Verdict.WARN) == 1


def test_people_do_not_count_for_each_other() -> None:
    gate = FloodGate(10)
    sent(gate, 20)
    assert sent(gate, 1, person=OTHER) == [Verdict.ADMIT]


def test_an_update_that_is_handed_over_again_counts_once() -> None:
    gate = FloodGate(10)
    assert [gate.judge(PERSON, 1, NOW) for _ in range(20)] == [Verdict.ADMIT] * 20
    assert [gate.judge(PERSON, number, NOW) for number in range(2, 11)] == [Verdict.ADMIT] * 9


@pytest.mark.parametrize("seconds", [-3600, 0])
def test_a_clock_that_goes_back_gives_nothing(seconds: int) -> None:
    gate = FloodGate(10)
    sent(gate, 11)
    assert gate.judge(PERSON, 99, NOW + seconds * SECOND) is Verdict.DROP


def test_whoever_was_silent_for_longest_is_forgotten_first() -> None:
    gate = FloodGate(1, max_people=2)
    sent(gate, 2, person=1)
    sent(gate, 2, person=2)
    sent(gate, 1, person=1)
    sent(gate, 1, person=3)
    assert gate.judge(1, 7, NOW) is Verdict.DROP
    assert gate.judge(2, 7, NOW) is Verdict.ADMIT
