"""Search over a small knowledge base in all languages: answers, offers, and silence where nothing fits."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.index import Document
from knowledge.search import Outcome, Searcher
from tests.knowledge.documents import LOCALES, TEXTS, documents, latin

SEARCHER = Searcher.build(documents())


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("article_id", TEXTS)
def test_a_phrase_of_an_article_is_answered_with_it(article_id: str, locale: str) -> None:
    """The least that can be asked, in each language."""
    versions = TEXTS[article_id]
    result = SEARCHER.search((versions.get(locale) or latin(versions["sr"]))[1])
    assert (result.outcome, result.hits[0].article_id) == (Outcome.ANSWER, article_id)


@pytest.mark.parametrize(
    ("question", "article_id"),
    [
        pytest.param("crvena poternica hapsenje", "red-notice", id="Serbian without hooks"),
        pytest.param("sta da radim sa ukradenim autom", "stolen-vehicle", id="Serbian, whole question"),
        pytest.param("saswrafo manqana moparuli", "stolen-vehicle", id="Georgian by the keyboard"),
        pytest.param("witeli cirkulari dakaveba", "red-notice", id="Georgian, keywords"),
        pytest.param("vykradene avto shcho robyty", "stolen-vehicle", id="Ukrainian in Latin letters"),
        pytest.param("ischeznato dete", "missing-child", id="Macedonian in Latin letters"),
        pytest.param("ki fer hozza a siena uzenethez", "siena-message", id="Hungarian without accents"),
        pytest.param("masina furata proprietar", "stolen-vehicle", id="Romanian without diacritics"),
        pytest.param("stollen vehcile retrun owner", "stolen-vehicle", id="slips of the thumb"),
        pytest.param("SIENA", "siena-message", id="one telling word"),
        pytest.param("hot pursuit преко границе", "hot-pursuit", id="two languages in one question"),
    ],
)
def test_what_is_typed_on_a_phone_finds_the_article(question: str, article_id: str) -> None:
    """As the answer or the first suggestion."""
    result = SEARCHER.search(question)
    assert result.outcome is not Outcome.NONE
    assert result.hits[0].article_id == article_id


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("what is the weather tomorrow", id="en"),
        pytest.param("milyen idő lesz holnap", id="hu"),
        pytest.param("cum e vremea mâine la Iași", id="ro"),
        pytest.param("როგორი ამინდია ხვალ ბათუმში", id="ka"),
        pytest.param("какво време ќе биде утре", id="mk"),
        pytest.param("какво ће бити време сутра", id="sr"),
        pytest.param("kakvo ce biti vreme sutra", id="sr_Latn"),
        pytest.param("яка завтра погода в Одесі", id="uk"),
        pytest.param("погода", id="one slip from pursuit"),
        pytest.param("how do I cook goulash", id="cooking"),
        pytest.param("thank you, good bye", id="thanks"),
    ],
)
def test_a_question_about_something_else_finds_nothing(question: str) -> None:
    """A wrong procedure is worse than none."""
    assert SEARCHER.search(question).outcome is Outcome.NONE


@pytest.mark.parametrize("text", ["", " ", "/", "/start", "?", "😀", "i", "а", "ა", "12", "\x00", "\u202e", "’"])
def test_what_is_no_question_finds_nothing(text: str) -> None:
    """Slips and greetings are no questions."""
    assert SEARCHER.search(text).outcome is Outcome.NONE


@pytest.mark.parametrize("locale", ["en", "ka", "sr"])
def test_a_page_of_text_is_not_answered(locale: str) -> None:
    """It names every subject and asks nothing."""
    page = " ".join(word for versions in TEXTS.values() for text in versions[locale] for word in text.split()) * 20
    assert len(page) > 4000
    assert SEARCHER.search(page[:4000]).outcome is not Outcome.ANSWER


def test_a_long_story_still_shows_the_article() -> None:
    """The words around the subject are all unknown."""
    story = (
        "Good evening colleagues, last night around eleven my patrol was sitting near the petrol station when a grey "
        "van drove past us very fast, and by the chassis number the vehicle was stolen in another country last "
        "summer, so the driver sits here with coffee and we wonder how it goes back to the owner."
    )
    result = SEARCHER.search(story)
    assert "stolen-vehicle" in [hit.article_id for hit in (*result.suggestions, *result.hits[:1])]
    assert result.outcome is not Outcome.NONE


def test_two_equally_good_articles_are_both_offered() -> None:
    """The person decides, not the tie."""
    twins = [Document(name, "en", "Blue Notice for a witness", ("locate a witness abroad",)) for name in ("a", "b")]
    result = Searcher.build([*documents(), *twins]).search("blue notice witness")
    assert {hit.article_id for hit in result.suggestions[:2]} == {"a", "b"}


def test_words_scattered_in_a_body_do_not_answer() -> None:
    """They may be offered at most."""
    lexicon = Document("lexicon", "en", "Abbreviations", (), ("canteen opening hours lunch menu soup",))
    result = Searcher.build([*documents(), lexicon]).search("canteen lunch menu")
    assert result.outcome is not Outcome.ANSWER


def test_an_article_is_a_hit_only_once() -> None:
    """Eight versions of it are one article."""
    ids = [hit.article_id for hit in SEARCHER.search("SIENA Europol vehicle notice child").hits]
    assert len(ids) == len(set(ids))


def test_hits_come_best_first_and_at_most_five() -> None:
    """Callers read them in this order."""
    scores = [hit.score for hit in SEARCHER.search("child vehicle notice border SIENA person country").hits]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= 5


def test_an_outcome_shows_either_an_answer_or_suggestions() -> None:
    """Never both."""
    answered, unknown = SEARCHER.search("stolen vehicle owner"), SEARCHER.search("goulash")
    assert (answered.answer, answered.suggestions) == (answered.hits[0], ())
    assert (unknown.answer, unknown.suggestions) == (None, ())


@pytest.mark.parametrize("setting", ["mk", "sr"])
def test_the_asker_s_setting_decides_between_like_languages(setting: str) -> None:
    """The words are the same in both."""
    twins = [Document("red-notice", locale, "Црвена потерница") for locale in ("mk", "sr")]
    assert Searcher.build(twins).search("crvena poternica", setting).hits[0].locale == setting


def test_the_language_of_the_question_is_stronger_than_the_setting() -> None:
    """The setting is only a prior."""
    result = SEARCHER.search("megkeresés küldése a SIENA rendszeren", "uk")
    assert (result.locale, result.hits[0].locale) == ("hu", "hu")


def test_an_article_in_english_only_is_found_from_another_language() -> None:
    """Translations come later than articles."""
    only = Document("europol-agreements", "en", "Europol working agreements", ("europol agreement with Georgia",))
    assert (
        Searcher.build([*documents(), only]).search("europol agreement საქართველო").hits[0].article_id
        == only.article_id
    )


def test_the_order_of_documents_does_not_change_the_outcome() -> None:
    """Folders are read in any order."""
    turned = Searcher.build(documents()[::-1])
    questions = ["crvena poternica", "child taken abroad", "відеозапис", "border"]
    assert [(turned.search(each).outcome) for each in questions] == [
        SEARCHER.search(each).outcome for each in questions
    ]


def test_a_searcher_without_documents_finds_nothing() -> None:
    """A knowledge base may be empty."""
    assert Searcher.build([]).search("red notice").outcome is Outcome.NONE


def test_the_explanation_names_words_fields_and_conditions() -> None:
    """It is read by curators at a terminal."""
    lines = "\n".join(SEARCHER.search("stolen spaceship").explanation.lines())
    assert "'stolen' as 'stolen'" in lines
    assert "in title" in lines
    assert "'spaceship'" in lines
    assert "found nowhere" in lines
    assert "confidence" in lines


def test_the_checks_of_the_explanation_agree_with_the_outcome() -> None:
    """An explanation must not tell another story."""
    result = SEARCHER.search("vehicle of a missing person in the north")
    failed = {each.needed_for for each in result.explanation.checks if not each.passed}
    assert (Outcome.ANSWER in failed or Outcome.SUGGEST in failed) == (result.outcome is not Outcome.ANSWER)


def test_words_found_nowhere_count_against_an_answer() -> None:
    """They are what the question is really about."""
    plain = SEARCHER.search("stolen vehicle").explanation.signals
    padded = SEARCHER.search("stolen vehicle spaceship galaxy zeppelin").explanation.signals
    assert padded.coverage < plain.coverage
    assert padded.confidence < plain.confidence


def test_a_result_cannot_be_changed() -> None:
    """Results are shared between tasks."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        SEARCHER.search("red notice").outcome = Outcome.NONE  # type: ignore[misc]  # the point of the test


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    """People send anything."""
    assert SEARCHER.search(text).outcome in Outcome


def test_two_questions_in_one_text_are_both_offered() -> None:
    """The first one alone would be answered, and the second lost."""
    asked = "May we follow a car that flees over the border? A stolen car was found, how do I check a stolen vehicle?"
    result = SEARCHER.search(asked, "en")
    assert result.outcome is Outcome.SUGGEST
    assert {hit.article_id for hit in result.suggestions} >= {"hot-pursuit", "stolen-vehicle"}


def test_a_second_question_mark_does_not_make_two_questions() -> None:
    """Nor does the same question put twice."""
    asked = "May we follow a car that flees over the border? Really? May we follow a fleeing car over the border?"
    result = SEARCHER.search(asked, "en")
    assert (result.outcome, result.hits[0].article_id) == (Outcome.ANSWER, "hot-pursuit")
