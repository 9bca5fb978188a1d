"""The checklist of an event for who plans it: what is on it and by when, what can be put on it."""

from bot.callbacks import ShowPlan
from bot.callbacks.event_checklist import PutOnChecklist, ShowChecklist, TakeOffChecklist
from bot.i18n import Translator
from bot.models import ChecklistItem, Task
from bot.services.events.checklist import LONGEST_TEXT, MOST_ITEMS, ItemProblem
from bot.services.events.due_days import OFFERED
from bot.services.events.plan_changes import CHECKLIST
from bot.services.events.typed_fields import Unclear
from bot.views import Button, View, in_pairs
from bot.views.event_card import LONGEST_LABEL
from bot.views.event_changes import field_name
from bot.views.event_names import standard_task, task_name
from bot.views.event_parts import changes_are_told, item_line
from bot.views.event_plans import Plan
from bot.views.html import bold, escape
from knowledge.article import Duration


def checklist(of: Plan, translator: Translator) -> View:
    """Show the list by due day; each item can be taken off, a standard one also gets another day."""
    _ = translator.gettext
    number, items = of.event.id or 0, of.parts.checklist
    lines = [f"⬜ {escape(item_line(item, of.zone, translator))}" for item in items]
    if not lines:
        lines = [escape(_("Nothing has to be done before yet. What do participants need?"))]
    told = [] if of.is_draft else [escape(changes_are_told(translator))]
    there = {item.task for item in items}
    new = [
        Button(f"➕ {_new_name(task, translator)}", PutOnChecklist(number, task))
        for task in Task
        if task is Task.OTHER or task not in there
    ]
    rows = [_item_row(number, item, translator) for item in items]
    adding = in_pairs(new) if len(items) < MOST_ITEMS else ()
    blocks = (bold(field_name(CHECKLIST, translator)), "\n".join(lines), *told)
    return View(blocks, (*rows, *adding, (Button(_("‹ Back"), ShowPlan(number)),)))


def ask(of: Plan, task: Task, translator: Translator) -> View:
    """Ask by when a task is to be done, and for one of the coordinator's own also what."""
    number = of.event.id or 0
    days = [
        Button(_before_start(count, translator), PutOnChecklist(number, task, count))
        for count in OFFERED
        if of.event.starts_at is not None and task is not Task.OTHER
    ]
    back = (Button(translator.gettext("‹ Back"), ShowChecklist(number)),)
    blocks = (bold(_new_name(task, translator)), escape(_question(task, translator)))
    return View(blocks, (*in_pairs(days), back))


def refused(task: Task, problem: ItemProblem, translator: Translator) -> View:
    """Say why an item was not taken; the question stands."""
    blocks = (
        bold(_new_name(task, translator)),
        escape(problem_text(problem, translator)),
        escape(_question(task, translator)),
    )
    return View(blocks)


def unclear(task: Task, found: Unclear, translator: Translator) -> View:
    """Say that a time was not understood, or has several meanings; the question stands."""
    _ = translator.gettext
    if found.meanings:
        listed = "\n".join(f"• <code>{escape(str(each).replace('T', ' '))}</code>" for each in found.meanings[:4])
        return View((escape(_("This can mean several times. Please write one of them:")), listed))
    blocks = (
        bold(_new_name(task, translator)),
        escape(_("I do not understand this time.")),
        escape(_question(task, translator)),
    )
    return View(blocks)


def confirm_removal(of: Plan, item: ChecklistItem, translator: Translator) -> View:
    """Ask before an item of a published event goes, as everybody is told."""
    _ = translator.gettext
    number = of.event.id or 0
    yes = (Button(_("Yes, take it off"), TakeOffChecklist(number, item.id or 0, confirmed=True)),)
    no = (Button(_("No, keep"), ShowChecklist(number)),)
    text = _("Take this off the list? Everybody who is invited is told.")
    return View((bold(item_line(item, of.zone, translator)), escape(text)), (yes, no))


def problem_text(problem: ItemProblem, translator: Translator) -> str:
    """Say why an item is not taken; plain text, at most 200 characters."""
    _ = translator.gettext
    texts = {
        ItemProblem.NO_TEXT: _("What is to be done must be written too."),
        ItemProblem.TOO_LONG: _("This is too long; at most {count} characters.").format(count=LONGEST_TEXT),
        ItemProblem.TOO_MANY: _("A checklist has at most {count} items.").format(count=MOST_ITEMS),
        ItemProblem.AFTER_START: _("It must be done before the event begins."),
        ItemProblem.NO_START: _("Set the date of the event first, or write a date here."),
        ItemProblem.NO_DAY: _("By when it is to be done must be written too."),
        ItemProblem.PAST: _("This time has passed."),
    }
    return texts[problem]


def _item_row(number: int, item: ChecklistItem, translator: Translator) -> tuple[Button, ...]:
    label = task_name(item, translator)
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    take_off = TakeOffChecklist(number, item.id or 0, confirmed=False)
    if item.task is Task.OTHER:
        return (Button(f"🗑 {short}", take_off),)
    return (Button(f"📆 {short}", PutOnChecklist(number, item.task)), Button("🗑", take_off))


def _new_name(task: Task, translator: Translator) -> str:
    """Return what a button puts on the list."""
    return standard_task(task, translator) or translator.gettext("Something else")


def _before_start(days: int, translator: Translator) -> str:
    text = translator.gettext("{length} before the start")
    return text.format(length=translator.duration(Duration(days, "day")))


def _question(task: Task, translator: Translator) -> str:
    _ = translator.gettext
    when = _("A date, such as 1 March, or how long before the start, such as 14 days.")
    if task is Task.OTHER:
        return _("Write what is to be done on the first line, and below it by when.") + "\n" + when
    return "\n".join([_("By when?"), when, _("A remark can stand on the line below.")])
