"""`python -m tests.e2e.small_assistant`: `ilecu run` in English and without search, so that it starts quickly."""

import asyncio

from bot.app import UPDATES, build
from bot.assistant import Assistant
from bot.clocks import system_clock
from bot.database import Database
from bot.gateway.cast import CAST
from bot.i18n import Languages
from bot.models import Channel, Role
from bot.running import run
from bot.services import people
from bot.services.admission import Admission, admit
from bot.services.permissions import Held
from bot.settings import load_settings
from knowledge import KnowledgeBase, packaged_folder
from knowledge.reading import read_article
from knowledge.reference import read_reference
from tests.e2e.processes import ARTICLES


def main() -> None:
    """Run until a signal comes, with the settings of the environment."""
    folder = packaged_folder()
    articles = [read_article(folder / "articles" / f"{article_id}.md") for article_id in ARTICLES]
    knowledge = KnowledgeBase(articles, read_reference(folder))
    settings = load_settings(None)
    parts = Assistant(settings, Database(settings.database_url), knowledge, Languages({}), system_clock)
    asyncio.run(run(build(parts, admit_everybody), UPDATES))


async def admit_everybody(assistant: Assistant) -> None:
    """Let all the demo's people in, so that each of them is answered."""
    async with assistant.database.session() as session:
        for profile in CAST:
            member = await people.enrol(session, Channel.TELEGRAM, profile.user_id, assistant.clock())
            await admit(session, member, Admission(frozenset({Held(Role.OFFICER)})), assistant.clock())
        await session.commit()


if __name__ == "__main__":
    main()
