"""Requests for access: a stranger asks with buttons and the name of a unit, coordinators approve or decline."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import menus, sender
from bot.callbacks import EVERYWHERE, AskAccess, DecideAccess, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import Channel, Member, RequestState
from bot.services import access_notices, access_requests, awaiting, people
from bot.services.access_requests import AskRefusal, DecideRefusal, Wish
from bot.services.admission import MAX_UNIT, unit_name
from bot.services.awaiting import Awaited
from bot.services.permissions import Action, access_of_member
from bot.views import access as views
from knowledge import Country

UNIT = "access_unit"
MAX_SHOWN = 10
"""Requests that /requests sends at once; the next come when these are decided."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("access", offer, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE))
    application.add_handler(CommandHandler("requests", show, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE))
    application.add_handler(CallbackQueryHandler(ask, AskAccess.pattern()))
    application.add_handler(CallbackQueryHandler(decide, DecideAccess.pattern()))


@requires(Action.ASK_FOR_ACCESS)
async def offer(update: Update, context: BotContext) -> None:
    """/access - begin a request."""
    translator = await context.translator(update)
    if (await context.person(update.effective_user)).access.is_member:
        await sender.answer(update, views.ask_refused(AskRefusal.IS_MEMBER, translator))
    else:
        await sender.answer(update, views.ask_country(translator))


@requires(Action.ASK_FOR_ACCESS)
async def ask(update: Update, context: BotContext) -> None:
    """Ask for the country, then for the unit."""
    query = update.callback_query
    if query is None:
        return
    route, translator = AskAccess.parse(query.data), await context.translator(update)
    if route.place is None:
        await query.answer()
        await sender.show(query, views.ask_country(translator))
        return
    country = _country(route.place)
    async with context.session() as session:
        now = context.assistant.clock()
        member = await people.enrol(session, Channel.TELEGRAM, query.from_user.id, now)
        if member.id is not None:
            await awaiting.ask_for(session, member.id, Awaited(UNIT, {"place": route.place}), now)
        await session.commit()
    await query.answer()
    await sender.show(query, views.ask_unit(country, translator))


async def take_unit(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Note the request and show it to those who decide."""
    translator, actor = await context.translator(update), await context.actor(update)
    typed = update.effective_message.text if update.effective_message else None
    unit, country = unit_name(typed or ""), _country(awaited.details["place"])
    async with context.session() as session:
        if unit is None:
            await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
            await session.commit()
            await sender.answer(update, views.bad_unit(MAX_UNIT, translator))
            return
        asked = await access_requests.ask(session, actor, Wish(unit, country, translator.locale))
        if not isinstance(asked, AskRefusal):
            await access_notices.tell_deciders(session, asked)
        await session.commit()
    if isinstance(asked, AskRefusal):
        await sender.answer(update, views.ask_refused(asked, translator))
        return
    await sender.answer(update, views.asked(country, unit, translator))


@requires(Action.DECIDE_ACCESS_REQUEST)
async def show(update: Update, context: BotContext) -> None:
    """/requests - show who waits for access, with the buttons that decide."""
    access = (await context.person(update.effective_user)).access
    translator = await context.translator(update)
    async with context.session() as session:
        waiting = (await access_requests.open_requests(session, access))[:MAX_SHOWN]
        applicants = [(each, await session.get_one(Member, each.member_id)) for each in waiting]
    for each, member in applicants:
        await sender.answer(update, views.request(views.applicant(each, member), translator))
    if not applicants:
        await sender.answer(update, views.no_requests(translator))


@requires(Action.DECIDE_ACCESS_REQUEST)
async def decide(update: Update, context: BotContext) -> None:
    """Let somebody in, or not; tell both. Who is in gets the menu of members."""
    query = update.callback_query
    if query is None:
        return
    route, actor = DecideAccess.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    change = access_requests.approve if route.approve else access_requests.decline
    async with context.session() as session:
        decision = await change(session, actor, route.request_id)
        if decision is not DecideRefusal.GONE and decision.is_mine:
            await access_notices.tell_asker(session, decision.request, actor.now)
        await session.commit()
    await query.answer()
    if decision is DecideRefusal.GONE:
        await sender.show(query, views.request_gone(translator))
        return
    asked = decision.request
    await sender.show(query, views.decided(asked.state, asked.unit, translator, is_mine=decision.is_mine))
    if decision.is_mine and asked.state is RequestState.APPROVED:
        await _publish_menu(context, asked.member_id)


async def _publish_menu(context: BotContext, member_id: int) -> None:
    async with context.session() as session:
        member, access = await session.get_one(Member, member_id), await access_of_member(session, member_id)
    translator = context.assistant.languages.translator(people.locale_of(member))
    await menus.publish_for_chat(context.bot, member.chat_id, translator, access)


def _country(place: str) -> Country | None:
    """Return the country of a button, None for the network.

    Raises:
        StaleButtonError: there is no such country.
    """
    if place == EVERYWHERE:
        return None
    if place not in Country.__members__:
        raise StaleButtonError(place)
    return Country(place)
