"""The rules that the ways to ask must keep."""

from pathlib import Path

from knowledge.index import Document
from knowledge.phrase_rules import MIN_PHRASES, MIN_TOPIC_PHRASES, misleading, out_of_scope_findings, phrase_findings
from knowledge.search import Searcher


def enough(letter: str) -> list[str]:
    """Return as many phrases as an article needs, none like another."""
    return [f"{letter}{number}" for number in range(MIN_PHRASES)]


def test_every_article_has_phrases_in_every_language_that_has_a_file(tmp_path: Path) -> None:
    path = tmp_path / "uk.yaml"
    path.write_text(f"signal: {enough('a')}\nother: [one]\ngone: [two]\n", encoding="utf-8")
    found = [str(finding).removeprefix(f"{path}:") for finding in phrase_findings(path, {"signal", "other"})]
    assert found == [
        "1: found 'gone'; expected the id of an article",
        f"1: found 1 phrases for other; expected {MIN_PHRASES} or more",
    ]


def topics(folder: Path, **files: str) -> list[str]:
    """Write topics out of scope by language; return what breaks a rule in them, without the folder."""
    (folder / "out-of-scope").mkdir()
    for locale, text in files.items():
        (folder / "out-of-scope" / f"{locale}.yaml").write_text(text, encoding="utf-8")
    return [str(finding).removeprefix(f"{folder}/out-of-scope/") for finding in out_of_scope_findings(folder)]


def phrases(folder: Path, locale: str, text: str) -> None:
    """Write the phrases of the articles in one language."""
    (folder / "phrases").mkdir()
    (folder / "phrases" / f"{locale}.yaml").write_text(text, encoding="utf-8")


def test_a_topic_out_of_scope_has_enough_phrases(tmp_path: Path) -> None:
    found = topics(tmp_path, en="rain: [a, b, c, d, e]\nsnow: [f]\n")
    assert found == [f"en.yaml:1: found 1 phrases for snow; expected {MIN_TOPIC_PHRASES} or more"]


def test_topics_out_of_scope_are_the_same_in_all_languages(tmp_path: Path) -> None:
    found = topics(tmp_path, en="rain: [a, b, c, d, e]\n", hu="snow: [f, g, h, i, j]\n")
    assert found == [
        f"en.yaml:1: found 0 phrases for snow; expected {MIN_TOPIC_PHRASES} or more",
        f"hu.yaml:1: found 0 phrases for rain; expected {MIN_TOPIC_PHRASES} or more",
    ]


def test_a_language_with_phrases_needs_topics_out_of_scope(tmp_path: Path) -> None:
    phrases(tmp_path, "uk", "signal: [x, y, z]\n")
    found = topics(tmp_path, en="rain: [a, b, c, d, e]\n")
    assert found == [f"uk.yaml:1: found 0 phrases for rain; expected {MIN_TOPIC_PHRASES} or more"]


def test_a_phrase_of_an_article_is_not_one_of_a_topic_out_of_scope(tmp_path: Path) -> None:
    phrases(tmp_path, "en", "signal: [Do I signal?]\n")
    assert topics(tmp_path, en="rain:\n  - a\n  - do i signal\n  - b\n  - c\n  - d\n") == [
        "en.yaml:3: found 'do i signal'; expected a phrase that article signal does not have"
    ]


def test_a_damaged_file_of_topics_is_reported(tmp_path: Path) -> None:
    assert topics(tmp_path, en="- rain\n") != []


def test_a_knowledge_base_may_have_no_topics_out_of_scope(tmp_path: Path) -> None:
    phrases(tmp_path, "uk", "signal: [x, y, z]\n")
    assert out_of_scope_findings(tmp_path) == []


def test_a_phrase_stands_under_one_article_and_once(tmp_path: Path) -> None:
    path = tmp_path / "en.yaml"
    signal, other = [*enough("a"), "Do I signal?"], [*enough("b"), "do i signal", "b1"]
    path.write_text(f"signal: {signal}\nother: {other}\n", encoding="utf-8")
    found = [str(finding).removeprefix(f"{path}:") for finding in phrase_findings(path, {"signal", "other"})]
    assert found == [
        "2: found 'do i signal' also under signal; expected it once",
        "2: found 'b1' also under other; expected it once",
    ]


def test_a_phrase_that_finds_another_article_is_reported(tmp_path: Path) -> None:
    documents = [Document("signal", "en", "Sending a signal"), Document("flag", "en", "Raising a flag")]
    phrases(tmp_path, "en", "signal:\n  - sending a signal\n  - raising the flag\n")
    found = [str(finding) for finding in misleading(tmp_path, Searcher.build(documents, []))]
    path = tmp_path / "phrases" / "en.yaml"
    assert found == [f"{path}:3: found 'raising the flag' leads to flag; expected one that leads to signal"]
