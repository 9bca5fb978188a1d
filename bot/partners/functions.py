"""Functions of partner units: fine ones, as contact points have them, and the roles that are promised to callers."""

from enum import StrEnum


class Role(StrEnum):
    """What a unit is looked up as; the values are a contract of `ilecu contacts find`."""

    ILECU = "ilecu"
    NCB = "ncb"
    EUROPOL = "europol"
    SIRENE = "sirene"
    SELEC = "selec"
    ANY = "any"


class PartnerFunction(StrEnum):
    """What a contact point is for; those that have no role of their own are `Role.ANY`."""

    ILECU = "ilecu"
    NCB = "ncb"
    EUROPOL = "europol"
    SIRENE = "sirene"
    SELEC = "selec"
    CYBER_24_7 = "cyber_24_7"
    BORDER_CONTACT_CENTRE = "border_contact_centre"
    FIU = "fiu"
    LIAISON_OFFICER = "liaison_officer"

    @property
    def role(self) -> Role:
        """The role that stands for it."""
        return Role.__members__.get(self.name, Role.ANY)
