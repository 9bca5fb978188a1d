"""Buttons of partner units and their contacts."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route
from bot.functions import Function


@dataclass(frozen=True)
class ListContactCountries(Route):
    """Show the countries that have contacts."""

    prefix: ClassVar[str] = "kc"


@dataclass(frozen=True)
class ListContacts(Route):
    """Show the contacts of a country (ISO 3166 alpha-2), or its functions to choose from."""

    prefix: ClassVar[str] = "kl"
    country: str
    function: Function | None = None


@dataclass(frozen=True)
class ListFunctionCountries(Route):
    """Show the countries that have contacts of a function."""

    prefix: ClassVar[str] = "kf"
    function: Function


@dataclass(frozen=True)
class ShowContact(Route):
    """Show a contact's card."""

    prefix: ClassVar[str] = "k"
    number: int


@dataclass(frozen=True)
class SaveContact(Route):
    """Send a contact as a vCard."""

    prefix: ClassVar[str] = "kv"
    number: int


@dataclass(frozen=True)
class ConfirmContact(Route):
    """Say that a contact is still right."""

    prefix: ClassVar[str] = "ky"
    number: int


@dataclass(frozen=True)
class ChooseOwner(Route):
    """Show a page of the members who could look after a contact."""

    prefix: ClassVar[str] = "ko"
    number: int
    page: int = 0


@dataclass(frozen=True)
class AppointOwner(Route):
    """Let a member look after a contact; None is nobody."""

    prefix: ClassVar[str] = "ka"
    number: int
    member_id: int | None = None


@dataclass(frozen=True)
class CorrectContact(Route):
    """Propose what a contact should say in a column; None asks for the column."""

    prefix: ClassVar[str] = "kx"
    number: int
    column: str | None = None


@dataclass(frozen=True)
class DecideCorrection(Route):
    """Approve or decline a correction."""

    prefix: ClassVar[str] = "kd"
    correction_id: int
    approve: bool


@dataclass(frozen=True)
class ListCorrections(Route):
    """Show the corrections that wait for the person."""

    prefix: ClassVar[str] = "kp"


@dataclass(frozen=True)
class ListStaleContacts(Route):
    """Show the contacts that nobody has confirmed for long."""

    prefix: ClassVar[str] = "ks"


@dataclass(frozen=True)
class ListCoverGaps(Route):
    """Show what is not covered in the coming days."""

    prefix: ClassVar[str] = "kg"
