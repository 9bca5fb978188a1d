"""/zone: by whose clock a member reads times, chosen with buttons or typed."""

from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import StaleButtonError
from bot.callbacks.own_zone import SetOwnZone, ShowOwnZone, TypeOwnZone
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import awaiting
from bot.services import own_zone as zones
from bot.services.awaiting import Awaited
from bot.services.permissions import Action
from bot.times import zone_of
from bot.times.cities import zone_of_city
from bot.views import View
from bot.views import own_zone as views
from knowledge import Country

CITY = "own_zone"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("zone", offer, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(show, ShowOwnZone.pattern()))
    application.add_handler(CallbackQueryHandler(choose, SetOwnZone.pattern()))
    application.add_handler(CallbackQueryHandler(ask, TypeOwnZone.pattern()))


@requires(Action.CHOOSE_TIME_ZONE, in_private=True)
async def offer(update: Update, context: BotContext) -> None:
    """/zone - show the time zone, and offer others."""
    await sender.answer(update, await _shown(update, context))


@requires(Action.CHOOSE_TIME_ZONE, in_private=True)
async def show(update: Update, context: BotContext) -> None:
    """Show the same from a button."""
    if update.callback_query is not None:
        await update.callback_query.answer()
        await sender.show(update.callback_query, await _shown(update, context))


@requires(Action.CHOOSE_TIME_ZONE, in_private=True)
async def choose(update: Update, context: BotContext) -> None:
    """Keep the zone of the button."""
    query = update.callback_query
    if query is None:
        return
    route = SetOwnZone.parse(query.data)
    if route.country is not None and route.country not in Country.__members__:
        raise StaleButtonError(query.data)
    view = await _keep(update, context, zone_of(Country(route.country)) if route.country else None)
    await query.answer()
    await sender.show(query, view)


@requires(Action.CHOOSE_TIME_ZONE, in_private=True)
async def ask(update: Update, context: BotContext) -> None:
    """Ask for another city."""
    query = update.callback_query
    if query is None:
        return
    await _wait(update, context)
    await query.answer()
    await sender.show(query, views.ask_city(await context.translator(update)))


async def take_city(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Keep the zone of the city that was typed, or ask again."""
    del awaited
    typed = update.effective_message.text if update.effective_message else None
    found = zone_of_city((typed or "").strip())
    if found is None:
        await _wait(update, context)
        await sender.answer(update, views.ask_city(await context.translator(update), is_again=True))
        return
    await sender.answer(update, await _keep(update, context, found))


async def _keep(update: Update, context: BotContext, zone: ZoneInfo | None) -> View:
    actor = await context.actor(update)
    async with context.session() as session:
        kept = await zones.choose(session, actor.access.member_id or 0, zone, actor.now)
        await session.commit()
    return views.own_zone(kept, actor.now, await context.translator(update), is_chosen=zone is not None)


async def _shown(update: Update, context: BotContext) -> View:
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        is_chosen = await zones.is_chosen(session, actor.access.member_id or 0)
    return views.own_zone(await context.zone(update), actor.now, translator, is_chosen=is_chosen)


async def _wait(update: Update, context: BotContext) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, Awaited(CITY, {}), actor.now)
        await session.commit()
