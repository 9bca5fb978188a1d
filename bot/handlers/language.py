"""/language: the language in which the assistant writes to a person."""

from telegram import CallbackQuery, Chat, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import menus, sender
from bot.callbacks import SetLanguage, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import Channel
from bot.services import people
from bot.services.permissions import Action
from bot.views import start as views
from bot.views.access import closed


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("language", offer, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(choose, SetLanguage.pattern()))


@requires(Action.CHOOSE_LANGUAGE)
async def offer(update: Update, context: BotContext) -> None:
    """/language - offer all languages."""
    translator = await context.translator(update)
    await sender.answer(update, views.language_choice(context.assistant.languages.locales, translator))


@requires(Action.CHOOSE_LANGUAGE)
async def choose(update: Update, context: BotContext) -> None:
    """Keep the chosen language and say so in it."""
    query = update.callback_query
    if query is None:
        return
    locale = SetLanguage.parse(query.data).locale
    if locale not in context.assistant.languages.locales:
        raise StaleButtonError(locale)
    translator = context.assistant.languages.translator(locale)
    async with context.session() as session:
        member = await people.enrol(session, Channel.TELEGRAM, query.from_user.id, context.assistant.clock())
        member.locale = locale
        await session.commit()
    await query.answer()
    if _is_private(query):
        access = (await context.person(query.from_user)).access
        await sender.show(query, views.language_set(translator) if access.is_member else closed(translator))
        await menus.publish_for_chat(context.bot, query.from_user.id, translator, access)


def _is_private(query: CallbackQuery) -> bool:
    return query.message is not None and query.message.chat.type == Chat.PRIVATE
