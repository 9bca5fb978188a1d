"""Articles ranked for a question."""

import pytest

from knowledge.index import Document, Index
from knowledge.matching import match
from knowledge.query import analyse
from knowledge.ranking import Candidate, Preference, Ranking, rank

NO_PREFERENCE = Preference(None, is_sure=False)


def ranked(query: str, documents: list[Document], preference: Preference = NO_PREFERENCE) -> list[Candidate]:
    """Rank the documents for an English question."""
    return list(ranking_of(query, Index(documents), preference).articles)


def ranking_of(query: str, index: Index, preference: Preference = NO_PREFERENCE) -> Ranking:
    """Rank what an index has for an English question."""
    return rank(match(analyse(query, index, "en"), index), index, preference)


def test_the_article_with_more_of_the_words_is_first() -> None:
    """Each word adds."""
    documents = [Document("a", "en", "stolen bicycle"), Document("b", "en", "stolen passport")]
    assert [each.article_id for each in ranked("stolen passport", documents)] == ["b", "a"]


def test_an_article_without_any_word_is_no_candidate() -> None:
    """A hit needs a reason."""
    assert [
        each.article_id for each in ranked("passport", [Document("a", "en", "x1"), Document("b", "en", "passport")])
    ] == ["b"]


def test_a_phrase_like_the_question_beats_the_same_words_scattered() -> None:
    """The words stand near each other in a question, too."""
    scattered = Document("a", "en", "Papers", ("lost visa", "found passport"), ())
    together = Document("b", "en", "Papers", ("lost passport", "found visa"), ())
    assert ranked("lost passport", [scattered, together])[0].article_id == "b"


def test_coverage_is_the_share_of_the_question_that_is_found() -> None:
    """Words found nowhere count."""
    documents = [Document("a", "en", "passport"), Document("b", "en", "vehicle")]
    (whole,), (part,) = ranked("passport", documents), ranked("passport zeppelin", documents)
    assert 0 < part.coverage < whole.coverage <= 1


def test_a_question_that_is_a_phrase_is_like_it_entirely() -> None:
    """Likeness 1 is the most."""
    documents = [Document("a", "en", "Papers", ("lost passport",)), Document("b", "en", "Vehicles")]
    assert ranked("lost passport", documents)[0].phrase == pytest.approx(1)


@pytest.mark.parametrize("locale", ["sr", "mk"])
@pytest.mark.parametrize("is_sure", [True, False])
def test_of_equal_versions_the_preferred_language_comes_first(locale: str, is_sure: bool) -> None:
    """Whether the question or the setting speaks."""
    documents = [Document("a", each, "потерница") for each in ("mk", "sr")]
    assert ranked("poternica", documents, Preference(locale, is_sure=is_sure))[0].locale == locale


def test_the_question_s_language_speaks_louder_than_the_setting() -> None:
    """And another language least."""
    weights = [Preference("sr", is_sure=is_sure).weight("mk") for is_sure in (True, False)]
    assert weights[0] < weights[1] < 1


def test_both_scripts_of_a_language_are_preferred_alike() -> None:
    """Serbian is Serbian."""
    assert Preference("sr_Latn", is_sure=True).weight("sr") == 1


def test_topics_out_of_scope_are_ranked_apart_from_articles() -> None:
    """Also under the name of an article."""
    index = Index([Document("a", "en", "stolen passport")], [Document("a", "en", phrases=("a new passport",))])
    ranking = ranking_of("passport", index)
    assert [each.place for each in ranking.articles] == [0]
    assert [each.place for each in ranking.out_of_scope] == [1]


def test_many_topics_do_not_crowd_out_an_article() -> None:
    """However many are nearer."""
    topics = [Document(f"t{number}", "en", phrases=("passport passport",)) for number in range(30)]
    index = Index([Document("a", "en", "x1", (), ("passport",))], topics)
    assert ranking_of("passport", index).articles


def test_of_many_articles_the_first_are_kept() -> None:
    """Nobody looks at the others."""
    documents = [Document(f"a{number}", "en", "passport") for number in range(30)]
    assert [each.article_id for each in ranked("passport", documents)] == ["a0", "a1", "a2", "a3", "a4"]


def test_the_likeliest_by_subject_are_kept_beside_the_first() -> None:
    """The decision compares them with the first."""
    index = Index([Document(f"a{number}", "en", "passport " * (10 - number)) for number in range(10)])
    found = match(analyse("passport", index, "en"), index)
    subjects = {f"a{number}": -1.0 for number in range(10)} | {"a8": 0.0, "a9": -0.01}
    plain = rank(found, index, NO_PREFERENCE).articles
    lifted = rank(found, index, NO_PREFERENCE, subjects).articles
    assert {"a8", "a9"}.isdisjoint(each.article_id for each in plain)
    assert {"a8", "a9"} <= {each.article_id for each in lifted}


def test_the_first_topic_with_words_is_kept_among_likelier_ones_without() -> None:
    """The explanation names it."""
    topics = [Document(f"t{number}", "en", phrases=("rain",)) for number in range(8)]
    index = Index([Document("a", "en", "passport")], [*topics, Document("last", "en", phrases=("my own visa",))])
    subjects = {f"~t{number}": 0.0 for number in range(8)} | {"a": -30.0, "~last": -30.0}
    found = rank(match(analyse("visa", index, "en"), index), index, NO_PREFERENCE, subjects)
    assert [each.article_id for each in found.out_of_scope if each.words] == ["last"]
