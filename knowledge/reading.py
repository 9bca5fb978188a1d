"""Read an article's file: YAML front matter, then sections of paragraphs and list items.

Every complaint names the line it is about, so that a curator can go straight there.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import ValidationError

from knowledge.article import Article, Block, Country, Finding, FindingsError, FrontMatter, Section, excerpt

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, ten times as fast, where PyYAML was built with it; both make plain values only."""
HEADINGS = {
    "Short answer": Section.SHORT_ANSWER,
    "Steps": Section.STEPS,
    "Conditions": Section.CONDITIONS,
    "What comes back": Section.COMES_BACK,
    "Country notes": Section.COUNTRY_NOTES,
    "Common mistakes": Section.MISTAKES,
}
BULLETS = "bullet_list_open"
LISTS = {BULLETS: "a bullet list", "ordered_list_open": "a numbered list"}
LIST_OF = {Section.STEPS: "ordered_list_open"}
"""Steps are numbered because their order counts; all other lists have bullets."""
ALLOWED_TOKENS = {"paragraph", "ordered_list", "bullet_list", "list_item", "heading", "inline"}
HEAD = re.compile(r"\A---\n(?P<yaml>.*?\n)---\n", re.DOTALL)
NOTE = re.compile(r"(?P<codes>[A-Z]{2}(?:, [A-Z]{2})*): (?P<text>.+)")


def read_article(path: Path) -> Article:
    """Read one article.

    Raises:
        FindingsError: the file breaks the format; all that is wrong with it, by line.
        OSError: it cannot be read.
    """
    content = path.read_text(encoding="utf-8")
    match = HEAD.match(content)
    if match is None:
        expected = "front matter between two lines ---"
        raise FindingsError([Finding(path, 1, excerpt(content.partition("\n")[0]), expected)])
    lines = key_lines(path, match["yaml"])
    findings: list[Finding] = []
    front = _front_matter(path, match["yaml"], lines, findings)
    sections = _sections(path, content[match.end() :], match.group().count("\n"), findings)
    if front is None or findings:
        raise FindingsError(sorted(findings))
    return Article(front, sections, path, lines)


def key_lines(path: Path, text: str, first_line: int = 2) -> dict[str, int]:
    """Tell in which line of a YAML text each key and list entry stands: `{"sources": 14, "sources.0": 15}`.

    Raises:
        FindingsError: it is not YAML, or not a mapping or list.
    """
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise FindingsError([Finding(path, first_line + line, str(error.problem), "YAML")]) from error
    if not isinstance(root, yaml.CollectionNode):
        raise FindingsError([Finding(path, first_line, excerpt(text.strip()), "a YAML mapping or list")])
    return {key: first_line + line for key, line in _walk(root, "")}


def _walk(node: yaml.Node, prefix: str) -> Iterator[tuple[str, int]]:
    """Yield dotted keys with their line, counted from 0."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield f"{prefix}{key.value}", key.start_mark.line
            yield from _walk(value, f"{prefix}{key.value}.")
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            yield f"{prefix}{position}", value.start_mark.line
            yield from _walk(value, f"{prefix}{position}.")


def validation_findings(error: ValidationError, path: Path, lines: dict[str, int], prefix: str = "") -> list[Finding]:
    """Turn pydantic's complaints into findings at the line of the key, or of the nearest one above it."""
    findings = []
    for problem in error.errors(include_url=False):
        parts = [*prefix.split("."), *map(str, problem["loc"])] if prefix else list(map(str, problem["loc"]))
        known = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
        line = next((lines[key] for key in known if key in lines), 1)
        missing = problem["type"] == "missing"
        found = "nothing" if missing else excerpt(problem["input"])
        expected = "a value" if missing else problem["msg"].removeprefix("Value error, ").removeprefix("expected ")
        findings.append(Finding(path, line, f"{'.'.join(parts)}: {found}", expected))
    return findings


def _front_matter(path: Path, text: str, lines: dict[str, int], findings: list[Finding]) -> FrontMatter | None:
    """Validate the front matter; complaints are added to `findings`."""
    try:
        return FrontMatter.model_validate(_values(text))
    except ValidationError as error:
        findings.extend(validation_findings(error, path, lines))
        return None


def _sections(path: Path, body: str, offset: int, findings: list[Finding]) -> dict[Section, tuple[Block, ...]]:
    """Collect the blocks below each heading; `offset` is the number of lines before the body."""
    blocks: dict[Section, list[Block]] = {section: [] for section in Section}
    seen: list[Section] = []
    current: Section | None = None
    tokens = MarkdownIt("commonmark").parse(body)
    for position, token in enumerate(tokens):
        line = offset + (token.map[0] if token.map else 0) + 1
        if token.type.removesuffix("_open").removesuffix("_close") not in ALLOWED_TOKENS:
            findings.append(Finding(path, line, token.type, "paragraphs and lists"))
        elif token.type == "inline" and tokens[position - 1].type == "heading_open":
            current = _heading(path, line, tokens[position - 1], token.content, findings)
            if current is not None:
                findings.extend(_misplaced(path, line, current, seen))
                seen.append(current)
        elif token.type in LISTS and current is not None and token.type != LIST_OF.get(current, BULLETS):
            findings.append(
                Finding(path, line, LISTS[token.type], f"{LISTS[LIST_OF.get(current, BULLETS)]} below {current}")
            )
        elif token.type == "inline" and current is not None:
            blocks[current].append(_block(path, line, current, token.content, findings))
        elif token.type == "inline":
            findings.append(Finding(path, line, excerpt(token.content), "a heading before the first text"))
    return {section: tuple(found) for section, found in blocks.items()}


def _heading(path: Path, line: int, opening: Token, text: str, findings: list[Finding]) -> Section | None:
    """Return the section that a heading opens."""
    if opening.tag == "h2" and text in HEADINGS:
        return HEADINGS[text]
    findings.append(Finding(path, line, f"{opening.markup} {text}", "one of ## " + ", ## ".join(HEADINGS)))
    return None


def _misplaced(path: Path, line: int, section: Section, seen: list[Section]) -> list[Finding]:
    """Complain of a heading that stands twice or before its turn."""
    order = list(Section)
    if section in seen:
        return [Finding(path, line, f"a second section {section}", "one of each")]
    if seen and order.index(section) < order.index(seen[-1]):
        return [Finding(path, line, f"{section} after {seen[-1]}", "the order " + ", ".join(order))]
    return []


def _block(path: Path, line: int, section: Section, content: str, findings: list[Finding]) -> Block:
    """Make the block of one paragraph or item; a country note loses its leading country codes."""
    text = " ".join(content.split())
    if section is not Section.COUNTRY_NOTES:
        return Block(text, line)
    match = NOTE.fullmatch(text)
    codes = match["codes"].split(", ") if match else []
    if match is None or not set(codes) <= set(Country):
        findings.append(Finding(path, line, excerpt(text), f"'HU, RO: text' with codes of {', '.join(Country)}"))
        return Block(text, line)
    return Block(match["text"], line, tuple(Country(code) for code in codes))


def read_yaml(path: Path) -> object:
    """Read a YAML file.

    Raises:
        FindingsError: it is not YAML.
    """
    text = path.read_text(encoding="utf-8")
    key_lines(path, text, first_line=1)
    return _values(text)


def _values(text: str) -> object:
    """Return what YAML says as plain values."""
    return yaml.load(text, LOADER)  # noqa: S506  # both loaders are safe ones
