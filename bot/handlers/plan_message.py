"""/newevent with an event in one message, how to write one, and the kind of an event."""

import datetime as dt

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import event_desk, sender
from bot.callbacks import StaleButtonError
from bot.callbacks.event_drafting import SetKind, WriteEvent
from bot.context import BotApplication, BotContext
from bot.dates import Now
from bot.gate import requires
from bot.models import EventKind
from bot.services.events import fields, held, plan_edits, plan_message
from bot.services.events.typed_fields import Typist
from bot.services.permissions import Action
from bot.views import View, event_plans
from bot.views import plan_message as views

WITH_TEXT = r"^/\S+\s+\S"
EXAMPLE_AHEAD = dt.timedelta(days=60)


def register(application: BotApplication) -> None:
    """Add this module's handlers; the command alone is that of `bot.handlers.event_plans`."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("newevent", take, private & filters.Regex(WITH_TEXT)))
    application.add_handler(CallbackQueryHandler(show_template, WriteEvent.pattern()))
    application.add_handler(CallbackQueryHandler(set_kind, SetKind.pattern()))


@requires(Action.PLAN_EVENTS)
async def take(update: Update, context: BotContext) -> None:
    """/newevent and lines - make a draft of them, and say which lines are not in it."""
    if update.message is None or not update.message.text:
        return
    translator, actor, zone = await context.translator(update), await context.actor(update), await context.zone(update)
    _command, text = update.message.text.split(maxsplit=1)
    typist = Typist(Now(actor.now, zone), translator.locale, context.assistant.languages.locales)
    async with context.session() as session:
        written = await plan_message.write(session, actor, text, typist)
        await session.commit()
    plan = await _plan(update, context, written.draft.id or 0) if written.draft else None
    await sender.answer(update, views.written(written, plan, translator))
    if plan is None:
        await sender.answer(update, await _template(update, context))


@requires(Action.PLAN_EVENTS)
async def show_template(update: Update, context: BotContext) -> None:
    """Send a message to copy."""
    if query := update.callback_query:
        await query.answer()
        await sender.answer(update, await _template(update, context))


@requires(Action.PLAN_EVENTS)
async def set_kind(update: Update, context: BotContext) -> None:
    """Ask for the kind of an event, or set it; of a published one this is a change, and everybody is told."""
    query = update.callback_query
    if query is None:
        return
    route, actor = SetKind.parse(query.data), await context.actor(update)
    if route.kind is not None and route.kind not in set(EventKind):
        raise StaleButtonError(query.data)
    async with context.session() as session:
        await held.planned(session, actor, route.event_id)
        if route.kind is not None:
            edits = [fields.kind(EventKind(route.kind))]
            await plan_edits.save(session, context.assistant.outbox, actor, route.event_id, edits)
            await session.commit()
    await query.answer()
    if route.kind is None:
        await sender.show(query, views.choose_kind(route.event_id, await context.translator(update)))
    else:
        await sender.show(query, await _plan(update, context, route.event_id))


async def _plan(update: Update, context: BotContext, event_id: int) -> View:
    return event_plans.plan(await event_desk.read(update, context, event_id), await context.translator(update))


async def _template(update: Update, context: BotContext) -> View:
    first = context.assistant.clock().date() + EXAMPLE_AHEAD
    return views.template(first, await context.translator(update))
