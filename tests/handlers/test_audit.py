"""/audit, for administrators."""

from bot.database import Database
from tests.audit_log import fill
from tests.chat import Person, labels


async def test_an_empty_log_says_so(administrator: Person) -> None:
    assert (await administrator.asks("/audit"))["text"] == "Audit log\n\nNothing is recorded here."


async def test_the_log_is_turned(administrator: Person, database: Database) -> None:
    await fill(database, 12)
    newest = await administrator.asks("/audit")
    assert "Records 3 to 12 of 12, newest first." in newest["text"]
    assert labels(newest) == ["Older ›"]
    oldest, _ = await administrator.presses(newest, "Older ›")
    assert "Records 1 to 2 of 12" in oldest["text"]
