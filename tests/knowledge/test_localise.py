"""Articles in a reader's language."""

from knowledge.article import Section
from knowledge.catalog import LatinCatalog, SourceCatalog, to_latin
from knowledge.localise import Text
from tests.factories import Translations, article, localised


def test_a_piece_is_translated_by_article_and_field() -> None:
    shown = localised(
        article(), {("signal/title", "Sending a signal"): "Jelzés", ("other/steps", "Write."): "Írj."}, "hu"
    )
    assert shown.title == Text("Jelzés")
    assert shown.sections[Section.STEPS][0].content == Text("Write.", translated=False)


def test_equal_sentences_can_be_translated_differently() -> None:
    translations = {("signal/steps", "Write."): "Írja meg.", ("signal/conditions", "Write."): "Írásban."}
    shown = localised(article(), translations, "hu")
    assert shown.sections[Section.STEPS][0].content.text == "Írja meg."


def test_instruments_deadlines_and_who_decides_are_translated() -> None:
    translations = {
        ("instrument/cs", "Convention on Signals"): "Jelzési Egyezmény",
        ("signal/deadline", "Answer: {duration}"): "Válasz: {duration}",
        ("signal/decides", "The head of unit decides."): "Az egységvezető dönt.",
    }
    shown = localised(article(), translations, "hu")
    assert shown.legal_bases[0].name == Text("Jelzési Egyezmény")
    assert shown.deadlines[0].label == Text("Válasz: {duration}")
    assert shown.decides == Text("Az egységvezető dönt.")


def test_english_is_its_own_translation() -> None:
    assert SourceCatalog().find("any", "Write.") == "Write."
    assert localised(article()).title == Text("Sending a signal")


def test_latin_serbian_is_written_from_the_cyrillic_and_nothing_is_invented() -> None:
    catalog = LatinCatalog("sr_Latn", Translations("sr", {("signal/steps", "Write."): "Пишите Њ, Џ, SIENA {x}."}))
    assert catalog.find("signal/steps", "Write.") == "Pišite Nj, Dž, SIENA {x}."
    assert catalog.find("signal/steps", "Call.") is None


def test_only_cyrillic_changes() -> None:
    assert to_latin("https://example.org/q 8 h – Łódź") == "https://example.org/q 8 h – Łódź"
