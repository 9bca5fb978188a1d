"""/broadcast: the draft of a coordinator, one message with buttons that change it."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks.broadcasts import DraftStep, EditDraft
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import FileKind
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.broadcasts import audience, drafts, texts
from bot.services.broadcasts.contents import writable
from bot.services.broadcasts.overview import Overview, overview
from bot.services.broadcasts.texts import MAX_CAPTION, File
from bot.services.permissions import Action
from bot.views import View, broadcast_audience, broadcast_texts
from bot.views import broadcast_drafts as views

FILE, TIME = "broadcast_file", "broadcast_time"
Change = Callable[[Update, BotContext, int], Awaitable[None]]


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("broadcast", begin, private))
    application.add_handler(CallbackQueryHandler(go_on, EditDraft.pattern()))


@requires(Action.BROADCAST)
async def begin(update: Update, context: BotContext) -> None:
    """/broadcast - begin a draft, or go on with the one there is."""
    actor = await context.actor(update)
    async with context.session() as session:
        draft = await drafts.begin(session, actor)
        await session.commit()
    await sender.answer(update, await _show(update, context, EditDraft(draft.id or 0, DraftStep.OVERVIEW)))


@requires(Action.BROADCAST)
async def go_on(update: Update, context: BotContext) -> None:
    """Change a draft, and show the part of it that the button leads to."""
    query = update.callback_query
    if query is None:
        return
    route = EditDraft.parse(query.data)
    if route.step in CHANGES:
        await CHANGES[route.step](update, context, route.broadcast_id)
    view = await _show(update, context, route)
    await query.answer()
    await sender.show(query, view)


async def take_file(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Attach the file that was sent, and show the draft."""
    message, actor = update.effective_message, await context.actor(update)
    file = _file(message) if message else None
    broadcast_id = int(awaited.details["broadcast"])
    async with context.session() as session:
        await texts.attach(session, actor, broadcast_id, file)
        await session.commit()
    await sender.answer(update, await _show(update, context, EditDraft(broadcast_id, DraftStep.OVERVIEW)))


async def _show(update: Update, context: BotContext, route: EditDraft) -> View:
    translator = await context.translator(update)
    if route.step is DraftStep.DISCARD_SURELY:
        return views.discarded(translator)
    actor, zone = await context.actor(update), await context.zone(update)
    async with context.session() as session:
        draft = await overview(session, actor, route.broadcast_id)
    if route.step is DraftStep.CHECK:
        return views.check(draft, zone, translator, needs_approval=_needs_approval(draft, context))
    screens: Mapping[DraftStep, Callable[[], View]] = {
        DraftStep.TEXTS: lambda: broadcast_texts.texts(
            draft, writable(context.assistant.languages.locales), translator
        ),
        DraftStep.FILE: lambda: views.ask_file(draft.broadcast, MAX_CAPTION, translator),
        DraftStep.AUDIENCE: lambda: broadcast_audience.audience(draft, translator),
        DraftStep.EVERYBODY: lambda: broadcast_audience.audience(draft, translator),
        DraftStep.PREVIEW: lambda: views.choose_preview(draft, translator),
        DraftStep.WHEN: lambda: views.ask_time(draft.number, zone, translator),
        DraftStep.DISCARD: lambda: views.ask_discard(draft.number, translator),
    }
    return screens[route.step]() if route.step in screens else views.draft(draft, zone, translator)


def _needs_approval(draft: Overview, context: BotContext) -> bool:
    return 0 < context.assistant.settings.broadcast_approval_above < draft.reach.total


def _file(message: Message) -> File | None:
    if message.document is not None:
        return File(message.document.file_id, FileKind.DOCUMENT, message.document.file_name)
    return File(message.photo[-1].file_id, FileKind.PHOTO) if message.photo else None


def _asking_for(subject: str) -> Change:
    async def ask(update: Update, context: BotContext, broadcast_id: int) -> None:
        actor = await context.actor(update)
        async with context.session() as session:
            await drafts.own(session, actor, broadcast_id)
            awaited = Awaited(subject, {"broadcast": str(broadcast_id)})
            await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
            await session.commit()

    return ask


async def _everybody(update: Update, context: BotContext, broadcast_id: int) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await audience.everybody(session, actor, broadcast_id)
        await session.commit()


async def _without_file(update: Update, context: BotContext, broadcast_id: int) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await texts.attach(session, actor, broadcast_id, None)
        await awaiting.forget(session, actor.access.member_id or 0)
        await session.commit()


async def _at_once(update: Update, context: BotContext, broadcast_id: int) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await drafts.set_time(session, actor, broadcast_id, None)
        await awaiting.forget(session, actor.access.member_id or 0)
        await session.commit()


def _making_urgent(*, is_urgent: bool) -> Change:
    async def change(update: Update, context: BotContext, broadcast_id: int) -> None:
        actor = await context.actor(update)
        async with context.session() as session:
            await drafts.set_urgent(session, actor, broadcast_id, is_urgent=is_urgent)
            await session.commit()

    return change


async def _discard(update: Update, context: BotContext, broadcast_id: int) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await drafts.discard(session, actor, broadcast_id)
        await session.commit()


CHANGES: Mapping[DraftStep, Change] = {
    DraftStep.FILE: _asking_for(FILE),
    DraftStep.NO_FILE: _without_file,
    DraftStep.EVERYBODY: _everybody,
    DraftStep.WHEN: _asking_for(TIME),
    DraftStep.AT_ONCE: _at_once,
    DraftStep.URGENT: _making_urgent(is_urgent=True),
    DraftStep.NOT_URGENT: _making_urgent(is_urgent=False),
    DraftStep.DISCARD_SURELY: _discard,
}
"""What a step does before it is shown; the others only show."""
