"""The glossary: looking terms up across languages and scripts, and its rules."""

from pathlib import Path

import pytest

from knowledge.glossary import Equivalent, Glossary, Term, read_glossary
from knowledge.glossary_rules import LEAST_TERMS, glossary_findings

SOURCE = {"title": "Convention on Kites", "url": "https://example.org/kites", "read": "2026-11-01"}


def term(term_id: str, name: str, **more: object) -> Term:
    """Return a term."""
    return Term.model_validate(
        {"id": term_id, "term": name, "definition": "What it is, in short.", "sources": [SOURCE]} | more
    )


GLOSSARY = Glossary(
    {
        "kite": term("kite", "kite", also=["flying kite", "FK"], articles=["signal"]),
        "red-notice": term("red-notice", "Red Notice", avoid=["international arrest warrant"]),
        "tail": term("tail", "tail of a kite", see=["kite"]),
    },
    {
        "sr": {"kite": Equivalent(term="змај", also=("папирни змај",)), "tail": Equivalent(term="реп змаја")},
        "ka": {"kite": Equivalent(term="ფრანი")},
        "uk": {"kite": Equivalent(term="повітряний змій", avoid=("дракон",))},
    },
)


@pytest.mark.parametrize(
    ("typed", "term_id"),
    [
        ("kite", "kite"),
        ("FK", "kite"),
        ("kites", "kite"),
        ("змај", "kite"),
        ("zmaj", "kite"),
        ("prani", "kite"),
        ("povitrianyi zmij", "kite"),
        ("rep zmaja", "tail"),
        ("Red notice", "red-notice"),
    ],
)
def test_a_term_is_found_in_any_language_and_script(typed: str, term_id: str) -> None:
    assert GLOSSARY.find(typed)[0].term_id == term_id


def test_a_form_to_avoid_leads_to_the_right_term_and_says_so() -> None:
    hit = GLOSSARY.find("international arrest warrant")[0]
    assert (hit.term_id, hit.avoided) == ("red-notice", "international arrest warrant")
    assert GLOSSARY.find("kite")[0].avoided is None


@pytest.mark.parametrize("typed", ["", "?!", "umbrella", "F", "fx"])
def test_what_is_no_term_finds_none(typed: str) -> None:
    assert GLOSSARY.find(typed) == []


def test_serbian_in_latin_letters_is_derived() -> None:
    said = GLOSSARY.equivalent("kite", "sr_Latn")
    assert said is not None
    assert (said.term, said.also) == ("zmaj", ("papirni zmaj",))


def test_a_language_that_lacks_a_term_shows_the_english_one() -> None:
    assert GLOSSARY.equivalent("tail", "uk") is None
    assert GLOSSARY.name("tail", "uk") == "tail of a kite"
    assert GLOSSARY.name("tail", "sr") == "реп змаја"


def test_an_article_has_its_terms() -> None:
    assert GLOSSARY.of_article("signal") == ["kite"]
    assert GLOSSARY.of_article("flag") == []


def test_a_folder_without_glossary_has_no_terms(tmp_path: Path) -> None:
    assert read_glossary(tmp_path).terms == {}


def test_a_damaged_term_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text("# Terms\n- id: kite\n  term: kite\n  definition: short\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"terms\.yaml:4: found 0\.definition"):
        read_glossary(tmp_path)


def findings(glossary: Glossary) -> list[str]:
    """Return what breaks a rule besides the number of terms, without folder and line."""
    found = glossary_findings(Path("glossary"), glossary, {"signal"})
    return [f"{finding.path.name}: {finding.found}" for finding in found if "terms" not in finding.found]


def test_a_glossary_has_enough_terms() -> None:
    found = [finding.found for finding in glossary_findings(Path("glossary"), GLOSSARY, {"signal"})]
    assert f"{len(GLOSSARY.terms)} terms" in found
    assert LEAST_TERMS == 150


def test_every_language_has_every_term() -> None:
    assert "ka.yaml: no tail" in findings(GLOSSARY)
    assert "sr.yaml: no red-notice" in findings(GLOSSARY)


def test_terms_lead_somewhere() -> None:
    shown = Glossary({"kite": term("kite", "kite", articles=["flag"], see=["kite", "rope"])})
    assert findings(shown) == [
        "terms.yaml: kite: article flag",
        "terms.yaml: kite: see kite",
        "terms.yaml: kite: see rope",
    ]


def test_definitions_are_short() -> None:
    shown = Glossary({"kite": term("kite", "kite", definition="word " * 46)})
    assert findings(shown) == ["terms.yaml: kite: 46 words"]


def test_a_form_stands_for_one_term_and_is_right_or_wrong() -> None:
    shown = Glossary({"kite": term("kite", "kite", avoid=["Kite"]), "dragon": term("dragon", "dragon", also=["kite"])})
    assert findings(shown) == [
        "terms.yaml: kite: 'kite' both right and to be avoided",
        "terms.yaml: 'kite' under kite and dragon",
    ]
