"""Single invitations to a published event: one more member invited, an invitation taken back."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import event_desk
from bot.callbacks import StaleButtonError
from bot.callbacks.event_invitations import InviteMember, InviteMore, TakeBackInvitation
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services.events import held, invitees, listing, seats, single_invitations
from bot.services.events.held import EventGoneError
from bot.services.permissions import Action
from bot.views import event_invitations as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, InviteMore.pattern()))
    application.add_handler(CallbackQueryHandler(invite, InviteMember.pattern()))
    application.add_handler(CallbackQueryHandler(take_back, TakeBackInvitation.pattern()))


@requires(Action.PLAN_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Show a page of the members who are not invited."""
    query = update.callback_query
    if query is None:
        return
    route, actor = InviteMore.parse(query.data), await context.actor(update)
    async with context.session() as session:
        await held.planned(session, actor, route.event_id)
        listed = await listing.one(session, actor, route.event_id)
        found = await single_invitations.candidates(session, route.event_id)
    if listed is None:
        raise EventGoneError
    await event_desk.put(query, views.members(listed, found, route.page, await context.translator(update)))


@requires(Action.PLAN_EVENTS)
async def invite(update: Update, context: BotContext) -> None:
    """Ask first, then invite one more member."""
    query = update.callback_query
    if query is None:
        return
    route, actor = InviteMember.parse(query.data), await context.actor(update)
    translator, number = await context.translator(update), route.member_id
    async with context.session() as session:
        if route.confirmed:
            outbox = context.assistant.outbox
            result = await single_invitations.invite_also(session, outbox, actor, route.event_id, number)
            await session.commit()
            view = views.invited(route.event_id, number, result, translator)
        else:
            event = await held.published(session, actor, route.event_id)
            listed = await listing.one(session, actor, route.event_id)
            found = await single_invitations.candidates(session, route.event_id)
            member = next((each for each in found if each.value == str(number)), None)
            if listed is None or member is None:
                raise StaleButtonError(query.data)
            view = views.confirm(listed, member, await seats.seats_of(session, event), translator)
    await event_desk.put(query, view)


@requires(Action.PLAN_EVENTS)
async def take_back(update: Update, context: BotContext) -> None:
    """Ask first, then take an invitation back."""
    query = update.callback_query
    if query is None:
        return
    route, actor = TakeBackInvitation.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    async with context.session() as session:
        if route.confirmed:
            event = await single_invitations.take_back(session, context.assistant.outbox, actor, route.invitee_id)
            await session.commit()
            view = views.taken_back(event.id or 0, translator)
        else:
            invitee = await invitees.by_number(session, route.invitee_id)
            people = await listing.participants(session, actor, invitee.event_id) if invitee else []
            listed = await listing.one(session, actor, invitee.event_id) if invitee else None
            person = next((each for each in people if each.invitee.id == route.invitee_id), None)
            if listed is None or person is None:
                raise EventGoneError
            view = views.confirm_taking_back(listed, person, translator)
    await event_desk.put(query, view)
