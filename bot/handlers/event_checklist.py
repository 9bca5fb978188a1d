"""The checklist of an event as it is planned: standard items by button, own ones typed, each with its day."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import event_desk, sender
from bot.callbacks import StaleButtonError
from bot.callbacks.event_checklist import PutOnChecklist, ShowChecklist, TakeOffChecklist
from bot.context import BotApplication, BotContext
from bot.dates import Now
from bot.gate import requires
from bot.models import Task
from bot.services.awaiting import Awaited
from bot.services.events import checklist_edits, due_days
from bot.services.events.checklist import ItemError, Wanted
from bot.services.events.due_days import OFFERED
from bot.services.events.typed_fields import Unclear
from bot.services.permissions import Action
from bot.views import View
from bot.views import event_checklist as views

ITEM, TASK = "event_item", "task"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ShowChecklist.pattern()))
    application.add_handler(CallbackQueryHandler(put_on, PutOnChecklist.pattern()))
    application.add_handler(CallbackQueryHandler(take_off, TakeOffChecklist.pattern()))


@requires(Action.PLAN_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Show the checklist."""
    if query := update.callback_query:
        await event_desk.put(query, await _checklist(update, context, ShowChecklist.parse(query.data).event_id))


@requires(Action.PLAN_EVENTS)
async def put_on(update: Update, context: BotContext) -> None:
    """Put a task on the list by the day of the button, or ask by when."""
    query = update.callback_query
    if query is None:
        return
    route, translator = PutOnChecklist.parse(query.data), await context.translator(update)
    task = _task(route)
    of = await event_desk.read(update, context, route.event_id)
    if route.days is None:
        details = {event_desk.EVENT: str(route.event_id), TASK: str(task)}
        await event_desk.ask_for(update, context, Awaited(ITEM, details))
        await event_desk.put(query, views.ask(of, task, translator))
        return
    try:
        due = due_days.days_before(of.event, route.days, context.assistant.clock())
        await _save(update, context, route.event_id, Wanted(task, due))
    except ItemError as error:
        await query.answer(views.problem_text(error.problem, translator), show_alert=True)
        return
    await event_desk.put(query, await _checklist(update, context, route.event_id))


async def take_item(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Put what was typed on the list; what cannot be taken is asked for again."""
    event_id, task = int(awaited.details[event_desk.EVENT]), Task(awaited.details[TASK])
    translator = await context.translator(update)
    event = (await event_desk.read(update, context, event_id)).event
    first, _newline, second = event_desk.typed(update).strip().partition("\n")
    text, when = (first, second) if task is Task.OTHER else (second, first)
    now = Now(context.assistant.clock(), await event_desk.venue_zone(update, context, event))
    try:
        due = due_days.read_due(when, event, now, translator.locale)
        if isinstance(due, Unclear):
            view = views.unclear(task, due, translator)
        else:
            await _save(update, context, event_id, Wanted(task, due, text.strip()))
            await sender.answer(update, await _checklist(update, context, event_id))
            return
    except ItemError as error:
        view = views.refused(task, error.problem, translator)
    await event_desk.ask_for(update, context, awaited)
    await sender.answer(update, view)


@requires(Action.PLAN_EVENTS)
async def take_off(update: Update, context: BotContext) -> None:
    """Take an item off the list of a draft; of a published event ask first, as everybody is told."""
    query = update.callback_query
    if query is None:
        return
    route, translator = TakeOffChecklist.parse(query.data), await context.translator(update)
    of = await event_desk.read(update, context, route.event_id)
    item = next((each for each in of.parts.checklist if each.id == route.item_id), None)
    if item is None:
        raise StaleButtonError(query.data)
    if not (of.is_draft or route.confirmed):
        await event_desk.put(query, views.confirm_removal(of, item, translator))
        return
    async with context.session() as session:
        outbox, actor = context.assistant.outbox, await context.actor(update)
        await checklist_edits.take_off(session, outbox, actor, route.event_id, route.item_id)
        await session.commit()
    await event_desk.put(query, await _checklist(update, context, route.event_id))


async def _save(update: Update, context: BotContext, event_id: int, wanted: Wanted) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await checklist_edits.put_on(session, context.assistant.outbox, actor, event_id, wanted)
        await session.commit()


async def _checklist(update: Update, context: BotContext, event_id: int) -> View:
    return views.checklist(await event_desk.read(update, context, event_id), await context.translator(update))


def _task(route: PutOnChecklist) -> Task:
    """Return the task of a button.

    Raises:
        StaleButtonError: no button of ours has it, or has it by that day.
    """
    own_by_button = route.task == Task.OTHER and route.days is not None
    if route.task not in set(Task) or route.days not in {None, *OFFERED} or own_by_button:
        raise StaleButtonError(route.pack())
    return Task(route.task)
