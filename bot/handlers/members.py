"""/members: who has access, with which roles; roles given and taken, members removed."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import menus, sender
from bot.callbacks import ChangeRole, ListMembers, RemoveMember, ShowMember, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import Role
from bot.services import membership, people
from bot.services.admission import Admission
from bot.services.membership import Change, Listed
from bot.services.permissions import NETWORK, Action, Held, access_of_member
from bot.services.role_changes import changes_of
from bot.views import View
from bot.views import members as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("members", show, private))
    application.add_handler(CallbackQueryHandler(turn, ListMembers.pattern()))
    application.add_handler(CallbackQueryHandler(open_member, ShowMember.pattern()))
    application.add_handler(CallbackQueryHandler(change_role, ChangeRole.pattern()))
    application.add_handler(CallbackQueryHandler(remove, RemoveMember.pattern()))


@requires(Action.LIST_MEMBERS)
async def show(update: Update, context: BotContext) -> None:
    """/members - list the members that the sender manages."""
    await sender.answer(update, await _listing(update, context, 0))


@requires(Action.LIST_MEMBERS)
async def turn(update: Update, context: BotContext) -> None:
    """Show another page."""
    if query := update.callback_query:
        view = await _listing(update, context, ListMembers.parse(query.data).page)
        await query.answer()
        await sender.show(query, view)


@requires(Action.LIST_MEMBERS)
async def open_member(update: Update, context: BotContext) -> None:
    """Show one member."""
    if query := update.callback_query:
        view = await _member(update, context, ShowMember.parse(query.data).member_id)
        await query.answer()
        await sender.show(query, view)


@requires(Action.CHANGE_ROLES)
async def change_role(update: Update, context: BotContext) -> None:
    """Give a role, or take it."""
    query = update.callback_query
    if query is None:
        return
    route, actor = ChangeRole.parse(query.data), await context.actor(update)
    held, translator = _held(route), await context.translator(update)
    async with context.session() as session:
        listed = await membership.find(session, actor.access, route.member_id)
        if listed is None:
            change = Change.NOTHING_TO_DO
        elif route.give:
            change = await membership.grant(session, actor, listed.member, Admission(frozenset({held})))
        else:
            change = await membership.revoke(session, actor, listed.member, held)
        await session.commit()
    await query.answer(views.changed(change, translator))
    await sender.show(query, await _member(update, context, route.member_id))
    if listed is not None and change is Change.DONE:
        await _refresh_menu(context, listed)


@requires(Action.REMOVE_MEMBER)
async def remove(update: Update, context: BotContext) -> None:
    """Ask first, then take all roles from a member."""
    query = update.callback_query
    if query is None:
        return
    route, actor = RemoveMember.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    async with context.session() as session:
        listed = await membership.find(session, actor.access, route.member_id)
        if listed is None or not route.confirmed:
            await query.answer()
            await sender.show(query, views.confirm_removal(listed, translator) if listed else views.gone(translator))
            return
        change = await membership.remove(session, actor, listed.member)
        await session.commit()
    await query.answer(views.changed(change, translator))
    if change is Change.DONE:
        await sender.show(query, views.removed(translator))
        await _refresh_menu(context, listed)


async def _listing(update: Update, context: BotContext, page: int) -> View:
    access = (await context.person(update.effective_user)).access
    async with context.session() as session:
        found = await membership.members(session, access)
    return views.listing(found, page, await context.translator(update))


async def _member(update: Update, context: BotContext, member_id: int) -> View:
    access, translator = (await context.person(update.effective_user)).access, await context.translator(update)
    async with context.session() as session:
        listed = await membership.find(session, access, member_id)
    return views.member(listed, changes_of(listed, access), translator) if listed else views.gone(translator)


async def _refresh_menu(context: BotContext, listed: Listed) -> None:
    """Give a member the menu of their roles as they are now."""
    member = listed.member
    async with context.session() as session:
        access = await access_of_member(session, member.id or 0)
    translator = context.assistant.languages.translator(people.locale_of(member))
    await menus.publish_for_chat(context.bot, member.chat_id, translator, access)


def _held(route: ChangeRole) -> Held:
    """Return the role of a button.

    Raises:
        StaleButtonError: there is no such role.
    """
    try:
        return Held(Role(route.role), route.scope or NETWORK)
    except ValueError as error:
        raise StaleButtonError(route.role) from error
