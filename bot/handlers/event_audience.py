"""Whom a draft is for: countries, units, roles and members turned on and off, members found by words, seats typed."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import event_desk, sender
from bot.callbacks import InviteCountry, StaleButtonError
from bot.callbacks.event_audience import AskQuotas, ChooseInvited, FindMember, ShowAudience
from bot.callbacks.event_invitations import InviteMore
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import AudienceKind
from bot.services.awaiting import Awaited
from bot.services.events import audience, choices, quotas, single_invitations
from bot.services.events.audience import AudienceError
from bot.services.events.quotas import QuotaError
from bot.services.permissions import Action
from bot.views import View, event_invitations
from bot.views import event_audience as views
from bot.views.event_plans import plan
from knowledge import Country

QUOTAS, MEMBER = "event_quotas", "event_member"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ShowAudience.pattern()))
    application.add_handler(CallbackQueryHandler(invite_country, InviteCountry.pattern()))
    application.add_handler(CallbackQueryHandler(choose, ChooseInvited.pattern()))
    application.add_handler(CallbackQueryHandler(ask_words, FindMember.pattern()))
    application.add_handler(CallbackQueryHandler(ask_quotas, AskQuotas.pattern()))


@requires(Action.PLAN_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """Show whom a draft is for."""
    if query := update.callback_query:
        await event_desk.put(query, await _audience(update, context, ShowAudience.parse(query.data).event_id))


@requires(Action.PLAN_EVENTS)
async def invite_country(update: Update, context: BotContext) -> None:
    """Put a country into the audience, or take it out."""
    query = update.callback_query
    if query is None:
        return
    route, actor = InviteCountry.parse(query.data), await context.actor(update)
    if route.country not in Country.__members__:
        raise StaleButtonError(query.data)
    async with context.session() as session:
        set_line = audience.add if route.invited else audience.remove
        try:
            await set_line(session, actor, route.event_id, AudienceKind.COUNTRY, route.country)
        except AudienceError:
            await query.answer(views.too_many(await context.translator(update)), show_alert=True)
            return
        await session.commit()
    await event_desk.put(query, await _audience(update, context, route.event_id))


@requires(Action.PLAN_EVENTS)
async def choose(update: Update, context: BotContext) -> None:
    """Turn a value if the button names one, and show its page."""
    query = update.callback_query
    if query is None:
        return
    route, actor = ChooseInvited.parse(query.data), await context.actor(update)
    kind, translator = _kind(route), await context.translator(update)
    async with context.session() as session:
        if route.code is not None:
            try:
                await choices.toggle(session, actor, route.event_id, kind, route.code)
            except AudienceError:
                await query.answer(views.too_many(translator), show_alert=True)
                return
            await session.commit()
        offered = await choices.offered(session, route.event_id, kind)
    of = await event_desk.read(update, context, route.event_id)
    await event_desk.put(query, views.values(of, kind, offered, route.page, translator))


@requires(Action.PLAN_EVENTS)
async def ask_words(update: Update, context: BotContext) -> None:
    """Ask for words to find a member by."""
    query = update.callback_query
    if query is None:
        return
    event_id = FindMember.parse(query.data).event_id
    of = await event_desk.read(update, context, event_id)
    await event_desk.ask_for(update, context, Awaited(MEMBER, {event_desk.EVENT: str(event_id)}))
    back = ShowAudience(event_id) if of.is_draft else InviteMore(event_id)
    await event_desk.put(query, views.ask_words(back, await context.translator(update)))


async def take_words(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Show the members that typed words mean; where there are none, other words can be typed at once.

    Of a published event those are shown who are not invited.
    """
    event_id, translator = int(awaited.details[event_desk.EVENT]), await context.translator(update)
    of = await event_desk.read(update, context, event_id)
    async with context.session() as session:
        if of.is_draft:
            members = await choices.offered(session, event_id, AudienceKind.MEMBER)
        else:
            members = await single_invitations.candidates(session, event_id)
    found = choices.search(members, event_desk.typed(update), context.assistant.languages.locales)
    if not found:
        await event_desk.ask_for(update, context, awaited)
    places = {each.value: place for place, each in enumerate(members)}
    if of.is_draft:
        await sender.answer(update, views.found(of, [(places[each.value], each) for each in found], translator))
    else:
        await sender.answer(update, event_invitations.matches(of.event, found, translator))


@requires(Action.PLAN_EVENTS)
async def ask_quotas(update: Update, context: BotContext) -> None:
    """Ask how many of each country can come."""
    query = update.callback_query
    if query is None:
        return
    event_id = AskQuotas.parse(query.data).event_id
    of = await event_desk.read(update, context, event_id)
    await event_desk.ask_for(update, context, Awaited(QUOTAS, {event_desk.EVENT: str(event_id)}))
    await event_desk.put(query, views.ask_quotas(of, await context.translator(update)))


async def take_quotas(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Set the seats that were typed; of a published event this is a change, and everybody is told."""
    event_id = int(awaited.details[event_desk.EVENT])
    translator, actor = await context.translator(update), await context.actor(update)
    try:
        seats = quotas.parse(event_desk.typed(update), context.assistant.languages.locales)
    except QuotaError as error:
        await event_desk.ask_for(update, context, awaited)
        await sender.answer(update, views.quotas_refused(error.problem, translator))
        return
    async with context.session() as session:
        await quotas.save(session, context.assistant.outbox, actor, event_id, seats)
        await session.commit()
    of = await event_desk.read(update, context, event_id)
    await sender.answer(update, views.audience(of, translator) if of.is_draft else plan(of, translator))


async def _audience(update: Update, context: BotContext, event_id: int) -> View:
    return views.audience(await event_desk.read(update, context, event_id), await context.translator(update))


def _kind(route: ChooseInvited) -> AudienceKind:
    """Return the kind of a button.

    Raises:
        StaleButtonError: no button of ours has it.
    """
    if route.kind not in set(AudienceKind):
        raise StaleButtonError(route.kind)
    return AudienceKind(route.kind)
