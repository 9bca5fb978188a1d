"""The examples of the greeting keep what they promise."""

import pytest

from bot.i18n import Languages
from bot.views import start
from knowledge import KnowledgeBase

EXAMPLES = {
    "the driver fled across the border, may we follow": "hot-pursuit",
    "how fast must they answer an urgent request": "urgent-request",
    "stolen car found, what next": "stolen-vehicle",
}


@pytest.mark.parametrize("locale", ["en", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk"])
@pytest.mark.parametrize("msgid", EXAMPLES)
def test_an_example_is_shown_and_answered_in_every_language(
    knowledge: KnowledgeBase, languages: Languages, locale: str, msgid: str
) -> None:
    translator = languages.translator(locale)
    question = translator.gettext(msgid)
    result = knowledge.search(question, locale)
    assert any(question in block for block in start.welcome(translator).blocks)
    assert (result.answer and result.answer.article_id) == EXAMPLES[msgid]
    assert result.locale in (locale, None)
