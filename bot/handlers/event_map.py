"""The point on the map where an event takes place: sent as a location or typed by who plans it, shown to all others."""

from telegram import Message, Update
from telegram.ext import CallbackQueryHandler

from bot import event_desk, sender
from bot.callbacks.event_map import AskPoint, DropPoint, ShowMap
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services.awaiting import Awaited
from bot.services.events import fields, listing, map_points, plan_edits
from bot.services.events.fields import Field, FieldError
from bot.services.events.typed_fields import Typed
from bot.services.permissions import Action
from bot.views import event_map as views
from bot.views import event_plans, event_questions
from bot.views.event_map import Place

POINT, FIELD = "event_point", "field"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ShowMap.pattern()))
    application.add_handler(CallbackQueryHandler(ask, AskPoint.pattern()))
    application.add_handler(CallbackQueryHandler(drop, DropPoint.pattern()))


@requires(Action.SEE_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Send the place of an event, with its name where the address is known, else as a bare point."""
    query = update.callback_query
    if query is None or update.effective_chat is None:
        return
    route, translator = ShowMap.parse(query.data), await context.translator(update)
    place = await _place(update, context, route.event_id)
    if place is None:
        await query.answer(views.has_no_point(translator))
        return
    await query.answer()
    if place.address:
        await update.effective_chat.send_venue(place.latitude, place.longitude, place.title, place.address)
    else:
        await update.effective_chat.send_location(place.latitude, place.longitude)


@requires(Action.PLAN_EVENTS)
async def ask(update: Update, context: BotContext) -> None:
    """Ask for the point."""
    query = update.callback_query
    if query is None:
        return
    event_id = AskPoint.parse(query.data).event_id
    of = await event_desk.read(update, context, event_id)
    await event_desk.ask_for(update, context, Awaited(POINT, {event_desk.EVENT: str(event_id)}))
    await event_desk.put(query, views.ask(of, await context.translator(update)))


@requires(Action.PLAN_EVENTS)
async def drop(update: Update, context: BotContext) -> None:
    """Take the point away."""
    query = update.callback_query
    if query is None:
        return
    event_id = DropPoint.parse(query.data).event_id
    await _save(update, context, event_id, [fields.position(None)])
    of = await event_desk.read(update, context, event_id)
    await event_desk.put(query, event_plans.plan(of, await context.translator(update)))


async def take_point(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Set the point that was typed; what is none is asked for again."""
    event_id = int(awaited.details[event_desk.EVENT])
    try:
        await _save(update, context, event_id, [map_points.parse(event_desk.typed(update))])
    except FieldError as error:
        await _refuse(update, context, awaited, error)
        return
    of = await event_desk.read(update, context, event_id)
    await sender.answer(update, event_plans.plan(of, await context.translator(update)))


async def take_location(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Set the point that was sent; a venue that was sent while the place was asked for also gives name and address.

    While another field is asked for, that question stands.
    """
    message, translator = update.effective_message, await context.translator(update)
    event_id, asked = int(awaited.details[event_desk.EVENT]), Field(awaited.details.get(FIELD, Field.POSITION))
    if message is None or asked not in {Field.VENUE, Field.POSITION}:
        await event_desk.ask_for(update, context, awaited)
        await sender.answer(update, event_questions.ask(event_id, asked, None, translator))
        return
    try:
        await _save(update, context, event_id, _sent(message, asked))
    except FieldError as error:
        await _refuse(update, context, awaited, error)
        return
    of = await event_desk.read(update, context, event_id)
    if asked is Field.VENUE and of.event.venue is None:
        await event_desk.ask_for(update, context, awaited)
        await sender.answer(update, views.kept(of.event, translator))
    else:
        await sender.answer(update, event_plans.plan(of, translator))


async def _place(update: Update, context: BotContext, event_id: int) -> Place | None:
    """Return where an event takes place that the sender sees, or a draft that they plan."""
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        listed = await listing.one(session, actor, event_id)
    if listed is None and actor.access.may_somewhere(Action.PLAN_EVENTS):
        of = await event_desk.read(update, context, event_id)
        return views.place(of.event, of.texts, translator)
    return views.place(listed.event, listed.texts, translator) if listed else None


def _sent(message: Message, asked: Field) -> list[Typed]:
    """Return what a location or venue sets; names that are too long are cut."""
    location, venue = message.location, message.venue
    found: list[Typed] = [fields.position((location.latitude, location.longitude))] if location else []
    if venue is not None and asked is Field.VENUE:
        names = {Field.VENUE: venue.title, Field.ADDRESS: venue.address}
        found += [fields.text(field, name[: fields.LONGEST_TEXTS[field]]) for field, name in names.items()]
    return found


async def _save(update: Update, context: BotContext, event_id: int, typed: list[Typed]) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await plan_edits.save(session, context.assistant.outbox, actor, event_id, typed)
        await session.commit()


async def _refuse(update: Update, context: BotContext, awaited: Awaited, error: FieldError) -> None:
    """Say why a point is not taken, and go on waiting."""
    await event_desk.ask_for(update, context, awaited)
    view = event_questions.refused(error.field, error.problem, await context.translator(update))
    await sender.answer(update, view)
