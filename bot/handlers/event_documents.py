"""The files of an event: participants get them, who plans it adds and removes them."""

from telegram import Message, Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import AddDocument, ListDocuments, RemoveDocument, SendDocument
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import EventState, FileKind
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.events import documents, held
from bot.services.events.documents import DocumentRefusal, File
from bot.services.events.held import EventGoneError
from bot.services.permissions import Action
from bot.views import event_documents as views

FILE = "event_document"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ListDocuments.pattern()))
    application.add_handler(CallbackQueryHandler(send, SendDocument.pattern()))
    application.add_handler(CallbackQueryHandler(ask, AddDocument.pattern()))
    application.add_handler(CallbackQueryHandler(remove, RemoveDocument.pattern()))


@requires(Action.SEE_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """List the documents of an event, and wait for no file any more."""
    query = update.callback_query
    if query is None:
        return
    await _show(update, context, ListDocuments.parse(query.data).event_id)


@requires(Action.SEE_EVENTS)
async def send(update: Update, context: BotContext) -> None:
    """Send a document by its number."""
    query = update.callback_query
    if query is None:
        return
    route, actor = SendDocument.parse(query.data), await context.actor(update)
    async with context.session() as session:
        found = await documents.find(session, actor, route.document_id)
        if found is None:
            raise EventGoneError
        shelf = await documents.shelf(session, actor, found.event_id)
    await query.answer()
    await sender.answer(update, views.document(shelf, found, await context.translator(update)))


@requires(Action.PLAN_EVENTS)
async def ask(update: Update, context: BotContext) -> None:
    """Ask for files."""
    query = update.callback_query
    if query is None:
        return
    event_id, actor = AddDocument.parse(query.data).event_id, await context.actor(update)
    async with context.session() as session:
        await held.planned(session, actor, event_id)
    await _ask_for(update, context, Awaited(FILE, {"event": str(event_id)}))
    await query.answer()
    await sender.answer(update, views.ask(event_id, await context.translator(update)))


async def take_file(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Add the file that was sent, and wait for the next one."""
    message, actor, translator = update.effective_message, await context.actor(update), await context.translator(update)
    event_id, file = int(awaited.details["event"]), _file(message) if message else None
    if file is None:
        return
    async with context.session() as session:
        result = await documents.add(session, context.assistant.outbox, actor, event_id, file)
        event = await held.planned(session, actor, event_id)
        await session.commit()
    if result is not DocumentRefusal.TOO_MANY:
        await _ask_for(update, context, awaited)
    if isinstance(result, DocumentRefusal):
        await sender.answer(update, views.refused(result, event_id, translator))
        return
    is_told = event.state is EventState.PUBLISHED
    await sender.answer(update, views.added(result, is_told=is_told, translator=translator))


@requires(Action.PLAN_EVENTS)
async def remove(update: Update, context: BotContext) -> None:
    """Ask first, then remove a document."""
    query = update.callback_query
    if query is None:
        return
    route, actor = RemoveDocument.parse(query.data), await context.actor(update)
    async with context.session() as session:
        found = await documents.find(session, actor, route.document_id)
        if found is None:
            raise EventGoneError
        if not route.confirmed:
            await held.planned(session, actor, found.event_id)
            await query.answer()
            await sender.show(query, views.confirm_removal(found, await context.translator(update)))
            return
        event_id = await documents.remove(session, actor, route.document_id)
        await session.commit()
    await _show(update, context, event_id)


async def _show(update: Update, context: BotContext, event_id: int) -> None:
    query, actor = update.callback_query, await context.actor(update)
    if query is None:
        return
    async with context.session() as session:
        await awaiting.forget(session, actor.access.member_id or 0)
        await session.commit()
        shelf = await documents.shelf(session, actor, event_id)
    await query.answer()
    await sender.show(query, views.listing(shelf, await context.translator(update)))


async def _ask_for(update: Update, context: BotContext, awaited: Awaited) -> None:
    actor = await context.actor(update)
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()


def _file(message: Message) -> File | None:
    if message.document is not None:
        return File(message.document.file_id, FileKind.DOCUMENT, message.document.file_name or "")
    return File(message.photo[-1].file_id, FileKind.PHOTO) if message.photo else None
