"""/quiet: when the assistant does not write to a member, chosen with buttons or typed."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import StaleButtonError
from bot.callbacks.quiet import SetQuietHours, ShowQuietHours, TypeQuietHours
from bot.context import BotApplication, BotContext
from bot.dates import read_hours
from bot.gate import requires
from bot.services import awaiting, quiet_hours
from bot.services.awaiting import Awaited
from bot.services.deliveries.quiet import DAY, Hours
from bot.services.permissions import Action
from bot.views import View
from bot.views import quiet as views

HOURS = "quiet_hours"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("quiet", offer, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(show, ShowQuietHours.pattern()))
    application.add_handler(CallbackQueryHandler(choose, SetQuietHours.pattern()))
    application.add_handler(CallbackQueryHandler(ask, TypeQuietHours.pattern()))


@requires(Action.CHOOSE_QUIET_HOURS, in_private=True)
async def offer(update: Update, context: BotContext) -> None:
    """/quiet [HOURS] - show the quiet hours, and offer others; or keep those that stand behind the command."""
    if words := " ".join(context.args or ()):
        await _take(update, context, words)
    else:
        await sender.answer(update, await _shown(update, context))


@requires(Action.CHOOSE_QUIET_HOURS, in_private=True)
async def show(update: Update, context: BotContext) -> None:
    """Show the same from a button."""
    if update.callback_query is not None:
        await update.callback_query.answer()
        await sender.show(update.callback_query, await _shown(update, context))


@requires(Action.CHOOSE_QUIET_HOURS, in_private=True)
async def choose(update: Update, context: BotContext) -> None:
    """Keep the hours of the button."""
    query = update.callback_query
    if query is None:
        return
    route = SetQuietHours.parse(query.data)
    if not {route.begin, route.end} <= set(range(DAY)):
        raise StaleButtonError(query.data)
    view = await _keep(update, context, Hours(route.begin, route.end))
    await query.answer()
    await sender.show(query, view)


@requires(Action.CHOOSE_QUIET_HOURS, in_private=True)
async def ask(update: Update, context: BotContext) -> None:
    """Ask for other hours."""
    query = update.callback_query
    if query is None:
        return
    await _wait(update, context)
    await query.answer()
    await sender.show(query, views.ask_hours(await context.zone(update), await context.translator(update)))


async def take_hours(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Keep the hours that were typed, or ask again."""
    del awaited
    await _take(update, context, (update.effective_message.text if update.effective_message else None) or "")


async def _take(update: Update, context: BotContext, typed: str) -> None:
    translator = await context.translator(update)
    found = read_hours(typed, translator.locale)
    if found is None or Hours(*found).is_never:
        await _wait(update, context)
        await sender.answer(update, views.ask_hours(await context.zone(update), translator, is_again=True))
    else:
        await sender.answer(update, await _keep(update, context, Hours(*found)))


async def _shown(update: Update, context: BotContext) -> View:
    actor = await context.actor(update)
    async with context.session() as session:
        hours = await quiet_hours.of_member(session, actor.access.member_id or 0)
    return views.quiet_hours(hours, await context.zone(update), await context.translator(update))


async def _keep(update: Update, context: BotContext, hours: Hours) -> View:
    actor = await context.actor(update)
    async with context.session() as session:
        await quiet_hours.choose(session, actor.access.member_id or 0, hours, actor.now)
        await session.commit()
    return views.quiet_hours(hours, await context.zone(update), await context.translator(update))


async def _wait(update: Update, context: BotContext) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, Awaited(HOURS, {}), actor.now)
        await session.commit()
