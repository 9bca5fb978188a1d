"""My reminders: when somebody is reminded before an event, chosen with buttons or typed."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import ChooseLead, ResetLeads, ShowLeads, StaleButtonError, TypeLead
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.events import listing, personal_leads, typed_leads
from bot.services.events.leads import read_lead
from bot.services.events.personal_leads import LeadRefusal
from bot.services.permissions import Action
from bot.views import View, event_card
from bot.views import event_leads as views

LEAD = "event_lead"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ShowLeads.pattern()))
    application.add_handler(CallbackQueryHandler(choose, ChooseLead.pattern()))
    application.add_handler(CallbackQueryHandler(ask, TypeLead.pattern()))
    application.add_handler(CallbackQueryHandler(reset, ResetLeads.pattern()))


@requires(Action.SEE_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Show when the sender is reminded."""
    if query := update.callback_query:
        view = await _leads(update, context, ShowLeads.parse(query.data).event_id)
        await query.answer()
        await sender.show(query, view)


@requires(Action.SEE_EVENTS)
async def choose(update: Update, context: BotContext) -> None:
    """Add a reminder, or take one away."""
    query = update.callback_query
    if query is None:
        return
    route = ChooseLead.parse(query.data)
    try:
        read_lead(route.lead)
    except ValueError as error:
        raise StaleButtonError(query.data) from error
    refusal = await _choose(update, context, route.event_id, (route.lead, route.wanted))
    await _conclude(update, context, route.event_id, refusal)


@requires(Action.SEE_EVENTS)
async def reset(update: Update, context: BotContext) -> None:
    """Forget what was chosen."""
    query = update.callback_query
    if query is None:
        return
    event_id, actor = ResetLeads.parse(query.data).event_id, await context.actor(update)
    async with context.session() as session:
        refusal = await personal_leads.reset(session, context.assistant.outbox, actor, event_id)
        await session.commit()
    await _conclude(update, context, event_id, refusal)


@requires(Action.SEE_EVENTS)
async def ask(update: Update, context: BotContext) -> None:
    """Ask for a length of time."""
    query = update.callback_query
    if query is None:
        return
    event_id = TypeLead.parse(query.data).event_id
    await _ask_for(update, context, Awaited(LEAD, {"event": "" if event_id is None else str(event_id)}))
    await query.answer()
    await sender.answer(update, views.ask(await context.translator(update)))


async def take_lead(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Add the reminder that was typed; what is no length of time is asked for again."""
    translator = await context.translator(update)
    typed = (update.effective_message.text if update.effective_message else None) or ""
    event_id = int(awaited.details["event"]) if awaited.details["event"] else None
    lead = typed_leads.read(typed, translator.locale)
    if lead is None:
        await _ask_for(update, context, awaited)
        await sender.answer(update, views.not_understood(translator))
        return
    refusal = await _choose(update, context, event_id, (lead, True))
    refused = View((views.refused(refusal, translator),)) if refusal else None
    await sender.answer(update, refused or await _leads(update, context, event_id))


async def _choose(
    update: Update, context: BotContext, event_id: int | None, wanted: tuple[str, bool]
) -> LeadRefusal | None:
    actor = await context.actor(update)
    async with context.session() as session:
        refusal = await personal_leads.choose(session, context.assistant.outbox, actor, event_id, wanted)
        await session.commit()
    return refusal


async def _leads(update: Update, context: BotContext, event_id: int | None) -> View:
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        if event_id is None:
            return views.of_all(await personal_leads.of_all(session, actor), translator)
        listed = await listing.one(session, actor, event_id)
        found = await personal_leads.of_event(session, actor, event_id)
    return views.of_event(listed, found, translator) if listed and found else event_card.gone(translator)


async def _conclude(update: Update, context: BotContext, event_id: int | None, refusal: LeadRefusal | None) -> None:
    query = update.callback_query
    if query is None:
        return
    await query.answer(views.refused(refusal, await context.translator(update)) if refusal else None)
    await sender.show(query, await _leads(update, context, event_id))


async def _ask_for(update: Update, context: BotContext, awaited: Awaited) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()
