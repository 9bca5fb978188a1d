"""From procedures to the partner's functions and back."""

import pytest

from bot.models import Function
from bot.partners import PartnerFunction
from bot.services.contact_functions import (
    OF_CONTACT,
    OF_PARTNER,
    articles_of,
    functions_of,
    functions_of_advice,
    of_partner,
)
from knowledge import KnowledgeBase
from knowledge.adviser import Case
from knowledge.article import Country
from knowledge.channel_rules import Contact, Purpose, Subject, Urgency


def test_every_contact_of_the_adviser_is_decided() -> None:
    assert set(OF_CONTACT) == set(Contact)
    assert set(OF_CONTACT.values()) - {None} == set(Function)


def test_every_function_of_a_question_is_one_of_contact_points() -> None:
    assert {of_partner(function) for function in PartnerFunction} == set(Function)
    assert set(OF_PARTNER) == set(PartnerFunction)


def test_an_advice_leads_to_functions_of_the_partner_each_once(knowledge: KnowledgeBase) -> None:
    case = Case(Country.HU, Country.RO, Subject.VEHICLE, Urgency.URGENT, Purpose.POLICE)
    found = functions_of_advice(knowledge.reference.adviser.advise(case))
    assert found
    assert len(set(found)) == len(found)


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
