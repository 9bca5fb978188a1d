"""All rules for one message."""

import pytest
from babel.messages.catalog import Message

from bot.catalogs.findings import Rule
from bot.catalogs.rules import faults, is_damaged, wordings
from bot.catalogs.sources import Markup

ARTICLES = ("{count} article", "{count} articles")


def found(message: Message, locale: str = "sr", markup: Markup = Markup.HTML) -> set[Rule]:
    """Return the rules that a message breaks."""
    return {fault.rule for fault in faults(message, locale, markup)}


@pytest.mark.parametrize(
    ("locale", "strings"),
    [
        pytest.param("sr", ("{count} чланак", "{count} чланка", "{count} чланака"), id="Serbian"),
        pytest.param("uk", ("{count} стаття", "{count} статті", "{count} статей"), id="Ukrainian"),
        pytest.param("hu", ("Egy cikk", "{count} cikk"), id="Hungarian singular in words"),
        pytest.param("ro", ("un articol", "{count} articole", "{count} de articole"), id="Romanian singular in words"),
        pytest.param("ka", ("1 სტატია", "{count} სტატია"), id="Georgian singular in a digit"),
        pytest.param("mk", ("{count} статија", "{count} статии"), id="Macedonian"),
    ],
)
def test_plural_forms_of_each_language_are_right(locale: str, strings: tuple[str, ...]) -> None:
    """Correct translations of one message in every language."""
    assert found(Message(ARTICLES, strings), locale) == set()


@pytest.mark.parametrize(
    ("locale", "strings", "rule"),
    [
        pytest.param(
            "sr", ("један чланак", "{count} чланка", "{count} чланака"), Rule.PLACEHOLDER, id="21 needs its number"
        ),
        pytest.param("mk", ("1 статија", "{count} статии"), Rule.PLACEHOLDER, id="Macedonian 21 too"),
        pytest.param(
            "uk", ("{count} стаття", "{count} статті", "{число} статей"), Rule.PLACEHOLDER, id="in the last form"
        ),
        pytest.param("hu", ("Egy cikk", "cikkek"), Rule.PLACEHOLDER, id="form for many numbers without one"),
        pytest.param("sr", ("{count} чланак", "{count} чланка", ""), Rule.PLURAL, id="empty form"),
        pytest.param("hu", ("2 cikk", "{count} cikk"), Rule.NUMBER, id="another number in the singular"),
    ],
)
def test_damaged_plural_form_is_found(locale: str, strings: tuple[str, ...], rule: Rule) -> None:
    """Every form is judged, not only the first."""
    assert rule in found(Message(ARTICLES, strings), locale)


def test_singular_without_number_may_get_one_where_other_numbers_take_its_form() -> None:
    """English 21 is plural, Serbian 21 is not."""
    message = Message(("One article", "{count} articles"), ("{count} чланак", "{count} чланка", "{count} чланака"))
    assert found(message) == set()


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(Message("Phone: {phone}", "Телефон", flags=["fuzzy"]), id="fuzzy"),
        pytest.param(Message("Phone: {phone}", ""), id="untranslated"),
        pytest.param(Message(ARTICLES, ("", "", "")), id="untranslated plural"),
    ],
)
def test_message_that_is_not_shown_is_not_judged(message: Message) -> None:
    """English is shown in its place."""
    assert found(message) == set()


def test_markup_is_judged_by_the_domain() -> None:
    """Two stars are text in the interface and a mark in an article."""
    message = Message("**Ask** first", "Питај прво")
    assert (found(message), found(message, markup=Markup.MARKDOWN)) == (set(), {Rule.MARKUP})


def test_the_same_fault_of_several_forms_is_reported_once() -> None:
    """Three lines for one mistake hide the next one."""
    message = Message(ARTICLES, ("чланак", "чланка", "чланака"))
    assert len(faults(message, "sr", Markup.HTML)) == 1


@pytest.mark.parametrize(
    ("msgid", "msgstr", "damaged"),
    [
        pytest.param("Phone: {phone}", "Телефон: {телефон}", True, id="placeholder"),
        pytest.param("<b>Phone</b>", "<b>Телефон", True, id="markup"),
        pytest.param("5 hours", "6 сати", False, id="number: to be mended, but it can be shown"),
        pytest.param("Phone: {phone}", "Телефон: {phone}", False, id="right"),
    ],
)
def test_only_what_breaks_a_screen_is_damaged(msgid: str, msgstr: str, *, damaged: bool) -> None:
    """English in place of a translation is the last resort."""
    assert is_damaged(Message(msgid, msgstr), "sr", Markup.HTML) is damaged


def test_form_for_one_number_is_measured_by_the_singular() -> None:
    """Hungarian has one form for 1 and one for all others."""
    message = Message(ARTICLES, ("Egy cikk", "{count} cikk"))
    assert [(form.source, form.exact) for form in wordings(message, "hu")] == [
        ("{count} article", 1),
        ("{count} articles", None),
    ]
