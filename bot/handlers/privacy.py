"""/privacy, /mydata, /forgetme: what is held about a person, and its erasure; private chats only, strangers too."""

import datetime as dt

from telegram import CallbackQuery, Chat, Update, User
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import menus, sender
from bot.callbacks import ForgetMe, ForgetStep, ShowOwnData
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.i18n import Translator
from bot.models import Channel
from bot.services import own_data
from bot.services.actors import Actor
from bot.services.audit import SYSTEM
from bot.services.own_data import Outcome
from bot.services.periods import Periods
from bot.services.permissions import Action, access_of
from bot.views import View
from bot.views import privacy as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    is_private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    in_group = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS
    application.add_handler(CommandHandler("privacy", show, is_private))
    application.add_handler(CommandHandler("mydata", send, is_private))
    application.add_handler(CommandHandler("forgetme", offer_to_forget, is_private))
    application.add_handler(CommandHandler(["privacy", "mydata", "forgetme"], refuse_in_group, in_group))
    application.add_handler(CallbackQueryHandler(send, ShowOwnData.pattern()))
    application.add_handler(CallbackQueryHandler(forget, ForgetMe.pattern()))


@requires(Action.SEE_OWN_DATA)
async def show(update: Update, context: BotContext) -> None:
    """/privacy - say what is held about the person."""
    if (user := update.effective_user) is None:
        return
    settings, now = context.assistant.settings, context.assistant.clock()
    async with context.session() as session:
        person = await own_data.subject(session, Channel.TELEGRAM, user.id, context.assistant.key)
        counts = await own_data.counts(session, person)
    notice = views.Notice(Periods.of(settings), settings.operator)
    await sender.answer(update, views.page(counts, notice, now, await context.translator(update)))


@requires(Action.SEE_OWN_DATA)
async def send(update: Update, context: BotContext) -> None:
    """/mydata, or the button for it - send all that is held about the person."""
    user, query = update.effective_user, update.callback_query
    if query is not None:
        ShowOwnData.parse(query.data)
        await query.answer()
    if user is None or not _is_private(update):
        return
    translator, now = await context.translator(update), context.assistant.clock()
    async with context.session() as session:
        person = await own_data.subject(session, Channel.TELEGRAM, user.id, context.assistant.key)
        access = await access_of(session, Channel.TELEGRAM, user.id)
        found = await own_data.export(session, Actor(access, now, context.assistant.key), person)
        await session.commit()
    await sender.answer(update, views.document(found, now, translator))


@requires(Action.ERASE_OWN_DATA)
async def offer_to_forget(update: Update, context: BotContext) -> None:
    """/forgetme - explain what is erased and what stays."""
    await sender.answer(update, views.forget(context.assistant.clock(), await context.translator(update)))


@requires(Action.ERASE_OWN_DATA)
async def forget(update: Update, context: BotContext) -> None:
    """Ask once more, then erase; a question from long ago is asked again."""
    query = update.callback_query
    if query is None:
        return
    route, now = ForgetMe.parse(query.data), context.assistant.clock()
    translator = await context.translator(update)
    await query.answer()
    if not _is_private(update):
        return
    if route.step is ForgetStep.ERASE and views.is_fresh(route.asked_at, now):
        await _erase(query, context, now, translator)
    else:
        asked = views.kept(translator) if route.step is ForgetStep.KEEP else views.confirm(now, translator)
        await sender.show(query, asked)


@requires(Action.LEARN_WHAT_THIS_IS)
async def refuse_in_group(update: Update, context: BotContext) -> None:
    """Say that this is for the private chat."""
    await sender.answer(update, views.private_only(await context.translator(update)))


async def _erase(query: CallbackQuery, context: BotContext, now: dt.datetime, translator: Translator) -> None:
    outcome = await _erase_person(query.from_user, context, now)
    answers: dict[Outcome, View] = {
        Outcome.DONE: views.erased(translator),
        Outcome.NOTHING_HELD: views.nothing_held(translator),
        Outcome.LAST_ADMINISTRATOR: views.last_administrator(translator),
    }
    await sender.show(query, answers[outcome])
    if outcome is Outcome.DONE:
        await menus.forget_chat(context.bot, query.from_user.id)


async def _erase_person(user: User, context: BotContext, now: dt.datetime) -> Outcome:
    key = context.assistant.key
    async with context.session() as session:
        person = await own_data.subject(session, Channel.TELEGRAM, user.id, key)
        outcome = await own_data.erase(session, person, person.pseudonym or SYSTEM, now)
        await session.commit()
    return outcome


def _is_private(update: Update) -> bool:
    return update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE
