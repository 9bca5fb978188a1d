"""What an audience can be chosen from, and whom typed words mean."""

import pytest

from bot.callbacks import StaleButtonError
from bot.database import Database
from bot.models import AudienceKind, EventState
from bot.services.actors import NotAllowedError
from bot.services.broadcasts.audience import Option
from bot.services.events import audience, choices
from tests.members import acting, member_of
from tests.outbox import event, store

UNIT, ROLE, MEMBER = AudienceKind.UNIT, AudienceKind.ROLE, AudienceKind.MEMBER
LOCALES = ("en", "ro", "sr", "mk")
MEMBERS = (
    Option("3", "3", 1, "RS · Сајбер криминал"),
    Option("4", "4", 1, "MD · Cyber crime unit"),
    Option("12", "12", 1, "MK · Border unit 3"),
    Option("13", "13", 1, "Unit without a country"),
    Option("14", "14", 1, ""),
)


@pytest.fixture
async def draft(people: Database) -> Database:
    """The people and a draft in Georgia."""
    await store(people, event(state=EventState.DRAFT))
    return people


async def test_values_are_those_of_members_with_a_role(people: Database) -> None:
    async with people.session() as session:
        units = await choices.options(session, UNIT)
        members = await choices.options(session, MEMBER)
    assert [(each.value, each.people) for each in units] == [("Unit A", 1), ("Unit B", 2), ("Unit G", 1), ("Unit H", 1)]
    assert [(each.code, each.about) for each in members] == [
        ("1", "GE · Unit G"),
        ("2", "HU · Unit H"),
        ("3", "RS · Unit A"),
        ("4", "MD · Unit B"),
        ("5", "RS · Unit B"),
    ]


@pytest.mark.parametrize(("kind", "value"), [(UNIT, "Unit B"), (ROLE, "officer"), (MEMBER, "4")])
async def test_a_value_is_turned_on_and_off(draft: Database, kind: AudienceKind, value: str) -> None:
    async with draft.session() as session:
        actor = await acting(session, 1)
        (code,) = [each.code for each in await choices.offered(session, 1, kind) if each.value == value]
        await choices.toggle(session, actor, 1, kind, code)
        assert [(line.kind, line.value) for line in await audience.lines(session, 1)] == [(kind, value)]
        await choices.toggle(session, actor, 1, kind, code)
        assert await audience.lines(session, 1) == []


async def test_a_chosen_value_that_nobody_has_any_more_can_be_taken_out(draft: Database) -> None:
    async with draft.session() as session:
        actor = await acting(session, 1)
        await audience.add(session, actor, 1, UNIT, "Unit H")
        (await member_of(session, 2)).unit = "Unit A"
        await session.flush()
        last = (await choices.offered(session, 1, UNIT))[-1]
        assert (last.value, last.people) == ("Unit H", 0)
        await choices.toggle(session, actor, 1, UNIT, last.code)
        assert await audience.lines(session, 1) == []


async def test_a_value_that_no_member_has_is_stale(draft: Database) -> None:
    async with draft.session() as session:
        with pytest.raises(StaleButtonError):
            await choices.toggle(session, await acting(session, 1), 1, MEMBER, "6")


async def test_who_does_not_plan_the_event_turns_nothing(draft: Database) -> None:
    async with draft.session() as session:
        with pytest.raises(NotAllowedError):
            await choices.toggle(session, await acting(session, 3), 1, MEMBER, "4")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        pytest.param("cyber", ["4"], id="a part of a unit"),
        pytest.param("CYB crime", ["4"], id="parts of two words"),
        pytest.param("sajber", ["3"], id="another script"),
        pytest.param("md", ["4"], id="a code"),
        pytest.param("Молдавија", ["4"], id="a country in another language"),
        pytest.param("north macedonia", ["12"], id="a country of two words"),
        pytest.param("unit macedonia", ["12"], id="a unit of a country"),
        pytest.param("3", ["3", "12"], id="a number, or a unit with a number"),
        pytest.param("13", ["13"], id="a number"),
        pytest.param("country", ["13"], id="somebody without a country"),
        pytest.param("weather", [], id="nothing"),
        pytest.param(" ?! ", [], id="no words"),
    ],
)
def test_words_mean_members(typed: str, numbers: list[str]) -> None:
    assert [each.value for each in choices.search(MEMBERS, typed, LOCALES)] == numbers
