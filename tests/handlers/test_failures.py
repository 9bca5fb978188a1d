"""Failures of ours: an apology with a reference, and a log without the person's text."""

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import fields

import pytest
import structlog
from telegram import Chat, Message, Update

from bot import logs
from bot.callbacks import Route
from bot.context import HANDLING, Handling
from bot.gateway.faults import Fault, FaultKind
from bot.i18n import Languages
from bot.services import people, questions
from bot.transport import NotSentError
from knowledge import KnowledgeBase
from tests.chat import Person, Room
from tests.conftest import NOW

FORGED = ("", "0", "-1", "9" * 30, "<b>", "x y")
"""What stands in callback data that somebody made up."""
SECRET_TEXT = "the words an officer typed"


def fail(knowledge: KnowledgeBase, query: str, locale: str) -> None:
    """Fail with the question in the message, as a library might."""
    raise RuntimeError(query)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is logged at the most talkative level."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    logs.configure("DEBUG", "json", stream)
    yield stream
    structlog.reset_defaults()
    root.handlers, root.level = handlers, level


async def test_a_failure_is_apologised_for_and_logged_without_the_text(
    administrator: Person, monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    monkeypatch.setattr(questions, "reply", fail)
    message = await administrator.asks(SECRET_TEXT)
    (record,) = [json.loads(line) for line in log.getvalue().splitlines() if "update failed" in line]
    assert record["error"] == "RuntimeError"
    assert record["frames"][-1].endswith("fail")
    assert message["text"].endswith(record["reference"])


async def test_without_a_database_the_apology_is_in_the_language_of_the_client(
    room: Room, languages: Languages, monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    async def fail_to_find(*_: object) -> None:
        raise RuntimeError("no database")

    monkeypatch.setattr(people, "find", fail_to_find)
    message = await room.person("translator-kyiv").asks(SECRET_TEXT)
    ukrainian = languages.translator("uk").gettext(
        "Sorry, something went wrong on my side and this was not done. Please try again. If it happens again, tell "
        "the administrator this reference: {reference}"
    )
    assert message["text"].startswith(ukrainian.partition("{")[0].strip())


async def test_no_log_record_holds_what_was_typed(administrator: Person, log: io.StringIO) -> None:
    await administrator.says(SECRET_TEXT)
    await administrator.says(f"/start {SECRET_TEXT}")
    await administrator.types_inline(SECRET_TEXT)
    assert SECRET_TEXT not in log.getvalue()
    assert administrator.room.world.token not in log.getvalue()


async def test_somebody_who_blocked_the_assistant_is_no_failure_to_apologise_for(
    administrator: Person, log: io.StringIO
) -> None:
    message = await administrator.asks("/browse")
    administrator.persona.block()
    await administrator.forges(message, "r:gone:en:1")
    assert [line for line in log.getvalue().splitlines() if "telegram.ext" in line] == []


async def test_what_fails_in_the_guard_goes_no_further(room: Room, administrator: Person) -> None:
    chat_id = administrator.persona.user_id
    room.world.faults.add(Fault(FaultKind.SERVER_ERROR, chat_id=chat_id, method="sendMessage"))
    (apology,) = await administrator.says("hot pursuit of somebody.unknown@example.org")
    assert apology["text"].startswith("Sorry, something went wrong")


async def test_without_any_way_to_answer_the_update_is_kept_for_later(room: Room, administrator: Person) -> None:
    chat_id = administrator.persona.user_id
    room.world.faults.add(Fault(FaultKind.SERVER_ERROR, chat_id=chat_id, method="sendMessage", times=None))
    assert await administrator.says("/help") == []
    assert list(room.application.bot_data[HANDLING].values()) == [Handling.AGAIN]


async def test_a_request_that_never_left_is_made_again_and_not_apologised_for(room: Room) -> None:
    update = Update(1, message=Message(1, NOW, Chat(7, Chat.PRIVATE)))
    await room.application.process_error(update, NotSentError("no connection"))
    assert room.application.bot_data[HANDLING] == {1: Handling.AGAIN}


@pytest.mark.parametrize("route", Route.__subclasses__(), ids=lambda route: str(route.__name__))
async def test_forged_buttons_are_answered_and_are_no_failure_of_ours(
    administrator: Person, log: io.StringIO, route: type[Route]
) -> None:
    message = await administrator.asks("/browse")
    names = [field.name for field in fields(route)]  # type: ignore[arg-type]  # all are dataclasses
    for count in {0, 1, len(names), len(names) + 1}:
        for value in FORGED:
            forged = ":".join([route.prefix, *[value] * count])[:64]
            assert (await administrator.forges(message, forged))["callback_query_id"]
    assert "update failed" not in log.getvalue()
