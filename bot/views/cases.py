"""Names of what the channel adviser asks: subject, urgency, purpose, and whom a request goes to."""

from bot.i18n import Translator
from knowledge.channel_rules import Contact, Purpose, Subject, Urgency


def subject_name(subject: Subject, translator: Translator) -> str:
    """Return what a request is about."""
    _ = translator.gettext
    names = {
        Subject.WANTED: _("Wanted person"),
        Subject.MISSING: _("Missing person"),
        Subject.IDENTITY: _("Identity of a person"),
        Subject.VEHICLE: _("Vehicle"),
        Subject.DOCUMENT: _("Document"),
        Subject.FIREARM: _("Firearm"),
        Subject.ELECTRONIC: _("Phone, e-mail, computer data"),
        Subject.BIOMETRICS: _("DNA, fingerprints, faces"),
        Subject.SURVEILLANCE: _("Cross-border surveillance"),
        Subject.DELIVERY: _("Controlled delivery"),
        Subject.MONEY: _("Money and assets"),
        Subject.DRUGS: _("Drugs"),
        Subject.TRAFFICKING: _("Trafficking in human beings"),
        Subject.MIGRATION: _("Migration and border"),
        Subject.TERRORISM: _("Terrorism"),
        Subject.ART: _("Works of art"),
        Subject.BODY: _("Unidentified body"),
        Subject.GENERAL: _("Other information"),
    }
    return names[subject]


def urgency_name(urgency: Urgency, translator: Translator) -> str:
    """Return how soon the answer is needed."""
    _ = translator.gettext
    return {Urgency.URGENT: _("Urgent"), Urgency.ROUTINE: _("Not urgent")}[urgency]


def purpose_name(purpose: Purpose, translator: Translator) -> str:
    """Return what the answer is for."""
    _ = translator.gettext
    return {Purpose.POLICE: _("Police information"), Purpose.EVIDENCE: _("Court: evidence or arrest")}[purpose]


def contact_name(contact: Contact, translator: Translator) -> str:
    """Return the function that a request goes to."""
    _ = translator.gettext
    names = {
        Contact.ILECU: _("national central unit (SPOC)"),
        Contact.NCB: _("NCB"),
        Contact.EUROPOL: _("Europol national unit or contact point"),
        Contact.SELEC: _("SELEC liaison officer"),
        Contact.SIRENE: _("SIRENE bureau"),
        Contact.CENTRE: _("common contact centre"),
        Contact.LIAISON: _("liaison officer"),
        Contact.CYBER: _("contact point for cybercrime, available around the clock"),
        Contact.FIU: _("Financial Intelligence Unit"),
        Contact.ARO: _("contact for asset recovery"),
        Contact.JUDICIAL: _("judicial authority or Ministry of Justice"),
        Contact.OWN: _("your own national contact point"),
    }
    return names[contact]
