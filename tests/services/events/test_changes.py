"""Changes of published events, and cancellation."""

import datetime as dt
from collections.abc import Sequence

import pytest

from bot.database import Database
from bot.models import Answer, AuditRecord, Event, EventState, EventText, Invitee, Task
from bot.services.actors import NotAllowedError
from bot.services.events import changes, checklist, fields, invitees, plan_changes, seats
from bot.services.events.changes import Changed
from bot.services.events.checklist import ItemError, Wanted
from bot.services.events.edits import Difference
from bot.services.events.fields import Edit, Field, FieldError, FieldProblem
from bot.services.events.held import EventGoneError
from bot.services.events.notices import NoticeKind
from knowledge import Country
from tests.conftest import NOW
from tests.members import acting, recorded
from tests.outbox import START, FakeOutbox, event, store

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
MOVED = fields.times(START + 14 * DAY, START + 14 * DAY + HOUR, "Asia/Tbilisi")
DUE = dt.datetime(2027, 3, 1, 8, tzinfo=dt.UTC)


@pytest.fixture
async def planned(people: Database) -> Database:
    """An event with one seat: 3 has it, 4 waits, 5 has not answered."""
    await store(people, event(capacity=1), [3, 4, 5])
    async with people.session() as session:
        for member_id, answer in ((3, Answer.YES), (4, Answer.WAITING)):
            own = await invitees.find(session, 1, member_id)
            assert own is not None
            own.answer, own.answered_at, own.answered_sequence = answer, NOW, 0
            own.waiting_since = NOW if answer is Answer.WAITING else None
        await session.commit()
    return people


async def change(database: Database, outbox: FakeOutbox, edits: Sequence[Edit | EventText], by: int = 1) -> Changed:
    """Change the event."""
    async with database.session() as session:
        changed = await changes.change(session, outbox, await acting(session, by), 1, edits)
        await session.commit()
        return changed


async def test_everybody_who_is_invited_is_told_of_a_new_version(planned: Database, outbox: FakeOutbox) -> None:
    changed = await change(planned, outbox, [fields.text(Field.CONTACT, "Front office")])
    assert changed.event.sequence == 1
    assert changed.differences == (Difference("contact", "", "Front office"),)
    assert outbox.to(NoticeKind.CHANGE) == [3, 4, 5]
    assert await recorded(planned) == ["event_changed"]


async def test_what_a_version_changed_can_be_read_later_in_the_order_of_fields(
    planned: Database, outbox: FakeOutbox
) -> None:
    text = EventText(event_id=1, locale="uk", title="Візит")
    changed = await change(planned, outbox, [text, fields.capacity(2), fields.text(Field.VENUE, "Hall 2")])
    async with planned.session() as session:
        assert await changes.of_versions(session, 1, [1]) == [
            Difference("venue", "House of the Example", "Hall 2"),
            Difference("capacity", "1", "2"),
            Difference("title:uk", "", "Візит"),
        ]
        assert await changes.of_versions(session, 1, [0]) == []
        record = await session.get_one(AuditRecord, 1)
    assert len(changed.differences) == 3
    assert record.details == '{"field1":"capacity","field2":"title","field3":"venue","sequence":1}'


async def test_versions_together_are_the_first_old_and_the_last_new_without_what_was_changed_back(
    planned: Database, outbox: FakeOutbox
) -> None:
    for edits in (
        [fields.capacity(2), fields.text(Field.VENUE, "Hall 2")],
        [fields.capacity(3), fields.text(Field.CONTACT, "Front office")],
        [fields.text(Field.VENUE, "House of the Example")],
    ):
        await change(planned, outbox, edits)
    async with planned.session() as session:
        assert await changes.of_versions(session, 1, [1, 2, 3]) == [
            Difference("capacity", "1", "3"),
            Difference("contact", "", "Front office"),
        ]
        assert await changes.of_versions(session, 1, []) == []


async def test_a_change_waits_a_little_for_others(planned: Database, outbox: FakeOutbox) -> None:
    await change(planned, outbox, [fields.capacity(2)])
    assert {notice.due - NOW for notice in outbox.waiting.values() if notice.kind is NoticeKind.CHANGE} == {
        dt.timedelta(minutes=3)
    }


async def test_what_changes_nothing_is_no_version(planned: Database, outbox: FakeOutbox) -> None:
    text = EventText(event_id=1, locale="en", title="Visit of the Example")
    changed = await change(planned, outbox, [fields.capacity(1), text])
    assert (changed.event.sequence, changed.differences) == (0, ())
    assert outbox.waiting == {}


@pytest.mark.parametrize(
    ("edit", "asked"),
    [
        pytest.param(MOVED, [3, 4], id="date"),
        pytest.param(fields.text(Field.VENUE, "Hall 2"), [3, 4], id="place"),
        pytest.param(fields.rule("FREQ=WEEKLY;COUNT=2"), [3, 4], id="comes again"),
        pytest.param(fields.link("https://example.org/room"), [], id="link"),
        pytest.param(fields.capacity(9), [], id="seats"),
    ],
)
async def test_who_answered_confirms_after_a_change_of_date_or_place_and_keeps_the_answer(
    planned: Database, outbox: FakeOutbox, edit: Edit, asked: list[int]
) -> None:
    changed = await change(planned, outbox, [edit])
    assert [invitee.member_id for invitee in changed.to_confirm] == asked
    async with planned.session() as session:
        own = await invitees.find(session, 1, 3)
    assert own is not None
    assert own.answer is Answer.YES


async def test_a_later_small_change_does_not_make_up_for_a_confirmation(planned: Database, outbox: FakeOutbox) -> None:
    await change(planned, outbox, [MOVED])
    changed = await change(planned, outbox, [fields.capacity(3)])
    assert [invitee.member_id for invitee in changed.to_confirm] == [3, 4]


async def test_reminders_move_with_the_event(planned: Database, outbox: FakeOutbox) -> None:
    changed = await change(planned, outbox, [MOVED])
    assert changed.event.starts_at == dt.datetime(2027, 3, 29, 5, 30, tzinfo=dt.UTC)
    assert [due for due in outbox.dues(3) if due.startswith("start")] == [
        "start-202703290930-7d 03-22 05:30",
        "start-202703290930-1d 03-28 05:30",
    ]


async def test_more_seats_go_to_who_waits(planned: Database, outbox: FakeOutbox) -> None:
    changed = await change(planned, outbox, [fields.capacity(2)])
    assert [invitee.member_id for invitee in changed.promoted] == [4]
    assert outbox.to(NoticeKind.PROMOTION) == [4]


async def test_a_change_that_is_not_possible_changes_nothing(planned: Database, outbox: FakeOutbox) -> None:
    past = fields.times(START - 365 * DAY, START - 365 * DAY + HOUR, "Asia/Tbilisi")
    with pytest.raises(FieldError):
        await change(planned, outbox, [past])
    async with planned.session() as session:
        assert (await session.get_one(Event, 1)).start == START
    assert outbox.waiting == {}


@pytest.mark.parametrize("by", [3, 6])
async def test_only_planners_change_an_event(planned: Database, outbox: FakeOutbox, by: int) -> None:
    with pytest.raises(NotAllowedError):
        await change(planned, outbox, [MOVED], by)


async def test_an_event_is_not_passed_to_a_country_that_is_not_the_planners(
    planned: Database, outbox: FakeOutbox
) -> None:
    with pytest.raises(NotAllowedError):
        await change(planned, outbox, [fields.host_country("HU")])


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.CANCELLED])
async def test_only_published_events_have_versions(people: Database, outbox: FakeOutbox, state: EventState) -> None:
    await store(people, event(state=state))
    with pytest.raises(EventGoneError):
        await change(people, outbox, [MOVED])


async def test_what_is_over_is_not_changed(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(start=START - 365 * DAY, end=START - 365 * DAY + HOUR))
    with pytest.raises(EventGoneError):
        await change(people, outbox, [fields.capacity(1)])


async def test_a_cancellation_tells_everybody_and_ends_what_was_to_come(planned: Database, outbox: FakeOutbox) -> None:
    await change(planned, outbox, [MOVED])
    async with planned.session() as session:
        event_now = await changes.cancel(session, outbox, await acting(session, 1), 1, " The host is ill. ")
        await session.commit()
    assert (event_now.state, event_now.sequence, event_now.cancel_reason) == (
        EventState.CANCELLED,
        2,
        "The host is ill.",
    )
    assert {notice.kind for notice in outbox.waiting.values()} == {NoticeKind.CANCELLATION}
    assert outbox.to(NoticeKind.CANCELLATION) == [3, 4, 5]
    assert await recorded(planned) == ["event_changed", "event_cancelled"]


@pytest.mark.parametrize(("reason", "problem"), [(" ", FieldProblem.EMPTY), ("x" * 301, FieldProblem.TOO_LONG)])
async def test_a_cancellation_has_a_reason(
    planned: Database, outbox: FakeOutbox, reason: str, problem: FieldProblem
) -> None:
    async with planned.session() as session:
        with pytest.raises(FieldError) as error:
            await changes.cancel(session, outbox, await acting(session, 1), 1, reason)
    assert error.value.problem is problem


async def test_a_wider_quota_gives_a_seat_and_is_told(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3, 5])
    async with people.session() as session:
        actor = await acting(session, 1)
        await plan_changes.change_quotas(session, outbox, actor, 1, {Country.RS: 1})
        for member_id in (3, 5):
            own = await invitees.find(session, 1, member_id)
            assert isinstance(own, Invitee)
            await seats.join(session, await session.get_one(Event, 1), own, NOW)
        changed = await plan_changes.change_quotas(session, outbox, actor, 1, {Country.RS: 2})
        again = await plan_changes.change_quotas(session, outbox, actor, 1, {Country.RS: 2})
    assert [invitee.member_id for invitee in changed.promoted] == [5]
    assert changed.differences == (Difference("quotas", "RS=1", "RS=2"),)
    assert again.differences == ()


async def test_a_new_checklist_keeps_the_ticks_of_what_stays(planned: Database, outbox: FakeOutbox) -> None:
    passport, visa = Wanted(Task.PASSPORT, DUE), Wanted(Task.VISA, DUE)
    async with planned.session() as session:
        actor = await acting(session, 1)
        await plan_changes.change_checklist(session, outbox, actor, 1, [passport])
        (item,) = await checklist.items_of(session, 1)
        await checklist.tick(session, outbox, await acting(session, 3), item.id or 0, done=True)
        changed = await plan_changes.change_checklist(session, outbox, actor, 1, [visa, passport])
        ticks = {each.item.task: each.done for each in await checklist.ticked(session, 1, 3)}
        again = await plan_changes.change_checklist(session, outbox, actor, 1, [passport, visa])
    assert ticks == {Task.PASSPORT: True, Task.VISA: False}
    assert changed.event.sequence == 2
    assert changed.to_confirm == ()
    assert again.differences == ()
    assert any(due.startswith("task") for due in outbox.dues(3))


async def test_a_checklist_that_is_too_long_is_refused(planned: Database, outbox: FakeOutbox) -> None:
    wanted = [Wanted(Task.VISA, DUE + each * HOUR) for each in range(checklist.MOST_ITEMS + 1)]
    async with planned.session() as session:
        with pytest.raises(ItemError):
            await plan_changes.change_checklist(session, outbox, await acting(session, 1), 1, wanted)
