"""The assistant of `ilecu demo`: as `ilecu run`, with made-up contacts, and all people let in but the stranger."""

import sys
from collections.abc import Mapping

import typer

from bot import logs
from bot.app import poll
from bot.assistant import Assistant
from bot.gateway.cast import CAST
from bot.models import Channel, Role
from bot.services import people
from bot.services.admission import Admission, admit
from bot.services.packaged_contacts import load_demo_contacts
from bot.services.permissions import Held
from bot.settings import load_settings
from knowledge import Country

OFFICER = Held(Role.OFFICER)
UNIT = "Demo unit"
ADMISSIONS: Mapping[str, Admission] = {
    "officer-tbilisi": Admission(frozenset({OFFICER}), Country.GE, UNIT),
    "officer-belgrade": Admission(frozenset({OFFICER}), Country.RS, UNIT),
    "officer-chisinau": Admission(frozenset({OFFICER}), Country.MD, UNIT),
    "coordinator-budapest": Admission(frozenset({OFFICER, Held(Role.COORDINATOR)}), Country.HU, UNIT),
    "translator-kyiv": Admission(frozenset({OFFICER, Held(Role.TRANSLATOR, "uk")}), Country.UA, UNIT),
    "administrator": Admission(frozenset({OFFICER, Held(Role.ADMINISTRATOR)})),
}
"""By the persona's key; who is not listed stays a stranger."""


def register(app: typer.Typer) -> None:
    """Add the command, which the demo starts and no help page shows."""
    app.command(name="demo-assistant", hidden=True)(demo_assistant)


def demo_assistant() -> None:
    """Run the assistant for the demo's people."""
    settings = load_settings()
    logs.configure(settings.log_level, settings.log_format, sys.stderr)
    poll(settings, furnish)


async def furnish(assistant: Assistant) -> None:
    """Let the demo's people in, and bring made-up contacts."""
    await admit_cast(assistant)
    async with assistant.database.session() as session:
        await load_demo_contacts(session, assistant.clock())
        await session.commit()


async def admit_cast(assistant: Assistant) -> None:
    """Let the demo's people in who are no members yet."""
    now = assistant.clock()
    async with assistant.database.session() as session:
        for profile in CAST:
            if profile.key in ADMISSIONS:
                member = await people.enrol(session, Channel.TELEGRAM, profile.user_id, now)
                member.client_locale = assistant.languages.choose(profile.locale)
                await admit(session, member, ADMISSIONS[profile.key], now)
        await session.commit()
