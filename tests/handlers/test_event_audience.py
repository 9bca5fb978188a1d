"""Whom a draft is for, chosen in the chat."""

import pytest
from sqlmodel import select

from bot.callbacks import InviteCountry, PublishEvent, ShowPlan
from bot.callbacks.event_audience import AskQuotas, ChooseInvited, FindMember, ShowAudience
from bot.database import Database
from bot.models import EventAudience, EventChange, EventQuota, Member
from tests.chat import Message, Person, labels
from tests.handlers.test_event_plans import drafted


async def number_of(database: Database, person: Person) -> int:
    """Return the number of a member."""
    async with database.session() as session:
        query = select(Member).where(Member.chat_id == person.persona.user_id)
        return (await session.exec(query)).one().id or 0


async def opened(planner: Person) -> Message:
    """Return the audience of a new draft, for Serbia."""
    screen, _ = await planner.presses(await drafted(planner), ShowAudience(1).pack())
    return screen


async def chosen(database: Database) -> set[tuple[str, str]]:
    """Return the lines of the audience."""
    async with database.session() as session:
        return {(str(line.kind), line.value) for line in (await session.exec(select(EventAudience))).all()}


async def test_countries_are_turned_on_their_own_screen(planner: Person, database: Database) -> None:
    screen = await opened(planner)
    assert "✅ 🇷🇸 Serbia" in labels(screen)
    screen, _ = await planner.presses(screen, InviteCountry(1, "MD", invited=True).pack())
    screen, _ = await planner.presses(screen, InviteCountry(1, "RS", invited=False).pack())
    assert {"✅ 🇲🇩 Moldova", "⬜ 🇷🇸 Serbia"} < set(labels(screen))
    assert await chosen(database) == {("country", "MD")}


@pytest.mark.parametrize(("kind", "name"), [("unit", "Demo unit"), ("role", "Officer")])
async def test_units_and_roles_are_turned(planner: Person, database: Database, kind: str, name: str) -> None:
    screen, _ = await planner.presses(await opened(planner), ChooseInvited(1, kind).pack())
    label = next(each for each in labels(screen) if each.startswith("⬜") and name in each)
    screen, _ = await planner.presses(screen, label)
    assert label.replace("⬜", "✅") in labels(screen)
    assert {of for of, _ in await chosen(database)} == {"country", kind}


async def test_a_member_is_found_by_words_and_named(planner: Person, officer: Person, database: Database) -> None:
    number = await number_of(database, officer)
    members, _ = await planner.presses(await opened(planner), ChooseInvited(1, "member").pack())
    await planner.presses(members, FindMember(1).pack())
    none = await planner.asks("weather")
    assert none["text"].startswith("I found no such member.")
    found = await planner.asks("Грузія")
    screen, _ = await planner.presses(found, next(each for each in labels(found) if f"Member {number} " in each))
    assert any(label.startswith(f"✅ Member {number} ") for label in labels(screen))
    assert ("member", str(number)) in await chosen(database)


async def test_seats_by_country_are_typed_and_shown(planner: Person, database: Database) -> None:
    await planner.presses(await opened(planner), AskQuotas(1).pack())
    refused = await planner.asks("MD three")
    assert "I cannot read this." in refused["text"]
    screen = await planner.asks("MD 3, RO 2")
    assert "Seats by country: Moldova: 3, Romania: 2" in screen["text"]
    plan, _ = await planner.presses(screen, ShowPlan(1).pack())
    assert "Seats by country: Moldova: 3, Romania: 2" in plan["text"]


async def test_seats_of_a_published_event_are_changed_and_told(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    plan, _ = await planner.presses(plan, PublishEvent(1, confirmed=False).pack())
    await planner.presses(plan, PublishEvent(1, confirmed=True).pack())
    await planner.forges(plan, AskQuotas(1).pack())
    changed = await planner.asks("RS 1")
    assert "✏️ Change: Visit of the Example" in changed["text"]
    async with database.session() as session:
        assert [row.field for row in (await session.exec(select(EventChange))).all()] == ["quotas"]
        assert [row.seats for row in (await session.exec(select(EventQuota))).all()] == [1]


async def test_the_audience_of_a_published_event_is_not_turned(planner: Person, database: Database) -> None:
    plan = await drafted(planner)
    await planner.forges(plan, PublishEvent(1, confirmed=True).pack())
    await planner.forges(plan, ChooseInvited(1, "role", 0, "officer").pack())
    assert await chosen(database) == {("country", "RS")}


@pytest.mark.parametrize("data", ["pv:1:party:0:", "pv:1:unit:0:000000000000", "pv:1:member:0:999", "eu:1:XX:1"])
async def test_forged_buttons_are_out_of_date(planner: Person, data: str) -> None:
    assert "out of date" in (await planner.forges(await opened(planner), data))["text"]


async def test_an_audience_that_is_full_says_so(
    planner: Person, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = await opened(planner)
    monkeypatch.setattr("bot.services.events.audience.MOST_LINES", 1)
    said = await planner.forges(screen, InviteCountry(1, "MD", invited=True).pack())
    assert said["text"].startswith("There are 100 choices already")
    said = await planner.forges(screen, ChooseInvited(1, "role", 0, "officer").pack())
    assert said["text"].startswith("There are 100 choices already")
