"""A message in free text: the article it asks for, titles to choose from, or "I don't know".

In groups the assistant speaks only when it is mentioned or replied to.
"""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot import contact_answers, contact_links, sender
from bot.addressing import Addressed, is_private, without_mention
from bot.context import BotApplication, BotContext
from bot.errors import PrivateChatError
from bot.gate import requires
from bot.models import Channel, Question
from bot.services import contact_questions, questions
from bot.services.contact_questions import Asked
from bot.services.permissions import Action
from bot.services.questions import MAX_LENGTH, Place, Reply
from bot.views import Button, View, articles
from bot.views import questions as views
from bot.views import start as start_views
from bot.views.contacts import country_button
from knowledge import Outcome


def register(application: BotApplication) -> None:
    """Add this module's handlers; commands of ours are taken before."""
    chats = (filters.ChatType.PRIVATE | filters.ChatType.GROUPS) & Addressed()
    kinds = filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND & chats & kinds, answer))
    application.add_handler(MessageHandler(filters.COMMAND & filters.ChatType.PRIVATE & kinds, refuse_command))
    content = ~filters.TEXT & ~filters.StatusUpdate.ALL & chats & filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(content, refuse_content))


@requires(Action.ASK)
async def answer(update: Update, context: BotContext) -> None:
    """Answer a question with contacts or from the articles; one that was edited changes its earlier answer."""
    message = update.effective_message
    if message is None:
        return
    query = without_mention(message, context.bot.username)
    if len(query) > MAX_LENGTH:
        await sender.answer(update, views.too_long(await context.translator(update), MAX_LENGTH))
        return
    access = (await context.person(update.effective_user)).access
    run, locale = context.assistant.searches.run, await context.locale(update.effective_user)
    asked = await run(contact_questions.read, query, locale)
    place = Place(Channel.TELEGRAM, message.chat_id, message.message_id)
    if asked.is_for_contact and access.may(Action.VIEW_CONTACTS):
        await _answer_with_contacts(update, context, asked, place)
        return
    reply = await run(questions.reply, context.assistant.knowledge, query, locale)
    view = _view(context, reply)
    if reply.articles:
        view = await contact_links.offer(
            update, context, view, _contact_rows(context, reply, asked.partner(access.country))
        )
    async with context.session() as session:
        shown = await _show(update, view, await questions.find(session, place))
        await questions.record(session, place, reply, shown, context.assistant.clock())
        await session.commit()


async def _answer_with_contacts(update: Update, context: BotContext, asked: Asked, place: Place) -> None:
    """Show whom a question asks for.

    Raises:
        PrivateChatError: others would see it.
    """
    if not is_private(update):
        raise PrivateChatError
    view = await contact_answers.answer(update, context, asked.lookup)
    locale = await context.locale(update.effective_user)
    async with context.session() as session:
        shown = await _show(update, view, await questions.find(session, place))
        await questions.record_contact(session, place, locale, shown, context.assistant.clock())
        await session.commit()


async def _show(update: Update, view: View, earlier: Question | None) -> int:
    """Send an answer, or change the earlier one; return the number of the message."""
    if earlier is None:
        return await sender.answer(update, view)
    return await sender.replace(update, earlier.answer_message_id, view)


@requires(Action.LEARN_WHAT_THIS_IS)
async def refuse_command(update: Update, context: BotContext) -> None:
    """Say which commands there are."""
    access = (await context.person(update.effective_user)).access
    await sender.answer(update, start_views.unknown_command(access, await context.translator(update)))


@requires(Action.ASK)
async def refuse_content(update: Update, context: BotContext) -> None:
    """Say that only text can be read."""
    await sender.answer(update, views.unsupported(await context.translator(update)))


def _contact_rows(context: BotContext, reply: Reply, partner: str | None) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons that lead to contacts: of the article, and of the country that the question names."""
    translator = context.assistant.languages.translator(reply.locale)
    rows = (
        contact_links.of_article(context, reply.articles[0].id, partner, translator)
        if reply.outcome is Outcome.ANSWER
        else ()
    )
    return (*rows, (country_button(partner, translator),)) if partner else rows


def _view(context: BotContext, reply: Reply) -> View:
    translator = context.assistant.languages.translator(reply.locale)
    if reply.outcome is Outcome.ANSWER:
        return articles.card(reply.articles[0], translator, context.assistant.today())
    if reply.outcome is Outcome.SUGGEST:
        return views.suggestions(reply.articles, translator)
    return views.not_found(translator, reply.place)
