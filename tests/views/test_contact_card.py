"""The card of a contact."""

import pytest

from bot.callbacks import ConfirmContact, ShowArticle, ShowContact
from bot.functions import Function
from bot.i18n import Languages, Translator
from bot.models.opening_hours import WeeklyHours
from bot.services.availability import availability
from bot.services.contacts import Contact
from bot.services.packaged_contacts import DEMO_CONTACTS, read
from bot.views import contact_card
from knowledge import KnowledgeBase
from tests.views.contacts import BUDAPEST, ENGLISH, FULL, NOW, TBILISI, card, contact, targets, text
from tests.views.telegram import accept
from tests.views.test_all import LOCALES


@pytest.fixture(params=LOCALES)
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


def test_a_card_has_all_that_is_known() -> None:
    assert text(contact_card.card(card(FULL), NOW, BUDAPEST, [], ENGLISH)) == (
        "Liaison officer abroad (Example)\n"
        "Unit <Tbilisi> & Co\n"
        "Tbilisi, 🇬🇪 Georgia\n\n"
        "🟢 Open now · closes 16:00 (in 20 minutes) · your time 13:00\n"
        "Local time there: 15:40 (Asia/Tbilisi)\n\n"
        "📞 Duty phone: +1 202-555-0199 (night)\n"
        "📞 Phone: +1 202-555-0123 (front desk)\n"
        "✉️ unit@example.org\n"
        "🔐 EXAMPLE-1 (SIENA)\n\n"
        "Languages: Serbian and English\n\n"
        "Opening hours there:\n"
        "Mon – Fri: 08:00–16:00\n\n"
        "Write in <English>.\n\n"
        "Of the unit\n\n"
        "Last confirmed on 1 November 2026."
    )


def test_addresses_can_be_copied() -> None:
    blocks = contact_card.card(card(FULL), NOW, TBILISI, [], ENGLISH).blocks
    assert any("<code>unit@example.org</code>" in block and "<code>EXAMPLE-1</code>" in block for block in blocks)


def test_a_card_says_what_is_missing() -> None:
    bare = contact(hours=None, phones=(), languages=())
    shown = text(contact_card.card(card(bare, is_stale=True), NOW, TBILISI, [], ENGLISH))
    assert "No phone or address has been entered." in shown
    assert "⚠️ Nobody has confirmed this contact yet." in shown
    assert "Languages" not in shown


def test_a_card_warns_of_what_may_be_out_of_date() -> None:
    shown = text(contact_card.card(card(FULL, is_stale=True), NOW, TBILISI, [], ENGLISH))
    assert "⚠️ Last confirmed on 1 November 2026: it may be out of date." in shown


def test_a_card_names_who_answers_in_its_place() -> None:
    other = Contact(13, contact(Function.NCB).point, contact().unit)
    view = contact_card.card(
        card(FULL, substitutes=((other, availability(other.schedule, NOW)),)), NOW, TBILISI, [], ENGLISH
    )
    assert "Today this contact answers in its place: INTERPOL National Central Bureau · Unit <Tbilisi> & Co" in text(
        view
    )
    assert ShowContact(13) in targets(view)


@pytest.mark.parametrize("may_confirm", [True, False])
def test_only_who_may_is_offered_to_confirm(may_confirm: bool) -> None:
    view = contact_card.card(card(FULL, may_confirm=may_confirm), NOW, TBILISI, [], ENGLISH)
    assert (ConfirmContact(12) in targets(view)) is may_confirm


def test_a_card_leads_to_its_procedures(knowledge: KnowledgeBase) -> None:
    articles = knowledge.all("en")[:6]
    view = contact_card.card(card(FULL), NOW, TBILISI, articles, ENGLISH)
    found = [target.article_id for target in targets(view) if isinstance(target, ShowArticle)]
    assert found == [article.id for article in articles[:4]]


def test_every_card_is_taken_in_every_language(translator: Translator, knowledge: KnowledgeBase) -> None:
    demo = read(DEMO_CONTACTS, NOW.date())
    made = [Contact(number, point, demo.units[key.unit]) for number, (key, point) in enumerate(demo.points.items(), 1)]
    articles = knowledge.all(translator.locale)[:4]
    for one in [*made, FULL, contact(Function.NCB, "x" * 60, hours=WeeklyHours.parse("Mo 00:00-24:00"))]:
        accept(contact_card.card(card(one, may_confirm=True), NOW, BUDAPEST, articles, translator))
