"""A new draft like an earlier event: which one, and on which day."""

import datetime as dt

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import event_desk, sender
from bot.calendars.month_grid import MonthGrid, month_grid
from bot.callbacks import StaleButtonError
from bot.callbacks.event_drafting import CopyEvent, ListEarlier
from bot.context import BotApplication, BotContext
from bot.dates import Now, Understood, When, read
from bot.gate import requires
from bot.models import Event
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.events import copying, drafts, held, texts, typed_fields
from bot.services.events.fields import Field, FieldError
from bot.services.events.typed_fields import Typist, Unclear
from bot.services.permissions import Action
from bot.times import wall, zone
from bot.views import View, event_copies, event_plans, event_questions

DAY = "event_copy_day"
AHEAD = dt.timedelta(days=730)
"""How far the calendar goes."""
MONTH = "2027-03"
"""The form of a month; a day is longer."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show_earlier, ListEarlier.pattern()))
    application.add_handler(CallbackQueryHandler(copy, CopyEvent.pattern()))


@requires(Action.PLAN_EVENTS)
async def show_earlier(update: Update, context: BotContext) -> None:
    """List the events that can be copied."""
    query = update.callback_query
    if query is None:
        return
    page = ListEarlier.parse(query.data).page
    async with context.session() as session:
        found = await copying.earlier(session, await context.actor(update))
        written = await texts.of_events(session, [event.id or 0 for event in found])
    listed = [(event, written[event.id or 0]) for event in found]
    await event_desk.put(query, event_copies.earlier(listed, page, await context.translator(update)))


@requires(Action.PLAN_EVENTS)
async def copy(update: Update, context: BotContext) -> None:
    """Ask for the first day of the copy, or make it."""
    query = update.callback_query
    if query is None:
        return
    route = CopyEvent.parse(query.data)
    chosen = _chosen(route)
    if chosen is not None and len(route.chosen or "") > len(MONTH):
        view = await _copied(update, context, route.event_id, When(chosen), "")
        await _wait_no_longer(update, context)
        await event_desk.put(query, view)
        return
    await event_desk.put(query, await _ask(update, context, route.event_id, chosen))


async def take_day(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Make the copy on the day that was typed, at the hours that were typed with it, if any were."""
    translator, event_id = await context.translator(update), int(awaited.details["event"])
    event = await _event(update, context, event_id)
    typed = event_desk.typed(update)
    now = Now(context.assistant.clock(), zone(event.zone or "UTC"))
    found = read(typed, now, translator.locale)
    if isinstance(found, Understood) and found.value.day >= now.wall.date():
        await sender.answer(update, await _copied(update, context, event_id, found.value, typed))
        return
    await _ask_for(update, context, event_id)
    if isinstance(found, Understood):
        await sender.answer(update, event_copies.passed(translator))
        return
    unclear = Unclear(getattr(found, "reason", None), getattr(found, "candidates", ()))
    await sender.answer(update, event_questions.unclear(Field.TIMES, unclear, translator))


async def _copied(update: Update, context: BotContext, event_id: int, day: When, typed: str) -> View:
    """Make the copy and return it field by field; hours that cannot be are left as they were."""
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        draft = await copying.copy(session, actor, event_id, day.day)
        await session.commit()
        number = draft.id or 0
        if day.time is not None:
            now = Now(actor.now, zone(draft.zone or "UTC"))
            typist = Typist(now, translator.locale, context.assistant.languages.locales)
            try:
                edits = typed_fields.parse(Field.TIMES, typed, draft, typist)
                await drafts.set_typed(session, actor, number, edits if isinstance(edits, list) else [])
                await session.commit()
            except FieldError:
                await session.rollback()
    return event_plans.plan(await event_desk.read(update, context, number), translator)


async def _ask(update: Update, context: BotContext, event_id: int, month: dt.date | None) -> View:
    translator = await context.translator(update)
    event = await _event(update, context, event_id)
    async with context.session() as session:
        written = (await texts.of_events(session, [event_id]))[event_id]
    await _ask_for(update, context, event_id)
    return event_copies.ask_day((event, written), _grid(context, event, month, translator.locale), translator)


def _grid(context: BotContext, event: Event, month: dt.date | None, locale: str) -> MonthGrid:
    today = wall(context.assistant.clock(), zone(event.zone or "UTC")).date()
    return month_grid(month or today, today, today + AHEAD, locale)


def _chosen(route: CopyEvent) -> dt.date | None:
    """Return the day, or the first of the month, of a button.

    Raises:
        StaleButtonError: it is none.
    """
    if route.chosen is None:
        return None
    try:
        return dt.date.fromisoformat(route.chosen if len(route.chosen) > len(MONTH) else f"{route.chosen}-01")
    except ValueError as error:
        raise StaleButtonError(route.pack()) from error


async def _event(update: Update, context: BotContext, event_id: int) -> Event:
    async with context.session() as session:
        return await held.planned(session, await context.actor(update), event_id)


async def _ask_for(update: Update, context: BotContext, event_id: int) -> None:
    await event_desk.ask_for(update, context, Awaited(DAY, {event_desk.EVENT: str(event_id)}))


async def _wait_no_longer(update: Update, context: BotContext) -> None:
    async with context.session() as session:
        await awaiting.forget(session, (await context.actor(update)).access.member_id or 0)
        await session.commit()
