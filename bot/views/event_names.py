"""Kinds, answers, tasks and problems of events, as people call them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.calendars.rules import Frequency, Rule, read_rule
from bot.i18n import Translator
from bot.models import Answer, ChecklistItem, EventKind, Task
from bot.services.events.answers import MAX_NOTE, AnswerRefusal
from knowledge.article import Duration

UNITS = {"d": "day", "h": "hour", "m": "minute"}
"""Of a written lead, as `Duration` has them."""
MOST_DAYS = 6
"""That are listed in a row."""
SIGNS = {Answer.YES: "✅", Answer.NO: "❌", Answer.MAYBE: "🤔", Answer.WAITING: "⏳", Answer.NONE: "⚪"}


def kind_name(kind: EventKind, translator: Translator) -> str:
    """Return what is planned, with a capital letter."""
    _ = translator.gettext
    names = {
        EventKind.MEETING: _("Meeting"),
        EventKind.WORKSHOP: _("Workshop"),
        EventKind.STUDY_VISIT: _("Study visit"),
        EventKind.TRAINING: _("Training"),
        EventKind.HANDOVER: _("Handover"),
        EventKind.CONFERENCE: _("Conference"),
    }
    return names[kind]


def answer_button(wish: Answer, translator: Translator) -> str:
    """Return the label of a button that answers; only for what can be chosen."""
    _ = translator.gettext
    labels = {Answer.YES: _("I will come"), Answer.MAYBE: _("Perhaps"), Answer.NO: _("I cannot come")}
    return f"{SIGNS[wish]} {labels[wish]}"


def answer_button_for(wish: Answer, translator: Translator) -> str:
    """Return the label of a button that answers for somebody else; only for what can be chosen."""
    _ = translator.gettext
    labels = {Answer.YES: _("Will come"), Answer.MAYBE: _("Perhaps"), Answer.NO: _("Cannot come")}
    return f"{SIGNS[wish]} {labels[wish]}"


def own_answer(answer: Answer, place: int | None, translator: Translator) -> str:
    """Say what the reader has answered, as a sentence.

    Args:
        answer: theirs.
        place: on the waiting list, for who waits.
        translator: of the reader.
    """
    _ = translator.gettext
    sentences = {
        Answer.NONE: _("You have not answered yet."),
        Answer.YES: _("You said that you will come."),
        Answer.NO: _("You said that you cannot come."),
        Answer.MAYBE: _("You said that you will perhaps come."),
        Answer.WAITING: _("All seats are taken. You are number {place} on the waiting list."),
    }
    return f"{SIGNS[answer]} " + sentences[answer].format(place=place or 1)


def standard_task(task: Task, translator: Translator) -> str:
    """Return what a standard item of a checklist asks for; "" for OTHER, which has words of its own."""
    _ = translator.gettext
    names = {
        Task.PASSPORT: _("Passport valid for six more months"),
        Task.VISA: _("Visa or invitation letter"),
        Task.NOMINATION_FORM: _("Nomination form"),
        Task.CLEARANCE: _("Security clearance"),
        Task.TRAVEL: _("Travel booked"),
    }
    return names.get(task, "")


def task_name(item: ChecklistItem, translator: Translator) -> str:
    """Return what is to be done, with the coordinator's remark; not escaped."""
    name = standard_task(item.task, translator)
    if not name:
        return item.text or ""
    remark = translator.gettext("{task} ({remark})")
    return remark.format(task=name, remark=item.text) if item.text else name


def lead_name(lead: str, translator: Translator) -> str:
    """Return a written lead as a length of time: `7 days`."""
    return translator.duration(Duration(int(lead[:-1]), UNITS[lead[-1]]))


def quotas_listed(quotas: Mapping[str, int], translator: Translator) -> str:
    """Return seats by country as one line: `Moldova: 3, Romania: 2`; plain text."""
    text = translator.gettext("{country}: {count}")
    return ", ".join(text.format(country=translator.country(code), count=seats) for code, seats in quotas.items())


def repetition(rule: str, translator: Translator) -> str:
    """Say how often an event comes again: `every 2 weeks, 10 times`; plain text. The dates tell the weekday."""
    _ = translator.gettext
    read = read_rule(rule)
    often = _often(read, translator)
    if read.count is not None:
        times = translator.ngettext("{often}, {count} time", "{often}, {count} times", read.count)
        often = times.format(often=often, count=read.count)
    elif read.until is not None:
        often = _("{often}, until {date}").format(often=often, date=translator.date(read.until))
    if read.excluded:
        often = _("{often}; not on: {dates}").format(often=often, dates=days_listed(read.excluded, translator))
    return often


def days_listed(days: Sequence[dt.date], translator: Translator) -> str:
    """Write days in a row, the last ones of many: those to come count."""
    listed = "; ".join(translator.date(day) for day in days[-MOST_DAYS:])
    return listed if len(days) <= MOST_DAYS else f"… {listed}"


def _often(rule: Rule, translator: Translator) -> str:
    texts = {
        Frequency.DAILY: translator.ngettext("every day", "every {count} days", rule.interval),
        Frequency.WEEKLY: translator.ngettext("every week", "every {count} weeks", rule.interval),
        Frequency.MONTHLY: translator.ngettext("every month", "every {count} months", rule.interval),
        Frequency.YEARLY: translator.ngettext("every year", "every {count} years", rule.interval),
    }
    return texts[rule.frequency].format(count=rule.interval)


def refused(refusal: AnswerRefusal, translator: Translator) -> str:
    """Say why an answer was not taken; plain text, at most 200 characters."""
    _ = translator.gettext
    texts = {
        AnswerRefusal.GONE: _("This event is no longer here."),
        AnswerRefusal.CANCELLED: _("This event was cancelled."),
        AnswerRefusal.TOO_LATE: _("Answers are no longer taken. Please write to the contact of the event."),
        AnswerRefusal.OVER: _("This event is over."),
        AnswerRefusal.NOT_A_MEMBER: _("This person is not a member."),
        AnswerRefusal.OTHER_UNIT: _("You can only send somebody from your own unit."),
        AnswerRefusal.LONG_NOTE: _("That is longer than {count} characters. Please write it shorter.").format(
            count=MAX_NOTE
        ),
    }
    return texts[refusal]
