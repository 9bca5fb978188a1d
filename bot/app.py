"""Composition root: settings -> objects -> Application."""

import asyncio
import gc
from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import InvalidToken
from telegram.ext import Application, ContextTypes, Defaults, ExtBot

from bot import broadcast_renderers, contact_job, event_job, handlers, menus, retention_job
from bot.access_deliveries import kinds_of_access
from bot.assistant import Assistant
from bot.broadcast_watch import BroadcastWatch
from bot.clocks import Clock, FollowingClock, system_clock
from bot.contact_deliveries import kinds_of_contacts
from bot.context import ASSISTANT, BotApplication, BotContext
from bot.courier import Courier
from bot.database import Database
from bot.dispatcher import COURIERS, Dispatcher, process_name
from bot.event_deliveries import kinds_of_events
from bot.i18n import Languages
from bot.inactivity_deliveries import kinds_of_inactivity
from bot.rate_limiter import PAID, Lane, Limits, RateLimiter
from bot.reloading import Reloader
from bot.renderers import Kinds
from bot.running import run
from bot.services.membership import members
from bot.services.people import locale_of
from bot.services.periods import Periods
from bot.services.permissions import OPERATOR, Access
from bot.settings import Settings, SettingsError, cache_folder
from bot.translations import catalog_folders, load_article_catalogs, load_languages
from bot.transport import Transport
from knowledge import KnowledgeBase, packaged_folder
from knowledge.encoder import load_encoder

UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
"""The kinds of updates that there are handlers for."""
Preparation = Callable[[Assistant], Awaitable[None]]
BACKGROUND = "background"
"""Where the tasks that run beside the handlers are kept, so that they are not collected while they run."""
DISPATCHER = "dispatcher"
"""Where the dispatcher is kept, which must not be cut short."""
TRANSPORTS = "transports"
"""Where the connections to the Bot API are kept, to be closed at the end."""


def load_knowledge() -> KnowledgeBase:
    """Read the articles that come with the package, in all languages, and the encoder where there is one."""
    return KnowledgeBase.load(packaged_folder(), load_article_catalogs(), load_encoder())


def assemble(settings: Settings, clock: Clock = system_clock) -> Assistant:
    """Make the parts of an assistant; nothing is opened or sent yet."""
    gc.disable()  # nothing that is made here is garbage; looking for some took a fifth of the start
    try:
        knowledge, languages = load_content(settings)
    finally:
        gc.freeze()
        gc.enable()
    return Assistant(settings, Database(settings.database_url), knowledge, languages, clock)


def load_content(settings: Settings) -> tuple[KnowledgeBase, Languages]:
    """Read all that people see, ready to be searched.

    Raises:
        FindingsError: a file breaks the format.
    """
    knowledge, languages = load_knowledge(), load_languages()
    knowledge.prepare(settings.cache or cache_folder())
    return knowledge, languages


async def prepare_nothing(assistant: Assistant) -> None:
    """Leave an assistant as it is."""


def build(assistant: Assistant, prepare: Preparation = prepare_nothing) -> BotApplication:
    """Return the Application: handlers registered, tables up to date when it is initialised, menus sent meanwhile.

    Args:
        assistant: its parts.
        prepare: what else is done before the first update, when the tables are there.
    """
    settings = assistant.settings
    transports = make_transports(settings)
    application: BotApplication = (
        Application.builder()
        .bot(make_bot(settings, *transports))
        .context_types(ContextTypes(context=BotContext))
        .updater(None)
        .job_queue(None)
        .post_init(partial(_prepare, prepare))
        .post_stop(_rest)
        .post_shutdown(_close)
        .build()
    )
    application.bot_data[ASSISTANT] = assistant
    application.bot_data[TRANSPORTS] = transports
    handlers.register(application)
    return application


def make_transports(settings: Settings) -> tuple[Transport, Transport]:
    """Return what carries calls of the Bot API, and what updates are fetched by."""
    return Transport(settings.concurrency + COURIERS), Transport(1)


def make_bot(settings: Settings, transport: Transport, polling: Transport) -> ExtBot[Lane]:
    """Return what talks to the Bot API, at most as fast as it allows; `polling` is what updates are fetched by."""
    address = str(settings.api_url).rstrip("/")
    limits = PAID if settings.paid_broadcasts else Limits()
    return ExtBot(
        settings.token.get_secret_value(),
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=transport,
        get_updates_request=polling,
        defaults=Defaults(ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)),
        rate_limiter=RateLimiter(limits if settings.send_limits else None),
    )


def make_dispatcher(assistant: Callable[[], Assistant], bot: ExtBot[Lane], kinds: Kinds) -> Dispatcher:
    """Return what sends deliveries in the background; `assistant` returns the parts, which reloading replaces."""
    return Dispatcher(Courier(assistant, bot, kinds, process_name()))


def kinds_of(assistant: Assistant) -> Kinds:
    """Return how all kinds of deliveries become messages."""
    return {
        **kinds_of_access(),
        **kinds_of_contacts(),
        **kinds_of_events(assistant.clock),
        **kinds_of_inactivity(Periods.of(assistant.settings)),
        **broadcast_renderers.kinds(assistant.broadcast_outbox, assistant.clock),
    }


def poll(settings: Settings, prepare: Preparation = prepare_nothing) -> None:
    """Run the assistant until it is stopped by a signal; `prepare` as in `build`.

    Raises:
        SettingsError: the Bot API does not know the token.
    """
    clock = FollowingClock(str(settings.clock_url)) if settings.clock_url else system_clock
    assistant = assemble(settings, clock)
    structlog.get_logger(__name__).info("search ready", semantic=assistant.knowledge.searcher.is_semantic)
    application = build(assistant, prepare)
    try:
        asyncio.run(run(application, UPDATES))
    except InvalidToken:  # its message holds the token
        raise SettingsError("ILECU_TOKEN: the Bot API does not know it") from None


async def _prepare(prepare: Preparation, application: BotApplication) -> None:
    assistant: Assistant = application.bot_data[ASSISTANT]
    if isinstance(assistant.clock, FollowingClock):
        await assistant.clock.hear()
    await assistant.database.upgrade()
    await prepare(assistant)
    background = [_publish_menus(application)]  # answers do not wait for it
    if isinstance(assistant.clock, FollowingClock):
        background.append(assistant.clock.follow())
    running = partial(application.bot_data.__getitem__, ASSISTANT)
    background += [job.keep_running(running) for job in (retention_job, contact_job, event_job)]
    reloader = Reloader(
        partial(load_content, assistant.settings),
        running,
        partial(application.bot_data.__setitem__, ASSISTANT),
    )
    background.append(reloader.on_signal())
    dispatcher = make_dispatcher(running, application.bot, kinds_of(assistant))
    application.bot_data[DISPATCHER] = dispatcher
    background.append(dispatcher.run())
    background.append(BroadcastWatch(running, application.bot).run())
    if assistant.settings.watch:
        background.append(reloader.on_change([packaged_folder(), *catalog_folders()]))
    application.bot_data[BACKGROUND] = [asyncio.create_task(work) for work in background]


async def _publish_menus(application: BotApplication) -> None:
    """Send the menus: of strangers in all languages, then of each member."""
    assistant: Assistant = application.bot_data[ASSISTANT]
    await menus.publish(application.bot, assistant.languages)
    async with assistant.database.session() as session:
        found = await members(session, OPERATOR)
    for each in found:
        translator = assistant.languages.translator(locale_of(each.member))
        access = Access(each.member.id, each.roles, each.member.country)
        await menus.publish_for_chat(application.bot, each.member.chat_id, translator, access)


async def _rest(application: BotApplication) -> None:
    """End what runs beside the handlers, while the connection to the server is still open.

    All of it is waited for: a connection that somebody still gives back while the database is closed is never closed.
    """
    if DISPATCHER in application.bot_data:
        await application.bot_data[DISPATCHER].stop()
    background = application.bot_data.get(BACKGROUND, ())
    for task in background:
        task.cancel()
    await asyncio.gather(*background, return_exceptions=True)


async def _close(application: BotApplication) -> None:
    """Close all connections; PTB closes its own only once it knows that the token is right."""
    for transport in application.bot_data[TRANSPORTS]:
        await transport.shutdown()
    assistant: Assistant = application.bot_data[ASSISTANT]
    assistant.searches.close()
    await assistant.database.close()
