"""Screens of the texts of an event, in English, and in all languages as Telegram takes them."""

from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks.event_texts import EditEventText, EventTextDeed
from bot.i18n import Languages, Translator
from bot.models import Event, EventState, EventText
from bot.services.events.fields import FieldProblem
from bot.services.events.listing import Listed
from bot.services.events.parts import Parts
from bot.services.events.reach import Reach
from bot.services.events.timing import occurrences
from bot.views import event_card, event_plans, event_texts
from bot.views.event_card import Reader
from bot.views.event_plans import Plan
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_event_plans import EMPTY
from tests.views.test_events import ENGLISH, TEXTS, labels, read

BELGRADE = ZoneInfo("Europe/Belgrade")
DRAFT = event(id=7, state=EventState.DRAFT)
WRITABLE = [locale for locale in LOCALES if locale != "sr_Latn"]
READERS = Counter({"en": 1, "sr_Latn": 2, "ka": 3})


def plan(made: Event = DRAFT, texts: tuple[EventText, ...] = TEXTS) -> Plan:
    """Return an event for readers of English, Serbian in Latin letters, and Georgian."""
    return Plan(made, texts, Parts(reach=Reach(READERS)), (), BELGRADE)


def card(translator: Translator) -> str:
    """Return what a reader sees of an event with an English and a Serbian text."""
    return read(event_card.card(Listed(DRAFT, TEXTS, None, occurrences(DRAFT)[0]), Reader(BELGRADE), translator))


def test_who_reads_which_text_is_said_and_written_ones_are_ticked() -> None:
    shown = event_texts.texts(plan(), WRITABLE, ENGLISH)
    assert read(shown) == "Texts\n\n• English: 1\n• ქართული: 3, in English\n• Srpski (latinica): 2"
    assert {"✓ English", "✓ Српски", "ქართული"} < set(labels(shown))
    targets = {button.label: button.target for row in shown.rows for button in row}
    assert targets["✓ English"] == EditEventText(7, "en", EventTextDeed.OPEN)
    assert targets["ქართული"] == EditEventText(7, "ka", EventTextDeed.WRITE)


def test_every_language_that_is_read_can_be_looked_at() -> None:
    expected = ["👁 English", "👁 Српски", "👁 ქართული", "👁 Srpski (latinica)"]
    for shown in (event_texts.texts(plan(), WRITABLE, ENGLISH), event_plans.plan(plan(), ENGLISH)):
        assert [label for label in labels(shown) if label.startswith("👁")] == expected


@pytest.mark.parametrize("of", [plan(EMPTY), plan(texts=()), plan(event(id=7))])
def test_without_date_or_text_and_after_publication_there_is_no_preview(of: Plan) -> None:
    assert not any(label.startswith("👁") for label in labels(event_texts.texts(of, WRITABLE, ENGLISH)))


def test_the_plan_names_the_languages() -> None:
    assert "Languages of the texts: English and Српски" in read(event_plans.plan(plan(), ENGLISH))


def test_a_text_of_a_published_event_is_not_deleted() -> None:
    assert "Delete this text" in labels(event_texts.text(plan(), TEXTS[0], ENGLISH))
    assert "Delete this text" not in labels(event_texts.text(plan(event(id=7)), TEXTS[0], ENGLISH))


def test_a_reader_without_a_text_of_their_own_is_told_which_language_it_is(languages: Languages) -> None:
    mark = "There is no text in your language, so this one is in: English"
    assert languages.translator("ka").gettext(mark.replace("English", "{language}")).format(language="English") in card(
        languages.translator("ka")
    )
    for locale in ("en", "sr", "sr_Latn"):
        assert "English" not in card(languages.translator(locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    long = EventText(event_id=7, locale="uk", title="<" * 150, description="&" * 2000)
    for view in (
        event_texts.texts(plan(), WRITABLE, translator),
        event_texts.texts(plan(EMPTY, ()), WRITABLE, translator),
        event_texts.text(plan(), long, translator),
        event_texts.ask(plan(), "ka", translator),
        *(event_texts.refused("ka", problem, translator) for problem in FieldProblem),
    ):
        accept(view)
