"""/events, /agenda: what is coming, one's answers, ticks, notes, calendar files and ratings."""

import datetime as dt

from telegram import CallbackQuery, InputFile, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import (
    AnswerEvent,
    ListEvents,
    NominateColleague,
    RemindAgain,
    SendCalendar,
    ShowEvent,
    StaleButtonError,
    TickItem,
    WriteNote,
)
from bot.context import BotApplication, BotContext
from bot.event_messages import reader_of
from bot.gate import requires
from bot.models import Answer
from bot.services import awaiting
from bot.services.actors import Actor
from bot.services.awaiting import Awaited
from bot.services.events import answers, calendar, checklist, invitees, listing, nominations, scheduling
from bot.services.events.answers import AnswerRefusal
from bot.services.permissions import Action
from bot.views import View, event_card, event_lists, event_names
from bot.views import follow_ups as follow_up_views

NOTE = "event_note"
MOST_HOURS = 24


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("events", show_coming, private))
    application.add_handler(CommandHandler("agenda", show_agenda, private))
    application.add_handler(CallbackQueryHandler(turn, ListEvents.pattern()))
    application.add_handler(CallbackQueryHandler(show, ShowEvent.pattern()))
    application.add_handler(CallbackQueryHandler(answer, AnswerEvent.pattern()))
    application.add_handler(CallbackQueryHandler(nominate, NominateColleague.pattern()))
    application.add_handler(CallbackQueryHandler(ask_note, WriteNote.pattern()))
    application.add_handler(CallbackQueryHandler(tick, TickItem.pattern()))
    application.add_handler(CallbackQueryHandler(again, RemindAgain.pattern()))
    application.add_handler(CallbackQueryHandler(send_calendar, SendCalendar.pattern()))


@requires(Action.SEE_EVENTS)
async def show_coming(update: Update, context: BotContext) -> None:
    """/events - list what is coming, one's own first."""
    await sender.answer(update, await _coming(update, context, 0))


@requires(Action.SEE_EVENTS)
async def show_agenda(update: Update, context: BotContext) -> None:
    """/agenda - show the next 30 days."""
    async with context.session() as session:
        found = await listing.agenda(session, await context.actor(update))
    await sender.answer(update, event_lists.agenda(found, await context.zone(update), await context.translator(update)))


@requires(Action.SEE_EVENTS)
async def turn(update: Update, context: BotContext) -> None:
    """Show another page of what is coming."""
    if query := update.callback_query:
        await _put(query, await _coming(update, context, ListEvents.parse(query.data).page))


@requires(Action.SEE_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Show one event."""
    if query := update.callback_query:
        await _put(query, await _card(update, context, ShowEvent.parse(query.data).event_id))


@requires(Action.ANSWER_EVENTS)
async def answer(update: Update, context: BotContext) -> None:
    """Take an answer and show the event as it is now."""
    query = update.callback_query
    if query is None:
        return
    route, actor = AnswerEvent.parse(query.data), await context.actor(update)
    wish = _wish(route)
    refusal: AnswerRefusal | None = AnswerRefusal.GONE
    async with context.session() as session:
        own = await invitees.find(session, route.event_id, actor.access.member_id or 0)
        if own is not None:
            result = await answers.answer(session, context.assistant.outbox, actor, own.id or 0, wish)
            refusal = result if isinstance(result, AnswerRefusal) else None
            await session.commit()
    await _conclude(update, context, route.event_id, refusal)


@requires(Action.ANSWER_EVENTS)
async def nominate(update: Update, context: BotContext) -> None:
    """Ask whom to send instead, or invite them."""
    query = update.callback_query
    if query is None:
        return
    route, actor = NominateColleague.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    async with context.session() as session:
        listed = await listing.one(session, actor, route.event_id)
        if listed is None or listed.invitee is None:
            await _put(query, event_card.gone(translator))
            return
        if route.colleague_id is None:
            found = await nominations.colleagues(session, listed.invitee.member_id)
            await _put(query, event_card.nominate(listed, found, translator))
            return
        number = listed.invitee.id or 0
        result = await nominations.nominate(session, context.assistant.outbox, actor, number, route.colleague_id)
        await session.commit()
    if isinstance(result, AnswerRefusal):
        await _conclude(update, context, route.event_id, result)
        return
    await query.answer(event_card.nominated(translator))
    await sender.show(query, await _card(update, context, route.event_id))


@requires(Action.ANSWER_EVENTS)
async def ask_note(update: Update, context: BotContext) -> None:
    """Ask for a note to the coordinator."""
    query = update.callback_query
    if query is None:
        return
    route, actor = WriteNote.parse(query.data), await context.actor(update)
    awaited = Awaited(NOTE, {"event": str(route.event_id)})
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()
    await query.answer()
    await sender.answer(update, event_card.ask_note(await context.translator(update)))


async def take_note(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Keep the note that was typed; one that is too long is asked for again."""
    actor, translator = await context.actor(update), await context.translator(update)
    text = (update.effective_message.text if update.effective_message else None) or ""
    event_id, member_id = int(awaited.details["event"]), actor.access.member_id or 0
    async with context.session() as session:
        own = await invitees.find(session, event_id, member_id)
        kept = await answers.note(session, actor, own.id or 0, text) if own else AnswerRefusal.GONE
        if kept is AnswerRefusal.LONG_NOTE:
            await awaiting.ask_for(session, member_id, awaited, actor.now)
        await session.commit()
    refused = event_card.note_refused(kept, translator) if isinstance(kept, AnswerRefusal) else None
    await sender.answer(update, refused or event_card.note_kept(event_id, translator))


@requires(Action.ANSWER_EVENTS)
async def tick(update: Update, context: BotContext) -> None:
    """Tick an item of the checklist, and show the event."""
    query = update.callback_query
    if query is None:
        return
    route, actor = TickItem.parse(query.data), await context.actor(update)
    async with context.session() as session:
        event_id = await checklist.tick(session, context.assistant.outbox, actor, route.item_id, done=route.done)
        await session.commit()
    await _conclude(update, context, event_id or 0, None if event_id else AnswerRefusal.GONE)


@requires(Action.SEE_EVENTS)
async def again(update: Update, context: BotContext) -> None:
    """Remind of an event once more."""
    query = update.callback_query
    if query is None:
        return
    route, actor = RemindAgain.parse(query.data), await context.actor(update)
    translator, zone = await context.translator(update), await context.zone(update)
    if not 1 <= route.hours <= MOST_HOURS:
        raise StaleButtonError(query.data)
    due = actor.now + dt.timedelta(hours=route.hours)
    async with context.session() as session:
        listed = await listing.one(session, actor, route.event_id)
        set_ = listed is not None and listed.invitee is not None
        if listed is not None and listed.invitee is not None:
            outbox, member_id = context.assistant.outbox, listed.invitee.member_id
            set_ = await scheduling.again(session, outbox, listed.event, member_id, due)
            await session.commit()
    gone = event_names.refused(AnswerRefusal.GONE, translator)
    await query.answer(follow_up_views.snoozed(due, zone, translator) if set_ else gone)


@requires(Action.SEE_EVENTS)
async def send_calendar(update: Update, context: BotContext) -> None:
    """Send one event, or all of one's own, as a calendar file."""
    query = update.callback_query
    if query is None or update.effective_chat is None:
        return
    route, actor = SendCalendar.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    file = await _calendar(context, actor, route, translator.locale)
    if file is None:
        await query.answer(event_names.refused(AnswerRefusal.GONE, translator))
        return
    await query.answer()
    await update.effective_chat.send_document(file)


async def _calendar(context: BotContext, actor: Actor, route: SendCalendar, locale: str) -> InputFile | None:
    """Return a calendar file; None where there is nothing to put into it."""
    installation = f"{context.bot.username}.telegram"
    async with context.session() as session:
        if route.event_id is None:
            found = await listing.coming(session, actor)
            content = calendar.own_file(found, locale, installation, context.bot.first_name)
            return InputFile(content, filename="events.ics") if content else None
        listed = await listing.one(session, actor, route.event_id)
    if listed is None:
        return None
    content = calendar.invitation_file(listed.event, listed.texts, locale, installation)
    return InputFile(content, filename=calendar.file_name(listed.event))


async def _coming(update: Update, context: BotContext, page: int) -> View:
    async with context.session() as session:
        found = await listing.coming(session, await context.actor(update))
    return event_lists.coming(found, page, await context.zone(update), await context.translator(update))


async def _card(update: Update, context: BotContext, event_id: int) -> View:
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        listed = await listing.one(session, actor, event_id)
        if listed is None:
            return event_card.gone(translator)
        reader = await reader_of(session, actor, listed, await context.zone(update))
    return event_card.card(listed, reader, translator)


async def _conclude(update: Update, context: BotContext, event_id: int, refusal: AnswerRefusal | None) -> None:
    """Say why something was not done, if it was not, and show the event as it is now."""
    query = update.callback_query
    if query is None:
        return
    translator = await context.translator(update)
    await query.answer(event_names.refused(refusal, translator) if refusal else None)
    await sender.show(query, await _card(update, context, event_id))


async def _put(query: CallbackQuery, view: View) -> None:
    await query.answer()
    await sender.show(query, view)


def _wish(route: AnswerEvent) -> Answer:
    """Return the answer of a button.

    Raises:
        StaleButtonError: no button of ours gives it.
    """
    if route.wish not in {Answer.YES, Answer.NO, Answer.MAYBE}:
        raise StaleButtonError(route.pack())
    return Answer(route.wish)
