"""What an article is: its front matter, its fixed sections, and where each piece stands in the file.

An article is written once, in English. Its `id` is its permanent address: a published id is never reused.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl

EXCERPT_LENGTH = 60
ISO_DURATION = re.compile(r"P(?:(?P<day>\d+)D|(?P<month>\d+)M|(?P<year>\d+)Y|T(?P<hour>\d+)H|T(?P<minute>\d+)M)")


class Category(StrEnum):
    """The shelves that articles stand on, in the order in which people browse them."""

    CHANNELS = "channels"
    DATA_PROTECTION = "data-protection"
    INTERPOL = "interpol"
    EUROPOL_EU = "europol-eu"
    OPERATIONS = "operations"
    JUDICIAL = "judicial"
    SUBJECTS = "subjects"
    NETWORK = "network"


class Channel(StrEnum):
    """The ways in which a request can leave the unit."""

    INTERPOL = "interpol"
    SIENA = "siena"
    SELEC = "selec"
    SIRENE = "sirene"
    PCC_SEE = "pcc-see"
    BILATERAL = "bilateral"
    LIAISON = "liaison"
    CONTACT_CENTRE = "contact-centre"
    JUDICIAL = "judicial"
    NATIONAL = "national"


class Country(StrEnum):
    """The countries of the network (ISO 3166-1 alpha-2)."""

    HU = "HU"
    RO = "RO"
    MD = "MD"
    GE = "GE"
    MK = "MK"
    RS = "RS"
    UA = "UA"


class Section(StrEnum):
    """The headings of the body, in their order; the value is the last part of the msgctxt."""

    SHORT_ANSWER = "short-answer"
    STEPS = "steps"
    CONDITIONS = "conditions"
    COMES_BACK = "comes-back"
    COUNTRY_NOTES = "country-notes"
    MISTAKES = "mistakes"


@dataclass(frozen=True)
class Duration:
    """A length of time in one unit, so that it can be written in any language.

    Attributes:
        count: how many, 1 or more.
        unit: `minute`, `hour`, `day`, `month` or `year`, as CLDR names them.
    """

    count: int
    unit: str

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read an ISO 8601 duration of one unit: `PT8H`, `P3D`, `P2M`.

        Raises:
            ValueError: it is something else, or zero.
        """
        match = ISO_DURATION.fullmatch(text) if isinstance(text, str) else None
        if match is None or match.lastgroup is None or int(match[match.lastgroup]) == 0:
            raise ValueError("expected an ISO 8601 duration of one unit, such as PT8H, P3D or P2M")
        return cls(int(match[match.lastgroup]), match.lastgroup)


class Entry(BaseModel):
    """Base of all that stands in the front matter: no unknown keys, no changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, str_strip_whitespace=True)


class LegalBasis(Entry):
    """An instrument and, where the source names them, its articles, as `13; 34(1)`."""

    instrument: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    articles: str | None = Field(default=None, pattern=r"^[0-9][0-9a-zA-Z(), ;–-]*$")


class Deadline(Entry):
    """A time limit: a label with `{duration}` in it, and the duration that a machine can read."""

    label: str = Field(pattern=r"^[^{}]*\{duration\}[^{}]*$")
    duration: Annotated[Duration, BeforeValidator(Duration.parse)]


class Source(Entry):
    """Where a fact was read. The title stays in the language of the page."""

    title: str = Field(min_length=3)
    url: HttpUrl
    read: dt.date


class FrontMatter(Entry):
    """The head of an article."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)
    title: str = Field(min_length=3, max_length=80)
    category: Category
    legal_bases: tuple[LegalBasis, ...] = ()
    channels: tuple[Channel, ...] = Field(min_length=1)
    deadlines: tuple[Deadline, ...] = ()
    decides: str | None = Field(default=None, description="who decides, one sentence")
    countries: tuple[Country, ...] = Field(default=(), description="those the procedure differs for")
    sources: tuple[Source, ...] = Field(min_length=1)
    secondary_only: bool = Field(default=False, description="no official source has been read; readers are told")
    related: tuple[str, ...] = ()
    reviewed_by: str | None = Field(default=None, min_length=2, description="role in the network; None for a draft")
    reviewed_on: dt.date
    review_due: dt.date


@dataclass(frozen=True)
class Block:
    """A paragraph or list item: the unit that is translated.

    Attributes:
        text: one line of the Markdown subset (bold, italic, links).
        line: where it begins in the file, from 1.
        countries: in the country notes, whom it is about; else empty.
    """

    text: str
    line: int
    countries: tuple[Country, ...] = ()


@dataclass(frozen=True)
class Article:
    """One procedure in English.

    Attributes:
        front: the front matter.
        sections: blocks by section; a section that the file leaves out is an empty tuple.
        path: the file.
        lines: line of each key of the front matter, from 1.
    """

    front: FrontMatter
    sections: Mapping[Section, tuple[Block, ...]]
    path: Path
    lines: Mapping[str, int]

    @property
    def id(self) -> str:
        """The permanent id, also the file's name."""
        return self.front.id


@dataclass(frozen=True, order=True)
class Finding:
    """Something in a knowledge file that has to be mended."""

    path: Path
    line: int
    found: str
    expected: str

    def __str__(self) -> str:
        """Return `path:line: found …; expected …`."""
        return f"{self.path}:{self.line}: found {self.found}; expected {self.expected}"


class FindingsError(ValueError):
    """A file cannot be read; `findings` says why, at least one."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


def excerpt(value: object) -> str:
    """Show a wrong value in a finding: its repr, cut at `EXCERPT_LENGTH` characters."""
    shown = repr(value)
    return shown if len(shown) <= EXCERPT_LENGTH else shown[: EXCERPT_LENGTH - 1] + "…"
