"""Misspelt words, and words written together."""

import pytest

from bot.partners.functions import PartnerFunction
from bot.partners.lexicon import Lexicon, read_patterns
from bot.partners.meanings import Kind, Meaning
from bot.partners.spelling import Speller

UKRAINE = Meaning(Kind.PLACE)
STOLEN = Meaning(Kind.PROCEDURE)
NCB = Meaning(Kind.FUNCTION, function=PartnerFunction.NCB)
PHONE = Meaning(Kind.CONTACT)
AND = Meaning(Kind.FILLER)


@pytest.fixture
def speller() -> Speller:
    """A speller with few words."""
    listed = {
        UKRAINE: "Ukrain*, Skope, Kyiv",
        STOLEN: "ukraden*",
        NCB: "interpol*, ilecu",
        PHONE: "telefon*",
        AND: "because",
    }
    return Speller(Lexicon([pattern for meaning, words in listed.items() for pattern in read_patterns(words, meaning)]))


@pytest.mark.parametrize(
    ("key", "meaning"),
    [
        pytest.param("ukrian", UKRAINE, id="letters swapped"),
        pytest.param("ukraniskom", UKRAINE, id="in the stem of a longer word"),
        pytest.param("niterpol", NCB, id="the first two letters swapped"),
        pytest.param("skpoe", UKRAINE, id="short, letters swapped"),
        pytest.param("iletcu", NCB, id="short name of a function"),
        pytest.param("ukradn", STOLEN, id="nearest of several"),
    ],
)
def test_a_misspelt_word_is_the_nearest_known_one(speller: Speller, key: str, meaning: Meaning) -> None:
    match = speller.correct(key)
    assert match is not None
    assert match.meanings == {meaning}
    assert 0.5 < match.likeness < 1


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("scope", id="short, another letter"),
        pytest.param("kvi", id="too short"),
        pytest.param("bkrain", id="another first letter"),
        pytest.param("ukulele", id="too many wrong letters"),
        pytest.param("becuase", id="like a word that says nothing"),
        pytest.param("ukr4in", id="digits"),
    ],
)
def test_other_words_are_not_corrected(speller: Speller, key: str) -> None:
    assert speller.correct(key) is None


def test_a_compound_is_parted(speller: Speller) -> None:
    assert [match.meanings for match in speller.parts("interpolukraina")] == [{NCB}, {UKRAINE}]


def test_a_word_of_contact_may_be_glued_to_a_long_name(speller: Speller) -> None:
    assert [match.meanings for match in speller.parts("interpoltelefon")] == [{NCB}, {PHONE}]


@pytest.mark.parametrize("key", ["interpolnal", "telefonom", "becausebecause", "in"])
def test_an_ending_is_no_part(speller: Speller, key: str) -> None:
    assert speller.parts(key) == []
