"""What belongs to an event beside its fields, on the screen of who plans it: lines, and the buttons to its parts."""

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from bot.callbacks.event_audience import AskQuotas, ShowAudience
from bot.callbacks.event_checklist import ShowChecklist
from bot.callbacks.event_map import AskPoint
from bot.callbacks.event_texts import ShowTexts
from bot.i18n import Translator, own_name
from bot.models import AudienceKind, ChecklistItem, Event, EventState, EventText, Role
from bot.services.events.fields import Field
from bot.services.events.parts import Parts
from bot.services.events.plan_changes import CHECKLIST, QUOTAS
from bot.views import Button, in_pairs
from bot.views.event_changes import field_name
from bot.views.event_names import quotas_listed, task_name
from bot.views.html import escape
from bot.views.roles import role_name

MOST_NAMED = 10
"""Members who get no message that are named; of more only their number is given."""


def kind_name(kind: AudienceKind, translator: Translator) -> str:
    """Return what a kind of lines of an audience names, in the plural."""
    _ = translator.gettext
    names = {
        AudienceKind.COUNTRY: _("Countries"),
        AudienceKind.UNIT: _("Units"),
        AudienceKind.ROLE: _("Roles"),
        AudienceKind.MEMBER: _("Members"),
    }
    return names[kind]


def value_name(kind: AudienceKind, value: str, translator: Translator) -> str:
    """Return the name of a value of a line; not escaped."""
    if kind is AudienceKind.COUNTRY:
        return translator.country(value)
    if kind is AudienceKind.ROLE:
        return role_name(Role(value), translator)
    if kind is AudienceKind.MEMBER:
        return translator.gettext("Member {number}").format(number=value)
    return value


def chosen(parts: Parts, translator: Translator) -> list[str]:
    """Return whom an event is for as chosen, a line of HTML for each kind; [] for nobody."""
    return [
        _line(
            kind_name(kind, translator),
            translator.listed(value_name(kind, value, translator) for value in values),
            translator,
        )
        for kind in (AudienceKind.COUNTRY, AudienceKind.UNIT, AudienceKind.ROLE, AudienceKind.MEMBER)
        if (values := parts.chosen(kind))
    ]


def without_message(parts: Parts, translator: Translator) -> list[str]:
    """Return who of those that were chosen gets no message, and why, as lines of HTML."""
    _ = translator.gettext
    found = []
    blocked = [each.id or 0 for each in parts.reach.unreachable]
    if blocked:
        text = translator.ngettext(
            "⚠️ {count} of them has blocked the assistant and gets no message: {members}",
            "⚠️ {count} of them have blocked the assistant and get no message: {members}",
            len(blocked),
        )
        found.append(text.format(count=len(blocked), members=_named(blocked, translator)))
    left = parts.reach.left
    if left:
        text = translator.ngettext(
            "⚠️ {count} of those you named is no member any more and is not invited: {members}",
            "⚠️ {count} of those you named are no members any more and are not invited: {members}",
            len(left),
        )
        found.append(text.format(count=len(left), members=_named(left, translator)))
    return [escape(line) for line in found]


def _named(numbers: Sequence[int], translator: Translator) -> str:
    names = [value_name(AudienceKind.MEMBER, str(number), translator) for number in numbers[:MOST_NAMED]]
    return translator.listed(names if len(numbers) <= MOST_NAMED else [*names, "…"])


def lines(texts: Sequence[EventText], parts: Parts, zone: ZoneInfo, translator: Translator) -> Iterable[str]:
    """Yield what stands on the plan below its fields, as lines of HTML; days by the reader's clock."""
    if texts:
        names = translator.listed(own_name(text.locale) for text in texts)
        yield _line(translator.gettext("Languages of the texts"), names, translator)
    if parts.quotas:
        yield _line(field_name(QUOTAS, translator), quotas_listed(parts.quotas, translator), translator)
    if parts.checklist:
        items = "".join(f"\n• {item_line(item, zone, translator)}" for item in parts.checklist)
        yield _line(field_name(CHECKLIST, translator), items, translator)


def item_line(item: ChecklistItem, zone: ZoneInfo, translator: Translator) -> str:
    """Return an item with its day by the reader's clock; plain text."""
    date = translator.date(item.due_at.astimezone(zone).date())
    return translator.gettext("{task}, by {date}").format(task=task_name(item, translator), date=date)


def preview_locales(texts: Sequence[EventText], parts: Parts) -> list[str]:
    """Return the languages that a draft with a text can be looked at in: those it has, then others that are read."""
    written = [text.locale for text in texts]
    others = sorted(locale for locale in parts.reach.by_locale if locale not in written)
    return [*written, *others] if written else []


def rows(event: Event, translator: Translator) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons that lead to the parts; whom a published event was for is settled."""
    _ = translator.gettext
    number = event.id or 0
    buttons = [
        Button("👥 " + _("Who is invited"), ShowAudience(number))
        if event.state is EventState.DRAFT
        else Button("👥 " + field_name(QUOTAS, translator), AskQuotas(number)),
        Button("🌐 " + _("Texts"), ShowTexts(number)),
        Button("☑️ " + field_name(CHECKLIST, translator), ShowChecklist(number)),
        Button("🗺 " + field_name(Field.POSITION, translator), AskPoint(number)),
    ]
    return in_pairs(buttons)


def changes_are_told(translator: Translator) -> str:
    """Say what becomes of changes of a published event."""
    _ = translator.gettext
    return _("Everybody who is invited is told. What you change within a few minutes goes out in one message.")


def _line(name: str, value: str, translator: Translator) -> str:
    text = translator.gettext("{field}: {value}")
    return escape(text).format(field=escape(name), value=escape(value))
