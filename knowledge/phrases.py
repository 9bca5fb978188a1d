"""How people ask for an article, in their own words: `phrases/LOCALE.yaml`, `{article id: [phrase, …]}`.

That is not translation: each language has its own phrasings.
"""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from knowledge.article import FindingsError
from knowledge.reading import key_lines, read_yaml, validation_findings


def read_phrases(path: Path) -> dict[str, tuple[str, ...]]:
    """Read the phrases by article id.

    Raises:
        FindingsError: the file is not a mapping of ids to lists of texts.
    """
    entries = read_yaml(path)
    try:
        return TypeAdapter(dict[str, tuple[str, ...]]).validate_python(entries)
    except ValidationError as error:
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        raise FindingsError(validation_findings(error, path, lines)) from error
