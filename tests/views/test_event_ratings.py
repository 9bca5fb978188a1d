"""Ratings on the screen, of participants and for coordinators; past events."""

import datetime as dt
from typing import Any

import pytest

from bot.i18n import Languages
from bot.models import Aspect, EventKind, EventState, Rating
from bot.services.events.ratings import AspectSummary, CommentRefusal, RatingRefusal
from bot.views import event_after, event_card, event_past, event_rating_summary, event_ratings
from bot.views.event_card import Reader
from bot.views.event_rating_summary import bars
from bot.views.event_ratings import Reading
from tests.conftest import NOW
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_events import BELGRADE, ENGLISH, labels, listed, read

NOBODY = AspectSummary(dict.fromkeys(range(1, 6), 0), ())
FOUND = {
    Aspect.CONTENT: AspectSummary({1: 1, 2: 0, 3: 0, 4: 2, 5: 4}, ("Too <long>", "Well done & thanks")),
    Aspect.ORGANISATION: AspectSummary({1: 0, 2: 0, 3: 0, 4: 0, 5: 1}, ()),
    Aspect.USEFULNESS: NOBODY,
}
CLOSED = Reading(dt.datetime(2027, 3, 29, 8, 30, tzinfo=dt.UTC), BELGRADE)
OPEN = Reading(dt.datetime(2027, 3, 20, tzinfo=dt.UTC), BELGRADE)


def rating(comment: str | None = None) -> Rating:
    """Return four stars for the content."""
    return Rating(event_id=7, member_id=3, aspect=Aspect.CONTENT, stars=4, comment=comment, given_at=NOW)


@pytest.mark.parametrize(
    ("counts", "picture"),
    [
        ([0, 0, 0, 0, 0], "▁▁▁▁▁"),
        ([0, 0, 0, 0, 9], "▁▁▁▁█"),
        ([1, 2, 3, 4, 7], "▂▃▄▅█"),
        ([100, 1, 0, 50, 0], "█▂▁▅▁"),
    ],
)
def test_bars_tell_nobody_from_somebody_and_the_most_frequent_is_highest(counts: list[int], picture: str) -> None:
    assert bars(dict(enumerate(counts, start=1))) == picture


def test_a_summary_has_mean_count_picture_and_comments_without_names() -> None:
    shown = read(event_rating_summary.summary(listed(), FOUND, OPEN, ENGLISH))
    assert shown.split("\n\n") == [
        "⭐ How Visit <1> was rated",
        "Ratings are taken until 29 March 2027, 10:30.",
        "Content\n4.1 of 5, 7 ratings\n1 ▃▁▁▅█ 5\n1⭐ 1 · 2⭐ 0 · 3⭐ 0 · 4⭐ 2 · 5⭐ 4",
        "– Too <long>",
        "– Well done & thanks",
        "Organisation\n5.0 of 5, 1 rating\n1 ▁▁▁▁█ 5\n1⭐ 0 · 2⭐ 0 · 3⭐ 0 · 4⭐ 0 · 5⭐ 1",
        "Use for my work\nNobody has rated this.",
    ]


def test_a_summary_says_when_ratings_are_closed() -> None:
    assert "Ratings are closed." in read(event_rating_summary.summary(listed(), FOUND, CLOSED, ENGLISH))


def test_means_have_the_comma_of_the_language(languages: Languages) -> None:
    assert "4,1" in read(event_rating_summary.summary(listed(), FOUND, OPEN, languages.translator("sr")))


def test_ones_own_ratings_show_stars_and_comment_on_screen_and_buttons() -> None:
    view = event_ratings.own(listed(), {Aspect.CONTENT: rating("<late>")}, OPEN, ENGLISH)
    assert "Content: ⭐⭐⭐⭐\n<late>" in read(view)
    assert labels(view) == ["Content · 4 ⭐", "Organisation", "Use for my work", "‹ Back"]


def test_ones_own_ratings_stay_to_be_read_when_they_are_closed() -> None:
    view = event_ratings.own(listed(), {Aspect.CONTENT: rating()}, CLOSED, ENGLISH)
    assert read(view).split("\n\n") == ["Visit <1>", "Content: ⭐⭐⭐⭐", "Ratings are closed."]
    assert labels(view) == ["‹ Back"]


@pytest.mark.parametrize(
    ("comment", "offered"),
    [
        (None, ["💬 Write a comment", "Skip ›"]),
        ("Well", ["💬 Write another comment", "🗑 Delete the comment", "Keep it ›"]),
    ],
)
def test_after_the_stars_a_comment_is_offered_and_never_needed(comment: str | None, offered: list[str]) -> None:
    assert labels(event_ratings.offer_comment(listed(), rating(comment), ENGLISH)) == offered


@pytest.mark.parametrize(("rates", "offered"), [(True, True), (False, False)])
def test_the_card_leads_to_ratings_while_they_are_taken(rates: bool, offered: bool) -> None:
    view = event_card.card(listed(), Reader(BELGRADE, answers=False, rates=rates), ENGLISH)
    assert ("⭐ Rate it" in labels(view)) is offered


@pytest.mark.parametrize(("page", "turns"), [(0, ["More ›"]), (1, ["‹ Back", "More ›"]), (9, ["‹ Back"])])
def test_past_events_have_pages(page: int, turns: list[str]) -> None:
    view = event_past.past([listed()] * 20, page, BELGRADE, ENGLISH)
    assert [label for label in labels(view) if label in {"‹ Back", "More ›"}] == turns
    assert read(view).startswith("Past events\n\nVisit <1>\n15 March 2027, 06:30")


REPORT, RATINGS = "📄 Report to go on writing", "⭐ How it was rated"


@pytest.mark.parametrize(
    ("fields", "now", "offered"),
    [
        ({}, OPEN.now, [RATINGS, REPORT]),
        ({}, NOW, [REPORT]),
        ({"kind": EventKind.MEETING}, OPEN.now, [RATINGS]),
        ({"state": EventState.CANCELLED}, OPEN.now, []),
    ],
)
def test_coordinators_are_offered_what_an_event_has_by_now(
    fields: dict[str, Any], now: dt.datetime, offered: list[str]
) -> None:
    rows = event_after.rows(listed(**fields).event, now, ENGLISH)
    assert [button.label for row in rows for button in row] == offered


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    shown = [
        *(event_ratings.own(listed(), {Aspect.CONTENT: rating("<x>")}, at, translator) for at in (OPEN, CLOSED)),
        event_ratings.own(listed(), {}, OPEN, translator),
        *(event_ratings.ask_stars(listed(), aspect, translator) for aspect in Aspect),
        *(event_ratings.offer_comment(listed(), rating(comment), translator) for comment in (None, "<x>" * 160)),
        *(event_ratings.ask_comment(7, aspect, translator) for aspect in Aspect),
        *(event_ratings.comment_refused(refusal, translator) for refusal in CommentRefusal),
        event_rating_summary.summary(listed(), FOUND, OPEN, translator),
        event_rating_summary.summary(
            listed(), {Aspect.CONTENT: AspectSummary(FOUND[Aspect.CONTENT].stars, ("&" * 500,) * 60)}, OPEN, translator
        ),
        event_past.past([], 0, BELGRADE, translator),
        event_past.past([listed()] * 20, 1, BELGRADE, translator),
    ]
    for view in shown:
        accept(view)
    assert all(1 <= len(event_ratings.rated(refusal, translator)) <= 200 for refusal in (None, *RatingRefusal))
