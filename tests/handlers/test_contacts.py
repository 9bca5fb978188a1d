"""Partner units in the chat: asked for in words, by buttons, kept; and who sees none."""

import pytest
from sqlalchemy import delete
from sqlmodel import col, select

from bot.callbacks import ListContactCountries, ListContacts, ListFunctionCountries, SaveContact, ShowContact
from bot.callbacks.route import Route
from bot.database import Database
from bot.functions import Function
from bot.gateway.cast import GROUP_ID
from bot.i18n import Languages
from bot.models import AddressKind, AuditRecord, ContactAddress, Question, Role
from bot.services.contacts import every
from bot.services.packaged_contacts import load_demo_contacts
from bot.services.permissions import Held
from bot.views.contacts import function_name
from tests.chat import Message, Person, Room, labels
from tests.conftest import NOW
from tests.members import add, recorded

TBILISI_NCB = "who do I call at Interpol in Tbilisi"


@pytest.fixture(autouse=True)
async def demo(database: Database) -> None:
    """The made-up contacts of the demonstration."""
    async with database.session() as session:
        await load_demo_contacts(session, NOW)
        await session.commit()


@pytest.fixture
async def curator(database: Database, room: Room) -> Person:
    """Somebody who looks after articles and sees no contacts; their client is English."""
    stranger = room.person("stranger")
    await add(database, stranger.persona.user_id, Held(Role.CURATOR))
    return stranger


async def number_of(database: Database, country: str, function: Function) -> int:
    """Return the number of a contact point."""
    async with database.session() as session:
        found = [one for one in await every(session) if one.unit.country == country and one.function is function]
    return found[0].number


async def outcomes(database: Database) -> list[str]:
    """Return what became of questions."""
    async with database.session() as session:
        return [row.outcome for row in (await session.exec(select(Question))).all()]


def texts(person: Person) -> str:
    """Return all that stands in the private chat."""
    return person.messages_text()


@pytest.mark.parametrize(
    ("persona", "question", "locale"),
    [
        ("officer-tbilisi", "ვის დავურეკო კიშინიოვში ინტერპოლში", "ka"),
        ("officer-belgrade", "koga da zovem u Interpolu u Kišinjevu", "sr"),
        ("officer-chisinau", "pe cine sun la Interpol Chișinău", "ro"),
        ("translator-kyiv", "кому дзвонити в Інтерпол у Кишиневі", "uk"),
        ("coordinator-budapest", "kit hívjak a kisinyovi Interpolnál", "hu"),
        ("administrator", "who do I call at Interpol in Chisinau", "en"),
    ],
)
async def test_a_question_in_any_language_leads_to_the_card(
    room: Room, languages: Languages, persona: str, question: str, locale: str
) -> None:
    card = await room.person(persona).asks(question)
    assert card["text"].startswith(function_name(Function.NCB, languages.translator(locale)))
    assert "+1 202-555-0120" in card["text"]
    assert card["has_protected_content"]


async def test_looking_is_recorded_and_the_question_is_noted_as_one_for_a_contact(
    administrator: Person, database: Database
) -> None:
    await administrator.asks(TBILISI_NCB)
    assert await recorded(database) == ["contact_viewed"]
    assert await outcomes(database) == ["contact"]
    async with database.session() as session:
        (record,) = (await session.exec(select(AuditRecord))).all()
    assert record.object == f"contact:{await number_of(database, 'GE', Function.NCB)}"


async def test_a_country_alone_lists_who_is_there_without_numbers(administrator: Person, database: Database) -> None:
    listing = await administrator.asks("who do I call in Chișinău at night")
    assert "🟢 open" in listing["text"]
    assert "+1" not in listing["text"]
    assert await recorded(database) == []
    card, _ = await administrator.presses(listing, labels(listing)[0])
    assert "📞 Duty phone: +1 202-555-0118" in card["text"]
    assert await recorded(database) == ["contact_viewed"]


async def test_a_function_alone_asks_for_the_country(administrator: Person) -> None:
    asked = await administrator.asks("interpol phone")
    assert "Choose the country of the partner." in asked["text"]
    card, _ = await administrator.presses(asked, "🇲🇰 North Macedonia")
    assert "+1 202-555-0132" in card["text"]


async def test_of_a_country_outside_the_network_it_says_that_there_is_no_unit(administrator: Person) -> None:
    answer = await administrator.asks("who do I call in Vienna")
    assert answer["text"].startswith("No such unit here")
    assert "+1" not in answer["text"]


async def test_a_procedure_is_answered_with_an_article_and_a_button_to_the_partner(administrator: Person) -> None:
    article = await administrator.asks("we need to follow a suspect over the border to Romania, surveillance")
    assert "☎️ Contacts: 🇷🇴 Romania" in labels(article)
    assert not article.get("has_protected_content")
    await administrator.presses(article, "☎️ Contacts: 🇷🇴 Romania")
    below = administrator.persona.messages()[-1]
    assert "Whom do you need there?" in below["text"]
    assert below["has_protected_content"]
    assert administrator.persona.current(article)["text"] == article["text"]


async def test_ones_own_country_is_no_partner(room: Room) -> None:
    officer = room.person("officer-tbilisi")
    article = await officer.asks("surveillance of a suspect over the border to Georgia")
    assert [label for label in labels(article) if label.startswith("☎️") and "🇬🇪" in label] == []


async def test_an_edited_question_changes_from_an_article_to_a_contact(administrator: Person) -> None:
    await administrator.asks("hot pursuit across the border")
    question = administrator.persona.messages()[0]
    await administrator.edits(question, TBILISI_NCB)
    asked, card = administrator.persona.messages()
    assert asked["text"] == TBILISI_NCB
    assert "+1 202-555-0126" in card["text"]
    assert card["has_protected_content"]


async def test_countries_functions_and_cards_are_reached_by_buttons(administrator: Person) -> None:
    message = await administrator.asks("/contacts")
    assert message["has_protected_content"]
    for label in ("🇷🇸 Serbia", "Europol national unit or contact point"):
        message, _ = await administrator.presses(message, label)
    assert "+1 202-555-0140" in message["text"]
    message, _ = await administrator.presses(message, "Other contacts of this country")
    message, _ = await administrator.presses(message, "Other countries")
    assert message["text"].startswith("Contacts of partner units")
    assert len(administrator.persona.messages()) == 2


async def test_the_command_takes_words_too(administrator: Person) -> None:
    assert "+1 202-555-0134" in (await administrator.asks("/contacts скопје европол"))["text"]
    assert "Choose a country" in (await administrator.asks("/contacts frobnicate"))["text"]


async def test_a_contact_is_kept_as_a_telegram_contact(administrator: Person, database: Database) -> None:
    card = await administrator.asks(TBILISI_NCB)
    await administrator.presses(card, "💾 Save as contact")
    kept = administrator.persona.messages()[-1]
    assert kept["contact"]["phone_number"] == "+12025550126"
    assert kept["contact"]["first_name"] == "Demonstration unit Tbilisi (fictitious) NCB"
    assert "ncb.ge@example.org" in kept["contact"]["vcard"]
    assert kept["has_protected_content"]
    assert (await recorded(database))[-1] == "export"


async def test_a_contact_without_a_phone_is_kept_as_a_file(administrator: Person, database: Database) -> None:
    async with database.session() as session:
        await session.exec(delete(ContactAddress).where(col(ContactAddress.kind) == AddressKind.PHONE))
        await session.commit()
    card = await administrator.asks(TBILISI_NCB)
    await administrator.presses(card, "💾 Save as contact")
    kept = administrator.persona.messages()[-1]
    assert kept["document"]["file_name"] == "contact.vcf"
    assert kept["has_protected_content"]


@pytest.mark.parametrize("said", ["/contacts", "/contacts Interpol Tbilisi", f"@ilecu_demo_bot {TBILISI_NCB}"])
async def test_in_a_group_no_contact_is_shown(room: Room, database: Database, languages: Languages, said: str) -> None:
    officer = room.person("officer-belgrade")
    (answer,) = await officer.says(said, GROUP_ID)
    elsewhere = "I show this in our private chat only. Write to me there."
    assert answer["text"] == languages.translator("sr").gettext(elsewhere)
    assert await recorded(database) == []


async def test_a_button_pressed_in_a_group_shows_no_contact(room: Room, database: Database) -> None:
    officer = room.person("officer-belgrade")
    (pressed,) = await officer.says("/browse@ilecu_demo_bot", GROUP_ID)
    number = await number_of(database, "GE", Function.NCB)
    for route in (ShowContact(number), SaveContact(number), ListContacts("GE", Function.NCB), ListContactCountries()):
        await officer.forges(pressed, route.pack())
        last = officer.persona.messages(GROUP_ID)[-1]
        assert "contact" not in last
        assert "+1" not in last["text"]
    assert await recorded(database) == []


async def test_articles_in_a_group_have_no_buttons_to_contacts(room: Room) -> None:
    officer = room.person("officer-belgrade")
    (article,) = await officer.says("@ilecu_demo_bot surveillance across the border to Romania", GROUP_ID)
    assert [label for label in labels(article) if label.startswith("☎️")] == []


async def test_who_may_not_see_contacts_gets_articles_without_buttons_to_them(
    curator: Person, database: Database
) -> None:
    for text in (TBILISI_NCB, "surveillance of a suspect across the border to Romania", "/start a_red-notice"):
        answer = await curator.asks(text)
        assert "+1" not in answer["text"]
        assert [label for label in labels(answer) if label.startswith("☎️")] == []
    assert "contact" not in await outcomes(database)


async def test_strangers_get_nothing(room: Room, database: Database) -> None:
    stranger = room.person("stranger")
    for text in ("/contacts", TBILISI_NCB):
        assert "Only members can use it." in (await stranger.asks(text))["text"]
    assert (await stranger.types_inline(TBILISI_NCB)).results == []
    assert await recorded(database) == []


async def test_inline_results_are_articles_alone(administrator: Person, database: Database) -> None:
    for result in (await administrator.types_inline(TBILISI_NCB)).results:
        assert "+1 202" not in str(result)
    assert await recorded(database) == []


async def test_a_contact_for_its_country_alone_is_not_shown_to_others(room: Room, database: Database) -> None:
    number = await number_of(database, "RS", Function.LIAISON)
    for persona, sees in (("officer-belgrade", True), ("officer-tbilisi", False)):
        person = room.person(persona)
        message = await person.asks("/contacts")
        await person.forges(message, ShowContact(number).pack())
        assert ("+1 202-555-0142" in texts(person)) is sees


@pytest.mark.parametrize("forged", ["kl:XX:", "kl:rs:", "kl::", "kl:RS:kite", "kf:", "k:x", "k:-1", "kv:99999999999"])
async def test_forged_buttons_are_out_of_date(administrator: Person, forged: str) -> None:
    answer = await administrator.forges(await administrator.asks("/contacts"), forged)
    assert answer["text"].startswith("This button is out of date.")


@pytest.mark.parametrize("route", [ShowContact(9999), SaveContact(9999)])
async def test_a_contact_that_is_gone_says_so(administrator: Person, route: Route) -> None:
    await administrator.forges(await administrator.asks("/contacts"), route.pack())
    assert "This contact is no longer listed." in texts(administrator)


async def test_a_country_without_contacts_says_so(administrator: Person) -> None:
    message = await administrator.asks("/contacts")
    await administrator.forges(message, ListContacts("AT").pack())
    assert "No contacts have been entered for this country yet." in administrator.persona.current(message)["text"]


async def test_an_article_leads_to_its_function_in_any_country(administrator: Person) -> None:
    card = await administrator.asks("/start a_red-notice")
    (label,) = [label for label in labels(card) if label.startswith("☎️")]
    await administrator.presses(card, label)
    choice = administrator.persona.messages()[-1]
    assert "Choose the country of the partner." in choice["text"]
    card, _ = await administrator.presses(choice, "🇬🇪 Georgia")
    assert "+1 202-555-0126" in card["text"]


async def test_a_page_of_an_article_leads_back_to_its_contacts(administrator: Person) -> None:
    card = await administrator.asks("/start a_red-notice")
    steps, _ = await administrator.presses(card, "Steps")
    assert [label for label in labels(steps) if label.startswith("☎️")] == []
    again, _ = await administrator.presses(steps, next(data for data in callbacks(steps) if data.endswith(":0")))
    assert ListFunctionCountries(Function.NCB).pack() in callbacks(again)


async def test_an_advice_leads_to_the_partners_units(administrator: Person) -> None:
    message = await administrator.asks("/channel HU RO")
    for label in ("Vehicle", "Urgent", "Police information"):
        message, _ = await administrator.presses(message, label)
    found = [data for data in callbacks(administrator.persona.messages()[-1]) if data.startswith("kl:")]
    assert 1 <= len(found) <= 3
    assert all(data.startswith("kl:RO:") for data in found)


def callbacks(message: Message) -> list[str]:
    """Return the callback data of a message's buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
