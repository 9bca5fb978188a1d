"""Screens of contacts that more than one handler shows: a card, or what a question for a contact leads to."""

from telegram import Update

from bot.context import BotContext
from bot.partners import Lookup
from bot.services import contact_questions, contacts
from bot.services.contact_functions import articles_of
from bot.services.contact_questions import Elsewhere, Points
from bot.views import View, contact_card
from bot.views import contacts as views


async def answer(update: Update, context: BotContext, lookup: Lookup) -> View:
    """Return the card of the one contact that fits, a list, or a country to choose.

    Raises:
        NotAllowedError: the person may not view contacts.
    """
    actor, translator = await context.actor(update), await context.translator(update)
    async with context.session() as session:
        visible = await contacts.visible(session, actor.access)
    given = contact_questions.answer(lookup, visible, actor.now)
    if isinstance(given, Points):
        return await points(update, context, given)
    if isinstance(given, Elsewhere):
        return views.elsewhere(given.named, given.countries, translator)
    if given.function is not None:
        return views.countries_of(given.function, given.countries, translator)
    return views.countries(given.countries, translator)


async def points(update: Update, context: BotContext, found: Points) -> View:
    """Return the card of the only contact, else a list."""
    if len(found.contacts) == 1:
        return await card(update, context, found.contacts[0].number)
    now, translator = context.assistant.clock(), await context.translator(update)
    return views.contact_list(found.country, found.contacts, now, translator)


async def card(update: Update, context: BotContext, number: int) -> View:
    """Return the card of a contact; that the person looked at it is recorded.

    Raises:
        UnknownContactError: there is none, or they may not see it.
        NotAllowedError: they may not view contacts at all.
    """
    assistant, actor = context.assistant, await context.actor(update)
    translator = await context.translator(update)
    async with context.session() as session:
        shown = await contacts.look_up(session, actor, number, assistant.settings.contact_confirmation_days)
        await session.commit()
    keys = articles_of(shown.contact.function, assistant.knowledge.reference.rules)[: contact_card.MAX_ARTICLES]
    articles = [assistant.knowledge.article(key, translator.locale) for key in keys]
    return contact_card.card(shown, actor.now, await context.zone(update), articles, translator)
