"""Screens of whom a draft is for, in English, and in all languages as Telegram takes them."""

from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks import ShowPlan
from bot.callbacks.event_audience import ChooseInvited
from bot.i18n import Languages
from bot.models import AudienceKind, EventAudience, EventState, EventText, Member, Role
from bot.services.broadcasts.audience import Option
from bot.services.events.choices import MOST_FOUND
from bot.services.events.parts import Parts
from bot.services.events.quotas import QuotaProblem
from bot.services.events.reach import Reach
from bot.views import event_audience
from bot.views.event_plans import Plan
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_events import ENGLISH, MEMBER, labels, read

BELGRADE = ZoneInfo("Europe/Belgrade")
UNITS = [
    Option(f"Unit <{number}> of a name that is much longer than any button can show", f"{number:012x}", 2)
    for number in range(20)
]
MEMBERS = [Option(str(number), str(number), 1, "RS · Unit <A>") for number in range(1, 31)]
LINES = (
    EventAudience(event_id=7, kind=AudienceKind.COUNTRY, value="RS"),
    EventAudience(event_id=7, kind=AudienceKind.MEMBER, value="3"),
    EventAudience(event_id=7, kind=AudienceKind.ROLE, value=Role.OFFICER),
    EventAudience(event_id=7, kind=AudienceKind.UNIT, value="Unit <A>"),
)


def plan(*lines: EventAudience, state: EventState = EventState.DRAFT, blocked: int = 0, left: int = 0) -> Plan:
    """Return an event with an English text for three people."""
    unreachable = tuple(Member(**MEMBER.model_dump() | {"id": number}) for number in range(1, blocked + 1))
    reach = Reach(Counter({"en": 1, "ka": 2}), unreachable, tuple(range(50, 50 + left)))
    texts = (EventText(event_id=7, locale="en", title="<Visit>"),)
    return Plan(event(id=7, state=state), texts, Parts(lines, reach, {"MD": 3}), (), BELGRADE)


def test_countries_stand_with_flags_and_names_and_are_turned() -> None:
    shown = event_audience.audience(plan(LINES[0]), ENGLISH)
    assert {"✅ 🇷🇸 Serbia", "⬜ 🇲🇩 Moldova", "⬜ 🇬🇪 Georgia"} < set(labels(shown))


def test_what_was_chosen_and_whom_it_means_is_said() -> None:
    shown = read(event_audience.audience(plan(*LINES), ENGLISH))
    assert "Countries: Serbia\nUnits: Unit <A>\nRoles: Officer\nMembers: Member 3" in shown
    assert "Invited would be: 3 people.\n• English: 1\n• ქართული: 2, in English" in shown
    assert "Seats by country: Moldova: 3" in shown


def test_who_gets_nothing_is_named_with_the_reason() -> None:
    shown = read(event_audience.audience(plan(*LINES, blocked=1, left=2), ENGLISH))
    assert "⚠️ 1 of them has blocked the assistant and gets no message: Member 1" in shown
    assert "⚠️ 2 of those you named are no members any more and are not invited: Member 50 and Member 51" in shown


def test_of_many_who_get_nothing_the_first_ten_are_named() -> None:
    shown = read(event_audience.audience(plan(*LINES, blocked=11), ENGLISH))
    assert "⚠️ 11 of them" in shown
    assert "Member 10 and …" in shown
    assert "Member 11" not in shown


def test_values_stand_page_by_page_and_those_chosen_are_ticked() -> None:
    first = event_audience.values(plan(LINES[1]), AudienceKind.MEMBER, MEMBERS, 0, ENGLISH)
    assert labels(first)[:3] == [f"{box} Member {n} · RS · Unit <A>" for n, box in enumerate("⬜⬜✅", 1)]
    assert labels(first)[-3:] == ["More ›", "🔎 Find a member", "« Audience"]
    last = event_audience.values(plan(), AudienceKind.MEMBER, MEMBERS, 99, ENGLISH)
    assert "⬜ Member 30 · RS · Unit <A>" in labels(last)
    assert "More ›" not in labels(last)


def test_only_members_can_be_found_by_words() -> None:
    assert "🔎 Find a member" not in labels(event_audience.values(plan(), AudienceKind.UNIT, UNITS, 0, ENGLISH))


def test_a_member_that_was_found_leads_to_their_page() -> None:
    shown = event_audience.found(plan(), [(17, MEMBERS[17])], ENGLISH)
    assert shown.rows[0][0].target == ChooseInvited(7, "member", 2, "18")


def test_a_search_shows_the_first_and_says_so() -> None:
    shown = event_audience.found(plan(), list(enumerate(MEMBERS)), ENGLISH)
    assert sum(label.startswith("⬜") for label in labels(shown)) == MOST_FOUND
    assert read(shown) == "30 members found\n\nOnly the first are shown. Type more words to find fewer."
    assert read(event_audience.found(plan(), [], ENGLISH)).startswith("I found no such member.")


def test_seats_of_a_published_event_lead_back_to_what_can_be_changed() -> None:
    shown = event_audience.ask_quotas(plan(state=EventState.PUBLISHED), ENGLISH)
    assert shown.rows[-1][0].target == ShowPlan(7)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    full = plan(*LINES, blocked=12, left=12)
    for view in (
        event_audience.audience(full, translator),
        event_audience.audience(plan(), translator),
        event_audience.values(full, AudienceKind.UNIT, UNITS, 1, translator),
        event_audience.values(full, AudienceKind.ROLE, [Option("officer", "officer", 3)], 0, translator),
        event_audience.values(full, AudienceKind.MEMBER, [], 0, translator),
        event_audience.found(full, list(enumerate(MEMBERS)), translator),
        event_audience.found(full, [], translator),
        event_audience.ask_words(ShowPlan(7), translator),
        event_audience.ask_quotas(full, translator),
        *(event_audience.quotas_refused(problem, translator) for problem in QuotaProblem),
    ):
        accept(view)
    assert len(event_audience.too_many(translator)) <= 200
