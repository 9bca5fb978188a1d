"""What an article's screens say."""

import datetime as dt
import gettext

from bot.callbacks import Page
from bot.i18n import Translator
from bot.views import articles
from knowledge import Country
from knowledge.localise import LocalisedArticle
from tests.factories import article, localised
from tests.views.telegram import accept

ENGLISH = Translator("en", gettext.NullTranslations())
TODAY = dt.date(2026, 11, 24)


def card(shown: LocalisedArticle, today: dt.date = TODAY) -> str:
    """Return the text of an answer card."""
    (text,) = accept(articles.card(shown, ENGLISH, today))
    return text


def test_a_card_has_title_answer_channels_deadlines_and_review() -> None:
    assert card(localised(article())).splitlines() == [
        "Sending a signal",
        "",
        "Send it at once.",
        "",
        "📡 Channel: INTERPOL (I-24/7), Europol (SIENA)",
        "",
        "⏱ Answer: 8 hours",
        "",
        "Draft, not yet reviewed by the network. Last checked on 1 November 2026",
    ]


def test_a_reviewed_article_says_when() -> None:
    assert card(localised(article(reviewed_by="coordinator"))).endswith("\nReviewed on 1 November 2026")


def test_an_overdue_review_is_a_warning() -> None:
    text = card(localised(article()), dt.date(2027, 6, 1))
    assert "⚠️ This article should have been reviewed by 1 May 2027 (last review: 1 November 2026)." in text


def test_the_day_the_review_is_due_is_not_overdue() -> None:
    assert "⚠️" not in card(localised(article()), dt.date(2027, 5, 1))


def test_untranslated_pieces_are_marked_and_the_mark_is_explained() -> None:
    shown = localised(article(), {("signal/title", "Sending a signal"): "Jelzés küldése"}, "hu")
    text = card(shown)
    assert "[EN] Send it at once." in text
    assert text.splitlines()[0] == "Jelzés küldése"
    assert text.endswith("[EN]: not yet translated, or the English has changed since.")


def test_a_fully_translated_card_has_no_mark() -> None:
    assert "[EN]" not in card(localised(article()))


def test_steps_are_numbered() -> None:
    (text,) = accept(articles.page(localised(article()), Page.STEPS, ENGLISH))
    assert text.splitlines()[-3:] == ["1. Write.", "", "2. Call."]


def test_country_notes_name_countries_with_their_flags() -> None:
    (text,) = accept(articles.page(localised(article()), Page.COUNTRY_NOTES, ENGLISH))
    assert "🇭🇺 Hungary, 🇷🇴 Romania\nUse the form." in text


def test_sources_name_the_legal_basis_with_its_articles_and_the_day_of_reading() -> None:
    (text,) = accept(articles.sources(localised(article()), ENGLISH))
    assert "• Convention on Signals (CS), Art. 13; 34(1)" in text
    assert "The head of unit decides." in text
    assert "Text of the Convention (read on 1 November 2026)" in text


def test_foreign_text_cannot_bring_markup() -> None:
    shown = localised(article(title="A <b>bold</b> & title"))
    assert card(shown).splitlines()[0] == "A <b>bold</b> & title"


def test_a_flag_is_made_of_the_country_code() -> None:
    assert articles.flag(Country.GE) == "🇬🇪"
