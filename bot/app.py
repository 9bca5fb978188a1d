"""Composition root: settings -> objects -> Application."""

import asyncio
import gc
from functools import partial

import structlog
from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import Application, ContextTypes, Defaults, ExtBot

from bot import handlers, menus, retention_job
from bot.assistant import Assistant
from bot.clocks import Clock, FollowingClock, system_clock
from bot.context import ASSISTANT, BotApplication, BotContext
from bot.database import Database
from bot.i18n import Languages
from bot.ordering import ChatOrder
from bot.reloading import Reloader
from bot.settings import Settings, cache_folder
from bot.translations import catalog_folders, load_article_catalogs, load_languages
from knowledge import KnowledgeBase, packaged_folder
from knowledge.encoder import load_encoder

UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
"""The kinds of updates that there are handlers for."""
BACKGROUND = "background"
"""Where the tasks that run beside the handlers are kept, so that they are not collected while they run."""
INTAKE_FACTOR = 4
"""Updates that wait in memory, as a multiple of those in work: polling confirms what it has read, so a crash loses
these; more of them would not make anything faster."""


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


def build(assistant: Assistant) -> BotApplication:
    """Return the Application: handlers registered, tables up to date when it is initialised, menus sent meanwhile."""
    settings = assistant.settings
    address = str(settings.api_url).rstrip("/")
    bot = ExtBot(
        settings.token.get_secret_value(),
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        defaults=Defaults(ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)),
    )
    application: BotApplication = (
        Application.builder()
        .bot(bot)
        .context_types(ContextTypes(context=BotContext))
        .concurrent_updates(ChatOrder(settings.concurrency))
        .update_queue(asyncio.Queue(settings.concurrency * INTAKE_FACTOR))
        .job_queue(None)
        .post_init(_prepare)
        .post_stop(_rest)
        .post_shutdown(_close)
        .build()
    )
    application.bot_data[ASSISTANT] = assistant
    handlers.register(application)
    return application


def poll(settings: Settings) -> None:
    """Run the assistant until it is stopped by a signal."""
    clock = FollowingClock(str(settings.clock_url)) if settings.clock_url else system_clock
    assistant = assemble(settings, clock)
    structlog.get_logger(__name__).info("search ready", semantic=assistant.knowledge.searcher.is_semantic)
    application = build(assistant)
    application.run_polling(allowed_updates=UPDATES, bootstrap_retries=-1)


async def _prepare(application: BotApplication) -> None:
    assistant: Assistant = application.bot_data[ASSISTANT]
    await assistant.database.upgrade()
    background = [menus.publish(application.bot, assistant.languages)]  # answers do not wait for it
    if isinstance(assistant.clock, FollowingClock):
        background.append(assistant.clock.follow())
    running = partial(application.bot_data.__getitem__, ASSISTANT)
    background.append(retention_job.keep_running(running, application.bot))
    reloader = Reloader(
        partial(load_content, assistant.settings),
        running,
        partial(application.bot_data.__setitem__, ASSISTANT),
    )
    background.append(reloader.on_signal())
    if assistant.settings.watch:
        background.append(reloader.on_change([packaged_folder(), *catalog_folders()]))
    application.bot_data[BACKGROUND] = [asyncio.create_task(work) for work in background]


async def _rest(application: BotApplication) -> None:
    """End what runs beside the handlers, while the connection to the server is still open."""
    for task in application.bot_data.get(BACKGROUND, ()):
        task.cancel()


async def _close(application: BotApplication) -> None:
    await application.bot_data[ASSISTANT].database.close()
