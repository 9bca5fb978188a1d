"""A text as what its words mean."""

from bot.partners.meanings import Kind
from bot.partners.reading import MAX_CORRECTED, MAX_WORDS, read


def test_words_phrases_and_unknown_words_are_counted() -> None:
    reading = read("phone of the unicorn in Novi Sad")
    assert reading.count(Kind.CONTACT) == 1
    assert reading.count(Kind.PLACE) == 1
    assert reading.unknown == 1
    assert reading.keys[-1] == "novi"


def test_hours_say_nothing_and_long_numbers_are_unknown() -> None:
    assert read("at 2 16 30").unknown == 0
    assert read("381115550142").unknown == 1


def test_signs_are_words() -> None:
    assert [Kind.CONTACT in kinds for kinds in read("☎️✉").kinds] == [True, True]


def test_two_flags_side_by_side_are_two_countries() -> None:
    assert read("🇬🇪🇺🇦").count(Kind.PLACE) == 2


def test_a_long_text_is_read_to_a_bound() -> None:
    assert len(read("kyiv " * (2 * MAX_WORDS)).matches) == MAX_WORDS


def test_few_unknown_words_are_corrected() -> None:
    unknown = " ".join(["xylophonist"] * MAX_CORRECTED)
    assert read(f"Budapasta {unknown}").count(Kind.PLACE) == 1
    assert read(f"{unknown} Budapasta").count(Kind.PLACE) == 0
