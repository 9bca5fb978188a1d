"""Ratings as a table."""

import pytest

from bot.database import Database
from bot.models import Aspect, AuditRecord, Rating
from bot.services.actors import NotAllowedError
from bot.services.events import rating_exports
from bot.services.events.exports import Format
from tests.conftest import NOW
from tests.members import acting
from tests.outbox import event, store


@pytest.fixture
async def rated(people: Database) -> Database:
    """An event whose content 3 and 4 have rated, one of them with a comment."""
    await store(people, event(), [3, 4])
    async with people.session() as session:
        for member_id, stars, comment in ((3, 4, "=SUM(1)"), (4, 5, None)):
            session.add(
                Rating(
                    event_id=1, member_id=member_id, aspect=Aspect.CONTENT, stars=stars, comment=comment, given_at=NOW
                )
            )
        await session.commit()
    return people


async def test_each_aspect_has_a_row_and_each_comment_one_without_stars(rated: Database) -> None:
    async with rated.session() as session:
        content = await rating_exports.export(session, await acting(session, 1), 1, Format.CSV)
    assert content.decode("utf-8-sig").splitlines() == [
        "aspect,ratings,mean,stars_1,stars_2,stars_3,stars_4,stars_5,comment",
        "content,2,4.50,0,0,0,1,1,",
        "content,,,,,,,,'=SUM(1)",
        "organisation,0,,0,0,0,0,0,",
        "usefulness,0,,0,0,0,0,0,",
    ]


async def test_an_export_is_a_spreadsheet_and_noted_in_the_audit_log(rated: Database) -> None:
    async with rated.session() as session:
        content = await rating_exports.export(session, await acting(session, 1), 1, Format.XLSX)
        await session.commit()
        record = await session.get_one(AuditRecord, 1)
    assert content.startswith(b"PK")
    assert (record.object, record.details) == ("event:1", '{"format":"xlsx","rows":4,"what":"ratings"}')


async def test_officers_export_nothing(rated: Database) -> None:
    async with rated.session() as session:
        with pytest.raises(NotAllowedError):
            await rating_exports.export(session, await acting(session, 3), 1, Format.CSV)
