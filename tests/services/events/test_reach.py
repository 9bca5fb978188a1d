"""How many an audience means, and who of those that were chosen gets nothing."""

from collections import Counter

from bot.database import Database
from bot.models import AudienceKind, EventState
from bot.services.events import audience
from bot.services.events.reach import Reach, reach_of, reach_of_invited
from tests.members import acting, member_of
from tests.outbox import event, store


async def reached(people: Database, *lines: tuple[AudienceKind, str]) -> Reach:
    """Store a draft for an audience and return whom it means."""
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        actor = await acting(session, 1)
        for kind, value in lines:
            await audience.add(session, actor, 1, kind, value)
        return await reach_of(session, 1)


async def test_everybody_is_counted_by_the_language_they_are_written_to_in(people: Database) -> None:
    async with people.session() as session:
        (await member_of(session, 3)).client_locale = "hu"
        chosen = await member_of(session, 5)
        chosen.client_locale, chosen.locale = "hu", "sr"
        await session.commit()
    found = await reached(people, (AudienceKind.COUNTRY, "RS"), (AudienceKind.COUNTRY, "MD"))
    assert found.by_locale == Counter({"hu": 1, "sr": 1, "en": 1})
    assert found.total == 3


async def test_who_has_blocked_the_assistant_is_invited_and_named_as_unreachable(people: Database) -> None:
    async with people.session() as session:
        (await member_of(session, 3)).reachable = False
        await session.commit()
    found = await reached(people, (AudienceKind.COUNTRY, "RS"))
    assert [member.id for member in found.unreachable] == [3]
    assert found.total == 2


async def test_who_was_named_and_is_no_member_is_told_of(people: Database) -> None:
    found = await reached(people, *((AudienceKind.MEMBER, number) for number in ("6", "4", "99")))
    assert found.left == (6, 99)
    assert found.total == 1


async def test_nobody_is_nobody(people: Database) -> None:
    assert await reached(people) == Reach()


async def test_of_a_published_event_who_is_invited_counts(people: Database) -> None:
    await store(people, event(), [3, 5])
    async with people.session() as session:
        (await member_of(session, 5)).reachable = False
        await session.flush()
        found = await reach_of_invited(session, 1)
    assert found.by_locale == Counter({"en": 2})
    assert [member.id for member in found.unreachable] == [5]
