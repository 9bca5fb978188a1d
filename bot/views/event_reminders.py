"""What the assistant writes about an event by itself: invitation, seat, reminders by one's answer, thanks."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.callbacks import AnswerEvent, RateEvent, RemindAgain, SendCalendar, ShowEvent, TickItem
from bot.i18n import Translator
from bot.models import Answer, Aspect, ChecklistItem
from bot.services.events.checklist import Ticked
from bot.services.events.listing import Listed
from bot.views import Button, View
from bot.views.event_card import Reader, card, title
from bot.views.event_names import SIGNS, answer_button, own_answer, task_name
from bot.views.event_ratings import aspect_name
from bot.views.event_times import lines, moment
from bot.views.event_wishes import wish_rows
from bot.views.html import bold, escape
from knowledge.article import Duration

DAY, HOUR, MINUTE = dt.timedelta(days=1), dt.timedelta(hours=1), dt.timedelta(minutes=1)


def invitation(listed: Listed, reader: Reader, nominated: bool, translator: Translator) -> View:  # noqa: FBT001  # a fact
    """Invite somebody: the card of the event, and whether a colleague sends them."""
    _ = translator.gettext
    text = _("📨 A colleague of your unit cannot come and suggests you.") if nominated else _("📨 You are invited.")
    shown = card(listed, reader, translator)
    return View((escape(text), *shown.blocks), shown.rows)


def promoted(listed: Listed, own: ZoneInfo, translator: Translator) -> View:
    """Say that who waited has a seat now."""
    _ = translator.gettext
    text = escape(_("🎉 A seat has become free: you are coming to {title}.")).format(
        title=bold(title(listed, translator))
    )
    ask = escape(_("If you cannot come any more, say so, so that the next one can."))
    event_id = listed.event.id or 0
    no = (Button(answer_button(Answer.NO, translator), AnswerEvent(event_id, Answer.NO)),)
    return View((text, _when(listed, own, translator), ask), (no, *_below(listed, translator)))


def answered_for(listed: Listed, answer: Answer, place: int | None, translator: Translator) -> View:
    """Say that the coordinator has answered for the reader."""
    _ = translator.gettext
    text = escape(_("The coordinator has answered for you to {title}.")).format(title=bold(title(listed, translator)))
    return View((text, escape(own_answer(answer, place, translator))), tuple(_below(listed, translator)))


def uninvited(listed: Listed, own: ZoneInfo, translator: Translator) -> View:
    """Say that the reader is not invited any more; there is nothing they could open."""
    _ = translator.gettext
    text = escape(_("Your invitation to {title} was taken back.")).format(title=bold(title(listed, translator)))
    ask = escape(_("If it is in your calendar, please delete it there."))
    return View((text, _when(listed, own, translator), ask))


def before_start(listed: Listed, reader: Reader, now: dt.datetime, translator: Translator) -> View:
    """Remind of an event, by what the reader has answered; open items of the checklist are named."""
    _ = translator.gettext
    heading = escape(_starts_in(listed.next.start - now, translator)).format(title=bold(title(listed, translator)))
    answer = listed.invitee.answer if listed.invitee else Answer.NONE
    blocks = [heading, _when(listed, reader.zone, translator)]
    if listed.event.venue:
        blocks.append("📍 " + escape(listed.event.venue))
    blocks.append(escape(own_answer(answer, reader.place, translator)))
    if answer is Answer.NONE or listed.unconfirmed:
        blocks.append(_ask(reader, translator))
    if answer is Answer.YES:
        blocks.append(_open_items(reader.checklist, translator))
    is_settled = answer is Answer.YES and not listed.unconfirmed
    rows = [] if is_settled or not reader.answers else wish_rows(listed.event.id or 0, translator)
    return View(tuple(filter(None, blocks)), (*rows, *_later(listed, now, translator), *_below(listed, translator)))


def answer_due(listed: Listed, own: ZoneInfo, translator: Translator) -> View:
    """Remind somebody who has not answered, or has to confirm, that answers are closed soon."""
    _ = translator.gettext
    name = bold(title(listed, translator))
    if listed.unconfirmed:
        ask = escape(_("❓ Date or place of {title} has changed, and you have not confirmed your answer.")).format(
            title=name
        )
    else:
        ask = escape(_("❓ You have not answered the invitation to {title}.")).format(title=name)
    blocks = [ask, _when(listed, own, translator)]
    if listed.event.answer_by is not None:
        blocks.append(
            escape(_("Please answer by {when}.").format(when=moment(listed.event.answer_by, own, translator)))
        )
    return View(tuple(blocks), (*wish_rows(listed.event.id or 0, translator), *_below(listed, translator)))


def task_due(listed: Listed, item: ChecklistItem, own: ZoneInfo, translator: Translator) -> View:
    """Remind of an item of the checklist."""
    _ = translator.gettext
    about = escape(_("☑️ To be done before {title}:")).format(title=bold(title(listed, translator)))
    due = _("{task}, by {date}").format(
        task=task_name(item, translator), date=translator.date(item.due_at.astimezone(own).date())
    )
    done = (Button(f"{SIGNS[Answer.YES]} " + _("Done"), TickItem(item.id or 0, done=True)),)
    return View((about, escape(due)), (done, *_below(listed, translator)))


def thanks(listed: Listed, translator: Translator) -> View:
    """Thank somebody who was there, and ask for a rating."""
    _ = translator.gettext
    text = escape(_("🙏 Thank you for coming to {title}.")).format(title=bold(title(listed, translator)))
    ask = escape(_("How was it? Your stars are shown to the coordinator without your name."))
    event_id = listed.event.id or 0
    rows = [(Button(aspect_name(aspect, translator), RateEvent(event_id, aspect)),) for aspect in Aspect]
    return View((text, ask), tuple(rows))


def _ask(reader: Reader, translator: Translator) -> str:
    """Ask for an answer, or say where to turn when none is taken any more."""
    _ = translator.gettext
    if reader.answers:
        return bold(_("Please answer, so that the host can plan."))
    return escape(_("Answers are no longer taken. Please write to the contact of the event."))


def _starts_in(left: dt.timedelta, translator: Translator) -> str:
    """Return how long it is to the start, with a place for the title; by whole days, hours or minutes.

    A reminder is sent some seconds after it is due: an hour is an hour still.
    """
    _ = translator.gettext
    if left <= dt.timedelta():
        return _("⏰ {title} has begun.")
    whole = max(round(left / MINUTE), 1) * MINUTE
    if whole >= 2 * DAY:
        length = Duration(round(whole / DAY), "day")
    elif whole >= HOUR:
        length = Duration(round(whole / HOUR), "hour")
    else:
        length = Duration(whole // MINUTE, "minute")
    text = _("⏰ In {length}: {title}")
    return text.replace("{length}", translator.duration(length))


def _when(listed: Listed, own: ZoneInfo, translator: Translator) -> str:
    return "\n".join(escape(line) for line in lines(listed.event, listed.next, own, translator))


def _open_items(checklist: Sequence[Ticked], translator: Translator) -> str:
    left = [each for each in checklist if not each.done]
    if not left:
        return ""
    _ = translator.gettext
    return "\n".join(
        [escape(_("Still to be done:")), *(f"⬜ {escape(task_name(each.item, translator))}" for each in left)]
    )


def _later(listed: Listed, now: dt.datetime, translator: Translator) -> list[tuple[Button, ...]]:
    """Offer to be reminded once more, as far as there is time."""
    _ = translator.gettext
    hours = [count for count in (1, 3, 24) if now + count * HOUR < listed.next.start]
    label = _("🔔 Again in {length}")
    buttons = tuple(
        Button(
            label.format(length=translator.duration(Duration(count, "hour"))), RemindAgain(listed.event.id or 0, count)
        )
        for count in hours[-2:]
    )
    return [buttons] if buttons else []


def _below(listed: Listed, translator: Translator) -> list[tuple[Button, ...]]:
    _ = translator.gettext
    event_id = listed.event.id or 0
    return [(Button(_("Show the event"), ShowEvent(event_id)), Button(_("📅 Calendar file"), SendCalendar(event_id)))]
