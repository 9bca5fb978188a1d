"""Keeping contacts true: "still right", and what coordinators look after: stale contacts and gaps in cover."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import ConfirmContact, ListCoverGaps, ListStaleContacts
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import contact_notices, contacts
from bot.services import contact_upkeep as upkeep
from bot.services.permissions import Action
from bot.views import contact_upkeep as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(confirm, ConfirmContact.pattern()))
    application.add_handler(CallbackQueryHandler(show_stale, ListStaleContacts.pattern()))
    application.add_handler(CallbackQueryHandler(show_gaps, ListCoverGaps.pattern()))


@requires(Action.VIEW_CONTACTS, in_private=True)
async def confirm(update: Update, context: BotContext) -> None:
    """Note that a contact is still right; its owner may say so, and who maintains the country's contacts."""
    query = update.callback_query
    if query is None:
        return
    number, actor = ConfirmContact.parse(query.data).number, await context.actor(update)
    async with context.session() as session:
        contact = await contacts.find(session, actor.access, number)
        await upkeep.confirm(session, actor, number)
        await session.commit()
    await query.answer()
    await sender.show(query, views.confirmed(contact, await context.translator(update)))


@requires(Action.MAINTAIN_CONTACTS, in_private=True)
async def show_stale(update: Update, context: BotContext) -> None:
    """List the contacts that nobody has confirmed for long."""
    query = update.callback_query
    if query is None:
        return
    ListStaleContacts.parse(query.data)
    actor, days = await context.actor(update), context.assistant.settings.contact_confirmation_days
    async with context.session() as session:
        found = await upkeep.stale(session, actor.access, actor.now, days)
        lost = await contact_notices.lost_questions(session, found)
    await query.answer()
    await sender.show(query, views.stale(found, lost, await context.translator(update)))


@requires(Action.MAINTAIN_CONTACTS, in_private=True)
async def show_gaps(update: Update, context: BotContext) -> None:
    """Show what nobody covers in the coming days."""
    query = update.callback_query
    if query is None:
        return
    ListCoverGaps.parse(query.data)
    actor = await context.actor(update)
    async with context.session() as session:
        found = await upkeep.uncovered(session, actor.access, actor.now)
    await query.answer()
    await sender.show(query, views.gaps(found, await context.translator(update)))
