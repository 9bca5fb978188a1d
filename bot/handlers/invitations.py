"""/invite, /invitations: links that let colleagues in, put together with buttons."""

import datetime as dt
from collections.abc import Sequence

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters
from telegram.helpers import create_deep_linked_url

from bot import sender
from bot.callbacks import EVERYWHERE, InvitationStep, MakeInvitation, RevokeInvitation, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import Role
from bot.services import awaiting, invitations
from bot.services.admission import MAX_UNIT, Admission, unit_name
from bot.services.awaiting import Awaited
from bot.services.invitations import Offer
from bot.services.permissions import NETWORK, Access, Action, Held, has_scope
from bot.views import View
from bot.views import access as access_views
from bot.views import invitations as views
from knowledge import Country

UNIT = "invitation_unit"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("invite", begin, private))
    application.add_handler(CommandHandler("invitations", show, private))
    application.add_handler(CallbackQueryHandler(go_on, MakeInvitation.pattern()))
    application.add_handler(CallbackQueryHandler(revoke, RevokeInvitation.pattern()))


@requires(Action.INVITE)
async def begin(update: Update, context: BotContext) -> None:
    """/invite - put together an invitation."""
    await sender.answer(update, await _next(update, context, MakeInvitation()))


@requires(Action.INVITE)
async def go_on(update: Update, context: BotContext) -> None:
    """Ask for what is still open, or make the invitation."""
    query = update.callback_query
    if query is None:
        return
    route = MakeInvitation.parse(query.data)
    if route.step is InvitationStep.CREATE:
        view = await _create(update, context, route, None)
    elif route.step is InvitationStep.NAME_UNIT:
        view = await _ask_unit(update, context, route)
    else:
        view = await _next(update, context, route)
    await query.answer()
    await sender.show(query, view)


async def take_unit(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Make the invitation for the unit that was typed."""
    actor, translator = await context.actor(update), await context.translator(update)
    unit = unit_name((update.effective_message.text if update.effective_message else None) or "")
    if unit is None:
        async with context.session() as session:
            await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
            await session.commit()
        await sender.answer(update, access_views.bad_unit(MAX_UNIT, translator))
        return
    route = MakeInvitation.parse(awaited.details["route"])
    await sender.answer(update, await _create(update, context, route, unit))


@requires(Action.INVITE)
async def show(update: Update, context: BotContext) -> None:
    """/invitations - list those that can still be used."""
    await sender.answer(update, await _standing(update, context))


@requires(Action.INVITE)
async def revoke(update: Update, context: BotContext) -> None:
    """Make an invitation useless, and show what is left."""
    query = update.callback_query
    if query is None:
        return
    actor = await context.actor(update)
    async with context.session() as session:
        await invitations.revoke(session, actor, RevokeInvitation.parse(query.data).invitation_id)
        await session.commit()
    await query.answer()
    await sender.show(query, await _standing(update, context))


async def _next(update: Update, context: BotContext, route: MakeInvitation) -> View:
    """Return the question for what is still open, or the summary."""
    access = (await context.person(update.effective_user)).access
    translator = await context.translator(update)
    roles = [role for role in Role if _places(role, access, context)]
    if route.role is None:
        return views.choose_role(roles, translator)
    role = _role(route)
    places = _places(role, access, context)
    if route.place is None and places != [EVERYWHERE]:
        return views.choose_place(role, places, translator)
    held, country = _given(route)
    return views.summary(route, held, country, translator)


async def _ask_unit(update: Update, context: BotContext, route: MakeInvitation) -> View:
    actor = await context.actor(update)
    _offer(route, None)  # a forged button ends here
    details = {"route": MakeInvitation(route.role, route.place, route.days, route.uses, InvitationStep.CREATE).pack()}
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, Awaited(UNIT, details), actor.now)
        await session.commit()
    return views.ask_unit(await context.translator(update))


async def _create(update: Update, context: BotContext, route: MakeInvitation, unit: str | None) -> View:
    actor, offer = await context.actor(update), _offer(route, unit)
    async with context.session() as session:
        invitation, token = await invitations.create(session, actor, offer)
        await session.commit()
    address = create_deep_linked_url(context.bot.username, token)
    until = invitation.expires_at.astimezone(await context.zone(update))
    return views.made(offer, address, until, await context.translator(update))


async def _standing(update: Update, context: BotContext) -> View:
    access = (await context.person(update.effective_user)).access
    async with context.session() as session:
        found = await invitations.standing(session, access, context.assistant.clock())
    return views.standing(found, await context.zone(update), await context.translator(update))


def _places(role: Role, access: Access, context: BotContext) -> Sequence[str]:
    """Return for which countries or languages somebody may give a role; empty where for none."""
    if role in {Role.OFFICER, Role.COORDINATOR}:
        return [
            place
            for place in (*Country, EVERYWHERE)
            if access.may_give(_held(role, place), None if place == EVERYWHERE else place)
        ]
    places = (*context.assistant.languages.locales, EVERYWHERE) if role is Role.TRANSLATOR else (EVERYWHERE,)
    return [place for place in places if access.may_give(_held(role, place), None)]


def _offer(route: MakeInvitation, unit: str | None) -> Offer:
    """Return what the buttons have put together.

    Raises:
        StaleButtonError: no button of ours puts that together.
    """
    held, country = _given(route)
    try:
        return Offer(Admission(frozenset({held}), country, unit), dt.timedelta(days=route.days), route.uses)
    except ValueError as error:
        raise StaleButtonError(route.pack()) from error


def _given(route: MakeInvitation) -> tuple[Held, Country | None]:
    """Return the role of an invitation, and the country that the invited work for."""
    role, place = _role(route), route.place or EVERYWHERE
    works_for = place if role in {Role.OFFICER, Role.COORDINATOR} and place != EVERYWHERE else None
    if works_for is not None and works_for not in Country.__members__:
        raise StaleButtonError(route.pack())
    try:
        return _held(role, place), Country(works_for) if works_for else None
    except ValueError as error:
        raise StaleButtonError(route.pack()) from error


def _held(role: Role, place: str) -> Held:
    scope = NETWORK if place == EVERYWHERE or role is Role.OFFICER else place
    return Held(role, scope) if has_scope(role, scope) else Held(role)


def _role(route: MakeInvitation) -> Role:
    if route.role not in set(Role):
        raise StaleButtonError(route.role)
    return Role(route.role)
