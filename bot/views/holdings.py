"""What is held about people, what for and for how long, in their language."""

import datetime as dt

from bot.i18n import Translator
from bot.services.holdings import Holding, Subject
from bot.services.periods import Keep, Periods
from knowledge.article import Duration

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def name(subject: Subject, translator: Translator) -> str:
    """Return what is held, as a heading."""
    _ = translator.gettext
    names = {
        Subject.QUESTIONS: _("Your questions"),
        Subject.FEEDBACK: _("Your verdicts on answers"),
        Subject.ROLES: _("Your roles"),
        Subject.ACCESS_REQUESTS: _("Your requests for access"),
        Subject.DECISIONS: _("Your decisions on requests for access"),
        Subject.INVITATIONS: _("Invitations that you made"),
        Subject.MEMBER: _("Who you are"),
        Subject.REDEMPTIONS: _("Invitations that you used"),
        Subject.FAILED_ATTEMPTS: _("Links that did not let you in"),
        Subject.AUDIT: _("Audit log"),
        Subject.AWAITED: _("What I have asked you for"),
        Subject.OWN_CONTACTS: _("Contacts that you confirm"),
        Subject.CORRECTIONS: _("Corrections of contacts that you proposed"),
        Subject.CORRECTION_DECISIONS: _("Corrections of contacts that you decided"),
        Subject.DELIVERIES: _("Messages that I sent you unasked"),
        Subject.BROADCASTS: _("Broadcasts that you wrote"),
        Subject.BROADCAST_APPROVALS: _("Broadcasts that you approved"),
        Subject.BROADCASTS_RECEIVED: _("Broadcasts that you received"),
        Subject.PARTICIPATIONS: _("Your invitations to events"),
        Subject.NOMINATIONS: _("Colleagues that you nominated"),
        Subject.CHECKLIST: _("What you ticked for events"),
        Subject.RATINGS: _("Your ratings of events"),
        Subject.FOLLOW_UPS: _("Your own reminders"),
        Subject.LEADS: _("When you want to be reminded"),
        Subject.EVENTS: _("Events that you planned"),
    }
    return names[subject]


def purpose(subject: Subject, translator: Translator) -> str:
    """Return what a holding consists of and what it is for, in whole sentences."""
    purposes = _of_use(translator) | _of_enrolment(translator) | _of_contacts(translator) | _of_events(translator)
    return (purposes | _of_broadcasts(translator))[subject]


def period(holding: Holding, periods: Periods, translator: Translator) -> str:
    """Return for how long rows are kept, as a sentence."""
    _ = translator.gettext
    if holding.keep is Keep.INACTIVE:
        return _("Kept until you erase it.")
    length = length_of(periods.kept[holding.keep], translator)
    if holding.keep is Keep.ENROLMENT:
        return _("Deleted {duration} after the request was decided or the invitation has ended.").format(
            duration=length
        )
    return _("Deleted after {duration}.").format(duration=length)


def length_of(length: dt.timedelta, translator: Translator) -> str:
    """Write a period out in days, or in hours where it is less than one."""
    if length < DAY:
        return translator.duration(Duration(length // HOUR, "hour"))
    return translator.duration(Duration(length // DAY, "day"))


def _of_use(translator: Translator) -> dict[Subject, str]:
    """Return the purposes of what people do here."""
    _ = translator.gettext
    return {
        Subject.QUESTIONS: _(
            "The numbers of your message and of my answer, the article I answered with, the language and the time; "
            "never the text. So I can correct my answer when you edit your question."
        ),
        Subject.FEEDBACK: _(
            "Which article helped you or did not, in which language and when. So curators learn which articles to mend."
        ),
        Subject.AWAITED: _("Which text I wait for, and since when. So I know what your next message means."),
        Subject.DELIVERIES: _(
            "What kind of message, when it was due and what became of it; no text. So nothing is lost or sent twice."
        ),
        Subject.MEMBER: _(
            "Your chat number, name, country, unit, language, time zone, the day you were last here, and whether I can "
            "reach you. So I can answer you, in your language and in your time."
        ),
    }


def _of_enrolment(translator: Translator) -> dict[Subject, str]:
    """Return the purposes of how people got in."""
    _ = translator.gettext
    return {
        Subject.ROLES: _("What you are trusted with, and since when. So I know what you may do."),
        Subject.ACCESS_REQUESTS: _(
            "Your unit, country and language as you gave them, and what was decided. So coordinators can decide."
        ),
        Subject.DECISIONS: _("Which requests you decided. So it is known who let somebody in."),
        Subject.INVITATIONS: _(
            "Country, unit, validity and number of uses; the link itself is not kept. So they end when you leave."
        ),
        Subject.REDEMPTIONS: _(
            "A code made of your chat number that nobody can turn back. So nobody who was removed comes back by the "
            "same link."
        ),
        Subject.FAILED_ATTEMPTS: _(
            "The time, and a code made of your chat number that nobody can turn back. So links cannot be guessed."
        ),
        Subject.AUDIT: _(
            "Who did what to what and when, such as giving roles. You stand in it under a pseudonym, without name or "
            "text. So misuse can be found; nobody can change or delete its records."
        ),
    }


def _of_contacts(translator: Translator) -> dict[Subject, str]:
    """Return the purposes of contacts."""
    _ = translator.gettext
    return {
        Subject.OWN_CONTACTS: _("Which contacts you look after. So I ask you whether they are still right."),
        Subject.CORRECTIONS: _(
            "What a contact said and should say, and what was decided. So coordinators can decide, and you are told."
        ),
        Subject.CORRECTION_DECISIONS: _("Which corrections you decided. So it is known who changed a contact."),
    }


def _of_events(translator: Translator) -> dict[Subject, str]:
    """Return the purposes of events and reminders."""
    _ = translator.gettext
    return {
        Subject.PARTICIPATIONS: _(
            "To which events you were invited, your answer and your note. So seats are counted and you are reminded."
        ),
        Subject.NOMINATIONS: _("That you named a colleague in your place. So coordinators know why they come."),
        Subject.CHECKLIST: _("Which items you have done, and when. So I remind you only of what is open."),
        Subject.RATINGS: _("Stars and comments that you gave. So coordinators learn what to do better."),
        Subject.FOLLOW_UPS: _("What you typed and when it is due. So I can remind you."),
        Subject.LEADS: _("How long before an event you want to be reminded. So I keep to it."),
        Subject.EVENTS: _("Which events you entered. So it is known whom to ask."),
    }


def _of_broadcasts(translator: Translator) -> dict[Subject, str]:
    """Return the purposes of broadcasts."""
    _ = translator.gettext
    return {
        Subject.BROADCASTS: _("Their texts, when they were sent and to how many. So you see what became of them."),
        Subject.BROADCAST_APPROVALS: _("Which ones you approved. So it is known who let them go."),
        Subject.BROADCASTS_RECEIVED: _(
            "Which ones, in which language, and when you confirmed that you read them. So coordinators know who was "
            "reached."
        ),
    }
