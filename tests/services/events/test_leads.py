"""How long before an event reminders come."""

import datetime as dt

import pytest

from bot.models import EventKind
from bot.services.events.leads import DEFAULTS, in_order, read_lead
from bot.times import Lead


@pytest.mark.parametrize(
    ("written", "lead"),
    [
        ("14d", Lead(days=14)),
        ("2h", Lead(elapsed=dt.timedelta(hours=2))),
        ("30m", Lead(elapsed=dt.timedelta(minutes=30))),
    ],
)
def test_a_written_lead_is_read(written: str, lead: Lead) -> None:
    assert read_lead(written) == lead


@pytest.mark.parametrize("written", ["", "7", "d", "0d", "7 d", "7w", "-1d", "91d", "1000h"])
def test_what_is_no_lead_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        read_lead(written)


def test_leads_stand_from_the_longest_to_the_shortest_each_once() -> None:
    assert in_order(["2h", "1d", "30m", "14d", "1d"]) == ["14d", "1d", "2h", "30m"]


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_reminders_in_their_order(kind: EventKind) -> None:
    assert list(DEFAULTS[kind]) == in_order(DEFAULTS[kind])
    assert DEFAULTS[kind]
