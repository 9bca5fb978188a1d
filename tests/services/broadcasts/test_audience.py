"""Who a broadcast would go to, by what its author chose and may reach."""

import pytest

from bot.callbacks import StaleButtonError
from bot.database import Database
from bot.models import BroadcastAudience, ReceiverKind
from bot.services.broadcasts import audience
from bot.services.broadcasts.audience import Option, Reach, code_of
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import (
    BLOCKED,
    HUNGARY,
    IN_SERBIAN,
    NETWORK,
    OFFICER,
    SERBIA,
    WITHOUT_COUNTRY,
    change,
    desk_of,
    drafted,
    populate,
)

COUNTRY, UNIT, ROLE, LANGUAGE, MEMBER, EVENT = ReceiverKind


def only(kind: ReceiverKind, *values: str) -> list[BroadcastAudience]:
    """Return conditions: one of these values."""
    return [BroadcastAudience(broadcast_id=1, kind=kind, value=value) for value in values]


def without(kind: ReceiverKind, *values: str) -> list[BroadcastAudience]:
    """Return conditions: none of these values."""
    return [BroadcastAudience(broadcast_id=1, kind=kind, value=value, is_wanted=False) for value in values]


async def reached(database: Database, chat_id: int, conditions: list[BroadcastAudience]) -> Reach:
    """Return whom a coordinator would reach."""
    async with desk_of(database, FakeOutbox(), chat_id) as desk:
        return await audience.reach(desk.session, desk.actor.access, conditions)


async def test_a_coordinator_of_the_network_reaches_every_member_and_no_stranger(database: Database) -> None:
    await populate(database)
    found = await reached(database, NETWORK, [])
    assert found.by_locale == {"en": 6, "sr_Latn": 1, "uk": 1}
    assert (found.total, found.left_out) == (8, 1)


@pytest.mark.parametrize(("chat_id", "total", "left_out"), [(SERBIA, 2, 1), (HUNGARY, 2, 0)])
async def test_a_coordinator_of_a_country_reaches_that_country_alone(
    database: Database, chat_id: int, total: int, left_out: int
) -> None:
    await populate(database)
    found = await reached(database, chat_id, [])
    assert (found.total, found.left_out) == (total, left_out)
    assert (await reached(database, chat_id, only(COUNTRY, "UA"))).total == 0
    assert (await reached(database, chat_id, only(COUNTRY, "*"))).total == 0


@pytest.mark.parametrize(
    ("conditions", "total"),
    [
        pytest.param(only(COUNTRY, "RS"), 2, id="one country"),
        pytest.param(only(COUNTRY, "RS", "UA"), 3, id="either of two"),
        pytest.param(only(COUNTRY, "*"), 3, id="those of the network"),
        pytest.param(without(COUNTRY, "RS"), 6, id="all but one country, and those of none"),
        pytest.param(only(ROLE, "officer"), 4, id="a role"),
        pytest.param(without(ROLE, "coordinator"), 4, id="all but a role"),
        pytest.param(only(LANGUAGE, "uk", "sr_Latn"), 2, id="languages"),
        pytest.param(only(UNIT, "Unit of the example"), 1, id="a unit"),
        pytest.param(without(UNIT, "Unit of the example"), 7, id="all but a unit, and those of none"),
        pytest.param(only(MEMBER, "1", "5"), 2, id="members by number"),
        pytest.param(without(MEMBER, "1"), 7, id="all but a member"),
        pytest.param(only(COUNTRY, "RS") + only(ROLE, "officer"), 1, id="both of two kinds"),
        pytest.param(only(COUNTRY, "RS") + without(MEMBER, "2"), 1, id="a country but for a member"),
        pytest.param(only(COUNTRY, "GE"), 0, id="nobody"),
    ],
)
async def test_conditions_of_a_kind_add_up_and_kinds_narrow_down(
    database: Database, conditions: list[BroadcastAudience], total: int
) -> None:
    await populate(database)
    assert (await reached(database, NETWORK, conditions)).total == total


async def test_values_on_offer_are_those_in_reach(database: Database) -> None:
    people = await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        session, actor = desk.session, desk.actor
        assert [(each.value, each.people) for each in await audience.options(session, actor, COUNTRY)] == [
            ("*", 3),
            ("HU", 2),
            ("RS", 3),
            ("UA", 1),
        ]
        assert [each.value for each in await audience.options(session, actor, ROLE)] == ["coordinator", "officer"]
        unit = Option("Unit of the example", code_of(UNIT, "Unit of the example"), 1)
        assert await audience.options(session, actor, UNIT) == [unit]
    async with desk_of(database, FakeOutbox(), SERBIA) as desk:
        session, actor = desk.session, desk.actor
        assert [each.value for each in await audience.options(session, actor, COUNTRY)] == ["RS"]
        assert {each.value: each.about for each in await audience.options(session, actor, MEMBER)} == {
            str(people[SERBIA]): "RS",
            str(people[IN_SERBIAN]): "RS · Unit of the example",
            str(people[BLOCKED]): "RS",
        }


async def test_a_value_is_wanted_then_left_out_then_no_matter(database: Database) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        draft = await drafted(desk)
        seen = []
        for _ in range(3):
            await audience.toggle(desk.session, desk.actor, draft, UNIT, code_of(UNIT, "Unit of the example"))
            seen.append([row.is_wanted for row in await audience.conditions_of(desk.session, draft)])
    assert seen == [[True], [False], []]


@pytest.mark.parametrize("value", ["HU", "XX", ""])
async def test_a_forged_value_is_refused(database: Database, value: str) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), SERBIA) as desk:
        draft = await drafted(desk)
        with pytest.raises(StaleButtonError):
            await audience.toggle(desk.session, desk.actor, draft, COUNTRY, value)


async def test_everybody_is_chosen_by_forgetting_the_rest(database: Database) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        draft = await drafted(desk)
        await audience.toggle(desk.session, desk.actor, draft, COUNTRY, "HU")
        await audience.everybody(desk.session, desk.actor, draft)
        assert await audience.conditions_of(desk.session, draft) == []


def test_the_name_of_a_unit_fits_a_button() -> None:
    assert len(code_of(UNIT, "ქ" * 120)) == 12


async def test_people_are_written_to_in_what_they_chose_before_what_their_client_speaks(database: Database) -> None:
    await populate(database)
    await change(database, OFFICER, locale="hu", client_locale="ka")
    await change(database, WITHOUT_COUNTRY, client_locale="ro")
    found = await reached(database, NETWORK, only(ROLE, "officer"))
    assert found.by_locale == {"hu": 1, "ro": 1, "sr_Latn": 1, "uk": 1}
