"""After an event: past events, ratings with comments by who was there, and their summary for who planned it."""

from telegram import InputFile, Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import (
    CommentRating,
    ExportRatings,
    ListPastEvents,
    ListRatings,
    RateEvent,
    ShowRatings,
    StaleButtonError,
)
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import Aspect
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.events import listing, past, rating_exports, ratings
from bot.services.events.exports import Format
from bot.services.events.held import EventGoneError
from bot.services.events.listing import Listed
from bot.services.events.ratings import CommentRefusal, RatingRefusal
from bot.services.permissions import Action
from bot.views import View, event_past, event_rating_summary
from bot.views import event_ratings as views
from bot.views.event_ratings import Reading

COMMENT = "event_comment"


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show_past, ListPastEvents.pattern()))
    application.add_handler(CallbackQueryHandler(show_own, ListRatings.pattern()))
    application.add_handler(CallbackQueryHandler(rate, RateEvent.pattern()))
    application.add_handler(CallbackQueryHandler(comment, CommentRating.pattern()))
    application.add_handler(CallbackQueryHandler(show_summary, ShowRatings.pattern()))
    application.add_handler(CallbackQueryHandler(export, ExportRatings.pattern()))


@requires(Action.SEE_EVENTS)
async def show_past(update: Update, context: BotContext) -> None:
    """Show a page of the events that are over."""
    query = update.callback_query
    if query is None:
        return
    page = ListPastEvents.parse(query.data).page
    async with context.session() as session:
        found = await past.past(session, await context.actor(update))
    await query.answer()
    await sender.show(query, event_past.past(found, page, await context.zone(update), await context.translator(update)))


@requires(Action.ANSWER_EVENTS)
async def show_own(update: Update, context: BotContext) -> None:
    """Show what somebody has given, and wait for no comment any more."""
    query = update.callback_query
    if query is None:
        return
    route = ListRatings.parse(query.data)
    async with context.session() as session:
        await awaiting.forget(session, (await context.actor(update)).access.member_id or 0)
        await session.commit()
    view = await _own(update, context, route.event_id)
    await query.answer()
    await sender.show(query, view)


@requires(Action.ANSWER_EVENTS)
async def rate(update: Update, context: BotContext) -> None:
    """Ask for stars, or take them and offer a comment to them."""
    query = update.callback_query
    if query is None:
        return
    route, actor = RateEvent.parse(query.data), await context.actor(update)
    translator, aspect = await context.translator(update), _aspect(route.aspect, query.data)
    listed = await _listed(update, context, route.event_id)
    if route.stars is None:
        await query.answer()
        await sender.show(query, views.ask_stars(listed, aspect, translator))
        return
    if not 1 <= route.stars <= ratings.MOST_STARS:
        raise StaleButtonError(query.data)
    async with context.session() as session:
        refusal = await ratings.rate(session, actor, route.event_id, aspect, route.stars)
        await session.commit()
    await query.answer(views.rated(refusal, translator))
    await sender.show(query, await _rated(update, context, listed, aspect))


@requires(Action.ANSWER_EVENTS)
async def comment(update: Update, context: BotContext) -> None:
    """Ask for a comment, or take it away."""
    query = update.callback_query
    if query is None:
        return
    route, actor = CommentRating.parse(query.data), await context.actor(update)
    translator, aspect = await context.translator(update), _aspect(route.aspect, query.data)
    listed = await _listed(update, context, route.event_id)
    async with context.session() as session:
        if route.write and await ratings.can_rate(session, actor, route.event_id):
            awaited = Awaited(COMMENT, {"event": str(route.event_id), "aspect": aspect})
            await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
            await session.commit()
            await query.answer()
            await sender.show(query, views.ask_comment(route.event_id, aspect, translator))
            return
        refusal = RatingRefusal.CLOSED if route.write else None
        if not route.write and await ratings.comment(session, actor, route.event_id, aspect, ""):
            refusal = RatingRefusal.CLOSED
        await session.commit()
    await query.answer(views.rated(refusal, translator) if refusal else None)
    await sender.show(query, await _rated(update, context, listed, aspect))


async def take_comment(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Keep the comment that was typed; one that is too long is asked for again."""
    actor, translator = await context.actor(update), await context.translator(update)
    event_id, aspect = int(awaited.details["event"]), Aspect(awaited.details["aspect"])
    typed = (update.effective_message.text if update.effective_message else None) or ""
    async with context.session() as session:
        refusal = await ratings.comment(session, actor, event_id, aspect, typed)
        if refusal is CommentRefusal.TOO_LONG:
            await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()
    refused = views.comment_refused(refusal, translator) if refusal else None
    await sender.answer(update, refused or await _own(update, context, event_id))


@requires(Action.PLAN_EVENTS)
async def show_summary(update: Update, context: BotContext) -> None:
    """Show how an event was rated so far."""
    query = update.callback_query
    if query is None:
        return
    route, actor = ShowRatings.parse(query.data), await context.actor(update)
    listed = await _listed(update, context, route.event_id)
    async with context.session() as session:
        found = await ratings.summary(session, actor, route.event_id)
    translator, at = await context.translator(update), await _reading(update, context)
    await query.answer()
    await sender.show(query, event_rating_summary.summary(listed, found, at, translator))


@requires(Action.PLAN_EVENTS)
async def export(update: Update, context: BotContext) -> None:
    """Send the ratings as a file."""
    query = update.callback_query
    if query is None or update.effective_chat is None:
        return
    route, actor = ExportRatings.parse(query.data), await context.actor(update)
    if route.form not in set(Format):
        raise StaleButtonError(query.data)
    async with context.session() as session:
        content = await rating_exports.export(session, actor, route.event_id, Format(route.form))
        await session.commit()
    await query.answer()
    file = InputFile(content, filename=f"event-{route.event_id}-ratings.{route.form}")
    await update.effective_chat.send_document(file, protect_content=True)


async def _own(update: Update, context: BotContext, event_id: int) -> View:
    listed = await _listed(update, context, event_id)
    async with context.session() as session:
        given = await ratings.own(session, await context.actor(update), event_id)
    return views.own(listed, given, await _reading(update, context), await context.translator(update))


async def _rated(update: Update, context: BotContext, listed: Listed, aspect: Aspect) -> View:
    """Return the screen of one aspect; where it has no stars, of all."""
    translator = await context.translator(update)
    async with context.session() as session:
        given = await ratings.own(session, await context.actor(update), listed.event.id or 0)
    if aspect not in given:
        return views.own(listed, given, await _reading(update, context), translator)
    return views.offer_comment(listed, given[aspect], translator)


async def _reading(update: Update, context: BotContext) -> Reading:
    return Reading(context.assistant.clock(), await context.zone(update))


async def _listed(update: Update, context: BotContext, event_id: int) -> Listed:
    """Return an event that the sender may see.

    Raises:
        EventGoneError: there is none.
    """
    async with context.session() as session:
        listed = await listing.one(session, await context.actor(update), event_id)
    if listed is None:
        raise EventGoneError
    return listed


def _aspect(code: str, data: str | None) -> Aspect:
    """Return what is rated.

    Raises:
        StaleButtonError: no button of ours rates it.
    """
    if code not in set(Aspect):
        raise StaleButtonError(data)
    return Aspect(code)
