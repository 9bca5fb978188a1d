"""Words of events written in one message."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from bot.i18n import Languages
from bot.models import EventKind, Role
from bot.services.events import plan_words
from bot.services.events.fields import Field
from bot.services.events.plan_words import PlanWord
from bot.services.events.typed_fields import TYPED
from bot.views.event_changes import field_name
from bot.views.event_names import kind_name
from knowledge.folding import skeleton, tokenise
from tests.views.test_all import LOCALES

WORDS = yaml.safe_load(Path(plan_words.__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


def key(phrase: str) -> str:
    """Return a phrase as it is compared."""
    return skeleton("".join(tokenise(phrase)))


@pytest.mark.parametrize("language", WORDS)
def test_each_language_has_each_field_and_no_phrase_in_two_fields(language: str) -> None:
    fields = WORDS[language]["fields"]
    assert set(fields) == set(PlanWord)
    counted = Counter(each for phrases in fields.values() for each in set(map(key, phrases.split(","))))
    assert [phrase for phrase, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("language", WORDS)
def test_each_language_has_each_kind_and_role(language: str) -> None:
    assert set(WORDS[language]["kinds"]) == set(EventKind)
    assert set(WORDS[language]["roles"]) == set(Role)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_buttons_say_is_understood(locale: str, languages: Languages) -> None:
    translator = languages.translator(locale)
    fields = (*TYPED, Field.ADDRESS, Field.DESCRIPTION, Field.KIND)
    found = {field: plan_words.field_of(field_name(field, translator), locale) for field in fields}
    assert found.pop(Field.VENUE) in {PlanWord.VENUE, PlanWord.PLACE}
    assert {field: str(word) for field, word in found.items()} == {field: str(field) for field in found}
    assert [plan_words.kind_of(kind_name(kind, translator), locale) for kind in EventKind] == list(EventKind)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("word", PlanWord)
def test_the_word_that_is_shown_is_understood(locale: str, word: PlanWord) -> None:
    assert plan_words.field_of(plan_words.shown(word, locale), locale) is word


def test_serbian_in_latin_letters_is_shown_so() -> None:
    assert plan_words.shown(PlanWord.TITLE, "sr_Latn") == "naslov"
    assert plan_words.shown_kind(EventKind.STUDY_VISIT, "sr_Latn") == "studijska poseta"


@pytest.mark.parametrize(
    ("word", "locale", "role"),
    [
        ("officers", "en", Role.OFFICER),
        ("офіцери", "uk", Role.OFFICER),
        ("koordinátorok", "hu", Role.COORDINATOR),
        ("თანამშრომლები", "ka", Role.OFFICER),
        ("traducătorii", "ro", Role.TRANSLATOR),
        ("urednici", "sr_Latn", Role.CURATOR),
        ("president", "en", None),
    ],
)
def test_a_role_is_known_in_its_forms(word: str, locale: str, role: Role | None) -> None:
    assert plan_words.role_of(word, locale) is role


def test_a_misspelt_word_counts_only_where_it_may() -> None:
    assert plan_words.field_of("capcity", "en") is None
    assert plan_words.field_of("capcity", "en", misspelt=True) is PlanWord.CAPACITY
    assert plan_words.field_of("foo", "en", misspelt=True) is None
