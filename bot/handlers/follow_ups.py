"""/remind: personal follow-ups, set, listed, moved and done; and time limits of articles."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import FinishFollowUp, FollowDeadline, ListFollowUps, SnoozeFollowUp, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.dates import Now
from bot.errors import UnknownArticleError
from bot.gate import requires
from bot.services.actors import Actor
from bot.services.events import follow_up_texts, follow_ups
from bot.services.events.follow_up_texts import Unclear
from bot.services.events.follow_ups import FollowUpProblem, Wanted
from bot.services.permissions import Action
from bot.views import View
from bot.views import follow_ups as views

MOST_DAYS = 30


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("remind", remind, private))
    application.add_handler(CallbackQueryHandler(show, ListFollowUps.pattern()))
    application.add_handler(CallbackQueryHandler(snooze, SnoozeFollowUp.pattern()))
    application.add_handler(CallbackQueryHandler(finish, FinishFollowUp.pattern()))
    application.add_handler(CallbackQueryHandler(follow_deadline, FollowDeadline.pattern()))


@requires(Action.KEEP_REMINDERS)
async def remind(update: Update, context: BotContext) -> None:
    """/remind TIME TEXT - set a follow-up; alone it lists them."""
    actor, translator, zone = await context.actor(update), await context.translator(update), await context.zone(update)
    typed = " ".join(context.args or ())
    if not typed:
        await sender.answer(update, await _listing(update, context))
        return
    read = follow_up_texts.read(typed, Now(actor.now, zone), translator.locale)
    if isinstance(read, Unclear):
        await sender.answer(update, views.not_understood(read.reason, read.piece, translator))
        return
    await sender.answer(update, await _create(update, context, actor, read))


@requires(Action.KEEP_REMINDERS)
async def show(update: Update, context: BotContext) -> None:
    """List what the sender waits for."""
    if query := update.callback_query:
        await query.answer()
        await sender.show(query, await _listing(update, context))


@requires(Action.KEEP_REMINDERS)
async def snooze(update: Update, context: BotContext) -> None:
    """Move a follow-up by days, at the same hour of the sender's clock."""
    query = update.callback_query
    if query is None:
        return
    route, actor = SnoozeFollowUp.parse(query.data), await context.actor(update)
    translator, zone = await context.translator(update), await context.zone(update)
    if not 1 <= route.days <= MOST_DAYS:
        raise StaleButtonError(query.data)
    due = follow_ups.days_later(route.days, actor.now, zone)
    async with context.session() as session:
        own = await follow_ups.own(session, actor.access.member_id or 0, route.follow_up_id)
        if own is not None:
            await follow_ups.snooze(session, context.assistant.outbox, own, due, actor.now)
            await session.commit()
    await query.answer(views.snoozed(due, zone, translator) if own else views.gone(translator))


@requires(Action.KEEP_REMINDERS)
async def finish(update: Update, context: BotContext) -> None:
    """Wait no longer, and show what is left."""
    query = update.callback_query
    if query is None:
        return
    route, actor = FinishFollowUp.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    async with context.session() as session:
        own = await follow_ups.own(session, actor.access.member_id or 0, route.follow_up_id)
        if own is not None:
            await follow_ups.finish(session, context.assistant.outbox, own, actor.now)
            await session.commit()
    await query.answer(views.done(translator) if own else views.gone(translator))
    await sender.show(query, await _listing(update, context))


@requires(Action.KEEP_REMINDERS)
async def follow_deadline(update: Update, context: BotContext) -> None:
    """Set a follow-up for a time limit of an article that begins now."""
    query = update.callback_query
    if query is None:
        return
    route, actor = FollowDeadline.parse(query.data), await context.actor(update)
    translator, zone = await context.translator(update), await context.zone(update)
    if route.article_id not in context.assistant.knowledge:
        raise UnknownArticleError(route.article_id)
    article = context.assistant.knowledge.article(route.article_id, translator.locale)
    if not 0 <= route.deadline < len(article.deadlines):
        raise StaleButtonError(query.data)
    limit = article.deadlines[route.deadline]
    due = follow_ups.deadline(limit.duration, actor.now, zone)
    wanted = Wanted(views.deadline_text(article.title.text, limit, translator), due, route.article_id)
    await query.answer()
    await sender.answer(update, await _create(update, context, actor, wanted))


async def _create(update: Update, context: BotContext, actor: Actor, wanted: Wanted) -> View:
    translator, zone = await context.translator(update), await context.zone(update)
    async with context.session() as session:
        member_id = actor.access.member_id or 0
        made = await follow_ups.create(session, context.assistant.outbox, member_id, wanted, actor.now)
        await session.commit()
    if isinstance(made, FollowUpProblem):
        return views.refused(made, translator)
    return views.made(made, zone, translator)


async def _listing(update: Update, context: BotContext) -> View:
    actor = await context.actor(update)
    async with context.session() as session:
        found = await follow_ups.open_of(session, actor.access.member_id or 0)
    return views.listing(found, await context.zone(update), await context.translator(update))
