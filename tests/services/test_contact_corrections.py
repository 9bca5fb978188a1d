"""Corrections proposed and decided."""

from dataclasses import replace

import pytest

from bot.database import Database
from bot.errors import BotError, NoChangeError, UnknownContactError, UnreadableCorrectionError
from bot.guard import Kind
from bot.models import CorrectionState, Role, Visibility
from bot.services import contact_corrections as corrections
from bot.services.actors import NotAllowedError
from bot.services.awaiting import Awaited
from bot.services.contact_corrections import Proposal
from bot.services.contact_saving import save_point
from bot.services.contacts import every
from bot.services.permissions import Held
from tests.contacts import HUNGARIAN, NCB, directory, point, store, stored, two_countries, unit
from tests.members import acting, add, recorded

OFFICER, OF_SERBIA, OF_HUNGARY, STRANGER = 6, 7, 8, 9
NEW_HOURS = ("hours", "mo-fr 9:00-17:00")


@pytest.fixture
async def network(database: Database) -> Database:
    """Contacts of two countries, an officer, a coordinator of each, and a stranger."""
    await store(database, two_countries())
    await add(database, OFFICER, Held(Role.OFFICER), country="UA")
    await add(database, OF_SERBIA, Held(Role.COORDINATOR, "RS"), country="RS")
    await add(database, OF_HUNGARY, Held(Role.COORDINATOR, "HU"), country="HU")
    await add(database, STRANGER)
    return database


async def propose(database: Database, chat_id: int, change: tuple[str, str] = NEW_HOURS) -> Proposal:
    """Let the person of a chat propose a correction of the Serbian NCB."""
    async with database.session() as session:
        number = next(one.number for one in await every(session) if one.point.key == NCB)
        proposal = await corrections.propose(session, await acting(session, chat_id), number, change)
        await session.commit()
        return proposal


async def decide(database: Database, chat_id: int, *, approve: bool = True, number: int = 1) -> CorrectionState:
    """Let the person of a chat decide about the first correction."""
    async with database.session() as session:
        proposal = await corrections.decide(session, await acting(session, chat_id), number, approve=approve)
        await session.commit()
        return proposal.correction.state


async def open_for(database: Database, chat_id: int) -> list[tuple[str, str, str]]:
    """Return what the person of a chat can decide: column, old, new."""
    async with database.session() as session:
        found = await corrections.open_proposals(session, (await acting(session, chat_id)).access)
        return [(one.correction.column, one.correction.old_text, one.correction.new_text) for one in found]


async def test_what_an_officer_proposes_waits_for_the_countrys_coordinator(network: Database) -> None:
    proposal = await propose(network, OFFICER)
    assert proposal.correction.state is CorrectionState.OPEN
    assert await stored(network) == two_countries()
    assert await open_for(network, OF_SERBIA) == [("hours", "Mo-Fr 08:00-16:00", "Mo-Fr 09:00-17:00")]
    assert await open_for(network, OF_HUNGARY) == []
    assert (await recorded(network))[-1] == "correction_proposed"


async def test_what_is_approved_is_changed_and_nothing_else(network: Database) -> None:
    await propose(network, OFFICER)
    assert await decide(network, OF_SERBIA) is CorrectionState.APPROVED
    points = dict(two_countries().points)
    changed = corrections.corrected(points[NCB], *NEW_HOURS)
    assert (await stored(network)).points == {**points, NCB: changed}
    assert (await recorded(network))[-1] == "correction_approved"
    assert await open_for(network, OF_SERBIA) == []


async def test_what_is_declined_changes_nothing_and_stays_declined(network: Database) -> None:
    await propose(network, OFFICER)
    assert await decide(network, OF_SERBIA, approve=False) is CorrectionState.DECLINED
    assert await decide(network, OF_SERBIA, approve=True) is CorrectionState.DECLINED
    assert await stored(network) == two_countries()
    assert (await recorded(network)).count("correction_declined") == 1


async def test_what_was_changed_meanwhile_is_not_overwritten(network: Database) -> None:
    await propose(network, OFFICER)
    await propose(network, OF_SERBIA, ("hours", "24/7"))
    assert await decide(network, OF_SERBIA) is CorrectionState.OUTDATED
    assert str((await stored(network)).points[NCB].hours) == "24/7"


async def test_what_a_coordinator_of_the_country_says_counts_at_once(network: Database) -> None:
    proposal = await propose(network, OF_SERBIA, ("phones", " - "))
    assert proposal.correction.state is CorrectionState.APPROVED
    assert (await stored(network)).points[NCB].phones == ()
    assert (await recorded(network))[-2:] == ["correction_proposed", "correction_approved"]


@pytest.mark.parametrize("chat_id", [OFFICER, OF_HUNGARY, STRANGER])
async def test_nobody_else_decides(network: Database, chat_id: int) -> None:
    await propose(network, OFFICER)
    with pytest.raises(NotAllowedError):
        await decide(network, chat_id)
    assert await stored(network) == two_countries()


@pytest.mark.parametrize(
    ("chat_id", "change", "error"),
    [
        pytest.param(STRANGER, NEW_HOURS, NotAllowedError, id="by a stranger"),
        pytest.param(OFFICER, ("hours", "nine to five"), UnreadableCorrectionError, id="what cannot be read"),
        pytest.param(OFFICER, ("hours", "Mo-Fr 08:00-16:00; "), NoChangeError, id="what it says already"),
        pytest.param(OFFICER, ("owner", "6"), UnreadableCorrectionError, id="an owner"),
        pytest.param(OFFICER, ("nothing", "x"), UnreadableCorrectionError, id="no column"),
        pytest.param(OFFICER, ("notes", "x" * 501), UnreadableCorrectionError, id="what is too long"),
        pytest.param(OFFICER, ("notes", "x" * 2000), UnreadableCorrectionError, id="what is far too long"),
        pytest.param(OFFICER, ("duty_phones", "+12025550123"), UnreadableCorrectionError, id="a phone twice"),
    ],
)
async def test_what_cannot_be_proposed_is_not_stored(
    network: Database, chat_id: int, change: tuple[str, str], error: type[BotError]
) -> None:
    with pytest.raises(error):
        await propose(network, chat_id, change)
    assert await open_for(network, OF_SERBIA) == []


async def test_what_is_hidden_cannot_be_corrected(network: Database) -> None:
    hidden = replace(point(), visibility=Visibility.COUNTRY)
    await store(network, directory(unit(), hidden))
    with pytest.raises(UnknownContactError):
        await propose(network, OFFICER)


async def test_a_correction_that_is_not_there_cannot_be_decided(network: Database) -> None:
    with pytest.raises(UnknownContactError):
        await decide(network, OF_SERBIA, number=5)


@pytest.mark.parametrize(
    ("waited", "kinds"),
    [
        (corrections.awaited(7, "phones"), {Kind.PHONE}),
        (corrections.awaited(7, "duty_phones"), {Kind.PHONE}),
        (corrections.awaited(7, "emails"), {Kind.EMAIL}),
        (corrections.awaited(7, "secure"), {Kind.EMAIL}),
        (corrections.awaited(7, "notes"), set()),
        (corrections.awaited(7, "hours"), set()),
        (Awaited("access_unit", {"place": "HU"}), set()),
        (None, set()),
    ],
)
def test_only_a_correction_may_hold_numbers_and_addresses(waited: Awaited | None, kinds: set[Kind]) -> None:
    assert corrections.expected_kinds(waited) == kinds


async def test_days_with_other_hours_and_who_answers_then_are_corrected_too(network: Database) -> None:
    await propose(network, OF_SERBIA, ("exceptions", "2027-12-24..2027-12-26 closed"))
    await propose(network, OF_SERBIA, ("substitutes", f"2027-12-24..2027-12-26 {HUNGARIAN}"))
    changed = (await stored(network)).points[NCB]
    assert [(one.first_day.day, one.last_day.day, one.spans) for one in changed.exceptions] == [(24, 26, ())]
    assert [one.point for one in changed.substitutes] == [HUNGARIAN]


@pytest.mark.parametrize("answers", ["rs-unit/selec", "nowhere/ncb", str(NCB)])
async def test_only_another_contact_that_is_there_answers(network: Database, answers: str) -> None:
    with pytest.raises(UnreadableCorrectionError):
        await propose(network, OFFICER, ("substitutes", f"2027-12-24 {answers}"))


async def test_what_contradicts_a_later_change_is_outdated(network: Database) -> None:
    await propose(network, OFFICER, ("duty_phones", "+1 202-555-0177"))
    await propose(network, OF_SERBIA, ("phones", "+1 202-555-0177"))
    assert await decide(network, OF_SERBIA) is CorrectionState.OUTDATED


async def test_nobody_learns_of_a_contact_that_they_may_not_see(network: Database) -> None:
    async with network.session() as session:
        await save_point(session, point(HUNGARIAN, visibility=Visibility.COUNTRY))
        await session.commit()
    with pytest.raises(UnreadableCorrectionError):
        await propose(network, OFFICER, ("substitutes", f"2027-12-24 {HUNGARIAN}"))
