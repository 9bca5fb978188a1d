"""What contact points are for; it imports nothing of ours, because tables, files and buttons all need it."""

from enum import StrEnum


class Function(StrEnum):
    """What a contact point is for; the values travel in buttons, and stand in tables and files."""

    ILECU = "ilecu"
    NCB = "ncb"
    EUROPOL = "europol"
    SIRENE = "sirene"
    SELEC = "selec"
    CYBER_24_7 = "cyber_24_7"
    BORDER_CENTRE = "border_centre"
    FIU_ARO = "fiu_aro"
    LIAISON = "liaison"
