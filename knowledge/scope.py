"""What no article covers, and who handles it: `out_of_scope.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.article import FindingsError
from knowledge.reading import key_lines, read_yaml, validation_findings

FILE_NAME = "out_of_scope.yaml"


@dataclass(frozen=True)
class Scope:
    """Where matters belong that are not ours.

    Attributes:
        places: by key, in English, to stand behind "That is handled by".
        topics: key of the place by topic.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)

    def place(self, topic: str) -> str | None:
        """Return who handles a topic, in English; None where nobody is named."""
        return self.places.get(self.topics.get(topic, ""))


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    places: dict[str, str]
    topics: dict[str, str]


def read_scope(path: Path) -> Scope:
    """Read the file; an empty scope where there is none.

    Raises:
        FindingsError: the file breaks the format.
    """
    if not path.exists():
        return Scope()
    try:
        read = _File.model_validate(read_yaml(path))
    except ValidationError as error:
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        raise FindingsError(validation_findings(error, path, lines)) from error
    return Scope(read.places, read.topics)
