"""/start, also with a deep link to an article or an invitation, and /help."""

from telegram import Chat, Update
from telegram.ext import CommandHandler, filters

from bot import contact_links, menus, sender
from bot.callbacks import article_of_payload
from bot.context import BotApplication, BotContext
from bot.errors import UnknownArticleError
from bot.gate import requires
from bot.models import Channel
from bot.services import invitations, people
from bot.services.actors import Actor
from bot.services.permissions import Action, access_of
from bot.services.redemption import Refusal
from bot.views import View, articles
from bot.views import access as access_views
from bot.views import start as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("start", start, filters.UpdateType.MESSAGE))
    application.add_handler(CommandHandler("help", show_help, filters.UpdateType.MESSAGE))


@requires(Action.LEARN_WHAT_THIS_IS)
async def start(update: Update, context: BotContext) -> None:
    """/start [a_ARTICLE | i_TOKEN] - greet, open the article of the link, or let in who has an invitation."""
    payload = " ".join(context.args or ())
    is_private = update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE
    if payload.startswith(invitations.PREFIX) and is_private:
        await sender.answer(update, await _redeem(update, context, payload))
        return
    view = await _opening(update, context, payload)
    await sender.answer(update, view)
    access = (await context.person(update.effective_user)).access
    if access.is_member and is_private:
        await _come_back(update, context)


@requires(Action.LEARN_WHAT_THIS_IS)
async def show_help(update: Update, context: BotContext) -> None:
    """/help - how it works."""
    translator = await context.translator(update)
    if (await context.person(update.effective_user)).access.is_member:
        await sender.answer(update, views.help_text(translator, context.bot.username))
    else:
        await sender.answer(update, access_views.closed(translator))


async def _opening(update: Update, context: BotContext, payload: str) -> View:
    """Return the article that a deep link names, else the welcome; for a stranger what this is."""
    translator = await context.translator(update)
    person = await context.person(update.effective_user)
    if not person.access.is_member:
        return access_views.closed(translator, person.user_id)
    article_id = article_of_payload(payload)
    if article_id is None:
        return views.welcome(translator)
    if article_id not in context.assistant.knowledge:
        raise UnknownArticleError(article_id)
    article = context.assistant.knowledge.article(article_id, translator.locale)
    view = articles.card(article, translator, context.assistant.today())
    rows = contact_links.of_article(context, article_id, None, translator)
    return await contact_links.offer(update, context, view, rows)


async def _redeem(update: Update, context: BotContext, token: str) -> View:
    """Let the sender in, or say that the link lets nobody in."""
    user, translator = update.effective_user, await context.translator(update)
    if user is None:
        return access_views.closed(translator)
    now = context.assistant.clock()
    async with context.session() as session:
        await people.enrol(session, Channel.TELEGRAM, user.id, now)
        await session.commit()
    async with context.session() as session:
        member = await people.enrol(session, Channel.TELEGRAM, user.id, now)
        actor = Actor(await access_of(session, Channel.TELEGRAM, user.id), now, context.assistant.key)
        outcome = await invitations.redeem(session, member, token, actor)
        await people.note_client(session, member.id or 0, context.assistant.languages.choose(user.language_code))
        await session.commit()
        access = await access_of(session, Channel.TELEGRAM, user.id)
    if isinstance(outcome, Refusal):
        return access_views.invitation_refused(outcome, translator)
    await menus.publish_for_chat(context.bot, user.id, translator, access)
    return access_views.welcome_by_invitation(outcome.roles, translator, is_new=outcome.is_new)


async def _come_back(update: Update, context: BotContext) -> None:
    """Reach a member again who had blocked the assistant, and bring their menu up to date."""
    person = await context.person(update.effective_user)
    async with context.session() as session:
        await people.note_reachable(session, person.access.member_id or 0)
        await session.commit()
    if person.user_id is not None:
        await menus.publish_for_chat(context.bot, person.user_id, await context.translator(update), person.access)
