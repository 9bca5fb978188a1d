"""The treaties and laws that articles rest on, `instruments.yaml`."""

from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from knowledge.article import Entry, Finding, FindingsError, excerpt
from knowledge.reading import key_lines, read_yaml, validation_findings


class Instrument(Entry):
    """One treaty, law or set of rules; `name` is translated, `short` is not."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=3)
    short: str | None = None


def read_instruments(path: Path) -> dict[str, Instrument]:
    """Read the instruments by id.

    Raises:
        FindingsError: an entry is malformed, or an id stands twice.
    """
    entries = read_yaml(path)
    lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
    try:
        instruments = TypeAdapter(list[Instrument]).validate_python(entries)
    except ValidationError as error:
        raise FindingsError(validation_findings(error, path, lines)) from error
    ids = [instrument.id for instrument in instruments]
    findings = [
        Finding(path, lines[str(position)], excerpt(identifier), "an id that is not taken")
        for position, identifier in enumerate(ids)
        if identifier in ids[:position]
    ]
    if findings:
        raise FindingsError(findings)
    return {instrument.id: instrument for instrument in instruments}
