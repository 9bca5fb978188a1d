"""Events on the screen: card, lists, changes, reminders; in English, and in all languages as Telegram takes them."""

import datetime as dt
import gettext
from collections import Counter
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.dates import Reason
from bot.i18n import Languages, Translator
from bot.models import (
    Answer,
    Channel,
    ChecklistItem,
    EventKind,
    EventState,
    EventText,
    FollowUp,
    Invitee,
    Member,
    Task,
)
from bot.services.events.answers import AnswerRefusal
from bot.services.events.checklist import Ticked
from bot.services.events.edits import Difference
from bot.services.events.fields import Field
from bot.services.events.follow_ups import FollowUpProblem
from bot.services.events.listing import Counts, Listed, Participant
from bot.services.events.plan_changes import CHECKLIST, QUOTAS
from bot.services.events.seats import Seats
from bot.services.events.timing import occurrences
from bot.views import View, event_card, event_changes, event_lists, event_names, event_reminders, follow_ups
from bot.views.event_card import Reader
from tests.conftest import NOW
from tests.outbox import INVITED, START, event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES

ENGLISH = Translator("en", gettext.NullTranslations())
BELGRADE, TBILISI = ZoneInfo("Europe/Belgrade"), ZoneInfo("Asia/Tbilisi")
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
TEXTS = (
    EventText(event_id=7, locale="en", title="Visit <1>", description="Bring slides & questions."),
    EventText(event_id=7, locale="sr", title="Посета", description=""),
)
EVERYTHING: dict[str, Any] = {
    "address": "Example Street 1",
    "latitude": 41.7,
    "longitude": 44.8,
    "link": "https://example.org/room?a=1&b=2",
    "host_unit": "Unit <G>",
    "languages": ["en", "ka"],
    "answer_by": dt.datetime(2027, 3, 1, 20, tzinfo=dt.UTC),
    "contact": "Front office",
}
PASSPORT = ChecklistItem(id=3, event_id=7, task=Task.PASSPORT, due_at=dt.datetime(2027, 3, 1, 8, tzinfo=dt.UTC))
OTHER = ChecklistItem(id=4, event_id=7, task=Task.OTHER, text="Send <slides>", due_at=PASSPORT.due_at)
CHECKS = (Ticked(PASSPORT, done=True), Ticked(OTHER, done=False))
MEMBER = Member(id=3, channel=Channel.TELEGRAM, chat_id=3, created_at=NOW, country="RS", unit="Unit <A>")


def listed(answer: Answer | None = Answer.YES, sequence: int = 0, **fields: Any) -> Listed:  # noqa: ANN401  # of Event
    """Return an event with somebody's answer to its first version."""
    made = event(id=7, sequence=sequence, **fields)
    invitee = Invitee(id=12, event_id=7, member_id=3, invited_at=INVITED, answer=answer) if answer else None
    if invitee and answer is not Answer.NONE:
        invitee.answered_sequence = 0
    return Listed(made, TEXTS, invitee, occurrences(made)[0])


def read(view: View) -> str:
    """Return what people read of a view that Telegram takes."""
    return "\n\n".join(accept(view))


def labels(view: View) -> list[str]:
    """Return the labels of all buttons."""
    return [button.label for row in view.rows for button in row]


def difference(field: str, old: str, new: str, **fields: Any) -> str:  # noqa: ANN401  # of Event
    """Return what is read of a change of one field by somebody in Belgrade."""
    return read(
        event_changes.changed(listed(sequence=1, **fields), [Difference(field, old, new)], Reader(BELGRADE), ENGLISH)
    )


def test_a_card_says_all_that_is_known() -> None:
    shown = read(event_card.card(listed(**EVERYTHING), Reader(BELGRADE, checklist=CHECKS), ENGLISH))
    assert shown.split("\n\n") == [
        "Visit <1>\nStudy visit",
        "Monday, 15 March 2027, 09:30–12:30, time in Tbilisi\nYour time (Belgrade): 06:30–09:30",
        "📍 House of the Example\nExample Street 1",
        "Bring slides & questions.",
        (
            "Host: Unit <G>, Georgia\nWorking languages: English and Georgian\n"
            "Please answer by 1 March 2027, 21:00.\nQuestions to: Front office"
        ),
        "Before you come:\n✅ Passport valid for six more months, by 1 March 2027\n⬜ Send <slides>, by 1 March 2027",
        "✅ You said that you will come.",
    ]


def test_a_card_says_how_many_of_each_country_can_come() -> None:
    shown = read(event_card.card(listed(), Reader(BELGRADE, quotas={"MD": 3, "RS": 1}), ENGLISH))
    assert "Seats by country: Moldova: 3, Serbia: 1" in shown


def test_a_card_offers_answers_ticks_map_link_and_calendar() -> None:
    assert labels(event_card.card(listed(**EVERYTHING), Reader(BELGRADE, checklist=CHECKS), ENGLISH)) == [
        "✅ I will come",
        "❌ I cannot come",
        "🤔 Perhaps",
        "👤 Somebody else from my unit",
        "✏️ Note",
        "✅ Passport valid for six more months",
        "⬜ Send <slides>",
        "🗺 Map",
        "🔗 Join online",
        "📅 Calendar file",
        "⏰ My reminders",
        "« All events",
    ]


@pytest.mark.parametrize(
    ("shown", "reader"),
    [
        pytest.param(listed(None), Reader(BELGRADE), id="not invited"),
        pytest.param(listed(), Reader(BELGRADE, answers=False, is_over=True), id="not any more"),
    ],
)
def test_who_cannot_answer_is_offered_none(shown: Listed, reader: Reader) -> None:
    assert labels(event_card.card(shown, reader, ENGLISH)) == ["📅 Calendar file", "« All events"]


@pytest.mark.parametrize(("is_over", "offered"), [(False, True), (True, False)])
def test_what_is_over_is_neither_changed_nor_answered_any_more(is_over: bool, offered: bool) -> None:
    view = event_card.card(
        listed(**EVERYTHING), Reader(BELGRADE, plans=True, answers=not is_over, is_over=is_over), ENGLISH
    )
    assert ("✏️ Change" in labels(view)) is offered
    assert ("Please answer by" in read(view)) is offered


def test_only_who_plans_is_led_to_the_answers() -> None:
    assert "👥 Who comes" in labels(event_card.card(listed(), Reader(BELGRADE, plans=True), ENGLISH))


def test_one_time_is_enough_where_both_clocks_show_the_same() -> None:
    shown = read(event_card.card(listed(), Reader(TBILISI), ENGLISH))
    assert "Monday, 15 March 2027, 09:30–12:30\n" in shown
    assert "Your time" not in shown


def test_an_event_over_midnight_names_both_days() -> None:
    shown = read(event_card.card(listed(end=START + DAY), Reader(TBILISI), ENGLISH))
    assert "from Monday, 15 March 2027, 09:30 to Tuesday, 16 March 2027, 09:30" in shown


def test_an_hour_that_clocks_repeat_is_explained() -> None:
    """Clocks in Belgrade go back from 03:00 to 02:00 on 31 October 2027."""
    start = dt.datetime(2027, 10, 31, 2, 30)  # noqa: DTZ001  # wall time
    shown = read(
        event_card.card(listed(start=start, end=start + 8 * HOUR, zone="Europe/Belgrade"), Reader(BELGRADE), ENGLISH)
    )
    assert "⚠️ The clocks show this hour twice there; the first time is meant." in shown


@pytest.mark.parametrize(
    ("answer", "place", "text"),
    [
        (Answer.NONE, None, "⚪ You have not answered yet."),
        (Answer.WAITING, 2, "⏳ All seats are taken. You are number 2 on the waiting list."),
        (Answer.NO, None, "❌ You said that you cannot come."),
        (Answer.MAYBE, None, "🤔 You said that you will perhaps come."),
    ],
)
def test_a_card_says_what_one_has_answered(answer: Answer, place: int | None, text: str) -> None:
    assert read(event_card.card(listed(answer), Reader(BELGRADE, place), ENGLISH)).endswith(text)


def test_who_said_no_sees_no_checklist() -> None:
    assert "Before you come" not in read(
        event_card.card(listed(Answer.NO), Reader(BELGRADE, checklist=CHECKS), ENGLISH)
    )


def test_an_answer_to_an_earlier_date_is_asked_for_again() -> None:
    shown = read(event_card.card(listed(sequence=1, confirm_sequence=1), Reader(BELGRADE), ENGLISH))
    assert shown.endswith("Date or place has changed since. Please answer again.")


def test_a_cancelled_event_says_why() -> None:
    shown = listed(state=EventState.CANCELLED, cancel_reason="<ill>")
    assert "🚫 Cancelled. Reason: <ill>" in read(event_card.card(shown, Reader(BELGRADE), ENGLISH))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("FREQ=WEEKLY;COUNT=3", "🔁 every week, 3 times"),
        ("FREQ=MONTHLY;INTERVAL=2;UNTIL=20271231", "🔁 every 2 months, until 31 December 2027"),
        ("FREQ=YEARLY", "🔁 every year"),
    ],
)
def test_a_series_says_how_often_it_comes(rule: str, text: str) -> None:
    assert text in read(event_card.card(listed(rule=rule), Reader(BELGRADE), ENGLISH))


def test_colleagues_are_offered_by_number() -> None:
    assert labels(event_card.nominate(listed(), [MEMBER], ENGLISH)) == ["Member 3", "‹ Back"]
    assert "is a member yet" in read(event_card.nominate(listed(), [], ENGLISH))


def test_ones_own_events_stand_first_and_others_apart() -> None:
    cancelled = listed(Answer.NO, state=EventState.CANCELLED)
    shown = read(event_lists.coming([listed(), cancelled, listed(None)], 0, BELGRADE, ENGLISH))
    assert shown.split("\n\n") == [
        "Events",
        "✅ Visit <1>\n15 March 2027, 06:30",
        "🚫 Visit <1>\n15 March 2027, 06:30",
        "Events that you plan",
        "Visit <1>\n15 March 2027, 06:30",
    ]


@pytest.mark.parametrize(
    ("page", "turns"), [(0, ["More ›"]), (1, ["‹ Back", "More ›"]), (9, ["‹ Back"]), (-1, ["More ›"])]
)
def test_long_lists_have_pages(page: int, turns: list[str]) -> None:
    view = event_lists.coming([listed()] * 20, page, BELGRADE, ENGLISH)
    assert [label for label in labels(view) if label in {"‹ Back", "More ›"}] == turns


def test_the_agenda_goes_day_by_day_on_the_readers_clock() -> None:
    late = listed(Answer.MAYBE, start=START.replace(hour=1, minute=0), end=START)
    shown = read(event_lists.agenda([late, listed()], BELGRADE, ENGLISH))
    assert shown.split("\n\n")[2:] == [
        "Sunday, 14 March 2027\n22:00 🤔 Visit <1>",
        "Monday, 15 March 2027\n06:30 ✅ Visit <1>",
    ]


def counts() -> Counts:
    """Return how an event with seats is answered."""
    return Counts(Counter({Answer.YES: 2, Answer.WAITING: 1}), 1, Seats(0))


def test_the_coordinator_sees_counts_people_and_their_notes() -> None:
    invitee = Invitee(id=12, event_id=7, member_id=3, invited_at=NOW, answer=Answer.WAITING, note="<late>")
    shown = read(event_lists.participants(listed(), [Participant(invitee, MEMBER, 1)], counts(), 0, ENGLISH))
    assert "✅ Coming: 2\n⏳ On the waiting list: 1\n🤔 Perhaps: 0" in shown
    assert "Invited: 3\nSeats left: 0\nHave not confirmed since date or place changed: 1" in shown
    assert shown.endswith("⏳ 1. Member 3 · RS · Unit <A> – <late>")


def test_who_answers_for_somebody_does_not_read_i() -> None:
    invitee = Invitee(id=12, event_id=7, member_id=3, invited_at=NOW)
    view = event_lists.answer_for(listed(), Participant(invitee, MEMBER, None), ENGLISH)
    assert labels(view)[:3] == ["✅ Will come", "❌ Cannot come", "🤔 Perhaps"]


def test_a_new_time_is_told_before_and_now_on_both_clocks() -> None:
    """Clocks in Belgrade go forward on 28 March, so the reader's hour changes although the venue's does not."""
    old = "2027-03-15T09:30:00/2027-03-15T12:30:00/Asia/Tbilisi"
    new = "2027-03-29T09:30:00/2027-03-29T12:30:00/Asia/Tbilisi"
    assert difference("times", old, new).split("\n\n")[:2] == [
        "🔄 Changed: Visit <1>",
        (
            "Date and time\n"
            "Before: Monday, 15 March 2027, 09:30–12:30, time in Tbilisi\n"
            "Your time (Belgrade): 06:30–09:30\n"
            "Now: Monday, 29 March 2027, 09:30–12:30, time in Tbilisi\n"
            "Your time (Belgrade): 07:30–10:30"
        ),
    ]


@pytest.mark.parametrize(
    ("field", "old", "new", "text"),
    [
        (Field.VENUE, "Hall <1>", "Hall 2", "Place\nBefore: Hall <1>\nNow: Hall 2"),
        (Field.CAPACITY, "", "5", "Seats\nBefore: –\nNow: 5"),
        (Field.KIND, "meeting", "training", "Kind\nBefore: Meeting\nNow: Training"),
        (Field.LANGUAGES, "en", "en,ka", "Working languages\nBefore: English\nNow: English and Georgian"),
        (Field.LEADS, "7d,2h", "1d", "Reminders before the start\nBefore: 7 days and 2 hours\nNow: 1 day"),
        (Field.RULE, "", "FREQ=DAILY", "Repetition\nBefore: –\nNow: every day"),
        (Field.ANSWER_BY, "", "2027-03-01T20:00:00+00:00", "Answer by\nBefore: –\nNow: 1 March 2027, 21:00"),
        (QUOTAS, "RS=1", "MD=1,RS=2", "Seats by country\nBefore: Serbia: 1\nNow: Moldova: 1, Serbia: 2"),
        (
            CHECKLIST,
            "visa/2027-03-01T08:00:00+00:00/\ntravel/2027-03-02T08:00:00+00:00/",
            "other/2027-03-01T08:00:00+00:00/Send a/<b>\ntravel/2027-03-02T08:00:00+00:00/",
            (
                "Checklist\nNo longer: Visa or invitation letter, by 1 March 2027\n"
                "New: Send a/<b>, by 1 March 2027\n\n✅"
            ),
        ),
        ("title:en", "Visit", "Visit <1>", "Title\nBefore: Visit\nNow: Visit <1>"),
        ("title:sr", "", "Посета", "The texts in other languages have changed."),
    ],
)
def test_each_field_is_told_in_words(field: str, old: str, new: str, text: str) -> None:
    assert text in difference(field, old, new)


def test_who_reads_latin_letters_is_told_of_a_change_of_the_cyrillic_text(languages: Languages) -> None:
    translator = languages.translator("sr_Latn")
    view = event_changes.changed(
        listed(sequence=1), [Difference("title:sr", "Састанак", "Посета")], Reader(BELGRADE), translator
    )
    assert "Посета" in read(view)


def test_every_field_has_a_name_in_a_message_of_change() -> None:
    texts = {Field.TITLE: "title:en", Field.DESCRIPTION: "description:en"}
    values: dict[str, str] = {
        Field.TIMES: "",
        Field.KIND: "meeting",
        Field.RULE: "",
        Field.LEADS: "",
        Field.ANSWER_BY: "",
    }
    for field in (*Field, QUOTAS, CHECKLIST):
        assert difference(texts.get(field, field), values.get(field, ""), "") != ""


@pytest.mark.parametrize(("confirm", "asked"), [(1, True), (0, False)])
def test_answers_are_asked_for_again_only_where_they_must_be(confirm: int, asked: bool) -> None:
    shown = listed(sequence=1, confirm_sequence=confirm)
    view = event_changes.changed(shown, [Difference("venue", "a", "b")], Reader(BELGRADE), ENGLISH)
    assert ("Please answer again." in read(view)) is asked
    assert ("✅ I will come" in labels(view)) is asked


def test_a_change_asks_for_no_answer_that_would_not_be_taken() -> None:
    shown = listed(sequence=1, confirm_sequence=1)
    view = event_changes.changed(shown, [Difference("venue", "a", "b")], Reader(BELGRADE, answers=False), ENGLISH)
    assert "✅ I will come" not in labels(view)


def test_a_cancellation_names_reason_and_time() -> None:
    shown = read(event_changes.cancelled(listed(cancel_reason="<ill>"), BELGRADE, ENGLISH))
    assert shown.startswith("🚫 Cancelled: Visit <1>\n\nMonday, 15 March 2027, 09:30–12:30, time in Tbilisi")
    assert "Reason: <ill>" in shown


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (7 * DAY, "⏰ In 7 days: Visit <1>"),
        (DAY + HOUR, "⏰ In 25 hours: Visit <1>"),
        (2 * HOUR, "⏰ In 2 hours: Visit <1>"),
        (HOUR - dt.timedelta(seconds=3), "⏰ In 1 hour: Visit <1>"),
        (dt.timedelta(seconds=3), "⏰ In 1 minute: Visit <1>"),
        (30 * HOUR / 60, "⏰ In 30 minutes: Visit <1>"),
        (-HOUR, "⏰ Visit <1> has begun."),
    ],
)
def test_a_reminder_says_how_long_it_is_to_the_start(left: dt.timedelta, text: str) -> None:
    shown = listed()
    now = shown.next.start - left
    assert read(event_reminders.before_start(shown, Reader(BELGRADE), now, ENGLISH)).startswith(text)


@pytest.mark.parametrize(
    ("answer", "has", "lacks"),
    [
        (Answer.YES, "Still to be done:\n⬜ Send <slides>", "Please answer, so"),
        (Answer.NONE, "Please answer, so that the host can plan.", "Still to be done"),
        (Answer.MAYBE, "You said that you will perhaps come.", "Still to be done"),
        (Answer.WAITING, "You are number 2 on the waiting list.", "Still to be done"),
    ],
)
def test_a_reminder_differs_by_the_answer(answer: Answer, has: str, lacks: str) -> None:
    view = event_reminders.before_start(listed(answer), Reader(BELGRADE, 2, CHECKS), NOW, ENGLISH)
    assert has in read(view)
    assert lacks not in read(view)
    assert ("✅ I will come" in labels(view)) == (answer is not Answer.YES)


@pytest.mark.parametrize("answer", [Answer.NONE, Answer.MAYBE, Answer.WAITING])
def test_a_reminder_offers_no_answers_that_would_not_be_taken(answer: Answer) -> None:
    view = event_reminders.before_start(listed(answer), Reader(BELGRADE, 2, answers=False), NOW, ENGLISH)
    assert "✅ I will come" not in labels(view)
    assert "Please answer" not in read(view)
    assert ("Please write to the contact of the event." in read(view)) == (answer is Answer.NONE)


@pytest.mark.parametrize(
    ("left", "offered"), [(2 * DAY, ["3 hours", "24 hours"]), (4 * HOUR, ["1 hour", "3 hours"]), (HOUR / 2, [])]
)
def test_somebody_can_be_reminded_again_before_the_start(left: dt.timedelta, offered: list[str]) -> None:
    view = event_reminders.before_start(listed(), Reader(BELGRADE), listed().next.start - left, ENGLISH)
    assert [label for label in labels(view) if "Again" in label] == [f"🔔 Again in {length}" for length in offered]


def test_who_must_confirm_and_who_has_not_answered_are_asked_differently() -> None:
    unconfirmed = event_reminders.answer_due(listed(sequence=1, confirm_sequence=1), BELGRADE, ENGLISH)
    silent = event_reminders.answer_due(listed(Answer.NONE, **EVERYTHING), BELGRADE, ENGLISH)
    assert read(unconfirmed).startswith("❓ Date or place of Visit <1> has changed")
    assert read(silent).startswith("❓ You have not answered the invitation to Visit <1>.")
    assert "Please answer by 1 March 2027, 21:00." in read(silent)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    full = listed(Answer.WAITING, sequence=1, confirm_sequence=1, rule="FREQ=WEEKLY;COUNT=3", **EVERYTHING)
    reader = Reader(BELGRADE, 1, CHECKS, plans=True)
    invitee = Invitee(id=12, event_id=7, member_id=3, invited_at=NOW, note="<x>")
    person = Participant(invitee, MEMBER, None)
    follow_up = FollowUp(id=1, member_id=3, text="<reply>", due_at=NOW, created_at=NOW)
    shown = [
        event_card.card(full, reader, translator),
        event_card.nominate(full, [MEMBER], translator),
        event_card.nominate(full, [], translator),
        event_card.ask_note(translator),
        event_card.note_kept(7, translator),
        *(event_card.note_refused(refusal, translator) for refusal in AnswerRefusal),
        event_card.gone(translator),
        event_lists.coming([full] * 20, 1, BELGRADE, translator),
        event_lists.coming([], 0, BELGRADE, translator),
        event_lists.agenda([full] * 40, BELGRADE, translator),
        event_lists.agenda([], BELGRADE, translator),
        event_lists.participants(full, [person] * 20, counts(), 0, translator),
        event_lists.answer_for(full, person, translator),
        event_changes.cancelled(full, BELGRADE, translator),
        event_changes.changed(full, [Difference("capacity", "1", "2")], Reader(BELGRADE), translator),
        *(event_reminders.invitation(full, reader, nominated, translator) for nominated in (True, False)),
        event_reminders.promoted(full, BELGRADE, translator),
        *(event_reminders.answered_for(full, answer, 1, translator) for answer in Answer),
        event_reminders.before_start(full, reader, NOW, translator),
        event_reminders.answer_due(full, BELGRADE, translator),
        *(event_reminders.task_due(full, item, BELGRADE, translator) for item in (PASSPORT, OTHER)),
        event_reminders.thanks(full, translator),
        follow_ups.listing([follow_up] * 30, BELGRADE, translator),
        follow_ups.listing([], BELGRADE, translator),
        follow_ups.made(follow_up, BELGRADE, translator),
        follow_ups.reminder(follow_up, translator),
        *(follow_ups.refused(problem, translator) for problem in FollowUpProblem),
        *(follow_ups.not_understood(reason, "<x>", translator) for reason in Reason),
        *(follow_ups.not_understood(reason, "", translator) for reason in Reason),
    ]
    for view in shown:
        accept(view)
    notices = [
        *(event_names.refused(refusal, translator) for refusal in AnswerRefusal),
        follow_ups.snoozed(NOW, BELGRADE, translator),
        follow_ups.done(translator),
        event_card.nominated(translator),
        follow_ups.gone(translator),
    ]
    assert all(1 <= len(notice) <= 200 for notice in notices)
    assert len({event_names.kind_name(kind, translator) for kind in EventKind}) == len(EventKind)


@pytest.mark.parametrize(
    ("locale", "city"),
    [("uk", "Тбілісі"), ("ka", "თბილისი"), ("hu", "Tbiliszi"), ("sr_Latn", "Tbilisi"), ("en", "Tbilisi")],
)
def test_cities_of_zones_are_named_in_the_readers_language(languages: Languages, locale: str, city: str) -> None:
    assert languages.translator(locale).city(TBILISI) == city


def test_kyiv_is_found_where_cldr_has_its_older_name(languages: Languages) -> None:
    assert languages.translator("uk").city(ZoneInfo("Europe/Kyiv")) == "Київ"
