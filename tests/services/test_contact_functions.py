"""From procedures to the partner's functions and back."""

import pytest

from bot.models import Function
from bot.services.contact_functions import OF_CONTACT, articles_of, functions_of
from knowledge import KnowledgeBase
from knowledge.channel_rules import Contact


def test_every_contact_of_the_adviser_is_decided() -> None:
    assert set(OF_CONTACT) == set(Contact)
    assert set(OF_CONTACT.values()) - {None} == set(Function)


@pytest.mark.parametrize(
    ("article", "functions"),
    [
        pytest.param("sis-hit", [Function.SIRENE], id="one function"),
        pytest.param("siena-message", [Function.ILECU, Function.EUROPOL], id="several, in order of rank"),
        pytest.param("prum-exchange", [], id="the officer's own unit"),
        pytest.param("no-such-article", [], id="an article that no rule names"),
    ],
)
def test_articles_lead_to_functions(knowledge: KnowledgeBase, article: str, functions: list[Function]) -> None:
    assert functions_of(article, knowledge.reference.rules)[:2] == functions


def test_every_function_is_used_by_an_article_that_is_there(knowledge: KnowledgeBase) -> None:
    for function in Function:
        articles = articles_of(function, knowledge.reference.rules)
        assert articles
        assert all(function in functions_of(key, knowledge.reference.rules) for key in articles)
        assert all(key in knowledge for key in articles)
