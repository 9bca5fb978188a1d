"""Screens of broadcasts: taken by Telegram in every language, and saying what is the case."""

import dataclasses
import datetime as dt
import itertools
from collections import Counter

import pytest

from bot.callbacks import Route
from bot.callbacks.broadcasts import ChooseAudience, DraftStep, EditDraft, EditText, RunDeed, SteerBroadcast, TextDeed
from bot.dates import Reason
from bot.guard import find
from bot.i18n import Languages, Translator
from bot.models import (
    Broadcast,
    BroadcastAudience,
    BroadcastState,
    BroadcastText,
    EventText,
    FileKind,
    ReceiverKind,
)
from bot.services.broadcasts.audience import Option, Reach
from bot.services.broadcasts.contents import Content
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.broadcasts.outbox import Outcome
from bot.services.broadcasts.overview import Overview
from bot.services.broadcasts.participants import Gathering
from bot.services.broadcasts.progress import Progress
from bot.services.broadcasts.report import Group, Line, Report
from bot.services.broadcasts.texts import FRAME, MAX_CAPTION, MAX_TEXT
from bot.services.zones import UTC
from bot.splitting import MAX_CHARACTERS, messages, visible_length
from bot.views import (
    View,
    broadcast_audience,
    broadcast_drafts,
    broadcast_messages,
    broadcast_progress,
    broadcast_reports,
    broadcast_texts,
    failures,
)
from tests.conftest import NOW
from tests.views.telegram import accept
from tests.views.test_all import LOCALES

CAPTION = 1024
PHONE = "Call <the venue>: +36 1 555 0123"
CHOSEN = [
    BroadcastAudience(broadcast_id=1, kind=kind, value=value, is_wanted=wanted)
    for (kind, value), wanted in itertools.product(
        [
            (ReceiverKind.COUNTRY, "*"),
            (ReceiverKind.UNIT, "<U>"),
            (ReceiverKind.ROLE, "officer"),
            (ReceiverKind.LANGUAGE, "uk"),
            (ReceiverKind.MEMBER, "7"),
            (ReceiverKind.EVENT, "7-coming"),
        ],
        (True, False),
    )
]


@pytest.fixture(params=LOCALES)
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


@pytest.fixture
def english(languages: Languages) -> Translator:
    """The source language."""
    return languages.translator("en")


def broadcast(state: BroadcastState = BroadcastState.DRAFT) -> Broadcast:
    """Return a broadcast to eleven, with a file, urgent, at a time."""
    return Broadcast(
        id=1,
        state=state,
        created_at=NOW,
        confirmed_at=NOW,
        started_at=NOW,
        send_at=NOW,
        is_urgent=True,
        file_id="f",
        file_kind=FileKind.DOCUMENT,
        file_name="<plan>.pdf",
        receivers=11,
        left_out=2,
    )


def drafted(*locales: str) -> Overview:
    """Return a draft with texts in some languages."""
    texts = {locale: BroadcastText(broadcast_id=1, locale=locale, text=PHONE, is_cleared=False) for locale in locales}
    return Overview(broadcast(), texts, CHOSEN, Reach(Counter({"uk": 3, "en": 8}), 2))


def under_way(state: BroadcastState = BroadcastState.RUNNING) -> Progress:
    """Return a broadcast with a delivery of each outcome and more that failed."""
    reasons = Counter({"bad_request": 2, "a code of a later version": 1})
    return Progress(broadcast(state), Counter(dict.fromkeys(Outcome, 1)), reasons, confirmed=1)


def received(text: str, **fields: object) -> Content:
    """Return what somebody receives, with all that may stand around it."""
    full = Content(1, text, "en", is_fallback=True, is_urgent=True)
    return dataclasses.replace(full, **fields)  # type: ignore[arg-type]  # a test names its fields


def deeds(view: View) -> set[RunDeed]:
    """Return what can be done with a broadcast."""
    targets = (button.target for row in view.rows for button in row)
    return {target.deed for target in targets if isinstance(target, SteerBroadcast)}


def routes(view: View) -> list[Route]:
    """Return where the buttons lead."""
    return [button.target for row in view.rows for button in row if isinstance(button.target, Route)]


def test_every_screen_of_a_draft_is_taken(translator: Translator) -> None:
    offered = [Option(str(number), str(number), 1, "RS · <U>") for number in range(20)]
    for overview in (drafted(), drafted("en", "uk")):
        written = BroadcastText(broadcast_id=1, locale="uk", text=PHONE, is_cleared=False)
        shown = [
            broadcast_drafts.draft(overview, UTC, translator),
            *(broadcast_drafts.check(overview, UTC, translator, needs_approval=needed) for needed in (True, False)),
            broadcast_drafts.ask_file(overview.broadcast, MAX_CAPTION, translator),
            broadcast_drafts.choose_preview(overview, translator),
            *(broadcast_drafts.ask_time(1, UTC, translator, reason) for reason in (None, *Reason)),
            broadcast_drafts.choose_time(1, [NOW, NOW + dt.timedelta(hours=12)], translator),
            broadcast_drafts.ask_discard(1, translator),
            broadcast_drafts.discarded(translator),
            broadcast_texts.texts(overview, LOCALES, translator),
            broadcast_texts.text(overview, written, find(PHONE), translator),
            broadcast_texts.ask_text("uk", MAX_TEXT, translator),
            broadcast_audience.audience(overview, translator),
            broadcast_audience.values(overview, ReceiverKind.MEMBER, offered, 1, translator),
            broadcast_audience.values(overview, ReceiverKind.UNIT, [], 0, translator),
        ]
        for view in shown:
            accept(view)


def test_an_event_is_called_by_title_and_day_in_the_readers_language(english: Translator) -> None:
    texts = [EventText(event_id=7, locale="en", title="Visit <1>")]
    chosen = [
        BroadcastAudience(broadcast_id=1, kind=ReceiverKind.EVENT, value=value) for value in ("7-coming", "8-invited")
    ]
    draft = dataclasses.replace(drafted("en"), conditions=chosen, events={7: Gathering(texts, dt.date(2026, 12, 1))})
    (text,) = accept(broadcast_audience.audience(draft, english))
    assert "Only: who said yes to Visit <1> (1 December 2026) and who is invited to event 8" in text
    option = Option("7-coming", "7-coming", 3)
    view = broadcast_audience.values(draft, ReceiverKind.EVENT, [option], 0, english)
    assert view.rows[0][0].label == "✓ who said yes to Visit <1> (1 December 2026) (3)"


def test_every_screen_of_what_was_confirmed_is_taken(translator: Translator) -> None:
    lines = {Group(None, "en"): Line(Counter({Outcome.SENT: 1})), Group("HU", "sr_Latn"): Line()}
    shown = [
        *(broadcast_progress.card(under_way(state), UTC, translator, NOW) for state in BroadcastState),
        broadcast_reports.approval(under_way(), UTC, translator),
        broadcast_reports.report(Report(under_way(), lines), translator),
        broadcast_reports.listing([], 0, UTC, translator, is_more=False),
        broadcast_reports.listing([broadcast(BroadcastState.DONE)], 1, UTC, translator, is_more=True),
        broadcast_reports.table("report.csv", b"x", translator),
        broadcast_reports.ask_cancel(1, translator),
        broadcast_reports.ask_recall(1, translator),
        broadcast_reports.reminded(1, 5, translator),
        broadcast_messages.withdrawn((7, 8), translator),
        *(failures.explanation(BroadcastError(refusal, 7), translator) for refusal in Refusal),
    ]
    for view in shown:
        accept(view)
    assert all(1 <= len(broadcast_messages.thanks(translator, is_receiver=is_it)) <= 200 for is_it in (True, False))


@pytest.mark.parametrize(("limit", "most"), [(MAX_TEXT, MAX_CHARACTERS), (MAX_CAPTION, CAPTION)])
def test_the_longest_text_is_one_message_with_all_that_stands_around_it(
    translator: Translator, limit: int, most: int
) -> None:
    for text in ("&" * limit, "ქ" * limit):
        view = broadcast_messages.message(received(text), translator, is_reminder=True)
        (message,) = messages(view.blocks)
        assert visible_length(message) <= most
        accept(view)


def test_the_frame_has_room_to_spare_for_longer_translations(translator: Translator) -> None:
    view = broadcast_messages.message(received("x"), translator, is_reminder=True)
    assert visible_length("\n\n".join(view.blocks)) <= FRAME * 0.9


def test_a_text_is_shown_as_it_was_typed(english: Translator) -> None:
    (text,) = accept(broadcast_messages.message(received("<b>1 & 2</b>\n\n https://example.org"), english))
    assert text.endswith("<b>1 & 2</b>\n\n https://example.org")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"is_urgent": True}, "Urgent message"),
        ({"is_urgent": False}, "Message from"),
        ({"is_fallback": True}, "There is no text in your language, so this one is in: English"),
    ],
)
def test_a_receiver_learns_what_kind_of_text_it_is(english: Translator, fields: dict[str, bool], told: str) -> None:
    assert told in "\n".join(accept(broadcast_messages.message(received("x", **fields), english)))


def test_a_text_in_the_readers_language_says_nothing_of_languages(english: Translator) -> None:
    assert "language" not in accept(broadcast_messages.message(received("x", is_fallback=False), english))[0]


def test_a_file_comes_along(english: Translator) -> None:
    view = broadcast_messages.message(received("x", file_id="f", file_kind=FileKind.PHOTO), english)
    assert view.media is not None
    assert (view.media.file_id, str(view.media.kind)) == ("f", "photo")


def test_only_a_draft_that_is_ready_can_be_sent(english: Translator) -> None:
    unready = drafted("en")
    assert EditDraft(1, DraftStep.CHECK) not in routes(broadcast_drafts.draft(unready, UTC, english))
    unready.texts["en"].is_cleared = True
    assert EditDraft(1, DraftStep.CHECK) in routes(broadcast_drafts.draft(unready, UTC, english))
    nobody = dataclasses.replace(unready, reach=Reach())
    assert EditDraft(1, DraftStep.CHECK) not in routes(broadcast_drafts.draft(nobody, UTC, english))


def test_the_draft_tells_what_is_missing_and_whom_it_reaches(english: Translator) -> None:
    (text,) = accept(broadcast_drafts.draft(drafted("sr"), UTC, english))
    assert "The text in English is missing" in text
    assert "11 members get it" in text
    assert "Українська: 3, in English" in text
    assert "2 more have blocked the assistant" in text
    assert "✓ Only: the whole network\n✗ Left out: the whole network" in text
    assert "Attachment: <plan>.pdf" in text


def test_a_text_that_holds_a_phone_must_be_allowed(english: Translator) -> None:
    overview = drafted("en")
    view = broadcast_texts.text(overview, overview.texts["en"], find(PHONE), english)
    assert "a phone number" in accept(view)[0]
    assert EditText(1, "en", TextDeed.CLEAR) in routes(view)
    overview.texts["en"].is_cleared = True
    assert EditText(1, "en", TextDeed.CLEAR) not in routes(
        broadcast_texts.text(overview, overview.texts["en"], find(PHONE), english)
    )


def test_values_turn_pages_and_are_ticked(english: Translator) -> None:
    offered = [Option(str(number), str(number), 1) for number in range(20)]
    view = broadcast_audience.values(drafted(), ReceiverKind.MEMBER, offered, 0, english)
    assert ChooseAudience(1, "member", 1) in routes(view)
    assert [row[0].label for row in view.rows[6:9]] == ["Member 6", "✗ Member 7", "More ›"]
    last = broadcast_audience.values(drafted(), ReceiverKind.MEMBER, offered, 99, english)
    assert ChooseAudience(1, "member", 1) in routes(last)


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (BroadcastState.AWAITING_APPROVAL, {RunDeed.CANCEL, RunDeed.READ, RunDeed.SHOW}),
        (BroadcastState.SCHEDULED, {RunDeed.PAUSE, RunDeed.CANCEL}),
        (BroadcastState.RUNNING, {RunDeed.PAUSE, RunDeed.CANCEL, RunDeed.RESEND_FAILED, RunDeed.RECALL}),
        (BroadcastState.PAUSED, {RunDeed.RESUME, RunDeed.CANCEL, RunDeed.RECALL}),
        (BroadcastState.DONE, {RunDeed.RESEND_FAILED, RunDeed.RECALL, RunDeed.REPORT, RunDeed.COPY}),
        (BroadcastState.CANCELLED, {RunDeed.RECALL, RunDeed.REPORT, RunDeed.COPY}),
        (BroadcastState.RECALLED, {RunDeed.REPORT, RunDeed.COPY}),
    ],
)
def test_a_card_offers_what_can_be_done(english: Translator, state: BroadcastState, offered: set[RunDeed]) -> None:
    always = {RunDeed.READ, RunDeed.SHOW, RunDeed.REPORT}
    assert deeds(broadcast_progress.card(under_way(state), UTC, english, NOW)) - always == offered - always


def test_who_has_not_confirmed_can_be_reminded(english: Translator) -> None:
    silent = dataclasses.replace(under_way(BroadcastState.DONE), confirmed=0)
    assert RunDeed.REMIND in deeds(broadcast_progress.card(silent, UTC, english, NOW))


def test_a_card_tells_outcomes_and_reasons_that_sum_up(english: Translator) -> None:
    (text,) = accept(broadcast_progress.card(under_way(), UTC, english, NOW))
    assert text.startswith(
        "Broadcast 1: being sent\n\nSent on 24 November 2026, 09:00 (UTC)\n\n11 receivers\n• Sent: 1"
    )
    assert "   – Telegram refused the message: 2\n   – a code of a later version: 1" in text


def test_a_report_has_a_block_for_each_country_and_language(english: Translator) -> None:
    lines = {Group("HU", "en"): Line(Counter({Outcome.SENT: 4, Outcome.FAILED: 1}), confirmed=3)}
    (text,) = accept(broadcast_reports.report(Report(under_way(), lines), english))
    assert "Hungary · English\n• Sent: 4\n• Read and confirmed: 3\n• Failed: 1" in text
    assert text.endswith("6 receivers have erased their data since.")
