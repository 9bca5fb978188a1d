"""The language of a question, in its own script and typed in Latin letters."""

import pytest

from knowledge.language import LanguageGuesser, language_of, read_function_words
from tests.knowledge.documents import LOCALES, documents


@pytest.fixture(scope="module")
def guesser() -> LanguageGuesser:
    """A guesser that has read the small knowledge base."""
    samples = [(each.locale, text) for each in documents() for text in (each.title, *each.phrases, *each.body)]
    return LanguageGuesser.train(
        samples + [(locale, " ".join(words)) for locale, words in read_function_words().items()]
    )


@pytest.mark.parametrize(
    ("question", "locale"),
    [
        ("who do I ask about a stolen car", "en"),
        ("kit kérdezzek az ellopott autóról", "hu"),
        ("kit kerdezzek az ellopott autorol", "hu"),
        ("pe cine întreb despre mașina furată", "ro"),
        ("pe cine intreb despre masina furata", "ro"),
        ("ვის ვკითხო მოპარულ მანქანაზე", "ka"),
        ("vis vkitxo moparul manqanaze", "ka"),
        ("кого да прашам за украденото возило", "mk"),
        ("kogo da prasham za ukradenoto vozilo", "mk"),
        ("кога да питам за украдени аутомобил", "sr"),
        ("koga da pitam za ukradeni automobil", "sr_Latn"),
        ("кого питати про викрадений автомобіль", "uk"),
        ("koho pytaty pro vykradenyi avtomobil", "uk"),
        ("kako da pronađem nestalo dete", "sr_Latn"),
    ],
)
def test_a_clear_question_has_its_language(guesser: LanguageGuesser, question: str, locale: str) -> None:
    """In its own script, without diacritics and in Latin letters."""
    assert guesser.guess(question).locale == locale


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("", id="empty"),
        pytest.param("112", id="number"),
        pytest.param("😀", id="emoji"),
        pytest.param("SIENA", id="abbreviation that all languages use"),
        pytest.param("црвена потерница", id="the same in Macedonian and Serbian"),
        pytest.param("crvena poternica", id="the same, typed in Latin letters"),
        pytest.param("как вернуть угнанный автомобиль", id="Russian"),
        pytest.param("къде е полицията", id="Bulgarian"),
        pytest.param("盗難車", id="Japanese"),
        pytest.param("vozilo", id="one word"),
    ],
)
def test_an_unclear_question_has_no_language(guesser: LanguageGuesser, question: str) -> None:
    """The asker's setting stands then."""
    assert guesser.guess(question).locale is None


def test_abbreviations_do_not_hide_the_language(guesser: LanguageGuesser) -> None:
    """They are in every language and say nothing."""
    assert guesser.guess("SIENA INTERPOL EUROPOL порака кој има пристап").locale == "mk"


@pytest.mark.parametrize(
    ("letter", "locale"), [("їжак", "uk"), ("ѓердан", "mk"), ("ђердан", "sr"), ("őz", "hu"), ("șurubelniță", "ro")]
)
def test_a_letter_of_one_alphabet_only_decides(guesser: LanguageGuesser, letter: str, locale: str) -> None:
    """Even in a word that no text has."""
    assert guesser.guess(letter).ranking[0][0] == locale


def test_the_ranking_names_every_language_once_for_latin_letters(guesser: LanguageGuesser) -> None:
    """Serbian in Latin letters is `sr_Latn`, wherever it was learnt."""
    locales = [locale for locale, _ in guesser.guess("nestalo dete").ranking]
    assert sorted(locales) == sorted(set(LOCALES) - {"sr"})


def test_a_guesser_without_samples_knows_no_language() -> None:
    """A knowledge base may be empty."""
    assert LanguageGuesser.train([]).guess("anything").locale is None


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_function_words(locale: str) -> None:
    """A language without them would drown in "how" and "may"."""
    assert read_function_words()[locale]


def test_function_words_are_words_and_not_truth_values() -> None:
    """YAML reads a bare `no` in a list as false."""
    assert {"no", "on", "yes"} <= read_function_words()["en"]


def test_language_of_a_locale_leaves_out_the_script() -> None:
    """Both scripts of Serbian are one language."""
    assert (language_of("sr_Latn"), language_of("uk")) == ("sr", "uk")
