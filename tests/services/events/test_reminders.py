"""Which reminders come to whom and when."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models import Answer, ChecklistItem, Event, Invitee, Task
from bot.services.events.chosen_leads import Chosen
from bot.services.events.notices import Notice, NoticeKind
from bot.services.events.reminders import Participation, is_unconfirmed, planned
from bot.times import ZONES
from tests.conftest import NOW
from tests.outbox import INVITED, event

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def at(month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    """Return an instant of 2027."""
    return dt.datetime(2027, month, day, hour, minute, tzinfo=dt.UTC)


def invitee(answer: Answer = Answer.YES, **fields: object) -> Invitee:
    """Return an invitation of the seventh member."""
    given_fields: dict[str, Any] = {
        "event_id": 1,
        "member_id": 7,
        "invited_at": INVITED,
        "answer": answer,
        "answered_sequence": 0,
    }
    return Invitee(**(given_fields | fields))


def reminders(made: Event, *invitees: Invitee, now: dt.datetime = NOW, **parts: object) -> list[Notice]:
    """Return the reminders of the first event."""
    made.id = 1
    return planned(Participation(made, invitees or (invitee(),), **parts), now)  # type: ignore[arg-type]  # by name


def shown(notices: list[Notice]) -> list[str]:
    """Return what each is and when it is due."""
    return [f"{notice.kind} {notice.due:%m-%d %H:%M}" for notice in notices]


def test_reminders_come_so_long_before_the_start_and_thanks_after_the_end() -> None:
    found = reminders(event(leads=["14d", "7d", "1d", "2h"]))
    assert shown(found) == [
        "before_start 03-01 05:30",
        "before_start 03-08 05:30",
        "before_start 03-14 05:30",
        "before_start 03-15 03:30",
        "thanks 03-15 10:30",
    ]


def test_a_late_reminder_is_of_use_until_the_next_one_and_the_last_until_the_start() -> None:
    found = reminders(event(leads=["7d", "2h"]))
    assert [notice.useless_after for notice in found[:2]] == [at(3, 15, 3, 30), at(3, 15, 5, 30)]


def test_days_are_counted_on_the_clock_of_the_venue() -> None:
    """Clocks in Belgrade go forward on 28 March 2027: the day before is 25 hours by the same clock less one."""
    start = dt.datetime(2027, 3, 29, 9, 0)  # noqa: DTZ001  # wall time
    made = event(zone="Europe/Belgrade", start=start, end=start + HOUR, leads=["2d", "2h"])
    assert shown(reminders(made))[:2] == ["before_start 03-27 08:00", "before_start 03-29 05:00"]


@given(
    zone=st.sampled_from(sorted(ZONES.values())),
    start=st.datetimes(dt.datetime(2027, 1, 1), dt.datetime(2036, 12, 31)),  # noqa: DTZ001  # wall times
)
def test_the_day_before_is_at_the_same_hour_in_every_zone_for_ten_years(zone: str, start: dt.datetime) -> None:
    from_clock = start.replace(hour=12, second=0, microsecond=0)
    made = event(zone=zone, start=from_clock, end=from_clock + HOUR, leads=["1d"])
    first = reminders(made)[0]
    place = Participation(made, ()).place
    assert first.due.astimezone(place).replace(tzinfo=None) == from_clock - DAY


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        (Answer.YES, {"before_start", "task_due", "thanks"}),
        (Answer.MAYBE, {"before_start"}),
        (Answer.WAITING, {"before_start"}),
        (Answer.NONE, {"before_start", "answer_due"}),
        (Answer.NO, set()),
    ],
)
def test_what_comes_depends_on_the_answer(answer: Answer, kinds: set[str]) -> None:
    items = [ChecklistItem(id=3, event_id=1, task=Task.PASSPORT, due_at=at(3, 1, 8))]
    found = reminders(event(answer_by=at(2, 1, 20)), invitee(answer), items=items)
    assert {str(notice.kind) for notice in found} == kinds


@pytest.mark.parametrize(
    ("answer", "sequence", "open_"),
    [
        (Answer.NONE, None, False),
        (Answer.YES, 1, True),
        (Answer.YES, 2, False),
        (Answer.NO, 1, True),
    ],
)
def test_an_answer_to_another_date_or_place_is_unconfirmed(answer: Answer, sequence: int | None, open_: bool) -> None:
    made = event(sequence=3, confirm_sequence=2)
    assert is_unconfirmed(made, invitee(answer, answered_sequence=sequence)) is open_


@pytest.mark.parametrize(("answer", "asked"), [(Answer.YES, True), (Answer.WAITING, True), (Answer.NO, False)])
def test_who_must_confirm_is_reminded_to_answer(answer: Answer, asked: bool) -> None:
    made = event(sequence=1, confirm_sequence=1, answer_by=at(2, 1, 20))
    found = [notice for notice in reminders(made, invitee(answer)) if notice.kind is NoticeKind.ANSWER_DUE]
    assert bool(found) is asked


def test_before_answers_are_closed_two_reminders_come() -> None:
    found = reminders(event(answer_by=at(2, 1, 20)), invitee(Answer.NONE))
    assert shown(found)[:2] == ["answer_due 01-29 20:00", "answer_due 01-31 20:00"]
    assert found[1].useless_after == at(2, 1, 20)


def test_each_item_that_is_not_ticked_has_reminders_before_its_own_day() -> None:
    items = [
        ChecklistItem(id=3, event_id=1, task=Task.PASSPORT, due_at=at(2, 1, 8)),
        ChecklistItem(id=4, event_id=1, task=Task.TRAVEL, due_at=at(3, 1, 8)),
    ]
    found = reminders(event(leads=[]), items=items, done=frozenset({(3, 7), (4, 8)}))
    assert shown(found)[:2] == ["task_due 02-26 08:00", "task_due 02-28 08:00"]
    assert [dict(notice.details) for notice in found[:2]] == [{"item": 4}, {"item": 4}]
    assert found[1].useless_after == at(3, 15, 5, 30)


def test_own_times_stand_in_for_those_of_the_event() -> None:
    found = reminders(event(), invitee(), invitee(member_id=8), leads={8: Chosen(["1h", "3d"])})
    assert [
        (notice.member_id, f"{notice.due:%d %H:%M}") for notice in found if notice.kind is NoticeKind.BEFORE_START
    ] == [
        (7, "08 05:30"),
        (8, "12 05:30"),
        (7, "14 05:30"),
        (8, "15 04:30"),
    ]


def test_no_reminders_can_be_chosen() -> None:
    assert shown(reminders(event(), leads={7: Chosen([])})) == ["thanks 03-15 10:30"]


def test_a_time_that_had_passed_when_it_was_chosen_brings_no_reminder() -> None:
    found = reminders(event(), now=at(3, 10), leads={7: Chosen(["14d", "3d"], since=at(3, 10))})
    assert shown(found) == ["before_start 03-12 05:30", "thanks 03-15 10:30"]


def test_nobody_is_reminded_of_what_was_due_before_they_were_invited() -> None:
    found = reminders(event(), invitee(invited_at=at(3, 10)))
    assert shown(found)[0] == "before_start 03-14 05:30"


def test_after_a_change_only_what_is_due_later_comes_and_by_another_key() -> None:
    before = reminders(event())
    after = reminders(event(sequence=1, changed_at=at(3, 10)))
    assert shown(after) == shown(before)[1:]
    assert not {notice.dedupe_key for notice in before} & {notice.dedupe_key for notice in after}


def test_a_reminder_that_is_late_is_still_planned() -> None:
    assert shown(reminders(event(), now=at(3, 9)))[0] == "before_start 03-08 05:30"


def test_the_next_occurrences_of_a_series_have_reminders_shorter_than_its_gap() -> None:
    made = event(rule="FREQ=WEEKLY", leads=["7d", "1d", "2h"])
    found = [notice for notice in reminders(made, now=at(3, 23)) if notice.kind is NoticeKind.BEFORE_START]
    assert [f"{notice.due:%m-%d %H:%M}" for notice in found] == [
        "03-28 05:30",
        "03-29 03:30",
        "04-04 05:30",
        "04-05 03:30",
        "04-11 05:30",
        "04-12 03:30",
    ]


def test_no_two_reminders_have_one_key() -> None:
    items = [ChecklistItem(id=each, event_id=1, task=Task.OTHER, due_at=at(3, each)) for each in (3, 4)]
    made = event(rule="FREQ=DAILY", leads=["2h", "1h"], answer_by=at(2, 1))
    found = reminders(made, invitee(), invitee(Answer.NONE, member_id=8), items=items)
    keys = [notice.dedupe_key for notice in found]
    assert len(keys) == len(set(keys)) > 12
    assert max(map(len, keys)) <= 120
