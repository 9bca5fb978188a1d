"""How somebody who was there rates an event: stars for each aspect, and a comment to them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.callbacks import CommentRating, ListRatings, RateEvent, ShowEvent
from bot.i18n import Translator
from bot.models import Aspect, Rating
from bot.services.events.listing import Listed
from bot.services.events.ratings import LONGEST_COMMENT, MOST_STARS, CommentRefusal, RatingRefusal
from bot.services.events.reminders import ratings_close
from bot.views import Button, View
from bot.views.event_card import title
from bot.views.event_times import moment
from bot.views.html import bold, escape


@dataclass(frozen=True)
class Reading:
    """When and where ratings are read.

    Attributes:
        now: aware.
        zone: of the reader.
    """

    now: dt.datetime
    zone: ZoneInfo


def own(listed: Listed, given: Mapping[Aspect, Rating], at: Reading, translator: Translator) -> View:
    """Show what somebody has given, and offer to give or change it until ratings are closed."""
    _ = translator.gettext
    blocks = [
        bold(title(listed, translator)),
        *(_given(given[aspect], translator) for aspect in Aspect if aspect in given),
    ]
    rows: list[tuple[Button, ...]] = []
    if not _is_closed(listed, at):
        blocks.append(escape(_("How was it? Your stars are shown to the coordinator without your name.")))
        rows = [(_aspect_button(listed, aspect, given.get(aspect), translator),) for aspect in Aspect]
    blocks.append(escape(closing(listed, at, translator)))
    return View(tuple(blocks), (*rows, (Button(_("‹ Back"), ShowEvent(listed.event.id or 0)),)))


def closing(listed: Listed, at: Reading, translator: Translator) -> str:
    """Say until when ratings are taken, or that they are not any more; plain text."""
    _ = translator.gettext
    if listed.event.over_at is None or _is_closed(listed, at):
        return _("Ratings are closed.")
    closes = moment(ratings_close(listed.event.over_at), at.zone, translator)
    return _("Ratings are taken until {when}.").format(when=closes)


def ask_stars(listed: Listed, aspect: Aspect, translator: Translator) -> View:
    """Ask how many stars one aspect deserves."""
    _ = translator.gettext
    event_id = listed.event.id or 0
    stars = tuple(Button(f"{count} ⭐", RateEvent(event_id, aspect, count)) for count in range(1, MOST_STARS + 1))
    ask = _("{aspect}: how many stars, 5 being best?").format(aspect=aspect_name(aspect, translator))
    back = (Button(_("‹ Back"), ListRatings(event_id)),)
    return View((bold(title(listed, translator)), escape(ask)), (stars, back))


def offer_comment(listed: Listed, rating: Rating, translator: Translator) -> View:
    """Show what was given for one aspect, and offer to say more, to take that away, or to skip it."""
    _ = translator.gettext
    event_id = listed.event.id or 0
    write = _("💬 Write a comment") if rating.comment is None else _("💬 Write another comment")
    rows = [(Button(write, CommentRating(event_id, rating.aspect, write=True)),)]
    if rating.comment is not None:
        rows.append((Button(_("🗑 Delete the comment"), CommentRating(event_id, rating.aspect, write=False)),))
    onward = _("Skip ›") if rating.comment is None else _("Keep it ›")
    rows.append((Button(onward, ListRatings(event_id)),))
    return View((bold(title(listed, translator)), _given(rating, translator)), tuple(rows))


def ask_comment(event_id: int, aspect: Aspect, translator: Translator) -> View:
    """Ask for a comment."""
    _ = translator.gettext
    about = _("Write your comment, at most {count} characters, without personal data. The coordinator sees no name.")
    skip = (Button(_("Skip ›"), ListRatings(event_id)),)
    return View((bold(aspect_name(aspect, translator)), escape(about.format(count=LONGEST_COMMENT))), (skip,))


def comment_refused(refusal: CommentRefusal, translator: Translator) -> View:
    """Say why a comment is not taken, and what to do."""
    _ = translator.gettext
    texts = {
        CommentRefusal.NO_STARS: _("Please give stars first, then write your comment."),
        CommentRefusal.TOO_LONG: _("That is longer than {count} characters. Please write it shorter.").format(
            count=LONGEST_COMMENT
        ),
        CommentRefusal.CLOSED: _("Ratings of this event are not taken any more."),
    }
    return View((escape(texts[refusal]),))


def rated(refusal: RatingRefusal | None, translator: Translator) -> str:
    """Confirm stars, or say why they are not taken; plain text, at most 200 characters."""
    _ = translator.gettext
    texts = {
        None: _("Thank you."),
        RatingRefusal.NOT_THERE: _("Only those who came can rate an event."),
        RatingRefusal.NOT_OVER: _("You can rate an event when it is over."),
        RatingRefusal.CLOSED: _("Ratings of this event are not taken any more."),
    }
    return texts[refusal]


def aspect_name(aspect: Aspect, translator: Translator) -> str:
    """Return what is rated."""
    _ = translator.gettext
    names = {
        Aspect.CONTENT: _("Content"),
        Aspect.ORGANISATION: _("Organisation"),
        Aspect.USEFULNESS: _("Use for my work"),
    }
    return names[aspect]


def _is_closed(listed: Listed, at: Reading) -> bool:
    over = listed.event.over_at
    return over is None or at.now >= ratings_close(over)


def _given(rating: Rating, translator: Translator) -> str:
    stars = f"{escape(aspect_name(rating.aspect, translator))}: {'⭐' * rating.stars}"
    return f"{stars}\n<i>{escape(rating.comment)}</i>" if rating.comment else stars


def _aspect_button(listed: Listed, aspect: Aspect, given: Rating | None, translator: Translator) -> Button:
    name = aspect_name(aspect, translator)
    label = name if given is None else f"{name} · {given.stars} ⭐"
    return Button(label, RateEvent(listed.event.id or 0, aspect))
