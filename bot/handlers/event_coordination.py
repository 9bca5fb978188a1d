"""For those who plan events: who comes, answers given for somebody, answers as a file."""

from telegram import InputFile, Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import AnswerFor, ExportAnswers, ShowParticipants, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import Answer
from bot.services.events import answers, exports, invitees, listing
from bot.services.events.answers import AnswerRefusal
from bot.services.events.exports import Format
from bot.services.events.held import EventGoneError
from bot.services.events.unreached import unreached
from bot.services.permissions import Action
from bot.views import View, event_after, event_card, event_lists, event_names
from bot.views.event_unreached import unreached_row


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ShowParticipants.pattern()))
    application.add_handler(CallbackQueryHandler(answer_for, AnswerFor.pattern()))
    application.add_handler(CallbackQueryHandler(export, ExportAnswers.pattern()))


@requires(Action.PLAN_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Show how an event is answered."""
    if query := update.callback_query:
        route = ShowParticipants.parse(query.data)
        view = await _participants(update, context, route.event_id, route.page)
        await query.answer()
        await sender.show(query, view)


@requires(Action.PLAN_EVENTS)
async def answer_for(update: Update, context: BotContext) -> None:
    """Ask what somebody answers, or take it."""
    query = update.callback_query
    if query is None:
        return
    route, actor = AnswerFor.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    async with context.session() as session:
        invitee = await invitees.by_number(session, route.invitee_id)
        listed = await listing.one(session, actor, invitee.event_id) if invitee else None
        if invitee is None or listed is None:
            raise EventGoneError
        if route.wish is None:
            people = await listing.participants(session, actor, invitee.event_id)
            person = next(each for each in people if each.invitee.id == route.invitee_id)
            await query.answer()
            await sender.show(query, event_lists.answer_for(listed, person, translator))
            return
        wish = _wish(route)
        result = await answers.answer(session, context.assistant.outbox, actor, route.invitee_id, wish)
        await session.commit()
    await query.answer(event_names.refused(result, translator) if isinstance(result, AnswerRefusal) else None)
    await sender.show(query, await _participants(update, context, invitee.event_id, 0))


@requires(Action.PLAN_EVENTS)
async def export(update: Update, context: BotContext) -> None:
    """Send the answers as a file."""
    query = update.callback_query
    if query is None or update.effective_chat is None:
        return
    route, actor = ExportAnswers.parse(query.data), await context.actor(update)
    if route.form not in set(Format):
        raise StaleButtonError(query.data)
    async with context.session() as session:
        content = await exports.export(session, actor, route.event_id, Format(route.form))
        await session.commit()
    await query.answer()
    file = InputFile(content, filename=f"event-{route.event_id}-answers.{route.form}")
    await update.effective_chat.send_document(file, protect_content=True)


async def _participants(update: Update, context: BotContext, event_id: int, page: int) -> View:
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        people = await listing.participants(session, actor, event_id)
        listed = await listing.one(session, actor, event_id)
        if listed is None:
            return event_card.gone(translator)
        counted, lost = await listing.counts(session, listed.event), await unreached(session, actor, event_id)
    view = event_lists.participants(listed, people, counted, page, translator)
    more = event_lists.invite_row(listed.event, actor.now, translator)
    after = event_after.rows(listed.event, actor.now, translator)
    return view.with_rows((*more, *after, *unreached_row(event_id, len(lost), translator)))


def _wish(route: AnswerFor) -> Answer:
    """Return the answer of a button.

    Raises:
        StaleButtonError: no button of ours gives it.
    """
    if route.wish not in {Answer.YES, Answer.NO, Answer.MAYBE}:
        raise StaleButtonError(route.pack())
    return Answer(route.wish)
