"""Corrections of contacts: an officer says what is right, the coordinator of the country decides."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import CorrectContact, DecideCorrection, ListCorrections, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.errors import UnreadableCorrectionError
from bot.gate import requires
from bot.models import CorrectionState
from bot.services import awaiting, contact_notices
from bot.services import contact_corrections as corrections
from bot.services.awaiting import Awaited
from bot.services.contact_columns import CORRECTABLE
from bot.services.permissions import Action
from bot.views import contact_corrections as views

VALUE = corrections.SUBJECT
MAX_SHOWN = 10
"""Corrections that are sent at once; the next come when these are decided."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(ask, CorrectContact.pattern()))
    application.add_handler(CallbackQueryHandler(decide, DecideCorrection.pattern()))
    application.add_handler(CallbackQueryHandler(show, ListCorrections.pattern()))


@requires(Action.CORRECT_CONTACTS, in_private=True)
async def ask(update: Update, context: BotContext) -> None:
    """Ask what is wrong, then what is right."""
    query = update.callback_query
    if query is None:
        return
    route, actor = CorrectContact.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    if route.column is not None and route.column not in CORRECTABLE:
        raise StaleButtonError(query.data)
    async with context.session() as session:
        question = await corrections.question(session, actor.access, route.number)
        if route.column is not None:
            waited = corrections.awaited(route.number, route.column)
            await awaiting.ask_for(session, actor.access.member_id or 0, waited, actor.now)
            await session.commit()
    await query.answer()
    if route.column is None:
        await sender.show(query, views.choose_column(question.contact, translator))
    else:
        await sender.show(query, views.ask_for_text(question, route.column, translator))


async def take_value(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Take what a contact should say; what cannot be read is asked for again."""
    actor, translator = await context.actor(update), await context.translator(update)
    typed = (update.effective_message.text if update.effective_message else None) or ""
    number, column = int(awaited.details[corrections.CONTACT]), awaited.details[corrections.COLUMN]
    async with context.session() as session:
        try:
            proposal = await corrections.propose(session, actor, number, (column, typed))
        except UnreadableCorrectionError:
            await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
            await session.commit()
            question = await corrections.question(session, actor.access, number)
            await sender.answer(update, views.ask_for_text(question, column, translator, again=True))
            return
        await contact_notices.tell_deciders(session, proposal)
        await session.commit()
        view = views.proposed(proposal, translator)
    await sender.answer(update, view)


@requires(Action.MAINTAIN_CONTACTS, in_private=True)
async def show(update: Update, context: BotContext) -> None:
    """Show the corrections that wait, each with the buttons that decide."""
    query = update.callback_query
    if query is None:
        return
    ListCorrections.parse(query.data)
    access, translator = (await context.person(update.effective_user)).access, await context.translator(update)
    async with context.session() as session:
        waiting = await corrections.open_proposals(session, access)
    await query.answer()
    for proposal in waiting[:MAX_SHOWN]:
        await sender.answer(update, views.to_decide(proposal, translator))
    if not waiting:
        await sender.answer(update, views.nothing_to_decide(translator))


@requires(Action.MAINTAIN_CONTACTS, in_private=True)
async def decide(update: Update, context: BotContext) -> None:
    """Approve or decline a correction, and tell who proposed it."""
    query = update.callback_query
    if query is None:
        return
    route, actor = DecideCorrection.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    async with context.session() as session:
        proposal = await corrections.decide(session, actor, route.correction_id, approve=route.approve)
        if proposal.correction.state is not CorrectionState.OPEN:
            await contact_notices.tell_proposer(session, proposal.correction, actor.now)
        await session.commit()
        view = views.decided(proposal, translator)
    await query.answer()
    await sender.show(query, view)
