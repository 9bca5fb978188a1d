"""How an event comes again, by buttons; and single days on which a series does not take place."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import event_desk, sender
from bot.calendars.patterns import Pattern, first_times, patterns_of, rule_of
from bot.calendars.rules import MOST_OCCURRENCES, Rule, read_rule
from bot.callbacks import StaleButtonError
from bot.callbacks.event_drafting import SetRepetition, SkipDay
from bot.context import BotApplication, BotContext
from bot.dates import Now, Understood, read
from bot.gate import requires
from bot.models import Event
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.events import excluding, fields, held, plan_edits
from bot.services.events.excluding import Day
from bot.services.events.fields import FieldError
from bot.services.permissions import Action
from bot.times import wall, zone
from bot.views import View, event_plans, event_questions
from bot.views import event_repetition as views

END = "event_repetition_end"
SHOWN = 3
"""Dates that are shown before and after a rule is set."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(choose, SetRepetition.pattern()))
    application.add_handler(CallbackQueryHandler(skip_day, SkipDay.pattern()))


@requires(Action.PLAN_EVENTS)
async def choose(update: Update, context: BotContext) -> None:
    """Ask how an event comes again, then until when, then set it."""
    query = update.callback_query
    if query is None:
        return
    route, translator = SetRepetition.parse(query.data), await context.translator(update)
    event = await _event(update, context, route.event_id)
    if event.start is None:
        await event_desk.put(query, views.ask_times_first(route.event_id, translator))
    elif route.shape is None:
        await event_desk.put(query, views.choose(route.event_id, event.start.date(), translator))
    elif route.end is not None:
        await _wait_no_longer(update, context)
        await event_desk.put(query, await _set(update, context, event, _rule(route, event.start.date())))
    else:
        pattern = _pattern(route, event.start.date())
        await event_desk.ask_for(update, context, Awaited(END, {"event": str(route.event_id), "pattern": pattern}))
        days = _next_days(event, rule_of(pattern, event.start.date()), event.start)
        await event_desk.put(query, views.choose_end(route.event_id, pattern, days, translator))


async def take_end(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Set how an event comes again until the day, or as many times as, that was typed."""
    translator, event_id = await context.translator(update), int(awaited.details["event"])
    event = await _event(update, context, event_id)
    typed = event_desk.typed(update).strip()
    pattern = Pattern(awaited.details["pattern"])
    rule = _ending(event, pattern, typed, Now(context.assistant.clock(), _place(event)), translator.locale)
    if rule is None:
        await event_desk.ask_for(update, context, awaited)
        await sender.answer(update, views.unclear_end(translator))
        return
    await sender.answer(update, await _set(update, context, event, rule))


@requires(Action.PLAN_EVENTS)
async def skip_day(update: Update, context: BotContext) -> None:
    """Show the days of a series, or take one out of it or put it back."""
    query = update.callback_query
    if query is None:
        return
    route, actor = SkipDay.parse(query.data), await context.actor(update)
    translator = await context.translator(update)
    try:
        async with context.session() as session:
            if route.day is not None:
                wanted = Day(_day(route), takes_place=bool(route.takes_place))
                await excluding.set_day(session, context.assistant.outbox, actor, route.event_id, wanted)
                await session.commit()
            event = await held.planned(session, actor, route.event_id)
    except FieldError as error:
        await query.answer(event_questions.problem_named(error.problem, translator), show_alert=True)
        return
    found = excluding.days_of(event, actor.now)
    await event_desk.put(query, views.days(event, found, route.page, translator))


async def _set(update: Update, context: BotContext, event: Event, rule: Rule | None) -> View:
    """Set a rule, in a draft or as a change, and return the plan with the next dates; or why it is not taken."""
    actor, translator, number = await context.actor(update), await context.translator(update), event.id or 0
    try:
        edits = [fields.rule(str(rule) if rule else "", event.rule)]
        async with context.session() as session:
            await plan_edits.save(session, context.assistant.outbox, actor, number, edits)
            await session.commit()
    except FieldError as error:
        return event_questions.refused(error.field, error.problem, translator)
    plan = await event_desk.read(update, context, number)
    shown = event_plans.plan(plan, translator)
    if plan.event.rule is None:
        return shown
    days = _next_days(plan.event, read_rule(plan.event.rule), wall(actor.now, _place(plan.event)))
    return replace(shown, blocks=(*shown.blocks, views.next_days(days, translator)))


def _ending(event: Event, pattern: Pattern, typed: str, now: Now, locale: str) -> Rule | None:
    """Return the rule with the end that was typed; None where it is none, or before the start."""
    if event.start is None:
        return None
    first = event.start.date()
    if typed.isdecimal() and len(typed) <= len(str(MOST_OCCURRENCES)):
        return rule_of(pattern, first, count=int(typed)) if 0 < int(typed) <= MOST_OCCURRENCES else None
    found = read(typed, now, locale)
    if not isinstance(found, Understood) or found.value.day < first:
        return None
    return rule_of(pattern, first, until=found.value.day)


def _rule(route: SetRepetition, first: dt.date) -> Rule | None:
    """Return the rule of a button; None for once.

    Raises:
        StaleButtonError: no button of ours has it.
    """
    if route.shape == views.NONE:
        return None
    pattern, end = _pattern(route, first), route.end or ""
    try:
        if end == views.NONE:
            return rule_of(pattern, first)
        part = {"c": "COUNT", "u": "UNTIL"}[end[:1]]
        return read_rule(f"{rule_of(pattern, first)};{part}={end[1:]}")
    except (KeyError, ValueError) as error:
        raise StaleButtonError(route.pack()) from error


def _pattern(route: SetRepetition, first: dt.date) -> Pattern:
    """Return the pattern of a button.

    Raises:
        StaleButtonError: there is none, or the first day is another now.
    """
    if route.shape not in set(patterns_of(first)):
        raise StaleButtonError(route.pack())
    return Pattern(route.shape)


def _day(route: SkipDay) -> dt.date:
    try:
        return dt.date.fromisoformat(route.day or "")
    except ValueError as error:
        raise StaleButtonError(route.pack()) from error


def _next_days(event: Event, rule: Rule, after: dt.datetime) -> list[dt.date]:
    """Return the next days of an event that has times."""
    start = event.start or after
    return [time.date() for time in first_times(start, _place(event), rule, after, SHOWN)]


def _place(event: Event) -> ZoneInfo:
    return zone(event.zone or "UTC")


async def _event(update: Update, context: BotContext, event_id: int) -> Event:
    async with context.session() as session:
        return await held.planned(session, await context.actor(update), event_id)


async def _wait_no_longer(update: Update, context: BotContext) -> None:
    async with context.session() as session:
        await awaiting.forget(session, (await context.actor(update)).access.member_id or 0)
        await session.commit()
