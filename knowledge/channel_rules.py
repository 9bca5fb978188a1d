"""The adviser's rules as data, `channels.yaml`: when which channel fits, on what basis, under which conditions."""

from enum import StrEnum
from pathlib import Path

from pydantic import Field, HttpUrl, TypeAdapter, ValidationError

from knowledge.article import Channel, Country, Deadline, Entry, FindingsError, LegalBasis
from knowledge.reading import key_lines, read_yaml, validation_findings


class Subject(StrEnum):
    """What a request is about; the values travel in buttons."""

    WANTED = "wanted"
    MISSING = "missing"
    IDENTITY = "identity"
    VEHICLE = "vehicle"
    DOCUMENT = "document"
    FIREARM = "firearm"
    ELECTRONIC = "electronic"
    BIOMETRICS = "biometrics"
    SURVEILLANCE = "surveillance"
    DELIVERY = "delivery"
    MONEY = "money"
    DRUGS = "drugs"
    TRAFFICKING = "trafficking"
    MIGRATION = "migration"
    TERRORISM = "terrorism"
    ART = "art"
    BODY = "body"
    GENERAL = "general"


class Urgency(StrEnum):
    """Whether the answer can wait."""

    ROUTINE = "routine"
    URGENT = "urgent"


class Purpose(StrEnum):
    """What the answer is for."""

    POLICE = "police"
    EVIDENCE = "evidence"


class Contact(StrEnum):
    """Which function of the partner the request goes to."""

    ILECU = "ilecu"
    NCB = "ncb"
    EUROPOL = "europol"
    SELEC = "selec"
    SIRENE = "sirene"
    CENTRE = "centre"
    LIAISON = "liaison"
    CYBER = "cyber"
    FIU = "fiu"
    ARO = "aro"
    JUDICIAL = "judicial"
    OWN = "own"


class Verdict(StrEnum):
    """What a rule says of its channel."""

    USE = "use"
    AVOID = "avoid"


class When(Entry):
    """The cases that a rule is about; what is left out is any. `pairs` are countries in either order."""

    subject: tuple[Subject, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    purpose: tuple[Purpose, ...] = ()
    pairs: tuple[tuple[Country, Country], ...] = ()


class ChannelRule(Entry):
    """One rule.

    Attributes:
        id: its id.
        channel: what it is about.
        verdict: whether to use the channel or avoid it.
        when: the cases it is about.
        needs: instruments that the two countries must have between them.
        unless: instruments; the rule is only for pairs that have none of them.
        rank: the smaller, the better; of several rules of one channel and contact the first that fits is taken.
        because: one sentence, translated.
        conditions: sentences, translated.
        deadlines: time limits that the sources give.
        bases: instruments and their articles.
        contact: the function of the partner that the request goes to.
        articles: procedures to read.
        sources: pages on which the rule stands.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    channel: Channel
    verdict: Verdict = Verdict.USE
    when: When = When()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    rank: int = Field(ge=1, le=99)
    because: str = Field(min_length=10)
    conditions: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    bases: tuple[LegalBasis, ...] = ()
    contact: Contact
    articles: tuple[str, ...] = Field(min_length=1)
    sources: tuple[HttpUrl, ...] = Field(min_length=1)


def read_channel_rules(path: Path) -> tuple[ChannelRule, ...]:
    """Read the rules.

    Raises:
        FindingsError: an entry is malformed.
    """
    entries = read_yaml(path)
    try:
        return TypeAdapter(tuple[ChannelRule, ...]).validate_python(entries)
    except ValidationError as error:
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        raise FindingsError(validation_findings(error, path, lines)) from error
