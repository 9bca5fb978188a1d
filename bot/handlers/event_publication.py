"""What becomes of a plan: previewed, published, deleted; and a published event cancelled for a reason."""

from telegram import CallbackQuery, Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import CancelEvent, DiscardDraft, PreviewEvent, PublishEvent, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.event_planning import plan_of
from bot.gate import requires
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.events import changes, drafts, publish
from bot.services.events.checklist import Ticked
from bot.services.events.fields import FieldError
from bot.services.events.publish import Published
from bot.services.events.timing import occurrences
from bot.services.permissions import Action
from bot.views import View, event_card, event_plans, event_questions
from bot.views.event_card import Reader
from bot.views.event_plans import Plan

REASON = "event_reason"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(preview, PreviewEvent.pattern()))
    application.add_handler(CallbackQueryHandler(publish_event, PublishEvent.pattern()))
    application.add_handler(CallbackQueryHandler(discard, DiscardDraft.pattern()))
    application.add_handler(CallbackQueryHandler(ask_reason, CancelEvent.pattern()))


@requires(Action.PLAN_EVENTS)
async def preview(update: Update, context: BotContext) -> None:
    """Send a draft as its receivers will see it in a language."""
    query = update.callback_query
    if query is None:
        return
    route = PreviewEvent.parse(query.data)
    plan = await _read(update, context, route.event_id)
    times = occurrences(plan.event)
    if not times:
        raise StaleButtonError(query.data)
    translator = context.assistant.languages.translator(route.locale)
    items = [Ticked(item, done=False) for item in plan.parts.checklist]
    reader = Reader(plan.zone, checklist=items, answers=False, quotas=plan.parts.quotas)
    shown = event_card.card(event_plans.as_listed(plan, times[0]), reader, translator)
    await query.answer()
    await sender.answer(update, View(shown.blocks))


@requires(Action.PLAN_EVENTS)
async def publish_event(update: Update, context: BotContext) -> None:
    """Ask first, then invite everybody."""
    query = update.callback_query
    if query is None:
        return
    route, translator = PublishEvent.parse(query.data), await context.translator(update)
    if not route.confirmed:
        plan = await _read(update, context, route.event_id)
        await _put(query, event_plans.confirm_publication(plan, translator))
        return
    async with context.session() as session:
        outbox, actor = context.assistant.outbox, await context.actor(update)
        result = await publish.publish(session, outbox, actor, route.event_id)
        await session.commit()
    if isinstance(result, Published):
        await _put(query, event_plans.published(route.event_id, len(result.invited), translator))
    else:
        await _put(query, event_plans.plan(await _read(update, context, route.event_id), translator))


@requires(Action.PLAN_EVENTS)
async def discard(update: Update, context: BotContext) -> None:
    """Ask first, then delete a draft."""
    query = update.callback_query
    if query is None:
        return
    route, translator = DiscardDraft.parse(query.data), await context.translator(update)
    if not route.confirmed:
        await _read(update, context, route.event_id)
        await _put(query, event_plans.confirm_discard(route.event_id, translator))
        return
    async with context.session() as session:
        await drafts.discard(session, await context.actor(update), route.event_id)
        await session.commit()
    await _put(query, event_plans.discarded(translator))


@requires(Action.PLAN_EVENTS)
async def ask_reason(update: Update, context: BotContext) -> None:
    """Ask why an event is cancelled."""
    query = update.callback_query
    if query is None:
        return
    route = CancelEvent.parse(query.data)
    await _read(update, context, route.event_id)
    await _ask_for(update, context, Awaited(REASON, {"event": str(route.event_id)}))
    await query.answer()
    await sender.answer(update, event_plans.ask_reason(await context.translator(update)))


async def take_reason(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Cancel the event for the reason that was typed."""
    translator, actor = await context.translator(update), await context.actor(update)
    reason = (update.effective_message.text if update.effective_message else None) or ""
    try:
        async with context.session() as session:
            await changes.cancel(session, context.assistant.outbox, actor, int(awaited.details["event"]), reason)
            await session.commit()
    except FieldError as error:
        await _ask_for(update, context, awaited)
        await sender.answer(update, event_questions.refused(error.field, error.problem, translator))
        return
    await sender.answer(update, event_plans.event_cancelled(translator))


async def _read(update: Update, context: BotContext, event_id: int) -> Plan:
    async with context.session() as session:
        return await plan_of(session, await context.actor(update), event_id, await context.zone(update))


async def _ask_for(update: Update, context: BotContext, awaited: Awaited) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()


async def _put(query: CallbackQuery, view: View) -> None:
    await query.answer()
    await sender.show(query, view)
