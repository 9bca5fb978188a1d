"""/broadcasts: what was confirmed; steered with buttons, reported, taken back."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import CallbackQuery, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks.broadcasts import ConfirmBroadcast, ListBroadcasts, RunDeed, SteerBroadcast
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services.broadcasts import confirmation, drafts, report, running
from bot.services.broadcasts.contents import content, texts_of
from bot.services.broadcasts.desk import Desk, managed
from bot.services.broadcasts.listing import confirmed
from bot.services.broadcasts.overview import overview
from bot.services.broadcasts.progress import follow, progress
from bot.services.permissions import Action
from bot.views import View, broadcast_drafts, broadcast_messages, broadcast_progress
from bot.views import broadcast_reports as views

CHANGES: Mapping[RunDeed, Callable[[Desk, int], Awaitable[object]]] = {
    RunDeed.PAUSE: running.pause,
    RunDeed.RESUME: running.resume,
    RunDeed.CANCEL_SURELY: running.cancel,
    RunDeed.RESEND_FAILED: running.resend_failed,
    RunDeed.RECALL_SURELY: running.recall,
    RunDeed.APPROVE: confirmation.approve,
    RunDeed.DECLINE: confirmation.decline,
}
"""What is done before the broadcast is shown as it is then."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("broadcasts", show, private))
    application.add_handler(CallbackQueryHandler(turn, ListBroadcasts.pattern()))
    application.add_handler(CallbackQueryHandler(confirm, ConfirmBroadcast.pattern()))
    application.add_handler(CallbackQueryHandler(steer, SteerBroadcast.pattern()))


@requires(Action.BROADCAST)
async def show(update: Update, context: BotContext) -> None:
    """/broadcasts - list those that the sender may steer."""
    await sender.answer(update, await _listing(update, context, 0))


@requires(Action.BROADCAST)
async def turn(update: Update, context: BotContext) -> None:
    """Show another page."""
    if query := update.callback_query:
        view = await _listing(update, context, ListBroadcasts.parse(query.data).page)
        await query.answer()
        await sender.show(query, view)


@requires(Action.BROADCAST)
async def confirm(update: Update, context: BotContext) -> None:
    """Send a draft; from then on the message shows how far it is."""
    query = update.callback_query
    if query is None:
        return
    route, above = ConfirmBroadcast.parse(query.data), context.assistant.settings.broadcast_approval_above

    async def send(desk: Desk, broadcast_id: int) -> object:
        return await confirmation.confirm(desk, broadcast_id, route.receivers, above)

    await _change(update, context, send, route.broadcast_id)
    view = await _card(update, context, query, route.broadcast_id)
    await query.answer()
    await sender.show(query, view)


@requires(Action.BROADCAST)
async def steer(update: Update, context: BotContext) -> None:
    """Do something with a broadcast, and show what came of it."""
    query = update.callback_query
    if query is None:
        return
    route = SteerBroadcast.parse(query.data)
    if route.deed in BESIDE:
        await BESIDE[route.deed](update, context, route.broadcast_id)
        await query.answer()
        return
    if route.deed in CHANGES:
        await _change(update, context, CHANGES[route.deed], route.broadcast_id)
    if route.deed in SCREENS:
        view = await SCREENS[route.deed](update, context, route.broadcast_id)
        await _follow(update, context, route.broadcast_id, None)
    else:
        view = await _card(update, context, query, route.broadcast_id)
    await query.answer()
    await sender.show(query, view)


async def _change(
    update: Update, context: BotContext, deed: Callable[[Desk, int], Awaitable[object]], broadcast_id: int
) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await deed(Desk(session, context.assistant.broadcast_outbox, actor), broadcast_id)
        await session.commit()


async def _card(update: Update, context: BotContext, query: CallbackQuery, broadcast_id: int) -> View:
    """Return how far a broadcast is; the message it is shown in is kept up to date, if the author looks."""
    actor, outbox = await context.actor(update), context.assistant.broadcast_outbox
    async with context.session() as session:
        broadcast = await managed(session, actor.access, broadcast_id)
        found = await progress(session, outbox, broadcast)
    await _follow(update, context, broadcast_id, query.message.message_id if query.message else None)
    return broadcast_progress.card(found, await context.zone(update), await context.translator(update), actor.now)


async def _follow(update: Update, context: BotContext, broadcast_id: int, message_id: int | None) -> None:
    member_id = (await context.person(update.effective_user)).access.member_id
    async with context.session() as session:
        await follow(session, member_id, broadcast_id, message_id)
        await session.commit()


async def _listing(update: Update, context: BotContext, page: int) -> View:
    access = (await context.person(update.effective_user)).access
    async with context.session() as session:
        found, is_more = await confirmed(session, access, page, views.PAGE_SIZE)
    return views.listing(found, page, await context.zone(update), await context.translator(update), is_more=is_more)


async def _report(update: Update, context: BotContext, broadcast_id: int) -> View:
    actor = await context.actor(update)
    async with context.session() as session:
        found = await report.report(Desk(session, context.assistant.broadcast_outbox, actor), broadcast_id)
    return views.report(found, await context.translator(update))


async def _remind(update: Update, context: BotContext, broadcast_id: int) -> View:
    actor = await context.actor(update)
    async with context.session() as session:
        asked = await running.remind(Desk(session, context.assistant.broadcast_outbox, actor), broadcast_id)
        await session.commit()
    return views.reminded(broadcast_id, asked, await context.translator(update))


async def _ask_cancel(update: Update, context: BotContext, broadcast_id: int) -> View:
    return views.ask_cancel(broadcast_id, await context.translator(update))


async def _ask_recall(update: Update, context: BotContext, broadcast_id: int) -> View:
    return views.ask_recall(broadcast_id, await context.translator(update))


async def _copy(update: Update, context: BotContext, broadcast_id: int) -> View:
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        source = await managed(session, actor.access, broadcast_id)
        draft = await drafts.copy(session, actor, source)
        await session.commit()
        found = await overview(session, actor, draft.id or 0)
    return broadcast_drafts.draft(found, await context.zone(update), translator)


async def _read(update: Update, context: BotContext, broadcast_id: int) -> None:
    """Send the broadcast as the reader would receive it."""
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        broadcast = await managed(session, actor.access, broadcast_id)
        texts = {locale: text.text for locale, text in (await texts_of(session, broadcast_id)).items()}
    await sender.answer(update, broadcast_messages.message(content(broadcast, texts, translator.locale), translator))


async def _table(update: Update, context: BotContext, broadcast_id: int) -> None:
    """Send the report as a file; that it was taken is recorded before it is sent."""
    actor = await context.actor(update)
    async with context.session() as session:
        table = await report.table(Desk(session, context.assistant.broadcast_outbox, actor), broadcast_id)
        await session.commit()
    view = views.table(f"broadcast-{broadcast_id}.csv", table, await context.translator(update))
    await sender.answer(update, view)


Screen = Callable[[Update, BotContext, int], Awaitable[View]]
SCREENS: Mapping[RunDeed, Screen] = {
    RunDeed.CANCEL: _ask_cancel,
    RunDeed.RECALL: _ask_recall,
    RunDeed.REPORT: _report,
    RunDeed.REMIND: _remind,
    RunDeed.COPY: _copy,
}
"""What takes the place of the card."""
BESIDE: Mapping[RunDeed, Callable[[Update, BotContext, int], Awaitable[None]]] = {
    RunDeed.READ: _read,
    RunDeed.TABLE: _table,
}
"""What is sent below it."""
