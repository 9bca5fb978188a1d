"""What is coming, the agenda of a month, and who comes."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.callbacks import (
    AnswerFor,
    ExportAnswers,
    ListEvents,
    ListPastEvents,
    SendCalendar,
    ShowEvent,
    ShowLeads,
    ShowParticipants,
)
from bot.callbacks.event_invitations import InviteMore, TakeBackInvitation
from bot.i18n import Translator
from bot.models import Answer, Event, EventState
from bot.services.events.listing import Counts, Listed, Participant
from bot.views import Button, View
from bot.views.event_card import LONGEST_LABEL, title
from bot.views.event_names import SIGNS, answer_button_for
from bot.views.event_times import short
from bot.views.event_wishes import WISHES
from bot.views.html import bold, escape

PAGE_SIZE = 8


def coming(found: Sequence[Listed], page: int, zone: ZoneInfo, translator: Translator) -> View:
    """Show one page of the events that are coming, in the order of `listing.coming`."""
    _ = translator.gettext
    earlier = (Button(_("⏰ My reminders"), ShowLeads()), Button(_("🗂 Past events"), ListPastEvents()))
    if not found:
        return View((escape(_("No events are coming that you are invited to.")),), (earlier,))
    page, pages = _bounded(page, len(found))
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    mine = [each for each in shown if each.invitee is not None]
    others = [each for each in shown if each.invitee is None]
    blocks = [bold(_("Events")), *(_line(each, zone, translator) for each in mine)]
    if others:
        blocks += [bold(_("Events that you plan")), *(_line(each, zone, translator) for each in others)]
    rows = [(Button(_label(each, translator), ShowEvent(each.event.id or 0)),) for each in (*mine, *others)]
    turns = _turns(page, pages, [ListEvents(page - 1), ListEvents(page + 1)], translator)
    return View(
        tuple(blocks), (*rows, *turns, (Button(_("📅 All my events as a calendar file"), SendCalendar()),), earlier)
    )


def agenda(found: Sequence[Listed], zone: ZoneInfo, translator: Translator) -> View:
    """Show the next 30 days, day by day, by the reader's clock."""
    _ = translator.gettext
    heading = bold(_("The next 30 days"))
    if not found:
        return View((heading, escape(_("Nothing is planned."))))
    blocks = [heading, escape(_("Times are those of {city}.").format(city=translator.city(zone)))]
    for day, times in groupby(found, lambda each: each.next.start.astimezone(zone).date()):
        blocks.append("\n".join([bold(translator.day(day)), *(_agenda_line(each, zone, translator) for each in times)]))
    listed = {each.event.id or 0: each for each in found}
    rows = [(Button(_label(each, translator), ShowEvent(number)),) for number, each in list(listed.items())[:20]]
    return View(tuple(blocks), tuple(rows))


def participants(
    listed: Listed, people: Sequence[Participant], counted: Counts, page: int, translator: Translator
) -> View:
    """Show the coordinator how an event is answered, and one page of who is invited."""
    _ = translator.gettext
    event_id = listed.event.id or 0
    page, pages = _bounded(page, len(people))
    shown = people[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    files = tuple(Button(form.upper(), ExportAnswers(event_id, form)) for form in ("csv", "xlsx"))
    blocks = [bold(title(listed, translator)), "\n".join(map(escape, _counts(counted, translator)))]
    if shown:
        blocks.append("\n".join(_participant(each, translator) for each in shown))
    rows = [(Button(person_name(each, translator), AnswerFor(each.invitee.id or 0)),) for each in shown]
    turns = _turns(
        page, pages, [ShowParticipants(event_id, page - 1), ShowParticipants(event_id, page + 1)], translator
    )
    return View(tuple(blocks), (*rows, *turns, files, (Button(_("‹ Back"), ShowEvent(event_id)),)))


def invite_row(event: Event, now: dt.datetime, translator: Translator) -> list[tuple[Button, ...]]:
    """Return the row that leads to one more invitation; none where it would be for nothing."""
    is_open = event.state is EventState.PUBLISHED and event.over_at is not None and now < event.over_at
    label = translator.gettext("➕ Invite one more")
    return [(Button(label, InviteMore(event.id or 0)),)] if is_open else []


def answer_for(listed: Listed, person: Participant, translator: Translator) -> View:
    """Offer to answer for somebody."""
    _ = translator.gettext
    text = _("Answer for this person? They are told of it.")
    invitee_id = person.invitee.id or 0
    wishes = [
        tuple(Button(answer_button_for(wish, translator), AnswerFor(invitee_id, wish)) for wish in row)
        for row in WISHES
    ]
    back = (Button(_("‹ Back"), ShowParticipants(listed.event.id or 0)),)
    blocks = (bold(title(listed, translator)), _participant(person, translator), escape(text))
    take_back = (Button(_("🚫 Take the invitation back"), TakeBackInvitation(invitee_id, confirmed=False)),)
    is_open = listed.event.state is EventState.PUBLISHED
    return View(blocks, (*wishes, *((take_back,) if is_open else ()), back))


def _counts(counted: Counts, translator: Translator) -> list[str]:
    """Return one line for each answer that is there, the seats that are left, and who must confirm."""
    _ = translator.gettext
    names = {
        Answer.YES: _("Coming: {count}"),
        Answer.WAITING: _("On the waiting list: {count}"),
        Answer.MAYBE: _("Perhaps: {count}"),
        Answer.NO: _("Not coming: {count}"),
        Answer.NONE: _("No answer: {count}"),
    }
    found = [f"{SIGNS[answer]} {text.format(count=counted.answers[answer])}" for answer, text in names.items()]
    found.append(_("Invited: {count}").format(count=counted.invited))
    if counted.seats.left is not None:
        found.append(_("Seats left: {count}").format(count=counted.seats.left))
    if counted.unconfirmed:
        found.append(_("Have not confirmed since date or place changed: {count}").format(count=counted.unconfirmed))
    return found


def _line(each: Listed, zone: ZoneInfo, translator: Translator) -> str:
    """Return an event as a block: sign of one's answer, title, and when."""
    _ = translator.gettext
    when = escape(short(each.next, zone, translator))
    if each.event.state is EventState.CANCELLED:
        return f"🚫 <s>{escape(title(each, translator))}</s>\n{when}"
    again = "\n" + escape(_("Please answer again.")) if each.unconfirmed else ""
    return f"{_sign(each)}{bold(title(each, translator))}\n{when}{again}"


def _agenda_line(each: Listed, zone: ZoneInfo, translator: Translator) -> str:
    start = each.next.start.astimezone(zone)
    return f"{escape(translator.time(start))} {_sign(each)}{escape(title(each, translator))}"


def _participant(each: Participant, translator: Translator) -> str:
    """Return somebody as a line of HTML: answer, person, note."""
    note = f" – <i>{escape(each.invitee.note)}</i>" if each.invitee.note else ""
    return escape(person_name(each, translator)) + note


def person_name(each: Participant, translator: Translator) -> str:
    """Return somebody in a few words: sign of the answer, number, country, unit."""
    _ = translator.gettext
    place = f" {each.place}." if each.place else ""
    parts = (_("Member {number}").format(number=each.member.id), each.member.country or "", each.member.unit or "")
    return f"{SIGNS[each.invitee.answer]}{place} " + " · ".join(part for part in parts if part)


def _label(each: Listed, translator: Translator) -> str:
    label = f"{_sign(each)}{title(each, translator)}"
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _sign(each: Listed) -> str:
    return f"{SIGNS[each.invitee.answer]} " if each.invitee else ""


def _bounded(page: int, count: int) -> tuple[int, int]:
    """Return a page that there is, and how many there are."""
    pages = max(-(-count // PAGE_SIZE), 1)
    return min(max(page, 0), pages - 1), pages


def _turns(
    page: int, pages: int, targets: Sequence[ListEvents | ShowParticipants], translator: Translator
) -> list[tuple[Button, ...]]:
    """Return the row that leads to the pages before and after, if there are any."""
    _ = translator.gettext
    before = [Button(_("‹ Back"), targets[0])] if page > 0 else []
    after = [Button(_("More ›"), targets[1])] if page < pages - 1 else []
    return [(*before, *after)] if before or after else []
