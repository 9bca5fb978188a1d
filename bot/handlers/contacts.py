"""/contacts: partner units by country and function, their cards, and a contact to keep. In private chats only."""

from io import BytesIO

from telegram import CallbackQuery, InputFile, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import contact_answers, sender
from bot.callbacks import (
    ListContactCountries,
    ListContacts,
    ListFunctionCountries,
    SaveContact,
    ShowContact,
    StaleButtonError,
)
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import contact_questions, contacts
from bot.services.contact_cells import country as read_country
from bot.services.contact_questions import Points
from bot.services.contacts import Contact, Saved
from bot.services.permissions import Action
from bot.views import View
from bot.views import contacts as views

MAX_VCARD = 2048
"""Bytes of a vCard in a Telegram contact (Bot API: sendContact)."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("contacts", look_up, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(show_countries, ListContactCountries.pattern()))
    application.add_handler(CallbackQueryHandler(show_country, ListContacts.pattern()))
    application.add_handler(CallbackQueryHandler(show_function, ListFunctionCountries.pattern()))
    application.add_handler(CallbackQueryHandler(show_card, ShowContact.pattern()))
    application.add_handler(CallbackQueryHandler(save, SaveContact.pattern()))


@requires(Action.VIEW_CONTACTS, in_private=True)
async def look_up(update: Update, context: BotContext) -> None:
    """/contacts [WORDS] - find who is asked for; without words show the countries."""
    words = " ".join(context.args or ())
    if not words:
        await sender.answer(update, await _countries(update, context))
        return
    locale = await context.locale(update.effective_user)
    asked = await context.assistant.searches.run(contact_questions.read, words, locale)
    await sender.answer(update, await contact_answers.answer(update, context, asked.lookup))


@requires(Action.VIEW_CONTACTS, in_private=True)
async def show_countries(update: Update, context: BotContext) -> None:
    """Show the countries in place of the message."""
    if query := update.callback_query:
        ListContactCountries.parse(query.data)
        await _put(query, await _countries(update, context))


@requires(Action.VIEW_CONTACTS, in_private=True)
async def show_country(update: Update, context: BotContext) -> None:
    """Show the functions of a country, or the contacts of one of them."""
    query = update.callback_query
    if query is None:
        return
    route, translator = ListContacts.parse(query.data), await context.translator(update)
    country = _country(route)
    found = contacts.for_country(await _visible(update, context), country, route.function)
    if route.function is None:
        await _put(query, views.functions(country, found, translator))
    else:
        await _put(query, await contact_answers.points(update, context, Points(country, tuple(found))))


@requires(Action.VIEW_CONTACTS, in_private=True)
async def show_function(update: Update, context: BotContext) -> None:
    """Ask in which country somebody of a function is needed."""
    if query := update.callback_query:
        function = ListFunctionCountries.parse(query.data).function
        codes = contacts.countries(one for one in await _visible(update, context) if one.function is function)
        await _put(query, views.countries_of(function, codes, await context.translator(update)))


@requires(Action.VIEW_CONTACTS, in_private=True)
async def show_card(update: Update, context: BotContext) -> None:
    """Show how to reach somebody."""
    if query := update.callback_query:
        await _put(query, await contact_answers.card(update, context, ShowContact.parse(query.data).number))


@requires(Action.VIEW_CONTACTS, in_private=True)
async def save(update: Update, context: BotContext) -> None:
    """Send a contact to keep."""
    query = update.callback_query
    if query is None:
        return
    async with context.session() as session:
        saved = await contacts.save(session, await context.actor(update), SaveContact.parse(query.data).number)
        await session.commit()
    await query.answer()
    await _send(update, saved)


async def _send(update: Update, saved: Saved) -> None:
    """Send a contact that the client can keep, as a file where Telegram's own kind has no room for it."""
    if (chat := update.effective_chat) is None:
        return
    card = saved.vcard.encode()
    if saved.phone is not None and len(card) <= MAX_VCARD:
        await chat.send_contact(saved.phone, saved.name, vcard=saved.vcard, protect_content=True)
    else:
        await chat.send_document(InputFile(BytesIO(card), filename="contact.vcf"), protect_content=True)


async def _countries(update: Update, context: BotContext) -> View:
    access, translator = (await context.person(update.effective_user)).access, await context.translator(update)
    maintains = access.may_somewhere(Action.MAINTAIN_CONTACTS)
    return views.countries(contacts.countries(await _visible(update, context)), translator, maintains=maintains)


async def _visible(update: Update, context: BotContext) -> list[Contact]:
    access = (await context.person(update.effective_user)).access
    async with context.session() as session:
        return await contacts.visible(session, access)


async def _put(query: CallbackQuery, view: View) -> None:
    await query.answer()
    await sender.show(query, view)


def _country(route: ListContacts) -> str:
    """Return the country of a button.

    Raises:
        StaleButtonError: there is no such country.
    """
    try:
        code = read_country(route.country)
    except ValueError:
        raise StaleButtonError(route.pack()) from None
    if code != route.country:
        raise StaleButtonError(route.pack())
    return code
