"""Screens of those who plan events, in all languages as Telegram takes them."""

import datetime as dt
from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from bot.calendars.month_grid import month_grid
from bot.dates import Reason, When
from bot.i18n import Languages
from bot.models import AudienceKind, Event, EventAudience, EventKind, EventState, EventText
from bot.services.events.drafts import Missing
from bot.services.events.fields import Field, FieldProblem
from bot.services.events.incoming import Doubt, Taken
from bot.services.events.parts import Parts
from bot.services.events.reach import Reach
from bot.services.events.typed_fields import TYPED, Unclear
from bot.views import event_plans, event_questions
from bot.views.event_plans import Plan
from tests.conftest import NOW
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_events import ENGLISH, EVERYTHING, labels, read

BELGRADE = ZoneInfo("Europe/Belgrade")
TEXTS = (EventText(event_id=7, locale="uk", title="<Візит>"),)
PARTS = Parts(
    [
        EventAudience(event_id=7, kind=AudienceKind.COUNTRY, value="RS"),
        EventAudience(event_id=7, kind=AudienceKind.UNIT, value="Unit <B>"),
    ],
    Reach(Counter({"uk": 2, "sr_Latn": 1})),
    {"MD": 3, "RO": 2},
)
EMPTY = Event(id=7, kind=EventKind.MEETING, created_at=NOW)


def plan(made: Event, *missing: Missing) -> Plan:
    """Return an event as who plans it sees it."""
    return Plan(made, TEXTS, PARTS, missing, BELGRADE)


def test_only_a_draft_that_lacks_nothing_can_be_published() -> None:
    ready = event(id=7, state=EventState.DRAFT)
    assert "📨 Invite everybody" in labels(event_plans.plan(plan(ready), ENGLISH))
    assert "📨 Invite everybody" not in labels(event_plans.plan(plan(ready, Missing.AUDIENCE), ENGLISH))


def test_a_published_event_is_changed_and_cancelled_but_not_published() -> None:
    found = labels(event_plans.plan(plan(event(id=7)), ENGLISH))
    assert "🚫 Cancel the event" in found
    assert not {"📨 Invite everybody", "👥 Who is invited", "🗑 Delete the draft"} & set(found)


def test_a_draft_says_whom_it_is_for_and_how_many_of_each_country_can_come() -> None:
    shown = read(event_plans.plan(plan(event(id=7, state=EventState.DRAFT)), ENGLISH))
    assert "Invited would be: 3 people.\nCountries: Serbia\nUnits: Unit <B>" in shown
    assert "Seats by country: Moldova: 3, Romania: 2" in shown


def test_a_draft_without_anything_has_no_preview() -> None:
    assert not any(label.startswith("👁") for label in labels(event_plans.plan(plan(EMPTY), ENGLISH)))


def test_a_month_offers_the_days_that_can_be_chosen() -> None:
    grid = month_grid(dt.date(2027, 3, 1), dt.date(2027, 3, 30), dt.date(2027, 5, 1), "hu")
    assert [label for label in labels(event_questions.month(7, grid, ENGLISH)) if label.isdecimal()] == ["30", "31"]
    assert "›" in labels(event_questions.month(7, grid, ENGLISH))
    assert "‹" not in labels(event_questions.month(7, grid, ENGLISH))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    full = event(id=7, state=EventState.DRAFT, rule="FREQ=WEEKLY", capacity=3, **EVERYTHING)
    grid = month_grid(dt.date(2027, 3, 1), dt.date(2027, 1, 1), dt.date(2027, 5, 1), locale)
    meanings = (When(dt.date(2027, 3, 4), dt.time(9)), When(dt.date(2027, 4, 3), dt.time(9)))
    shown = [
        event_plans.begin([(EMPTY, ()), (full, TEXTS)] * 20, translator),
        event_plans.plan(plan(EMPTY, *Missing), translator),
        event_plans.plan(plan(full), translator),
        event_plans.plan(plan(event(id=7)), translator),
        event_plans.confirm_publication(plan(full), translator),
        event_plans.published(7, 3, translator),
        event_plans.confirm_discard(7, translator),
        event_plans.discarded(translator),
        event_plans.ask_reason(translator),
        event_plans.event_cancelled(translator),
        event_plans.taken([], translator),
        event_plans.taken([Taken(full, tuple(Doubt)), Taken(EMPTY, ())], translator),
        event_plans.bad_file(translator),
        *(event_questions.ask(7, field, "2027-03", translator) for field in TYPED),
        event_questions.month(7, grid, translator),
        event_questions.ask_hours(dt.date(2027, 3, 15), translator),
        *(event_questions.refused(Field.TITLE, problem, translator) for problem in FieldProblem),
        event_questions.unclear(Field.TIMES, Unclear(Reason.NO_DATE), translator),
        event_questions.unclear(Field.TIMES, Unclear(None, meanings), translator),
    ]
    for view in shown:
        accept(view)
