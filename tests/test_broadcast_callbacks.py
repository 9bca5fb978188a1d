"""Callback data of broadcasts."""

import pytest

from bot import callbacks
from bot.broadcast_callbacks import (
    ChooseAudience,
    ConfirmBroadcast,
    ConfirmReading,
    DraftStep,
    EditDraft,
    EditText,
    ListBroadcasts,
    RunDeed,
    SendAt,
    SteerBroadcast,
    TextDeed,
)
from bot.callbacks import Route, StaleButtonError
from bot.models import AudienceKind
from bot.services.broadcasts.audience import code_of

MANY = 2**31 - 1
ROUTES: list[Route] = [
    *(EditDraft(MANY, step) for step in DraftStep),
    *(EditText(MANY, "sr_Latn", deed) for deed in TextDeed),
    *(ChooseAudience(MANY, kind, 99, code_of(kind, "coordinator")) for kind in AudienceKind),
    ChooseAudience(1, AudienceKind.UNIT),
    SendAt(MANY, 40_000_000),
    ConfirmBroadcast(MANY, MANY),
    ListBroadcasts(2),
    *(SteerBroadcast(MANY, deed) for deed in RunDeed),
    ConfirmReading(MANY),
]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.pack())
def test_what_is_packed_is_read_again(route: Route) -> None:
    assert type(route).parse(route.pack()) == route


def test_no_prefix_is_that_of_another_route() -> None:
    kinds = [kind for kind in Route.__subclasses__() if kind.__module__.startswith("bot.")]
    assert len({kind.prefix for kind in kinds}) == len(kinds)
    assert {type(route) for route in ROUTES} == {kind for kind in kinds if kind.__module__ != callbacks.__name__}


@pytest.mark.parametrize("data", ["bd", "bd:1", "bd:x:0", "bd:1:99", "bl:1:en", "bc:1", "br:1:pause", "bk:"])
def test_damaged_data_is_stale(data: str) -> None:
    for kind in {type(route) for route in ROUTES}:
        with pytest.raises(StaleButtonError):
            kind.parse(data)
