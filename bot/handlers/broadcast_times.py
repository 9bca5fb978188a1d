"""When a draft is sent: typed in the author's own words and zone, chosen where they mean several times."""

import datetime as dt

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import StaleButtonError
from bot.callbacks.broadcasts import SendAt
from bot.context import BotApplication, BotContext
from bot.dates import Now, Reason
from bot.gate import requires
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.broadcasts import drafts
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.broadcasts.overview import overview
from bot.services.broadcasts.times import moments
from bot.services.permissions import Action
from bot.views import View
from bot.views import broadcast_drafts as views

MAX_MINUTE = 100_000_000
"""Since 1970: the year 2160, before which a datetime always holds it."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(choose, SendAt.pattern()))


@requires(Action.BROADCAST)
async def choose(update: Update, context: BotContext) -> None:
    """Send the draft at the time of the button."""
    query = update.callback_query
    if query is None:
        return
    route = SendAt.parse(query.data)
    if not 0 <= route.minute <= MAX_MINUTE:
        raise StaleButtonError(query.data)
    at = dt.datetime.fromtimestamp(route.minute * 60, dt.UTC)
    view = await _set(update, context, route.broadcast_id, at)
    await query.answer()
    await sender.show(query, view)


async def take_time(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Take the time that was typed; ask which one where it means several, and again where it means none."""
    broadcast_id = int(awaited.details["broadcast"])
    typed = (update.effective_message.text if update.effective_message else None) or ""
    zone, translator = await context.zone(update), await context.translator(update)
    found = moments(typed, Now(context.assistant.clock(), zone), translator.locale)
    if isinstance(found, Reason):
        await _ask_again(update, context, awaited)
        view = views.ask_time(broadcast_id, zone, translator, found)
    elif not found:
        await _ask_again(update, context, awaited)
        raise BroadcastError(Refusal.PAST)
    elif len(found) > 1:
        view = views.choose_time(broadcast_id, [at.astimezone(zone) for at in found], translator)
    else:
        view = await _set(update, context, broadcast_id, found[0])
    await sender.answer(update, view)


async def _set(update: Update, context: BotContext, broadcast_id: int, at: dt.datetime) -> View:
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        await drafts.set_time(session, actor, broadcast_id, at)
        await session.commit()
        draft = await overview(session, actor, broadcast_id)
    return views.draft(draft, await context.zone(update), translator)


async def _ask_again(update: Update, context: BotContext, awaited: Awaited) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()
