"""A study visit in Tbilisi, planned in Budapest and answered in four languages, over a change of the clocks.

The walk is made once (`tests.e2e.study_visit`); each test looks at one thing that was seen on it. Local times are
written out: whoever breaks the rules of zones, quiet hours or reminders finds another minute here.
"""

import asyncio
import csv
import io
from collections.abc import Callable, Sequence

import icalendar
import pytest
from openpyxl import load_workbook

from bot.i18n import Languages, Translator
from bot.models import Answer, ChecklistItem, EventKind, Task
from bot.views.event_names import kind_name, own_answer, task_name
from knowledge.article import Duration
from tests.calendars.parsers import by_icalendar, by_vobject
from tests.e2e.conftest import Words
from tests.e2e.stage import Heard, Player, stage
from tests.e2e.study_visit import ANSWER_BY, DRAFTED, LONG, OLD_START, START, StudyVisit

pytestmark = pytest.mark.e2e

TITLE = "Tanulmányút Tbilisziben"
BELGRADE, TBILISI, CHISINAU, KYIV = "officer-belgrade", "officer-tbilisi", "officer-chisinau", "translator-kyiv"
LOCALES = {BELGRADE: "sr", TBILISI: "ka", CHISINAU: "ro", KYIV: "uk"}
EACH = pytest.mark.parametrize("key", LOCALES)
AT_THE_VENUE = "09:00–12:00"
PASSPORT = ChecklistItem(event_id=1, task=Task.PASSPORT, due_at=ANSWER_BY)
BEFORE, UNANSWERED, TO_DO, THANKS = (
    "⏰ In {length}: {title}",
    "❓ You have not answered the invitation to {title}.",
    "☑️ To be done before {title}:",
    "🙏 Thank you for coming to {title}.",
)
Of = Callable[[str], Translator]


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> StudyVisit:
    """Go through the study visit."""

    async def play() -> StudyVisit:
        async with stage(tmp_path_factory.mktemp("visit"), DRAFTED) as found:
            visit = StudyVisit(found)
            await visit.play()
            return visit

    return asyncio.run(play())


@pytest.fixture
def of(languages: Languages) -> Of:
    """Return a function that gives the translator of somebody's client."""
    return lambda key: languages.translator(LOCALES.get(key, "hu"))


def opening(sentence: str, translator: Translator, length: tuple[int, str] = (1, "hour")) -> str:
    """Return how a message about the visit begins."""
    words = {"title": TITLE, "length": translator.duration(Duration(*length))}
    return translator.gettext(sentence).format(**words)


def reminders(player: Player) -> list[Heard]:
    """Return what came after everybody knew of the new date, in a fixed order within a minute."""
    return sorted((each for each in player.heard if each.at > "2027-03-10"), key=lambda each: (each.at, each.text))


def diary(
    visit: StudyVisit, key: str, days: Sequence[tuple[str, str, tuple[int, str]]], translator: Translator
) -> None:
    """Compare all that somebody got with what was to come, minute by minute by their own clock."""
    found = [(each.at, each.text.splitlines()[0]) for each in reminders(visit.stage.player(key))]
    assert found == sorted((at, opening(sentence, translator, length)) for at, sentence, length in days)


def test_times_that_were_typed_before_the_host_are_those_of_the_host(visit: StudyVisit, words: Words) -> None:
    assert "2027. március 25., csütörtök, 9:00–12:00" in visit.text("plan")
    assert "(Budapest): 6:00–9:00" in visit.text("plan")
    assert "⚠️" not in visit.text("plan")


def test_the_coordinator_sees_what_will_be_sent_and_is_asked_before(visit: StudyVisit, of: Of) -> None:
    hungarian = of("coordinator-budapest")
    assert visit.text("preview").startswith(f"{TITLE}\n{kind_name(EventKind.STUDY_VISIT, hungarian)}")
    for name, one, many in (
        ("question", "Invite {count} person now?", "Invite {count} people now?"),
        ("published", "{count} person is invited.", "{count} people are invited."),
    ):
        assert visit.text(name) == hungarian.ngettext(one, many, 4).format(count=4)


@pytest.mark.parametrize(
    ("key", "own", "by"),
    [(BELGRADE, "06:00–09:00", "06:00"), (CHISINAU, "07:00–10:00", "07:00"), (KYIV, "07:00–10:00", "07:00")],
)
def test_an_invitation_is_in_the_language_and_in_both_times(
    visit: StudyVisit, of: Of, key: str, own: str, by: str
) -> None:
    text, translator = visit.text(f"invitation of {key}"), of(key)
    assert text.startswith(translator.gettext("📨 You are invited."))
    assert kind_name(EventKind.STUDY_VISIT, translator) in text
    day = translator.day(OLD_START.date())
    assert f"{day}, {AT_THE_VENUE}" in text
    assert f": {own}" in text
    closing = translator.gettext("{date}, {time}").format(date=translator.date(ANSWER_BY.date()), time=by)
    assert translator.gettext("Please answer by {when}.").format(when=closing) in text
    assert f"⬜ {task_name(PASSPORT, translator)}" in text


def test_who_is_at_the_venue_is_told_one_time(visit: StudyVisit, of: Of) -> None:
    day, text = of(TBILISI).day(OLD_START.date()), visit.text(f"invitation of {TBILISI}")
    assert f"{day}, {AT_THE_VENUE}" in text
    assert text.count(day) == 1


def test_who_waits_is_told_their_place_and_then_their_seat(visit: StudyVisit, of: Of) -> None:
    translator = of(TBILISI)
    assert own_answer(Answer.WAITING, 1, translator) in visit.text("waiting")
    seat = translator.gettext("🎉 A seat has become free: you are coming to {title}.").format(title=TITLE)
    assert visit.text("promotion").startswith(seat)


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        pytest.param(BELGRADE, "06:00–09:00", "07:00–10:00", id="Belgrade"),
        pytest.param(CHISINAU, "07:00–10:00", "08:00–11:00", id="Chișinău"),
        pytest.param(KYIV, "07:00–10:00", "08:00–11:00", id="Kyiv"),
        pytest.param(TBILISI, "09:00–12:00", "09:00–12:00", id="Tbilisi"),
    ],
)
def test_a_new_date_is_told_old_and_new_on_ones_own_clock(
    visit: StudyVisit, of: Of, key: str, old: str, new: str
) -> None:
    text, translator = visit.text(f"change of {key}"), of(key)
    before, now = (translator.day(start.date()) for start in (OLD_START, START))
    assert text.startswith(translator.gettext("🔄 Changed: {title}").format(title=TITLE))
    places = [text.index(f"{before}, {AT_THE_VENUE}"), text.index(old)]
    places += [text.index(f"{now}, {AT_THE_VENUE}"), text.rindex(new)]
    assert places == sorted(places)


@EACH
def test_only_who_has_answered_is_asked_to_confirm_the_new_date(visit: StudyVisit, of: Of, key: str) -> None:
    asked = of(key).gettext("Date or place has changed since. Please answer again.")
    assert (asked in visit.text(f"change of {key}")) == (key != CHISINAU)


def test_the_coordinator_sees_who_has_not_confirmed(visit: StudyVisit, words: Words) -> None:
    sentence = words("hu", "Have not confirmed since date or place changed: {count}")
    assert sentence.format(count=2) in visit.text("unconfirmed")
    assert sentence.partition("{")[0] not in visit.text("participants")


def test_in_belgrade_only_what_cannot_wait_wakes_and_summer_time_brings_the_reminder_at_once(
    visit: StudyVisit, of: Of
) -> None:
    diary(
        visit,
        BELGRADE,
        [
            ("2027-03-19 07:00", BEFORE, (14, "day")),  # due at 06:00, in the quiet hours
            ("2027-03-19 07:00", TO_DO, (0, "day")),
            ("2027-03-26 11:00", BEFORE, (7, "day")),  # when the assistant was back
            ("2027-04-01 07:00", BEFORE, (24, "hour")),  # due just then
            ("2027-04-02 05:00", BEFORE, (2, "hour")),  # of no use at 07:00, when the quiet hours end
            ("2027-04-02 12:00", THANKS, (0, "day")),
        ],
        of(BELGRADE),
    )


def test_in_tbilisi_each_reminder_comes_to_the_minute(visit: StudyVisit, of: Of) -> None:
    diary(
        visit,
        TBILISI,
        [
            ("2027-03-19 09:00", BEFORE, (14, "day")),
            ("2027-03-19 09:00", TO_DO, (0, "day")),
            ("2027-03-26 14:00", BEFORE, (7, "day")),
            ("2027-03-26 14:00", TO_DO, (0, "day")),  # not ticked, so reminded of again
            ("2027-04-01 09:00", BEFORE, (24, "hour")),
            ("2027-04-02 07:00", BEFORE, (2, "hour")),
            ("2027-04-02 14:00", THANKS, (0, "day")),
        ],
        of(TBILISI),
    )


def test_in_chisinau_somebody_who_never_answered_is_asked_and_not_thanked(visit: StudyVisit, of: Of) -> None:
    diary(
        visit,
        CHISINAU,
        [
            ("2027-03-19 07:00", BEFORE, (14, "day")),
            ("2027-03-19 07:00", UNANSWERED, (0, "day")),
            ("2027-03-26 12:00", BEFORE, (7, "day")),
            ("2027-04-01 08:00", BEFORE, (24, "hour")),  # an hour later by the clock than two weeks before
            ("2027-04-02 07:00", BEFORE, (1, "hour")),  # due at 06:00, in the quiet hours
        ],
        of(CHISINAU),
    )


def test_who_cannot_come_is_not_reminded_and_gets_the_answer_that_waited(visit: StudyVisit, of: Of) -> None:
    (agenda,) = reminders(visit.kyiv)
    assert agenda.text.startswith(of(KYIV).gettext("The next 30 days"))
    assert TITLE not in agenda.text


@pytest.mark.parametrize(
    ("key", "own"), [(BELGRADE, "07:00–10:00"), (TBILISI, AT_THE_VENUE), (CHISINAU, "08:00–11:00")]
)
def test_each_reminder_has_the_new_date_on_ones_own_clock(visit: StudyVisit, of: Of, key: str, own: str) -> None:
    day = of(key).day(START.date())
    told = [each.text for each in reminders(visit.stage.player(key)) if each.text.startswith(("⏰", "❓"))]
    assert told
    assert all(own in text and f"{day}, {AT_THE_VENUE}" in text for text in told)


def test_a_reminder_names_what_is_open_until_it_is_done(visit: StudyVisit, of: Of) -> None:
    def naming(player: Player) -> list[bool]:
        open_item = f"⬜ {task_name(PASSPORT, of(player.persona.profile.key))}"
        return [open_item in each.text for each in reminders(player) if each.text.startswith("⏰")]

    assert naming(visit.belgrade) == [True, False, False, False]
    assert naming(visit.tbilisi) == [True, True, True, True]
    assert naming(visit.chisinau) == [False, False, False, False]


def test_who_did_not_answer_is_asked_as_long_as_answers_are_taken(visit: StudyVisit, of: Of) -> None:
    ask, closed = map(
        of(CHISINAU).gettext,
        (
            "Please answer, so that the host can plan.",
            "Answers are no longer taken. Please write to the contact of the event.",
        ),
    )
    told = [each.text for each in reminders(visit.chisinau) if each.text.startswith("⏰")]
    assert [(ask in text, closed in text) for text in told] == [(True, False), *[(False, True)] * 3]


def test_stars_are_asked_for_and_thanked_for(visit: StudyVisit, of: Of) -> None:
    serbian = of(BELGRADE)
    assert serbian.gettext("Content") in visit.text("stars")
    assert f"{serbian.gettext('Content')}: ⭐⭐⭐⭐⭐" in visit.text("rated")


def test_the_coordinators_list_counts_answers_and_seats(visit: StudyVisit, words: Words) -> None:
    counted = {
        "Coming: {count}": 2,
        "On the waiting list: {count}": 0,
        "Not coming: {count}": 1,
        "No answer: {count}": 1,
    }
    for sentence, count in {**counted, "Invited: {count}": 4, "Seats left: {count}": 0}.items():
        assert words("hu", sentence).format(count=count) in visit.text("participants")


def test_both_exports_say_who_comes_and_who_has_done_what(visit: StudyVisit) -> None:
    rows = list(csv.DictReader(io.StringIO(visit.files["csv"].decode("utf-8-sig"))))
    names = ("country", "answer", "confirmed", "checklist")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("GE", "yes", "yes", "0/1"),
        ("RS", "yes", "yes", "1/1"),
        ("MD", "none", "", "0/1"),
        ("UA", "no", "no", "0/1"),
    ]
    sheet = load_workbook(io.BytesIO(visit.files["xlsx"])).active
    assert sheet is not None
    head, *cells = sheet.iter_rows(values_only=True)
    assert [dict(zip(head, (str(cell or "") for cell in line), strict=True)) for line in cells] == rows


@pytest.mark.parametrize(
    ("file", "start"),
    [
        pytest.param("before", OLD_START, id="before the change"),
        pytest.param("one", START, id="after it"),
        pytest.param("all", START, id="all my events"),
    ],
)
def test_two_parsers_read_the_same_instants(visit: StudyVisit, file: str, start: object) -> None:
    (read,) = by_icalendar(visit.files[file])
    assert [read] == by_vobject(visit.files[file])
    assert (read.start, read.end - read.start, read.title) == (start, LONG, TITLE)


def test_a_change_is_the_next_version_of_the_same_event(visit: StudyVisit) -> None:
    events = [icalendar.Calendar.from_ical(visit.files[file]).events[0] for file in ("before", "one", "all")]
    assert len({str(event["UID"]) for event in events}) == 1
    assert [event.decoded("SEQUENCE") for event in events] == [0, 1, 1]
