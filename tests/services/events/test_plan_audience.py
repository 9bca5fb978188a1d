"""Whom a typed line invites."""

import pytest

from bot.database import Database
from bot.models import AudienceKind, EventKind, Role
from bot.services.events import audience, drafts
from bot.services.events.plan_audience import Group, Invited, invite, read_groups
from knowledge import Country
from tests.members import acting

LOCALES = ("en", "hu", "sr", "uk")
COUNTRY, ROLE, MEMBER = AudienceKind.COUNTRY, AudienceKind.ROLE, AudienceKind.MEMBER


def groups(text: str, locale: str = "en") -> list[tuple[tuple[Country, ...], Role | None]]:
    """Return countries and role of each part."""
    return [(group.countries, group.role) for group in read_groups(text, locale, LOCALES)[0]]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("HU, RO", "en", [(("HU",), None), (("RO",), None)]),
        ("officers of MD and RO", "en", [(("MD", "RO"), Role.OFFICER)]),
        ("офіцери Молдови; Сербія", "uk", [(("MD",), Role.OFFICER), (("RS",), None)]),
        ("koordinatori Srbije", "sr_Latn", [(("RS",), Role.COORDINATOR)]),
        ("coordinators", "en", [(tuple(Country), Role.COORDINATOR)]),
        ("mindenki", "hu", [(tuple(Country), None)]),
        ("Republic of North Macedonia", "en", [(("MK",), None)]),
    ],
)
def test_a_line_names_countries_and_roles(
    text: str, locale: str, expected: list[tuple[tuple[Country, ...], Role | None]]
) -> None:
    assert groups(text, locale) == expected


@pytest.mark.parametrize("part", ["HU Unit Alpha", "Atlantis", "officers and coordinators of RS", "of the"])
def test_a_part_with_another_word_invites_nobody(part: str) -> None:
    assert read_groups(f"RS, {part}", "en", LOCALES)[1] == [part]


async def invited(database: Database, text: str) -> tuple[Invited, list[tuple[AudienceKind, str]]]:
    """Put a line into the audience of a new draft; return what became of it, and the lines of the audience."""
    async with database.session() as session:
        actor = await acting(session, 1)
        draft = await drafts.begin(session, actor, EventKind.MEETING)
        done = await invite(session, actor, draft.id or 0, read_groups(text, "en", LOCALES)[0])
        return done, [(line.kind, line.value) for line in await audience.lines(session, draft.id or 0)]


async def test_a_role_in_all_parts_counts_for_all_countries(people: Database) -> None:
    done, lines = await invited(people, "officers of RS, officers of MD")
    assert (done, lines) == (Invited(), [(COUNTRY, "MD"), (COUNTRY, "RS"), (ROLE, "officer")])


async def test_a_role_in_some_parts_invites_its_members_by_number(people: Database) -> None:
    done, lines = await invited(people, "HU, officers of RS")
    assert (done.by_number, done.unknown) == (2, ())
    assert lines == [(COUNTRY, "HU"), (MEMBER, "3"), (MEMBER, "5")]


async def test_a_role_that_nobody_has_there_is_told(people: Database) -> None:
    done, lines = await invited(people, "HU, curators of RS")
    assert (done, lines) == (Invited(("curators of RS",)), [(COUNTRY, "HU")])


async def test_no_part_that_is_known_invites_nobody(people: Database) -> None:
    assert await invited(people, "Atlantis") == (Invited(), [])


def test_a_group_keeps_its_text_for_the_answer() -> None:
    assert read_groups("officers of RS.", "en", LOCALES)[0] == [Group("officers of RS", (Country.RS,), Role.OFFICER)]
