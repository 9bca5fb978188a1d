"""Screens of the checklist as it is planned, in English, and in all languages as Telegram takes them."""

from zoneinfo import ZoneInfo

import pytest

from bot.callbacks.event_checklist import PutOnChecklist, TakeOffChecklist
from bot.dates import Reason
from bot.i18n import Languages
from bot.models import ChecklistItem, Event, EventState, Task
from bot.services.events.checklist import MOST_ITEMS, ItemProblem
from bot.services.events.parts import Parts
from bot.services.events.typed_fields import Unclear
from bot.views import event_checklist, event_plans
from bot.views.event_plans import Plan
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_event_plans import EMPTY
from tests.views.test_events import ENGLISH, OTHER, PASSPORT, labels, read

BELGRADE = ZoneInfo("Europe/Belgrade")
DRAFT = event(id=7, state=EventState.DRAFT)


def plan(made: Event, *items: ChecklistItem) -> Plan:
    """Return an event with a checklist."""
    return Plan(made, (), Parts(checklist=items), (), BELGRADE)


def test_a_list_says_what_is_on_it_and_offers_what_is_not() -> None:
    shown = event_checklist.checklist(plan(DRAFT, PASSPORT, OTHER), ENGLISH)
    assert read(shown) == (
        "Checklist\n\n⬜ Passport valid for six more months, by 1 March 2027\n⬜ Send <slides>, by 1 March 2027"
    )
    assert labels(shown) == [
        "📆 Passport valid for six more months",
        "🗑",
        "🗑 Send <slides>",
        "➕ Visa or invitation letter",
        "➕ Nomination form",
        "➕ Security clearance",
        "➕ Travel booked",
        "➕ Something else",
        "‹ Back",
    ]


def test_a_published_list_warns_that_everybody_is_told() -> None:
    shown = read(event_checklist.checklist(plan(event(id=7), PASSPORT), ENGLISH))
    assert "Everybody who is invited is told." in shown


def test_a_full_list_offers_nothing_more() -> None:
    items = [ChecklistItem(**OTHER.model_dump() | {"id": number}) for number in range(MOST_ITEMS)]
    assert not any(label.startswith("➕") for label in labels(event_checklist.checklist(plan(DRAFT, *items), ENGLISH)))


def test_days_are_offered_for_standard_items_of_an_event_with_a_date() -> None:
    offered = event_checklist.ask(plan(DRAFT), Task.VISA, ENGLISH)
    assert labels(offered)[:2] == ["30 days before the start", "14 days before the start"]
    assert offered.rows[0][0].target == PutOnChecklist(7, "visa", 30)
    assert labels(event_checklist.ask(plan(DRAFT), Task.OTHER, ENGLISH)) == ["‹ Back"]
    assert labels(event_checklist.ask(plan(EMPTY), Task.VISA, ENGLISH)) == ["‹ Back"]


def test_before_a_published_item_goes_it_is_asked() -> None:
    shown = event_checklist.confirm_removal(plan(event(id=7), PASSPORT), PASSPORT, ENGLISH)
    assert shown.rows[0][0].target == TakeOffChecklist(7, 3, confirmed=True)


def test_the_plan_shows_the_list() -> None:
    shown = read(event_plans.plan(plan(DRAFT, OTHER), ENGLISH))
    assert "Checklist: \n• Send <slides>, by 1 March 2027" in shown


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    long = ChecklistItem(**OTHER.model_dump() | {"text": "<" * 150})
    for view in (
        event_checklist.checklist(plan(EMPTY), translator),
        event_checklist.checklist(plan(event(id=7), PASSPORT, long), translator),
        *(event_checklist.ask(plan(DRAFT), task, translator) for task in Task),
        *(event_checklist.refused(Task.OTHER, problem, translator) for problem in ItemProblem),
        event_checklist.unclear(Task.VISA, Unclear(Reason.NO_DATE), translator),
        event_checklist.confirm_removal(plan(event(id=7), long), long, translator),
        event_plans.plan(plan(DRAFT, PASSPORT, long), translator),
    ):
        accept(view)
    assert all(len(event_checklist.problem_text(problem, translator)) <= 200 for problem in ItemProblem)
