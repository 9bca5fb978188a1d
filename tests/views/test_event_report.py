"""The report on a study visit as a document."""

import io
import zipfile

import pytest

from bot.i18n import Languages
from bot.models import Member
from bot.services.events.reports import Report
from bot.services.text_documents import Heading, Paragraph, Table
from bot.views import event_report
from tests.views.test_all import LOCALES
from tests.views.test_event_ratings import FOUND
from tests.views.test_events import ENGLISH, EVERYTHING, MEMBER, OTHER, TEXTS, listed

ELSEWHERE = Member(**(MEMBER.model_dump() | {"id": 4, "country": None, "unit": None}))


def report(*came: Member, **fields: object) -> Report:
    """Return what is known of a study visit."""
    made = listed(**(EVERYTHING | fields)).event
    return Report(made, TEXTS, 5, came, [(OTHER, 1)], FOUND)


def tables(of: Report) -> list[Table]:
    """Return all tables of a report in English."""
    return [block for block in event_report.blocks(of, ENGLISH) if isinstance(block, Table)]


def facts(of: Report) -> dict[str, str]:
    """Return the first table of a report."""
    return {row[0]: row[1] for row in tables(of)[0].rows}


def test_the_sections_come_in_their_order() -> None:
    found = [block.text for block in event_report.blocks(report(MEMBER), ENGLISH) if isinstance(block, Heading)]
    assert found == [
        "Purpose",
        "Programme",
        "Participants",
        "Checklist",
        "Ratings",
        "Lessons learned",
        "Follow-up actions",
    ]


def test_the_facts_are_on_the_clock_of_the_venue() -> None:
    assert facts(report()) == {
        "Kind": "Study visit",
        "Date and time": "Monday, 15 March 2027, 09:30–12:30, time in Tbilisi",
        "Host": "Unit <G>, Georgia",
        "Place": "House of the Example\nExample Street 1",
        "Working languages": "English and Georgian",
    }


def test_each_day_of_a_series_is_there() -> None:
    times = facts(report(rule="FREQ=DAILY;COUNT=3"))["Date and time"]
    assert [line[:8] for line in times.split("\n")] == ["Monday, ", "Tuesday,", "Wednesda"]


def test_participants_are_counted_by_unit_and_named_by_number() -> None:
    _facts, counts, people, *_ = tables(report(MEMBER, ELSEWHERE))
    assert counts.rows == [("Serbia", "Unit <A>", "1"), ("–", "–", "1")]
    assert people.rows == [("Member 3", "Serbia", "Unit <A>"), ("Member 4", "–", "–")]


def test_nobody_came_is_said_without_tables() -> None:
    blocks = event_report.blocks(report(), ENGLISH)
    assert Paragraph("0 participants of 5 people invited.") in blocks
    assert "Member" not in [table.head[0] for table in tables(report())]


def test_checklist_and_ratings_have_their_figures_and_comments_no_names() -> None:
    blocks = event_report.blocks(report(MEMBER), ENGLISH)
    *_, checklist, ratings, _actions = tables(report(MEMBER))
    assert checklist.rows == [("Send <slides>", "1 March 2027", "1/1")]
    assert ratings.rows[0] == ("Content", "4.1", "1", "0", "0", "2", "4")
    assert ratings.rows[2] == ("Use for my work", "–", "0", "0", "0", "0", "0")
    assert Paragraph("Content – Too <long>") in blocks


def test_sections_to_be_filled_are_empty_but_for_a_hint() -> None:
    blocks = event_report.blocks(report(), ENGLISH)
    place = blocks.index(Heading("Purpose"))
    hint, empty = blocks[place + 1 : place + 3]
    assert (hint, empty) == (
        Paragraph("What was the visit for, and which questions were to be answered?", is_hint=True),
        Paragraph(),
    )
    assert tables(report())[-1].rows == [("", "", "")] * 3


@pytest.mark.parametrize("locale", LOCALES)
def test_a_document_is_made_in_every_language(languages: Languages, locale: str) -> None:
    made = event_report.report(report(MEMBER), languages.translator(locale))
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        content = archive.read("content.xml").decode()
    assert made.name == "event-7-report.odt"
    assert ("Visit &lt;1&gt;" in content) == (locale not in {"sr", "sr_Latn"})
    assert "Unit &lt;A&gt;" in content
