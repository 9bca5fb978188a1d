"""The texts of an event in several languages: shown, typed, deleted; those of a published event changed and told."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import event_desk, sender
from bot.callbacks import StaleButtonError
from bot.callbacks.event_texts import EditEventText, EventTextDeed, ShowTexts
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import EventText
from bot.services.awaiting import Awaited
from bot.services.broadcasts.contents import writable
from bot.services.events import plan_edits, texts
from bot.services.events.fields import FieldError
from bot.services.events.personal_data import AWAITED_TEXT
from bot.services.permissions import Action
from bot.views import View
from bot.views import event_texts as views

LOCALE = "locale"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ShowTexts.pattern()))
    application.add_handler(CallbackQueryHandler(go_on, EditEventText.pattern()))


@requires(Action.PLAN_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Show in which languages there are texts."""
    if query := update.callback_query:
        await event_desk.put(query, await _texts(update, context, ShowTexts.parse(query.data).event_id))


@requires(Action.PLAN_EVENTS)
async def go_on(update: Update, context: BotContext) -> None:
    """Show the text in a language, ask for it, or delete it."""
    query = update.callback_query
    if query is None:
        return
    route = EditEventText.parse(query.data)
    of, translator = await event_desk.read(update, context, route.event_id), await context.translator(update)
    written = next((text for text in of.texts if text.locale == route.locale), None)
    if written is None and route.locale not in writable(context.assistant.languages.locales):
        raise StaleButtonError(query.data)
    if route.deed is EventTextDeed.DROP:
        async with context.session() as session:
            await texts.remove(session, await context.actor(update), route.event_id, route.locale)
            await session.commit()
    if route.deed is EventTextDeed.OPEN and written is not None:
        await event_desk.put(query, views.text(of, written, translator))
    elif route.deed is EventTextDeed.WRITE:
        details = {event_desk.EVENT: str(route.event_id), LOCALE: route.locale}
        await event_desk.ask_for(update, context, Awaited(AWAITED_TEXT, details))
        await event_desk.put(query, views.ask(of, route.locale, translator))
    else:
        await event_desk.put(query, await _texts(update, context, route.event_id))


async def take_text(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Keep the text that was typed; what cannot be kept is asked for again."""
    event_id, locale = int(awaited.details[event_desk.EVENT]), awaited.details[LOCALE]
    title, _newline, description = event_desk.typed(update).strip().partition("\n")
    typed = EventText(event_id=event_id, locale=locale, title=title, description=description)
    actor = await context.actor(update)
    try:
        async with context.session() as session:
            await plan_edits.save(session, context.assistant.outbox, actor, event_id, [typed])
            await session.commit()
    except FieldError as error:
        await event_desk.ask_for(update, context, awaited)
        await sender.answer(update, views.refused(locale, error.problem, await context.translator(update)))
        return
    await sender.answer(update, await _texts(update, context, event_id))


async def _texts(update: Update, context: BotContext, event_id: int) -> View:
    of = await event_desk.read(update, context, event_id)
    return views.texts(of, writable(context.assistant.languages.locales), await context.translator(update))
