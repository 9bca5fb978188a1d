"""Texts of events in languages."""

import pytest

from bot.database import Database
from bot.models import EventState, EventText
from bot.services.actors import NotAllowedError
from bot.services.events import texts
from bot.services.events.fields import FieldError, FieldProblem
from bot.services.events.held import EventGoneError
from tests.members import acting
from tests.outbox import event, store


def text(locale: str, title: str = "Visit", description: str = "") -> EventText:
    """Return a text of the first event."""
    return EventText(event_id=1, locale=locale, title=title, description=description)


@pytest.mark.parametrize(
    ("locales", "reader", "shown"),
    [
        (["en", "uk"], "uk", "uk"),
        (["en", "uk"], "ro", "en"),
        (["ka", "uk"], "ro", "ka"),
        (["en", "sr"], "sr", "sr"),
        (["sr_Latn", "sr"], "sr_Latn", "sr_Latn"),
    ],
)
def test_readers_get_their_language_else_english_else_what_there_is(
    locales: list[str], reader: str, shown: str
) -> None:
    assert texts.in_language([text(locale) for locale in locales], reader).locale == shown


def test_serbian_is_written_in_latin_letters_for_who_reads_those() -> None:
    found = texts.in_language([text("en"), text("sr", "Студијска посета", "Њушка")], "sr_Latn")
    assert (found.locale, found.title, found.description) == ("sr_Latn", "Studijska poseta", "Njuška")


def test_what_is_typed_in_angle_brackets_is_text_and_kept() -> None:
    kept = texts.checked(1, text("en", " Visit <Tbilisi> \n & others"))
    assert kept.title == "Visit <Tbilisi> & others"


def test_a_draft_without_texts_has_an_empty_one() -> None:
    assert texts.in_language([], "uk").title == ""


async def test_a_text_is_written_again_and_taken_away(people: Database) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        actor = await acting(session, 1)
        for title in ("Первый", " Візит \n до Тбілісі "):
            await texts.write(session, actor, 1, text("uk", title, "Рядок 1\r\nРядок 2\n"))
        await session.commit()
        found = await texts.of_events(session, [1, 2])
        assert [each.locale for each in found[1]] == ["en", "uk"]
        assert (found[1][1].title, found[1][1].description) == ("Візит до Тбілісі", "Рядок 1\nРядок 2")
        assert found[2] == ()
        await texts.remove(session, actor, 1, "en")
        assert [each.locale for each in (await texts.of_events(session, [1]))[1]] == ["uk"]


@pytest.mark.parametrize(
    ("title", "description", "problem"),
    [
        (" ", "", FieldProblem.EMPTY),
        ("x" * 151, "", FieldProblem.TOO_LONG),
        ("x", "y" * 2001, FieldProblem.TOO_LONG),
    ],
)
def test_a_text_has_a_title_and_fits(title: str, description: str, problem: FieldProblem) -> None:
    with pytest.raises(FieldError) as error:
        texts.checked(1, text("en", title, description))
    assert error.value.problem is problem


async def test_a_published_text_is_no_draft_any_more(people: Database) -> None:
    await store(people, event())
    async with people.session() as session:
        with pytest.raises(EventGoneError):
            await texts.write(session, await acting(session, 1), 1, text("uk"))


async def test_an_officer_writes_none(people: Database) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        with pytest.raises(NotAllowedError):
            await texts.write(session, await acting(session, 3), 1, text("uk"))
