"""The texts of a draft: typed, allowed, deleted, previewed; nothing but buttons and what was asked for."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import guard, sender
from bot.callbacks import StaleButtonError
from bot.callbacks.broadcasts import EditText, TextDeed
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.broadcasts import drafts, texts
from bot.services.broadcasts.contents import writable
from bot.services.broadcasts.errors import BroadcastError
from bot.services.broadcasts.overview import Overview, overview
from bot.services.permissions import Action
from bot.views import View, broadcast_drafts, broadcast_messages
from bot.views import broadcast_texts as views
from knowledge.catalog import DERIVED_LOCALES

CHANGES = {TextDeed.DROP: texts.drop_text, TextDeed.CLEAR: texts.clear, TextDeed.STAND_IN: texts.stand_in}


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(go_on, EditText.pattern()))


@requires(Action.BROADCAST)
async def go_on(update: Update, context: BotContext) -> None:
    """Do something with the text in a language."""
    query = update.callback_query
    if query is None:
        return
    route = EditText.parse(query.data)
    locales = context.assistant.languages.locales
    if route.locale not in locales or (route.deed is not TextDeed.PREVIEW and route.locale in DERIVED_LOCALES):
        raise StaleButtonError(query.data)
    if route.deed is TextDeed.PREVIEW:
        preview = await _preview(update, context, route)
        await query.answer()
        await sender.answer(update, preview)
        return
    view = await (_ask(update, context, route) if route.deed is TextDeed.WRITE else _change(update, context, route))
    await query.answer()
    await sender.show(query, view)


async def take_text(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Keep the text that was typed; what cannot be kept is asked for again."""
    actor = await context.actor(update)
    broadcast_id, locale = int(awaited.details["broadcast"]), awaited.details["locale"]
    typed = (update.effective_message.text if update.effective_message else None) or ""
    async with context.session() as session:
        try:
            await texts.write(session, actor, broadcast_id, locale, typed)
        except BroadcastError as error:
            if error.refusal in texts.TRY_AGAIN:
                await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
                await session.commit()
            raise
        await session.commit()
    await sender.answer(update, await _after(update, context, broadcast_id, locale))


async def _ask(update: Update, context: BotContext, route: EditText) -> View:
    actor = await context.actor(update)
    details = {"broadcast": str(route.broadcast_id), "locale": route.locale}
    async with context.session() as session:
        draft = await drafts.own(session, actor, route.broadcast_id)
        awaited = Awaited(texts.AWAITED_TEXT, details)
        await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()
    return views.ask_text(route.locale, texts.limit_of(draft), await context.translator(update))


async def _change(update: Update, context: BotContext, route: EditText) -> View:
    """Change a text where the button does, and show it; where there is none any more, all texts."""
    actor = await context.actor(update)
    if route.deed in CHANGES:
        async with context.session() as session:
            await CHANGES[route.deed](session, actor, route.broadcast_id, route.locale)
            await session.commit()
    draft, translator = await _draft(update, context, route.broadcast_id), await context.translator(update)
    written = draft.texts.get(route.locale)
    if written is None:
        return views.texts(draft, writable(context.assistant.languages.locales), translator)
    return views.text(draft, written, guard.find(written.text), translator)


async def _after(update: Update, context: BotContext, broadcast_id: int, locale: str) -> View:
    """Return what follows a new text: the question whether what it holds is public, or else the draft."""
    draft, translator = await _draft(update, context, broadcast_id), await context.translator(update)
    written = draft.texts[locale]
    if not written.is_cleared:
        return views.text(draft, written, guard.find(written.text), translator)
    return broadcast_drafts.draft(draft, await context.zone(update), translator)


async def _preview(update: Update, context: BotContext, route: EditText) -> View:
    draft = await _draft(update, context, route.broadcast_id)
    return broadcast_messages.message(draft.content(route.locale), context.assistant.languages.translator(route.locale))


async def _draft(update: Update, context: BotContext, broadcast_id: int) -> Overview:
    actor = await context.actor(update)
    async with context.session() as session:
        return await overview(session, actor, broadcast_id)
