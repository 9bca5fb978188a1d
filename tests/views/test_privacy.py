"""What is held about a person, told and handed out, in every language."""

import dataclasses
import datetime as dt
import json

import pytest

from bot.i18n import Languages, Translator
from bot.services.holdings import HOLDINGS, Subject
from bot.services.periods import Periods
from bot.settings import Settings
from bot.views import holdings, privacy
from tests.conftest import NOW, SECRET, TOKEN
from tests.views.telegram import accept

PERIODS = Periods.of(Settings(token=TOKEN, secret=SECRET, _env_file=None))
NOTICE = privacy.Notice(PERIODS, "Unit <A> & example.org")
EVERYTHING = dict.fromkeys(Subject, 2)


@pytest.fixture(params=["en", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk"])
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


def test_every_screen_is_taken_in_every_language(translator: Translator) -> None:
    views = [
        *(privacy.page(counts, NOTICE, NOW, translator) for counts in ({}, EVERYTHING, {Subject.MEMBER: 1})),
        privacy.document({Subject.MEMBER: [{"chat_id": 7}]}, NOW, translator),
        privacy.forget(NOW, translator),
        privacy.confirm(NOW, translator),
        privacy.kept(translator),
        privacy.erased(translator),
        privacy.nothing_held(translator),
        privacy.last_administrator(translator),
        privacy.private_only(translator),
        privacy.inactivity_notice(PERIODS, translator),
    ]
    for view in views:
        assert "{" not in "".join(accept(view))


def test_every_holding_is_explained_with_its_period(translator: Translator) -> None:
    text = "\n\n".join(accept(privacy.page(EVERYTHING, NOTICE, NOW, translator)))
    for holding in HOLDINGS:
        assert holdings.name(holding.subject, translator) in text
        assert holdings.purpose(holding.subject, translator) in text
        assert holdings.period(holding, PERIODS, translator) in text


def test_the_figures_are_those_of_the_settings(languages: Languages) -> None:
    periods = dataclasses.replace(PERIODS, kept={keep: dt.timedelta(days=77) for keep in PERIODS.kept})
    text = "\n\n".join(accept(privacy.page(EVERYTHING, privacy.Notice(periods), NOW, languages.translator("en"))))
    assert "Deleted after 77 days." in text
    assert "Who is not here for 63 days is told, and 14 days later" in text
    assert "30 days" not in text


def test_who_runs_it_is_named_as_they_call_themselves(languages: Languages) -> None:
    english = languages.translator("en")
    assert "This installation is run by: Unit <A> & example.org" in accept(privacy.page({}, NOTICE, NOW, english))[0]
    assert "run by:" not in accept(privacy.page({}, privacy.Notice(PERIODS), NOW, english))[0]


def test_a_short_period_is_written_in_hours(languages: Languages) -> None:
    assert holdings.length_of(dt.timedelta(hours=2), languages.translator("en")) == "2 hours"


def test_the_document_is_json_with_instants_and_letters_as_they_are(languages: Languages) -> None:
    rows = {Subject.MEMBER: [{"unit": "Београд", "last_seen": NOW.date(), "created_at": NOW, "reachable": True}]}
    view = privacy.document(rows, NOW, languages.translator("en"))
    assert view.attachment is not None
    assert "Београд".encode() in view.attachment.content
    found = json.loads(view.attachment.content)
    assert found["format"] == privacy.FORMAT
    (row,) = found["holdings"]["member"]["rows"]
    assert (row["last_seen"], row["created_at"]) == ("2026-11-24", "2026-11-24T09:00:00+00:00")
    assert found["holdings"]["member"]["about"].startswith("Your chat number")


def test_what_no_document_can_hold_is_a_mistake_of_ours(languages: Languages) -> None:
    with pytest.raises(TypeError, match="found bytes"):
        privacy.document({Subject.MEMBER: [{"unit": b""}]}, NOW, languages.translator("en"))


@pytest.mark.parametrize(
    ("age", "fresh"), [(0, True), (privacy.PATIENCE, True), (privacy.PATIENCE + 1, False), (-1, False)]
)
def test_a_question_can_be_answered_for_some_minutes(age: int, *, fresh: bool) -> None:
    assert privacy.is_fresh(privacy.minutes(NOW) - age, NOW) is fresh
