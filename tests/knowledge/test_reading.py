"""Reading articles: what is understood, and where each mistake is reported."""

from pathlib import Path

import pytest

from knowledge.article import Country, Duration, FindingsError, Section
from knowledge.instruments import read_instruments
from knowledge.phrases import read_phrases
from knowledge.reading import read_article

ARTICLE = """---
id: signal
title: Sending a signal
category: channels
legal_bases:
  - {instrument: cs, articles: "13; 34(1)"}
channels: [interpol]
deadlines:
  - {label: "Answer: {duration}", duration: PT8H}
decides: The head of unit decides.
countries: [HU, RO]
sources:
  - title: Text of the Convention
    url: https://example.org/cs
    read: 2026-11-01
reviewed_on: 2026-11-01
review_due: 2027-05-01
---

## Short answer

Send it
at once.

## Steps

1. Write.
2. Call **first**.

## Country notes

- HU, RO: Use the form.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where an article is written."""
    return tmp_path / "signal.md"


def complaints(path: Path, content: str) -> list[str]:
    """Return what is wrong with an article, without its path."""
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        read_article(path)
    return [str(finding).removeprefix(f"{path}:") for finding in caught.value.findings]


def test_an_article_is_read(path: Path) -> None:
    path.write_text(ARTICLE, encoding="utf-8")
    article = read_article(path)
    assert article.id == "signal"
    assert article.front.deadlines[0].duration == Duration(8, "hour")
    assert [block.text for block in article.sections[Section.SHORT_ANSWER]] == ["Send it at once."]
    assert [(block.text, block.line) for block in article.sections[Section.STEPS]] == [
        ("Write.", 27),
        ("Call **first**.", 28),
    ]
    (note,) = article.sections[Section.COUNTRY_NOTES]
    assert (note.text, note.countries) == ("Use the form.", (Country.HU, Country.RO))
    assert article.sections[Section.MISTAKES] == ()


def test_the_lines_of_the_front_matter_are_known(path: Path) -> None:
    path.write_text(ARTICLE, encoding="utf-8")
    lines = read_article(path).lines
    assert (lines["title"], lines["deadlines.0"], lines["sources.0.url"]) == (3, 9, 14)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("category: channels", "category: gardening", "4: found category: 'gardening'; expected "),
        ("channels: [interpol]", "channels: [interpol, telex]", "7: found channels.1: 'telex'; expected "),
        ("PT8H", "8h", "9: found deadlines.0.duration: '8h'; expected an ISO 8601 duration"),
        ("{duration}", "{hours}", "9: found deadlines.0.label: 'Answer: {hours}'; expected "),
        ("    read: 2026-11-01\n", "", "13: found sources.0.read: nothing; expected a value"),
        ("title: Sending a signal\n", "", "found title: nothing; expected a value"),
        ("reviewed_on: 2026-11-01", "reviewed_on: soon", "16: found reviewed_on: 'soon'; expected "),
        ("decides:", "decide:", "10: found decide: 'The head of unit decides.'; expected "),
        ("example.org/cs", " example", "found sources.0.url:"),
        ("id: signal", "id: Signal", "2: found id: 'Signal'; expected "),
        ("## Steps", "## Stepps", "25: found ## Stepps; expected one of ## Short answer"),
        ("## Steps", "### Steps", "25: found ### Steps; expected one of ## Short answer"),
        ("## Country notes", "## Steps", "30: found a second section steps; expected one of each"),
        ("## Country notes", "## Short answer", "30: found a second section short-answer; expected one of each"),
        ("- HU, RO: Use", "- Use", "32: found 'Use the form.'; expected 'HU, RO: text'"),
        ("- HU, RO:", "- HU, XX:", "32: found 'HU, XX: Use the form.'; expected 'HU, RO: text'"),
        ("## Short answer\n", "Hello.\n\n## Short answer\n", "20: found 'Hello.'; expected a heading before"),
        ("Send it\nat once.", "> Send it", "22: found blockquote_open; expected paragraphs and lists"),
        ("Send it\nat once.", "```\ncode\n```", "22: found fence; expected paragraphs and lists"),
        ("1. Write.", "- Write.", "27: found a bullet list; expected a numbered list below steps"),
        ("- HU, RO:", "1. HU, RO:", "32: found a numbered list; expected a bullet list"),
    ],
)
def test_a_mistake_is_reported_with_line_found_and_expected(path: Path, old: str, new: str, complaint: str) -> None:
    assert old in ARTICLE
    assert any(complaint in found for found in complaints(path, ARTICLE.replace(old, new, 1)))


def test_headings_have_an_order(path: Path) -> None:
    swapped = ARTICLE + "\n## Conditions\n\n- None.\n"
    assert any("conditions after country-notes" in found for found in complaints(path, swapped))


def test_all_mistakes_of_a_file_are_reported_at_once(path: Path) -> None:
    broken = ARTICLE.replace("PT8H", "8h").replace("- HU, RO", "- XX")
    assert [found.partition(":")[0] for found in complaints(path, broken)] == ["9", "32"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "1: found ''; expected front matter between two lines ---"),
        ("# Title\n", "1: found '# Title'; expected front matter"),
        ("---\nid: [\n---\n", "expected YAML"),
        ("---\nonly text\n---\n", "2: found 'only text'; expected a YAML mapping or list"),
    ],
)
def test_a_file_without_front_matter_is_reported(path: Path, content: str, complaint: str) -> None:
    assert complaint in complaints(path, content)[0]


@pytest.mark.parametrize("text", ["PT0H", "P1DT2H", "8 hours", "P", "", 8, None, "P1W"])
def test_a_duration_is_one_number_of_one_unit(text: object) -> None:
    with pytest.raises(ValueError, match="ISO 8601"):
        Duration.parse(text)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("- {id: cs}\n", "found 0.name: nothing"),
        ("- {id: cs, name: One}\n- {id: cs, name: Two}\n", ":2: found 'cs'; expected an id that is not taken"),
        ("cs: One\n", "expected "),
        ("", "expected a YAML mapping or list"),
    ],
)
def test_a_mistake_among_the_instruments_is_reported(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "instruments.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FindingsError, match=r"instruments\.yaml") as caught:
        read_instruments(path)
    assert complaint in str(caught.value)


def test_phrases_are_lists_of_texts_by_article(tmp_path: Path) -> None:
    path = tmp_path / "uk.yaml"
    path.write_text("signal: [як надіслати, сигнал]\n", encoding="utf-8")
    assert read_phrases(path) == {"signal": ("як надіслати", "сигнал")}


def test_phrases_of_another_shape_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "uk.yaml"
    path.write_text("signal:\n  - {q: one}\n", encoding="utf-8")
    with pytest.raises(FindingsError, match=":2: found signal.0"):
        read_phrases(path)
