"""/language: the choice and what follows from it."""

from bot.i18n import Languages
from bot.models import Channel
from bot.services import people
from tests.chat import Person, Room, labels


async def test_language_offers_every_language_in_its_own_name(administrator: Person) -> None:
    message = await administrator.asks("/language")
    assert sorted(labels(message)) == sorted(
        ["✓ English", "Magyar", "Română", "ქართული", "Македонски", "Српски", "Srpski (latinica)", "Українська"]
    )


async def test_a_choice_is_kept_and_confirmed_in_that_language(
    room: Room, administrator: Person, languages: Languages
) -> None:
    message, _ = await administrator.presses(await administrator.asks("/language"), "Українська")
    ukrainian = languages.translator("uk").gettext
    offered = "🌙 " + ukrainian("Quiet hours"), "🌍 " + ukrainian("Time zone"), ukrainian("📚 All articles")
    assert labels(message) == list(offered)
    async with room.application.bot_data["assistant"].database.session() as session:
        member = await people.find(session, Channel.TELEGRAM, administrator.persona.user_id)
    assert member is not None
    assert member.locale == "uk"


async def test_the_command_menu_follows_the_choice(administrator: Person, languages: Languages) -> None:
    await administrator.presses(await administrator.asks("/language"), "Srpski (latinica)")
    menu = {command["command"]: command["description"] for command in administrator.persona.commands()}
    assert menu["browse"] == languages.translator("sr_Latn").gettext("All articles by subject")


async def test_a_language_that_is_not_on_offer_is_a_stale_button(administrator: Person) -> None:
    answer = await administrator.forges(await administrator.asks("/language"), "g:xx")
    assert "out of date" in answer["text"]
