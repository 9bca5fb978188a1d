"""Which reminders an event brings to whom and when (pure).

Everything follows from what the event and the answers are now, so that reminders move with them. What was due before
somebody was told of the event as it is, is left out: nobody is reminded of what they have just read.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.models import Answer, ChecklistItem, Event, Invitee
from bot.services.events.chosen_leads import Chosen
from bot.services.events.leads import in_order, read_lead
from bot.services.events.notices import Notice, NoticeKind, reminders_prefix
from bot.services.events.timing import Occurrence, occurrences
from bot.times import Lead, reminder_at, wall, zone

SERIES_AHEAD = 3
"""Occurrences of a series that reminders are made for at a time; `bot.services.events.scheduling.refresh` goes on."""
ANSWER_LEADS = ("3d", "1d")
"""Before the day until which answers are taken."""
TASK_LEADS = ("3d", "1d")
"""Before the day by which an item of the checklist is due."""
THANKS_AFTER, THANKS_UNTIL = dt.timedelta(hours=2), dt.timedelta(days=14)
SUMMARY_UNTIL = dt.timedelta(days=30)
"""After the ratings are closed: a summary that late is found among the past events as well."""


@dataclass(frozen=True)
class Participation:
    """An event with those who are reminded of it.

    Attributes:
        event: published, with its times.
        invitees: of whom reminders are wanted.
        items: the checklist.
        done: (item, member) of what is ticked.
        leads: by member, of those who chose their own.
    """

    event: Event
    invitees: Sequence[Invitee]
    items: Sequence[ChecklistItem] = ()
    done: frozenset[tuple[int, int]] = frozenset()
    leads: Mapping[int, Chosen] = field(default_factory=dict)

    @property
    def place(self) -> ZoneInfo:
        """The zone of the venue."""
        return zone(self.event.zone or "UTC")


def is_unconfirmed(event: Event, invitee: Invitee) -> bool:
    """Say whether somebody answered before date or place became what they are, and has not confirmed since."""
    answered = invitee.answered_sequence
    return invitee.answer is not Answer.NONE and answered is not None and answered < event.confirm_sequence


def planned(of: Participation, now: dt.datetime) -> list[Notice]:
    """Return the reminders of an event, the earliest first; those before `now` are late and may still be of use.

    Args:
        of: the event, the answers and the checklist.
        now: aware; of a series only what is not over counts.
    """
    times = occurrences(of.event)
    coming = [each for each in times if each.end > now][:SERIES_AHEAD]
    gap = min((later.start - earlier.start for earlier, later in pairwise(times)), default=None)
    found = [
        notice
        for invitee in of.invitees
        for notice in (
            *_before_start(of, invitee, coming, gap),
            *_answer_due(of, invitee),
            *_tasks_due(of, invitee),
            *_thanks(of, invitee),
        )
        if notice.due >= _told_at(of.event, invitee)
    ]
    return sorted(found, key=lambda notice: (notice.due, notice.member_id, notice.dedupe_key))


def ratings_close(over_at: dt.datetime) -> dt.datetime:
    """Return when ratings of an event that is over then are not taken any more: when its thanks are of no use."""
    return over_at + THANKS_UNTIL


def ratings_summary(event: Event) -> Notice | None:
    """Return the summary of the ratings for who entered an event, due when they are closed; None for nobody."""
    if event.created_by is None or event.over_at is None:
        return None
    due = ratings_close(event.over_at)
    key = f"{reminders_prefix(event.id or 0, event.created_by)}{event.sequence}:ratings"
    return Notice(event.created_by, NoticeKind.RATINGS, event.id, due, due + SUMMARY_UNTIL, key)


def _told_at(event: Event, invitee: Invitee) -> dt.datetime:
    return max(invitee.invited_at, event.changed_at or invitee.invited_at)


def _before_start(
    of: Participation, invitee: Invitee, coming: Iterable[Occurrence], gap: dt.timedelta | None
) -> Iterator[Notice]:
    """Yield what comes before each start, for all who have not said no; in a series no longer before than its gap."""
    if invitee.answer is Answer.NO:
        return
    chosen = of.leads.get(invitee.member_id) or Chosen(of.event.leads)
    leads = in_order(chosen.leads)
    fitting = [lead for lead in leads if gap is None or _length(read_lead(lead)) < gap]
    for each in coming:
        for lead, due, until in _dues(of, each.wall, fitting, each.start):
            if chosen.since is None or due >= chosen.since:
                what = f"start-{each.wall:%Y%m%d%H%M}-{lead}"
                yield _reminder(of.event, invitee, NoticeKind.BEFORE_START, (due, until), what)


def _answer_due(of: Participation, invitee: Invitee) -> Iterator[Notice]:
    """Yield what comes before answers are closed, for who has not answered or must confirm."""
    closing = of.event.answer_by
    open_ = invitee.answer is Answer.NONE or (invitee.answer is not Answer.NO and is_unconfirmed(of.event, invitee))
    if closing is None or not open_:
        return
    for lead, due, until in _dues(of, wall(closing, of.place), ANSWER_LEADS, closing):
        yield _reminder(of.event, invitee, NoticeKind.ANSWER_DUE, (due, until), f"answer-{lead}")


def _tasks_due(of: Participation, invitee: Invitee) -> Iterator[Notice]:
    """Yield what comes before each item of the checklist that is not ticked, for who has said yes."""
    if invitee.answer is not Answer.YES:
        return
    for item in of.items:
        if (item.id, invitee.member_id) in of.done:
            continue
        last = max(item.due_at, of.event.starts_at or item.due_at)
        for lead, due, until in _dues(of, wall(item.due_at, of.place), TASK_LEADS, last):
            what = f"task-{item.id}-{lead}"
            reminder = _reminder(of.event, invitee, NoticeKind.TASK_DUE, (due, until), what)
            yield replace(reminder, details={"item": item.id or 0})


def _thanks(of: Participation, invitee: Invitee) -> Iterator[Notice]:
    """Yield the thanks, which ask for a rating, for who has said yes."""
    over = of.event.over_at
    if invitee.answer is Answer.YES and over is not None:
        times = (over + THANKS_AFTER, over + THANKS_UNTIL)
        yield _reminder(of.event, invitee, NoticeKind.THANKS, times, "thanks")


def _dues(
    of: Participation, target: dt.datetime, leads: Sequence[str], last: dt.datetime
) -> Iterator[tuple[str, dt.datetime, dt.datetime]]:
    """Yield each lead, when it is due, and when it is of no use: when the next one is due, the last one at `last`."""
    dues = [reminder_at(target, of.place, read_lead(lead)) for lead in leads]
    yield from zip(leads, dues, [*dues[1:], last][: len(dues)], strict=True)


def _reminder(
    event: Event, invitee: Invitee, kind: NoticeKind, times: tuple[dt.datetime, dt.datetime], what: str
) -> Notice:
    key = f"{reminders_prefix(event.id or 0, invitee.member_id)}{event.sequence}:{what}"
    return Notice(invitee.member_id, kind, event.id, *times, key)


def _length(lead: Lead) -> dt.timedelta:
    return dt.timedelta(days=lead.days) + lead.elapsed
