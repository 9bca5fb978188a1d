"""Events as calendar files, read back by a parser that did not write them."""

import datetime as dt

import pytest
import vobject

from bot.models import Answer, Event, EventState, EventText, Invitee
from bot.services.events.calendar import calendar_event, file_name, invitation_file, own_file
from bot.services.events.listing import Listed
from bot.services.events.timing import occurrences
from tests.outbox import INVITED, event

TEXTS = (
    EventText(event_id=7, locale="en", title="Visit of the Example", description="Bring slides."),
    EventText(event_id=7, locale="uk", title="Візит"),
)


def seventh(**fields: object) -> Event:
    """Return an event with a number."""
    return event(id=7, **fields)


def listed(answer: Answer | None, **fields: object) -> Listed:
    """Return an event as somebody sees it who has given an answer."""
    made = seventh(**fields)
    invitee = Invitee(event_id=7, member_id=3, invited_at=INVITED, answer=answer) if answer else None
    return Listed(made, TEXTS, invitee, occurrences(made)[0])


def test_an_invitation_has_the_readers_language_and_the_venues_clock() -> None:
    content = invitation_file(seventh(sequence=2, address="Example Street 1"), TEXTS, "uk", "example.org")
    calendar = vobject.readOne(content.decode())
    found = calendar.vevent
    assert calendar.method.value == "REQUEST"
    assert (found.uid.value, found.sequence.value) == ("event-7@example.org", "2")
    assert found.summary.value == "Візит"
    assert found.location.value == "House of the Example, Example Street 1"
    assert found.dtstart.value.astimezone(dt.UTC) == dt.datetime(2027, 3, 15, 5, 30, tzinfo=dt.UTC)
    assert found.dtend.value.astimezone(dt.UTC) == dt.datetime(2027, 3, 15, 8, 30, tzinfo=dt.UTC)
    assert len(found.valarm_list) == 2


def test_a_cancelled_event_is_a_cancellation_without_alarms() -> None:
    content = invitation_file(seventh(state=EventState.CANCELLED, sequence=3), TEXTS, "ro", "example.org")
    calendar = vobject.readOne(content.decode())
    assert calendar.method.value == "CANCEL"
    assert (calendar.vevent.status.value, calendar.vevent.sequence.value) == ("CANCELLED", "3")
    assert calendar.vevent.summary.value == "Visit of the Example"
    assert "valarm" not in calendar.vevent.contents


def test_a_version_is_stamped_with_the_time_of_its_change() -> None:
    later = INVITED + dt.timedelta(days=1)
    assert calendar_event(seventh(changed_at=later), TEXTS, "en", "example.org").stamp == later


def test_a_series_a_place_and_a_link_are_handed_on() -> None:
    made = seventh(rule="FREQ=WEEKLY;COUNT=3", latitude=41.7, longitude=44.8, link="https://example.org/room")
    found = calendar_event(made, TEXTS, "en", "example.org")
    assert (str(found.rule), found.position, found.url) == (
        "FREQ=WEEKLY;COUNT=3",
        (41.7, 44.8),
        "https://example.org/room",
    )


def test_ones_own_calendar_has_what_one_may_come_to() -> None:
    events = [listed(answer) for answer in (Answer.YES, Answer.NO, Answer.MAYBE, Answer.WAITING, Answer.NONE, None)]
    content = own_file(events, "en", "example.org", "My events")
    assert content is not None
    calendar = vobject.readOne(content.decode())
    assert calendar.method.value == "PUBLISH"
    assert len(calendar.vevent_list) == 3


def test_without_such_events_there_is_no_file() -> None:
    assert own_file([listed(Answer.NO)], "en", "example.org", "My events") is None


def test_a_draft_without_times_is_no_event_of_a_calendar() -> None:
    with pytest.raises(ValueError, match="no times"):
        calendar_event(seventh(start=None), TEXTS, "en", "example.org")


def test_files_are_named_by_number_and_day() -> None:
    assert file_name(seventh()) == "event-7-2027-03-15.ics"
