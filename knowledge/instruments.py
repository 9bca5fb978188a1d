"""Treaties, laws, bodies and networks, and which of the countries each of them binds: `instruments.yaml`."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, HttpUrl, TypeAdapter, ValidationError, model_validator

from knowledge.article import Country, Entry, Finding, FindingsError, excerpt
from knowledge.reading import key_lines, read_yaml, validation_findings


class Binding(StrEnum):
    """When two countries have an instrument between them."""

    TREATY = "treaty"
    BODY = "body"
    EU_LAW = "eu-law"
    EU_SENDER = "eu-sender"
    EU_AGREEMENT = "eu-agreement"
    BILATERAL = "bilateral"


class Status(StrEnum):
    """How a country stands to an instrument, as the source says it; `UNKNOWN` was not found and does not mean no."""

    MEMBER = "member"
    PARTY = "party"
    SIGNATORY = "signatory"
    AGREEMENT = "agreement"
    LISTED = "listed"
    NOT_LISTED = "not-listed"
    NONE = "none"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How well a status is proved."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    INFERRED = "inferred"
    UNVERIFIED = "unverified"


class Membership(Entry):
    """One cell of the matrix.

    Attributes:
        status: how the country stands to the instrument.
        since: a day, month or year (ISO 8601) from which it is bound, where the source says so.
        signed: when it signed.
        ratified: when it ratified.
        provisional: from when it was applied before it was in force.
        note: for curators, English.
        confidence: how well this is proved.
        source: the page that was read; None only where nothing was.
    """

    status: Status
    since: str | None = None
    signed: str | None = None
    ratified: str | None = None
    provisional: str | None = None
    note: str | None = None
    confidence: Confidence = Confidence.CONFIRMED
    source: HttpUrl | None = None

    @model_validator(mode="after")
    def _proved(self) -> Self:
        open_question = self.status is Status.UNKNOWN or self.confidence is Confidence.UNVERIFIED
        if self.source is None and not open_question:
            raise ValueError("a source, or confidence: unverified")
        return self


class Instrument(Entry):
    """One treaty, law, body or network.

    Attributes:
        id: its permanent id.
        name: translated.
        short: how documents abbreviate it; not translated.
        binding: when two countries have it between them; None where it is only a legal basis of articles.
        entry: `not-shown` where the list that was read shows no entry into force.
        purpose: what it is for, one sentence, translated.
        caution: what to watch out for, translated.
        sources: the pages that were read.
        countries: how each country stands to it.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=3)
    short: str | None = None
    binding: Binding | None = None
    entry: Literal["shown", "not-shown"] = "shown"
    purpose: str | None = None
    caution: str | None = None
    sources: tuple[HttpUrl, ...] = ()
    countries: Mapping[Country, Membership] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        wanted = set() if self.binding in (None, Binding.BILATERAL) else set(Country)
        if missing := wanted - set(self.countries):
            raise ValueError(f"a status for {', '.join(sorted(missing))}")
        if self.binding is Binding.BILATERAL and len(self.countries) != 2:  # noqa: PLR2004  # a pair
            raise ValueError("the two countries of a bilateral treaty")
        return self


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
