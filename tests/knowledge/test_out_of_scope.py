"""Questions that no article covers: nothing is found, however much an article has in common with them."""

import pytest

from bot.app import load_knowledge
from knowledge import KnowledgeBase
from knowledge.index import Document
from knowledge.search import Outcome, Searcher
from tests.knowledge.documents import documents

TOPICS = [
    Document("weather", "en", phrases=("will it rain tomorrow", "how cold is it outside", "weather forecast")),
    Document("fine", "en", phrases=("pay a fine for a parked vehicle", "vehicle was towed away", "speeding ticket")),
    Document("weather", "uk", phrases=("яка завтра погода", "чи буде дощ", "скільки градусів")),
]
SEARCHER = Searcher.build(documents(), TOPICS)


@pytest.fixture(scope="module")
def packaged() -> KnowledgeBase:
    """The knowledge base of the package, in all languages."""
    return load_knowledge()


def test_a_question_nearer_to_a_topic_than_to_an_article_finds_nothing() -> None:
    """Without the topic an article would be offered or even answer."""
    question = "fine for a vehicle abroad"
    assert Searcher.build(documents()).search(question).outcome is not Outcome.NONE
    assert SEARCHER.search(question).outcome is Outcome.NONE


def test_a_question_as_near_to_a_topic_as_to_an_article_is_not_answered() -> None:
    """The person decides."""
    twin = Document("selling", "en", phrases=("return a stolen car to its owner abroad",))
    question = "return a stolen car to its owner abroad"
    assert SEARCHER.search(question).outcome is Outcome.ANSWER
    assert Searcher.build(documents(), [twin]).search(question).outcome is not Outcome.ANSWER


def test_a_question_that_an_article_answers_is_answered_in_spite_of_topics() -> None:
    """They share a word."""
    result = SEARCHER.search("chassis number hit, stolen motor vehicle")
    assert (result.outcome, result.hits[0].article_id) == (Outcome.ANSWER, "stolen-vehicle")


@pytest.mark.parametrize("question", ["weather forecast", "vehicle", "speeding vehicle border notice child"])
def test_a_topic_is_never_a_hit(question: str) -> None:
    """Nobody can open it."""
    hits = {hit.article_id for hit in SEARCHER.search(question).hits}
    assert hits.isdisjoint({"weather", "fine"})


def test_the_explanation_names_the_topic_and_its_score() -> None:
    """A curator sees why nothing was found."""
    lines = SEARCHER.search("weather forecast for the border").explanation.lines()
    assert any(line.startswith("out of scope: weather, score ") for line in lines)
    assert any("topics out of scope" in line and line.endswith("failed") for line in lines)


def test_the_explanation_names_no_topic_when_none_is_near() -> None:
    """As for most questions."""
    assert not any(line.startswith("out of scope") for line in SEARCHER.search("siena").explanation.lines())


@pytest.mark.parametrize(
    ("question", "topic"), [("weather forecast", "weather"), ("wthr fcst", None), ("asdf qwerty", None)]
)
def test_nonsense_is_of_no_topic(question: str, topic: str | None) -> None:
    """Letters that are no words are near to something as well."""
    assert SEARCHER.search(question).topic == topic


def test_topics_alone_find_nothing() -> None:
    """A knowledge base may be empty."""
    result = Searcher.build([], TOPICS).search("will it rain tomorrow")
    assert (result.outcome, result.hits) == (Outcome.NONE, ())


def test_topics_teach_the_guesser_their_language() -> None:
    """Their words are in no article."""
    assert SEARCHER.search("скільки градусів завтра вранці, чи буде дощ").locale == "uk"


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("en", "do I need an umbrella on Saturday"),
        ("en", "weather in Budapest next week please"),
        ("en", "is it going to snow at the border tonight"),
        ("hu", "milyen lesz az idő szombaton Szegeden"),
        ("hu", "kell esernyő holnap?"),
        ("hu", "idojaras a hatarnal ma este"),
        ("ro", "Vremea in weekend"),
        ("ro", "o să plouă mâine la frontieră?"),
        ("ro", "cat de frig e la Suceava"),
        ("ka", "ხვალ თბილისში წვიმა იქნება?"),
        ("ka", "ამინდი საზღვარზე ამაღამ"),
        ("ka", "xval ra amindia"),
        ("mk", "ќе врне ли утре во Скопје?"),
        ("mk", "времето за викенд на граница"),
        ("mk", "kakvo e vremeto utre"),
        ("sr", "хоће ли сутра киша у Нишу?"),
        ("sr", "прогноза за границу вечерас"),
        ("sr_Latn", "da li ce padati sneg za vikend"),
        ("sr_Latn", "vreme sutra u Subotici"),
        ("uk", "чи падатиме завтра сніг у Чернівцях?"),
        ("uk", "погода на кордоні ввечері"),
        ("uk", "pohoda na zavtra"),
    ],
)
def test_a_question_about_the_weather_finds_nothing(packaged: KnowledgeBase, locale: str, question: str) -> None:
    """In any language, and where it names the border, too."""
    assert packaged.search(question, locale).outcome is Outcome.NONE


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("en", "when do I get my wages this month"),
        ("en", "speeding ticket, how do I pay it"),
        ("hu", "mennyi szabadságom van még idén"),
        ("hu", "lejárt a jogosítványom, mit csináljak"),
        ("ro", "când primim salariile luna asta"),
        ("ro", "am luat amendă pentru viteză, unde o plătesc"),
        ("ka", "მართვის მოწმობა დავკარგე, რა ვქნა"),
        ("ka", "შვებულება როდის მეკუთვნის"),
        ("mk", "кога легнува платата овој месец"),
        ("mk", "казна за брзина, каде се плаќа"),
        ("sr", "кад лежу плате овог месеца"),
        ("sr_Latn", "istekla mi je vozacka dozvola"),
        ("uk", "коли прийде зарплата за цей місяць"),
        ("uk", "скільки блоків сигарет можна везти через митницю"),
    ],
)
def test_a_question_about_one_s_own_affairs_is_not_answered(
    packaged: KnowledgeBase, locale: str, question: str
) -> None:
    """Neither the workplace nor the counter of another authority is covered; at most a title is offered."""
    assert packaged.search(question, locale).outcome is not Outcome.ANSWER


def test_a_short_question_in_latin_letters_is_not_taken_for_english(packaged: KnowledgeBase) -> None:
    """Two of its three words are English as well."""
    assert packaged.search("Vremea in weekend", "ro").locale in {None, "ro"}
