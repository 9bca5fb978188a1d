"""Topics and articles, and the sources of an article."""

from pathlib import Path

from knowledge.topic_rules import read_hosts, source_findings, topic_findings
from tests.factories import article


def test_every_topic_has_an_article_and_every_article_a_topic(tmp_path: Path) -> None:
    path = tmp_path / "topics.yaml"
    path.write_text("# Topics\nsignal: How to signal\nflag: How to raise a flag\n", encoding="utf-8")
    assert [str(found).removeprefix(f"{path}:") for found in topic_findings(tmp_path, ["signal", "kite"])] == [
        "1: found no topic kite; expected one for each article",
        "3: found 'flag'; expected an article flag.md",
    ]


def test_a_knowledge_base_without_topics_is_not_judged(tmp_path: Path) -> None:
    assert topic_findings(tmp_path, ["signal"]) == []
    assert read_hosts(tmp_path) == ()


def test_an_article_without_official_source_must_say_so(tmp_path: Path) -> None:
    (tmp_path / "official_hosts.yaml").write_text("- example.int\n", encoding="utf-8")
    hosts = read_hosts(tmp_path)
    assert [finding.found for finding in source_findings(article(), hosts)] == ["no official source"]
    assert list(source_findings(article(secondary_only=True), hosts)) == []


def test_a_site_below_an_official_one_is_official() -> None:
    assert list(source_findings(article(), ["org"])) == []
    assert list(source_findings(article(), ["ample.org"])) != []
    assert [finding.found for finding in source_findings(article(secondary_only=True), ["org"])] == [
        "an official source"
    ]
