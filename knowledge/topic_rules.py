"""Whether every topic has its article, and whether each article stands on an official source."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from knowledge.article import Article, Finding, FindingsError, excerpt
from knowledge.reading import key_lines, read_yaml, validation_findings

Kind = TypeVar("Kind")


def topic_findings(folder: Path, known: Iterable[str]) -> list[Finding]:
    """Compare `topics.yaml`, `{id: what the article answers}`, with the articles; nothing to say without the file."""
    path = folder / "topics.yaml"
    if not path.exists():
        return []
    topics, known = _read(path, TypeAdapter(dict[str, str])), set(known)
    lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
    missing = [Finding(path, lines[topic], excerpt(topic), f"an article {topic}.md") for topic in topics.keys() - known]
    strange = [Finding(path, 1, f"no topic {topic}", "one for each article") for topic in known - topics.keys()]
    return sorted(missing + strange)


def read_hosts(folder: Path) -> tuple[str, ...]:
    """Return the names of official sites, `official_hosts.yaml`; () without the file."""
    path = folder / "official_hosts.yaml"
    return _read(path, TypeAdapter(tuple[str, ...])) if path.exists() else ()


def source_findings(article: Article, official_hosts: Iterable[str]) -> Iterator[Finding]:
    """Yield the complaint that no source is official although readers are not told, or that they are told in vain."""
    official = tuple(official_hosts)
    if not official:
        return
    hosts = [(source.url.host or "").rstrip(".") for source in article.front.sources]
    has_official = any(host == name or host.endswith(f".{name}") for host in hosts for name in official)
    line = article.lines["sources"]
    if not has_official and not article.front.secondary_only:
        yield Finding(article.path, line, "no official source", "one, or secondary_only: true")
    if has_official and article.front.secondary_only:
        yield Finding(article.path, line, "an official source", "no secondary_only")


def _read(path: Path, kind: TypeAdapter[Kind]) -> Kind:
    entries = read_yaml(path)
    try:
        return kind.validate_python(entries)
    except ValidationError as error:
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        raise FindingsError(validation_findings(error, path, lines)) from error
