"""Every screen in every language is one that Telegram takes, and none loses a word of an article."""

import datetime as dt
import gettext

import pytest

from bot.callbacks import SECTIONS
from bot.errors import UnknownArticleError
from bot.guard import Kind
from bot.i18n import Languages, Translator
from bot.views import View, articles, browse, failures, flooding, inline, personal_data, questions, start
from knowledge import Category, KnowledgeBase
from knowledge.markup import plain
from tests.views.telegram import accept

TODAY = dt.date(2026, 11, 24)
LOCALES = ("en", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk")


@pytest.fixture(params=LOCALES)
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


def test_all_languages_are_tested(languages: Languages) -> None:
    assert languages.locales == LOCALES


def test_every_page_of_every_article_is_taken_and_complete(translator: Translator, knowledge: KnowledgeBase) -> None:
    for article in knowledge.all(translator.locale):
        for shown, section in SECTIONS.items():
            if not article.sections[section]:
                continue
            text = "\n".join(accept(articles.page(article, shown, translator)))
            assert all(plain(block.content.text) in text for block in article.sections[section])


def test_every_other_screen_of_every_article_is_taken(
    translator: Translator, knowledge: KnowledgeBase, languages: Languages
) -> None:
    for article in knowledge.all(translator.locale):
        card = accept(articles.card(article, translator, TODAY))
        assert len(card) == 1
        accept(articles.sources(article, translator))
        accept(articles.languages(article, languages.locales, translator))
        others = [knowledge.article(other, translator.locale) for other in article.front.related]
        accept(articles.related(article, others, translator))
        assert len(accept(inline.shared_card(article, translator, TODAY, "https://example.org"))) == 1


def test_every_screen_without_an_article_is_taken(
    translator: Translator, knowledge: KnowledgeBase, languages: Languages
) -> None:
    shown: list[View] = [
        questions.not_found(translator),
        questions.not_found(translator, "the <customs> office"),
        questions.unsupported(translator),
        *(personal_data.warning(Kind, translator, deleted=deleted) for deleted in (True, False)),
        questions.too_long(translator, 1000),
        flooding.slow_down(translator),
        questions.suggestions(knowledge.all(translator.locale)[:3], translator),
        start.welcome(translator),
        start.help_text(translator, "ilecu_demo_bot"),
        start.unknown_command(translator),
        start.language_choice(languages.locales, translator),
        start.language_set(translator),
        failures.apology("0a1b2c3d", translator),
        failures.explanation(UnknownArticleError("gone"), translator),
        browse.categories(dict.fromkeys(Category, 1), translator),
        *(
            browse.shelf(category, knowledge.shelf(category, translator.locale), 0, 2, translator)
            for category in Category
        ),
    ]
    for view in shown:
        accept(view)


def test_short_texts_keep_the_limits_of_the_bot_api(translator: Translator) -> None:
    assert len(start.description(translator)) <= 512
    assert len(start.short_description(translator)) <= 120
    assert all(1 <= len(text) <= 256 for _, text in start.commands(translator))
    notices = [failures.stale_button(translator), flooding.notice(translator)]
    notices += (articles.thanks(translator, helpful=h) for h in (True, False))
    assert all(1 <= len(notice) <= 200 for notice in notices)
    assert 1 <= len(inline.open_assistant(translator)) <= 64


def test_what_people_see_is_in_their_language(translator: Translator) -> None:
    """An untranslated screen would be equal to the English one."""
    english = Translator("en", gettext.NullTranslations())
    same = accept(start.welcome(translator)) == accept(start.welcome(english))
    assert same == (translator.locale == "en")
