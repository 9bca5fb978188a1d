"""/newevent and on: drafts made with buttons, typed fields and a calendar; fields of published events changed.

Drafts are rows: whoever stops goes on later, after a restart too.
"""

import datetime as dt

from telegram import CallbackQuery, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import event_desk, sender
from bot.calendars.month_grid import month_grid
from bot.callbacks import (
    BeginEvent,
    PickDay,
    SetField,
    ShowPlan,
    StaleButtonError,
)
from bot.context import BotApplication, BotContext
from bot.dates import Now
from bot.event_planning import plan_of
from bot.gate import requires
from bot.models import Event, EventKind
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.events import drafts, held, plan_edits, texts, typed_fields
from bot.services.events.fields import Field, FieldError
from bot.services.events.personal_data import AWAITED_FIELD
from bot.services.events.typed_fields import Typist, Unclear
from bot.services.permissions import Action
from bot.times import wall
from bot.views import View, event_plans, event_questions

FIELD = AWAITED_FIELD
AHEAD = dt.timedelta(days=730)
"""How far the calendar goes."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("newevent", offer, private))
    application.add_handler(CallbackQueryHandler(begin, BeginEvent.pattern()))
    application.add_handler(CallbackQueryHandler(show, ShowPlan.pattern()))
    application.add_handler(CallbackQueryHandler(ask, SetField.pattern()))
    application.add_handler(CallbackQueryHandler(pick_day, PickDay.pattern()))


@requires(Action.PLAN_EVENTS)
async def offer(update: Update, context: BotContext) -> None:
    """/newevent - ask what is planned, and offer the drafts that are there."""
    async with context.session() as session:
        found = await drafts.own(session, await context.actor(update))
        written = await texts.of_events(session, [draft.id or 0 for draft in found])
    listed = [(draft, written[draft.id or 0]) for draft in found]
    await sender.answer(update, event_plans.begin(listed, await context.translator(update)))


@requires(Action.PLAN_EVENTS)
async def begin(update: Update, context: BotContext) -> None:
    """Begin a draft and show it."""
    query = update.callback_query
    if query is None:
        return
    route = BeginEvent.parse(query.data)
    if route.kind not in set(EventKind):
        raise StaleButtonError(query.data)
    async with context.session() as session:
        draft = await drafts.begin(session, await context.actor(update), EventKind(route.kind))
        await session.commit()
    await _put(query, await _plan(update, context, draft.id or 0))


@requires(Action.PLAN_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Show a draft, or what of a published event can be changed."""
    if query := update.callback_query:
        await _put(query, await _plan(update, context, ShowPlan.parse(query.data).event_id))


@requires(Action.PLAN_EVENTS)
async def ask(update: Update, context: BotContext) -> None:
    """Ask for a field."""
    query = update.callback_query
    if query is None:
        return
    route, translator = SetField.parse(query.data), await context.translator(update)
    if route.field not in set(typed_fields.TYPED):
        raise StaleButtonError(query.data)
    event = await _event(update, context, route.event_id)
    field = Field(route.field)
    today = wall(context.assistant.clock(), await event_desk.venue_zone(update, context, event))
    month = f"{today:%Y-%m}" if field is Field.TIMES else None
    await _ask_for(update, context, Awaited(FIELD, {"event": str(route.event_id), "field": field}))
    await _put(query, event_questions.ask(route.event_id, field, month, translator))


@requires(Action.PLAN_EVENTS)
async def pick_day(update: Update, context: BotContext) -> None:
    """Show a month, or take its day and ask for the hours."""
    query = update.callback_query
    if query is None:
        return
    route, translator = PickDay.parse(query.data), await context.translator(update)
    event = await _event(update, context, route.event_id)
    try:
        chosen = dt.date.fromisoformat(route.chosen if len(route.chosen) > len("2027-03") else f"{route.chosen}-01")
    except ValueError as error:
        raise StaleButtonError(query.data) from error
    if len(route.chosen) > len("2027-03"):
        details = {"event": str(route.event_id), "field": Field.TIMES, "day": chosen.isoformat()}
        await _ask_for(update, context, Awaited(FIELD, details))
        await _put(query, event_questions.ask_hours(chosen, translator))
        return
    today = wall(context.assistant.clock(), await event_desk.venue_zone(update, context, event)).date()
    grid = month_grid(chosen, today, today + AHEAD, translator.locale)
    await _put(query, event_questions.month(route.event_id, grid, translator))


async def take_field(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Set the field that was typed; of a published event this is a change, and everybody is told."""
    translator, event_id = await context.translator(update), int(awaited.details["event"])
    field = Field(awaited.details["field"])
    event = await _event(update, context, event_id)
    now = Now(context.assistant.clock(), await event_desk.venue_zone(update, context, event))
    typed = (update.effective_message.text if update.effective_message else None) or ""
    text = f"{awaited.details['day']} {typed}" if "day" in awaited.details else typed
    typist = Typist(now, translator.locale, context.assistant.languages.locales)
    try:
        found = typed_fields.parse(field, text, event, typist)
        if isinstance(found, Unclear):
            view = event_questions.unclear(field, found, translator)
        else:
            await _save(update, context, event, found)
            await sender.answer(update, await _plan(update, context, event_id))
            return
    except FieldError as error:
        view = event_questions.refused(error.field, error.problem, translator)
    await _ask_for(update, context, awaited)
    await sender.answer(update, view)


async def _save(update: Update, context: BotContext, event: Event, found: list[typed_fields.Typed]) -> None:
    """Set what was typed, in a draft or as a change."""
    actor, number = await context.actor(update), event.id or 0
    async with context.session() as session:
        await plan_edits.save(session, context.assistant.outbox, actor, number, found)
        await session.commit()


async def _plan(update: Update, context: BotContext, event_id: int) -> View:
    async with context.session() as session:
        plan = await plan_of(session, await context.actor(update), event_id, await context.zone(update))
    return event_plans.plan(plan, await context.translator(update))


async def _event(update: Update, context: BotContext, event_id: int) -> Event:
    async with context.session() as session:
        return await held.planned(session, await context.actor(update), event_id)


async def _ask_for(update: Update, context: BotContext, awaited: Awaited) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()


async def _put(query: CallbackQuery, view: View) -> None:
    await query.answer()
    await sender.show(query, view)
