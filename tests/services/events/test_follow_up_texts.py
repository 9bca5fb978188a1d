"""Times and texts of follow-ups as they are typed."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.dates import Now, Reason
from bot.services.events.follow_up_texts import Unclear, read
from bot.services.events.follow_ups import Wanted
from tests.conftest import NOW

BELGRADE = Now(NOW, ZoneInfo("Europe/Belgrade"))  # Tuesday, 24 November 2026, 10:00


@pytest.mark.parametrize(
    ("typed", "locale", "text", "due"),
    [
        ("3d reply from partner, ref 12/2026", "en", "reply from partner, ref 12/2026", "11-27 09:00"),
        ("2 weeks  check   visa", "en", "check visa", "12-08 09:00"),
        ("8h", "en", "", "11-24 17:00"),
        ("tomorrow 5 letters", "en", "5 letters", "11-25 08:00"),
        ("12 March 9:30 passport", "en", "passport", "03-12 08:30"),
        ("12. mart u 9:30 pasoš", "sr_Latn", "pasoš", "03-12 08:30"),
        ("12 березня 9:30 відповідь", "uk", "відповідь", "03-12 08:30"),
        ("3 дні відповідь", "uk", "відповідь", "11-27 09:00"),
    ],
)
def test_the_longest_beginning_that_is_a_time_counts(typed: str, locale: str, text: str, due: str) -> None:
    found = read(typed, BELGRADE, locale)
    assert isinstance(found, Wanted)
    assert (found.text, f"{found.due_at.astimezone(dt.UTC):%m-%d %H:%M}") == (text, due)


@pytest.mark.parametrize(
    ("typed", "unclear"),
    [
        ("", Unclear(Reason.EMPTY)),
        ("reply from partner", Unclear(Reason.UNKNOWN_WORD, "reply")),
        ("3m reply", Unclear(Reason.NO_DATE, "3m")),
        ("31.2.2027 reply", Unclear(Reason.IMPOSSIBLE, "31.2.2027")),
    ],
)
def test_what_does_not_begin_with_one_time_is_unclear(typed: str, unclear: Unclear) -> None:
    assert read(typed, BELGRADE, "en") == unclear
