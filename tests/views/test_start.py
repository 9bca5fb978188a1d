"""First words."""

import gettext

import pytest

from bot.i18n import Translator
from bot.models import Role
from bot.services.permissions import Access, Held
from bot.views import start
from tests.views.telegram import accept

OFFICER = Access(1, frozenset({Held(Role.OFFICER)}))
ENGLISH = Translator("en", gettext.NullTranslations())


def test_the_greeting_says_what_must_not_be_typed_and_what_is_kept() -> None:
    (text,) = accept(start.welcome(ENGLISH))
    assert "Never type names, plates, document numbers" in text
    assert "I keep your chat number, your language and which articles were shown." in text


def test_the_greeting_names_the_commands() -> None:
    (text,) = accept(start.welcome(ENGLISH))
    assert all(command in text for command in ("/browse", "/language", "/help"))


def test_help_explains_inline_mode_with_the_name_of_the_bot() -> None:
    (text,) = accept(start.help_text(ENGLISH, "ilecu_demo_bot"))
    assert "type @ilecu_demo_bot and a few words" in text


def test_the_present_language_is_ticked() -> None:
    view = start.language_choice(["en", "uk"], ENGLISH)
    assert [button.label for row in view.rows for button in row] == ["✓ English", "Українська"]


def test_an_unknown_command_is_answered_with_those_there_are() -> None:
    (text,) = accept(start.unknown_command(OFFICER, ENGLISH))
    assert all(f"/{command} – {meaning}" in text for command, meaning in start.commands(OFFICER, ENGLISH))


@pytest.mark.parametrize(
    ("access", "commands"),
    [
        (Access(), {"access", "language", "privacy", "mydata", "forgetme", "help", "start"}),
        (
            OFFICER,
            {
                "browse",
                "channel",
                "between",
                "contacts",
                "term",
                "events",
                "agenda",
                "remind",
                "quiet",
                "zone",
                "language",
                "privacy",
                "mydata",
                "forgetme",
                "help",
                "start",
            },
        ),
    ],
)
def test_the_menu_has_what_somebody_may_do(access: Access, commands: set[str]) -> None:
    assert {command for command, _ in start.commands(access, ENGLISH)} == commands
