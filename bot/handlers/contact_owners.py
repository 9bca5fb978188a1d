"""Who looks after a contact: chosen from the members of its country."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import AppointOwner, ChooseOwner, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import contact_owners as owners
from bot.services import contacts
from bot.services.permissions import Action
from bot.views import View
from bot.views import contact_owners as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(offer, ChooseOwner.pattern()))
    application.add_handler(CallbackQueryHandler(appoint, AppointOwner.pattern()))


@requires(Action.MAINTAIN_CONTACTS, in_private=True)
async def offer(update: Update, context: BotContext) -> None:
    """Show who could look after a contact."""
    query = update.callback_query
    if query is None:
        return
    route = ChooseOwner.parse(query.data)
    view = await _choice(update, context, route.number, route.page)
    await query.answer()
    await sender.show(query, view)


@requires(Action.MAINTAIN_CONTACTS, in_private=True)
async def appoint(update: Update, context: BotContext) -> None:
    """Let a member look after a contact, or nobody."""
    query = update.callback_query
    if query is None:
        return
    route, actor = AppointOwner.parse(query.data), await context.actor(update)
    async with context.session() as session:
        if not await owners.appoint(session, actor, route.number, route.member_id):
            raise StaleButtonError(query.data)
        await session.commit()
    await query.answer()
    await sender.show(query, await _choice(update, context, route.number, 0))


async def _choice(update: Update, context: BotContext, number: int, page: int) -> View:
    actor = await context.actor(update)
    async with context.session() as session:
        contact = await contacts.find(session, actor.access, number)
        members = await owners.candidates(session, actor, contact)
    return views.choose(contact, members, page, await context.translator(update))
